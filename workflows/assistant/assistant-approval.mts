import { CHANGES } from '../../worker/src/automation/tables.ts';
import {
	APPROVE,
	approval,
	at,
	called,
	decide,
	DECISION,
	equals,
	failed,
	groupNote,
	no,
	node,
	output,
	pinterestAds,
	rows,
	workflow,
	type Node,
} from '../builder/index.mts';
import {
	audienceRecord,
	connection,
	mayItBeLaunched,
	readTheForm,
	yourCeiling,
} from '../parts/assistant/allowed.mts';
import {
	askForTheName,
	forgetOldOnes,
	freeTheName,
	isItOurs,
	isItOurTurn,
	ROW,
	sendLaterOnesAway,
	stepBack,
	takeTheName,
	whoElseLaunchesIt,
} from '../campaigns/launch/claim.mts';
import { END, launch, refusal, whatCameOfIt } from '../parts/assistant/launch.mts';
import { adGroupChange, campaignChange } from '../parts/assistant/updates.mts';
import { refusedToken } from '../parts/refusedToken.mts';
import { route } from '../parts/route.mts';
import { named } from '../titles.mts';

/** Elsewhere on the canvas than it is in the part that it comes from. */
const moved = (node: Node, columns: number, rows = 0): Node => {
	const [x, y] = node.position;
	const [right, down] = at(columns, rows);
	return { ...node, position: [x + right, y + down] };
};

const toApprove = called('To approve', at(0, 0), {
	change_id: 'number',
	kind: 'string',
	summary: 'string',
	asked: 'object',
	update: 'object',
});

const ASKED = (field: string) => `={{ $('To approve').first().json.${field} }}`;
const CHANGE = rows(CHANGES);
const OWN = [['id', 'eq', ASKED('change_id')]] as const;

const noteThePage = CHANGE.update('Note the page', at(1, 0), {
	where: OWN,
	set: { approve_at: '={{ $execution.resumeFormUrl }}' },
});

const doYouApprove = approval('Do you approve?', at(2, 0), {
	title: 'An assistant asks for your approval',
	description: ASKED('summary'),
	webhookId: 'pinterest-ads-approval',
});

const isItApproved = decide(
	'Is it approved?',
	at(3, 0),
	equals(`={{ $json['${DECISION}'] }}`, APPROVE),
);

const noteTheNo = CHANGE.update('Note the no', at(4, 4), {
	where: OWN,
	set: { status: `={{ $json['${DECISION}'] ? 'declined' : 'expired' }}` },
});

const whichChange = route('Which change?', at(4, 0), ASKED('kind'), [
	'launch',
	'update',
	'updateAdGroup',
]);

// 1. A launch

const asFilledIn = node('As filled in', at(6, 0), 'set', 3.4, {
	mode: 'raw',
	jsonOutput: ASKED('asked'),
	options: {},
});

const shared = {
	yourCeiling: moved(yourCeiling, 6),
	readTheForm: moved(readTheForm, 6),
	audienceRecord: moved(audienceRecord, 6),
	connection: moved(connection, 6),
	mayItBeLaunched: moved(mayItBeLaunched, 6),
	askForTheName: moved(askForTheName, 10, -ROW),
	sendLaterOnesAway: moved(sendLaterOnesAway, 10, -ROW),
	whoElseLaunchesIt: moved(whoElseLaunchesIt, 10, -ROW),
	isItOurTurn: moved(isItOurTurn, 10, -ROW),
	takeTheName: moved(takeTheName, 10, -ROW),
	isItOurs: moved(isItOurs, 10, -ROW),
	launch: moved(launch, 6),
	whatCameOfIt: moved(whatCameOfIt, 6),
	freeTheName: moved(freeTheName, 10, -ROW),
	forgetOldOnes: moved(forgetOldOnes, 10, -ROW),
	stepBack: moved(stepBack, 10, -ROW),
	isRefused: moved(refusal.isRefused, 6),
	mark: moved(refusal.mark, 6),
};

const noteTheLaunch = CHANGE.update('Note the launch', at(22, 0), {
	where: OWN,
	set: {
		status: "={{ $('What came of it').first().json.status === 'launched' ? 'done' : 'failed' }}",
		message: END('message'),
		campaign_id: END('campaign_id'),
	},
});

const noteWhyNot = CHANGE.update('Note why not', at(13, 3), {
	where: OWN,
	set: { status: 'failed', message: '={{ $json.error }} {{ $json.message }}' },
});

const noteWhoHasIt = CHANGE.update('Note who has it', at(17, 3), {
	where: OWN,
	set: {
		status: 'failed',
		message:
			"={{ $('Is it our turn?').first(1).json.error }} {{ $('Is it our turn?').first(1).json.message }}",
	},
});

const noteWhoWasFirst = CHANGE.update('Note who was first', at(18, 3), {
	where: OWN,
	set: {
		status: 'failed',
		message: 'This campaign is being launched right now, by somebody else. Nothing was created.',
	},
});

// 2. A change of a campaign or an ad group

const UPDATE = (field: string) => ASKED(`update.${field}`);

const update = pinterestAds('Update', at(6, 7), 'campaign', 'update', campaignChange(UPDATE), {
	onError: 'continueErrorOutput',
});

const updateAdGroup = pinterestAds(
	'Update the ad group',
	at(6, 10),
	'adGroup',
	'update',
	adGroupChange(UPDATE),
	{ onError: 'continueErrorOutput' },
);

const noteTheUpdate = CHANGE.update('Note the update', at(7, 7), {
	where: OWN,
	set: { status: 'done', message: ASKED('summary') },
});

const noteTheFailure = CHANGE.update('Note the failure', at(7, 9), {
	where: OWN,
	set: { status: 'failed', message: '={{ $json.error }} {{ $json.message }}' },
});

const tokenOfUpdate = refusedToken(7, 11);
const isItTheToken = {
	...tokenOfUpdate.isRefused,
	id: 'token-of-update',
	name: 'Is it the token?',
};
const markIt = { ...tokenOfUpdate.mark, id: 'mark-after-update', name: 'Mark it' };

export default workflow({
	file: 'assistant-approval',
	id: 'pinAdsApprove',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[toApprove, noteThePage, doYouApprove, isItApproved, whichChange, asFilledIn],
		[asFilledIn, shared.yourCeiling, shared.readTheForm, shared.audienceRecord, shared.connection],
		[shared.connection, shared.mayItBeLaunched, shared.askForTheName, shared.sendLaterOnesAway],
		[shared.sendLaterOnesAway, shared.whoElseLaunchesIt, shared.isItOurTurn, shared.takeTheName],
		[shared.takeTheName, shared.isItOurs, shared.launch, shared.whatCameOfIt],
		[shared.whatCameOfIt, shared.freeTheName, shared.forgetOldOnes, noteTheLaunch],
		[no(isItApproved), noteTheNo],
		[output(whichChange, 1), update, noteTheUpdate],
		[failed(update), noteTheFailure],
		[failed(update), isItTheToken, markIt],
		[output(whichChange, 2), updateAdGroup, noteTheUpdate],
		[failed(updateAdGroup), noteTheFailure],
		[failed(updateAdGroup), isItTheToken],
		[failed(shared.mayItBeLaunched), noteWhyNot],
		[failed(shared.askForTheName), noteWhyNot],
		[failed(shared.isItOurTurn), shared.stepBack, noteWhoHasIt],
		[no(shared.isItOurs), noteWhoWasFirst],
		[failed(shared.launch), shared.isRefused, shared.mark],
		[failed(shared.launch), shared.whatCameOfIt],
	],
	overview: {
		forWhom: `For ${named('pinAdsChange')}, which starts it, and for whoever approves.`,
		howItWorks: `It waits, for a day at most, until a person has decided on the page of *Do you approve?*. The page says what would be done, and asks for the user and the password of the credential “Pinterest forms”: the assistant knows its address, and cannot sign in. **Approve** does it at once; anything else does nothing. What came of it is in **pinterest_changes**.`,
		set: [
			'*Your ceiling*: the most that one launch may spend a day. It counts while **max_daily_budget** is empty in the row of **pinterest_connection**.',
		],
		makeItYours: `**To be asked by email or in Slack** instead: put a node of Gmail, Slack, Microsoft Teams or Send Email with the operation *Send and Wait for Response* in the place of *Do you approve?*, and ask in *Is it approved?* for \`{{ $json.data.approved }}\`. Whoever gets the message can then approve without signing in.`,
	},
	notes: [
		groupNote(
			'A person decides',
			{ at: [-40, -240], width: 980, height: 120 },
			'What is approved is what was written down when it was asked for: the assistant cannot change it afterwards.',
		),
		groupNote(
			'The launch',
			{ at: [1304, -240], width: 1540, height: 120 },
			`As ${named('pinAdsLaunch')} does it: looked at once more, one launch of a campaign at a time, never over the ceiling, and paused.`,
		),
		groupNote(
			'The change of a campaign or an ad group',
			{ at: [1304, 440], width: 640, height: 120 },
			'Pausing, a name, a daily spend cap, a budget, a bid: nothing else comes this far.',
		),
	],
});
