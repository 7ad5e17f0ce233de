import {
	at,
	automation,
	decide,
	fields,
	form,
	isTrue,
	lastPage,
	page,
	pinterestAds,
	byId,
	rows,
	type Node,
	type Position,
} from '../../builder/index.mts';
import { CONNECTION, DEFAULT_CEILING } from '../../../worker/src/automation/tables.ts';

/** What somebody is asked, page by page: the name, what the campaign is for, and everything else. */

export const PATH = 'pinterest-campaign-launch';

/** Labels and addresses are long. */
const WIDER = ':root { --container-width: 560px; }';

export const launchForm = form(
	'Launch form',
	at(0, 0),
	{
		path: PATH,
		title: 'Launch a campaign',
		description:
			'Creates a campaign on Pinterest, with its ad group, keywords and ads. All of it is created paused. It is switched on only if you say so at the end, and only once all of it exists.\n\nTwo more pages follow. They are open for 25 minutes.',
		fields: [
			{
				fieldName: 'campaign_name',
				fieldLabel: 'Campaign name',
				placeholder: 'e.g. Spring sale',
				requiredField: true,
			},
		],
		button: 'Next',
		webhookId: 'pinterest-ads-launch',
	},
	{ options: { customCss: WIDER } },
);

export const yourCeiling = fields(
	'Your ceiling',
	at(1, 0),
	[['max_daily_budget', 'number', DEFAULT_CEILING]],
	'all',
);

/** All rows: callers may name any ad account that has one. */
export const allConnections = (name: string, position: Position) =>
	rows(CONNECTION).get(name, position, {}, { alwaysOutputData: true, executeOnce: true });

export const connection = allConnections('Connection', at(2, 0));

const ON_ERROR = { onError: 'continueErrorOutput' } as const;

const BEGUN = {
	form: "={{ $('Your ceiling').first().json }}",
	connectionsFrom: 'Connection',
};

export const askForTheGoal = automation(
	'Ask for the goal',
	at(3, 0),
	'askLaunchGoal',
	BEGUN,
	ON_ERROR,
);

const OPTIONS = {
	formTitle: '={{ $json.title }}',
	formDescription: '={{ $json.description }}',
	buttonLabel: '={{ $json.button }}',
	customCss: `${WIDER}\n.form-header p { text-align: left; }\n.form-header p b { color: #c5221f; }`,
};

/** A page that is over before the execution is. */
const openPage = (name: string, position: Position, webhookId: string): Node =>
	page(name, position, '={{ $json.page }}', OPTIONS, webhookId, '={{ $json.open_until }}');

export const whatIsItFor = openPage('What is it for?', at(4, 0), 'pinterest-ads-launch-goal');

export const readTheGoal = automation('Read the goal', at(5, 0), 'readLaunchGoal', BEGUN, ON_ERROR);

const NOTHING_WRONG = '={{ $json.problems.length === 0 }}';

export const canItBe = decide('Can it be?', at(6, 0), isTrue(NOTHING_WRONG));

export const whatThereIs = pinterestAds(
	'What there is',
	at(7, 0),
	'campaign',
	'getLaunchChoices',
	{
		adAccountId: byId('={{ $json.ad_account_id }}'),
		objective: '={{ $json.objective }}',
		promotes: '={{ $json.promotes }}',
	},
	ON_ERROR,
);

const CHOSEN = {
	goal: "={{ $('Read the goal').first().json }}",
	choices: "={{ $('What there is').first().json }}",
};

export const askForTheDetails = automation(
	'Ask for the details',
	at(8, 0),
	'askLaunchDetails',
	CHOSEN,
);

export const theDetails = openPage('The details', at(9, 0), 'pinterest-ads-launch-details');

export const readTheDetails = automation(
	'Read the details',
	at(10, 0),
	'readLaunchDetails',
	CHOSEN,
);

export const isItAllRight = decide('Is it all right?', at(11, 0), isTrue(NOTHING_WRONG));

/** Whoever sees it is there already: it need not wait for long. The execution may not last longer than half an hour. */
const MINUTES = { resumeAmount: 3, resumeUnit: 'minutes' } as const;

/** A last page, with what it says to the left as one reads. */
export const endingPage = (
	name: string,
	position: Position,
	title: string,
	message: string,
	webhookId: string,
): Node => {
	const ending = lastPage(name, position, title, message, webhookId);
	return { ...ending, parameters: { ...ending.parameters, ...MINUTES, options: READABLE } };
};

const READABLE = {
	customCss: `${WIDER}\n.header p { text-align: left; line-height: 1.5; }`,
};
