import { CHANGES, CONNECTION } from '../../worker/src/automation/tables.ts';
import {
	at,
	automation,
	call,
	called,
	decide,
	equals,
	failed,
	fields,
	groupNote,
	isFilled,
	no,
	nothing,
	output,
	pinterestPreview,
	rows,
	wait,
	workflow,
	type Node,
	type Path,
} from '../builder/index.mts';
import {
	audienceRecord,
	connection,
	mayItBeLaunched,
	readTheForm,
	yourCeiling,
} from '../parts/assistant/allowed.mts';
import { launchOf } from '../parts/assistant/launch.mts';
import { adGroupChange, campaignChange } from '../parts/assistant/updates.mts';
import {
	launchArguments,
	updateAdGroupArguments,
	updateArguments,
} from '../parts/assistant/writingArguments.mts';
import { refusedToken } from '../parts/refusedToken.mts';
import { route } from '../parts/route.mts';
import { named } from '../titles.mts';

/** As elsewhere, a column to the right. */
const moved = (node: Node): Node => ({
	...node,
	position: [node.position[0] + 224, node.position[1]],
});

const ARGUMENTS = { ...launchArguments, ...updateArguments, ...updateAdGroupArguments };
const INPUTS = ['change', 'only', ...Object.keys(ARGUMENTS)];

const asked = called(
	'Asked',
	at(0, 0),
	Object.fromEntries(INPUTS.map((name) => [name, 'string'] as const)),
);

const KINDS = ['launch', 'update', 'updateAdGroup'];
const whichChange = route('Which change?', at(2, 0), '={{ $json.change }}', KINDS);

const ORELSE = { onError: 'continueErrorOutput' } as const;

const launch = [readTheForm, audienceRecord, connection, mayItBeLaunched].map(moved);
const [reading, ofAudience, ofConnection, mayLaunch] = launch;

const askForLaunch = automation(
	'What would be launched',
	at(7, 0),
	'askForLaunch',
	{ form: "={{ $('Read the form').first().json }}" },
	ORELSE,
);

const previewTheLaunch = pinterestPreview(
	'Preview the launch',
	at(8, 0),
	'campaign',
	'launch',
	launchOf('May it be launched?'),
	ORELSE,
);

const withWhatIsCreated = automation(
	'With what is created',
	at(9, 0),
	'addPreview',
	{ question: "={{ $('What would be launched').first().json }}" },
	ORELSE,
);

const connections = rows(CONNECTION).get(
	'All connections',
	at(3, 4),
	{},
	{ alwaysOutputData: true, executeOnce: true },
);

const askForUpdate = automation(
	'What would be different',
	at(4, 4),
	'askForUpdate',
	{ asked: "={{ $('Your ceiling').first().json }}" },
	ORELSE,
);

const campaignOrAdGroup = decide(
	'Campaign or ad group?',
	at(5, 4),
	equals('={{ $json.kind }}', 'update'),
);

const UPDATE = (field: string) => `={{ $json.update.${field} }}`;

const previewTheCampaign = pinterestPreview(
	'Preview the change',
	at(6, 4),
	'campaign',
	'update',
	campaignChange(UPDATE),
	ORELSE,
);

const previewTheAdGroup = pinterestPreview(
	'Preview the ad group',
	at(6, 6),
	'adGroup',
	'update',
	adGroupChange(UPDATE),
	ORELSE,
);

const withWhatChanges = automation(
	'With what changes',
	at(8, 4),
	'addPreview',
	{ question: "={{ $('What would be different').first().json }}" },
	ORELSE,
);

const whatToAsk = nothing('What to ask', at(10, 0));

const isOnlyAPreview = decide(
	'Only a preview?',
	at(11, 0),
	equals("={{ $('Asked').first().json.only }}", 'preview'),
);

const preview = fields('Preview', at(12, -2), [
	['status', 'string', 'only a preview'],
	['what_would_be_done', 'string', '={{ $json.summary }}'],
	[
		'next',
		'string',
		'Nothing has been done, and nobody was asked. To have it done, use the tool that asks a person.',
	],
]);

const COLUMNS = [
	...['kind', 'name', 'summary', 'status', 'campaign_id', 'ad_account_id', 'asked_at'],
] as const;

const writeItDown = rows(CHANGES).insert(
	'Write it down',
	at(12, 0),
	Object.fromEntries(COLUMNS.map((name) => [name, `={{ $json.${name} }}`])),
);

// Without waiting for it: that may take a person a day.
const askAPerson = call(
	'Ask a person',
	at(13, 0),
	'pinAdsApprove',
	{
		change_id: ['number', '={{ $json.id }}'],
		kind: ['string', '={{ $json.kind }}'],
		summary: ['string', '={{ $json.summary }}'],
		asked: ['object', "={{ $('Asked').first().json }}"],
		update: ['object', "={{ $('What to ask').first().json.update ?? {} }}"],
	},
	{},
	{ waitForSubWorkflow: false },
);

const aMoment = wait('A moment', at(14, 0), 1, { webhookId: 'pinterest-ads-change-moment' });

const theRow = rows(CHANGES).get(
	'The change',
	at(15, 0),
	{ where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]], limit: 1 },
	{ executeOnce: true },
);

const isThereAPage = decide('Is there a page?', at(16, 0), isFilled('={{ $json.approve_at }}'));

const answer = fields('Answer', at(17, 0), [
	['status', 'string', 'waiting for a person'],
	['change_id', 'number', '={{ $json.id }}'],
	['what_would_be_done', 'string', '={{ $json.summary }}'],
	['approve_at', 'string', '={{ $json.approve_at }}'],
	[
		'next',
		'string',
		'Nothing has been done. Give the person the address approve_at: there they sign in, and approve or decline it, within a day. list_changes says what came of it.',
	],
]);

const refused = fields('Refused', at(10, 4), [
	['status', 'string', 'refused'],
	['reason', 'string', '={{ $json.error }} {{ $json.message }}'],
	[
		'next',
		'string',
		'Nothing has been done, and nobody was asked. Tell the person why. Do not try to get round it.',
	],
]);

// Above Refused: n8n runs what is higher on the canvas first, and answers with what ran last.
const token = refusedToken(8, 2);

export default workflow({
	file: 'assistant-change',
	id: 'pinAdsChange',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	executionTimeout: 120,
	paths: [
		[asked, yourCeiling, whichChange, reading, ofAudience, ofConnection, mayLaunch],
		[mayLaunch, askForLaunch, previewTheLaunch, withWhatIsCreated, whatToAsk, isOnlyAPreview],
		[isOnlyAPreview, preview],
		[no(isOnlyAPreview), writeItDown, askAPerson, aMoment, theRow, isThereAPage, answer],
		[no(isThereAPage), aMoment],
		[output(whichChange, 1), connections, askForUpdate, campaignOrAdGroup, previewTheCampaign],
		[output(whichChange, 2), connections],
		[no(campaignOrAdGroup), previewTheAdGroup],
		[previewTheCampaign, withWhatChanges, whatToAsk],
		[previewTheAdGroup, withWhatChanges],
		...[mayLaunch, askForLaunch, withWhatIsCreated, askForUpdate, withWhatChanges].map(
			(one): Path => [failed(one), refused],
		),
		...[previewTheLaunch, previewTheCampaign, previewTheAdGroup].flatMap((one): Path[] => [
			[failed(one), refused],
			[failed(one), token.isRefused],
		]),
		[token.isRefused, token.mark],
	],
	overview: {
		forWhom: `For ${named('pinAdsAssistant')}, which calls it as a tool.`,
		howItWorks: `It changes nothing at Pinterest. It looks whether the launch or the change is allowed at all, has Pinterest’s side of it **previewed** (what would be created, or what would be different from what to what), writes that down in **pinterest_changes**, starts ${named('pinAdsApprove')}, and answers with the address of the page on which a person decides. What is over the ceiling or over a limit of the Pinterest credential, would switch something on, or is for an ad account that is not connected is refused here, and nobody is asked.`,
		set: [
			'*Your ceiling*: the most that one campaign may spend a day. It counts while **max_daily_budget** is empty in the row of **pinterest_connection**.',
		],
		makeItYours: `**How far it may go**: **max_daily_budget** in the ad account’s row of **pinterest_connection**, the same as for ${named('pinAdsLaunch')}.`,
	},
	notes: [
		groupNote(
			'Is it allowed?',
			{ at: [400, -200], width: 1300, height: 120 },
			'The same rules as for the form that launches campaigns, and one more: an assistant gets nothing switched on.',
		),
		groupNote(
			'What would it change?',
			{ at: [1752, -200], width: 860, height: 120 },
			'The nodes that launch and update, with **Preview** on: they send nothing, and refuse what the real run would refuse.',
		),
		groupNote(
			'A person is asked',
			{ at: [2648, -440], width: 1300, height: 120 },
			'The other workflow waits for the person, this one does not: the assistant gets its answer at once, with the address of the page.',
		),
	],
});
