import {
	at,
	automation,
	byId,
	failed,
	fields,
	form,
	isTrue,
	lastPage,
	no,
	only,
	pinterestAds,
	rows,
	stopWith,
	workflow,
	type Node,
} from '../builder/index.mts';
import { AUDIENCES, CONNECTION, DEFAULT_CEILING } from '../../worker/src/automation/tables.ts';
import {
	askForTheName,
	forgetOldOnes,
	freeTheName,
	isItOurs,
	isItOurTurn,
	sendLaterOnesAway,
	stepBack,
	takeTheName,
	whoElseLaunchesIt,
} from './launch/claim.mts';
import { launchFormFields } from './launch/formFields.mts';
import { refusedToken } from '../parts/refusedToken.mts';
import { notes, overview } from './launch/notes.mts';

const launchForm = form('Launch form', at(0, 0), {
	path: 'pinterest-campaign-launch',
	title: 'Launch a campaign',
	description:
		'Creates campaign, ad group, keywords and ads on Pinterest. All of it is created paused. It is switched on only if you choose so, and only once all of it exists. Sent a second time, it completes what is missing and creates nothing twice.',
	fields: launchFormFields,
	webhookId: 'pinterest-ads-launch',
});

// 1. Whether it may be launched

const yourCeiling = fields(
	'Your ceiling',
	at(1, 0),
	[['max_daily_budget', 'number', DEFAULT_CEILING]],
	'all',
);

const readTheForm = automation('Read the form', at(2, 0), 'readLaunchForm');

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(3, 0),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

const connection = rows(CONNECTION).get(
	'Connection',
	at(4, 0),
	{},
	{ alwaysOutputData: true, executeOnce: true },
);

const mayItBeLaunched = automation(
	'May it be launched?',
	at(5, 0),
	'checkLaunch',
	{
		form: "={{ $('Read the form').first().json }}",
		audience: "={{ $('Audience record').first().json }}",
	},
	{ onError: 'continueErrorOutput' },
);

// 3. The launch

const FORM = (field: string) => `={{ $('Read the form').first().json.${field} }}`;
const CLAIM = (field: string) => `={{ $('Ask for the name').first().json.${field} }}`;

const launch = pinterestAds(
	'Launch',
	at(12, 0),
	'campaign',
	'launch',
	{
		adAccountId: byId(CLAIM('ad_account_id')),
		name: FORM('campaign_name'),
		objective: FORM('objective'),
		amountUnit: 'accountCurrency',
		dailySpendCap: FORM('daily_budget'),
		adGroupName: FORM('ad_group_name'),
		budget: FORM('daily_budget'),
		bid: FORM('bid'),
		billableEvent: FORM('billable_event'),
		locations: FORM('countries'),
		audienceIncludeIds: "={{ $('Audience record').first().json.pinterest_audience_id ?? '' }}",
		keywords: FORM('keywords'),
		promotes: FORM('promotes'),
		pinId: byId(FORM('pin_id')),
		morePinIds: FORM('more_pin_ids'),
		productGroupId: byId(FORM('product_group_id')),
		moreProductGroupIds: FORM('more_product_group_ids'),
		creativeType: FORM('creative_type'),
		status: FORM('status'),
		options: {
			adName: FORM('ad_name'),
			destinationUrl: FORM('destination_url'),
			maxDailyBudget: CLAIM('max_daily_budget'),
			waitUntilListed: true,
		},
	},
	{ onError: 'continueErrorOutput', id: 'launch-it' },
);

const refusal = refusedToken(13, -3);

// 4. What came of it

const whatCameOfIt = automation('What came of it', at(13, 0), 'endLaunch');

const END = (field: string) => `={{ $('What came of it').first().json.${field} }}`;

/** The execution may not last longer than half an hour, its last page included. */
const soon = (page: Node): Node => ({
	...page,
	parameters: { ...page.parameters, resumeAmount: 10, resumeUnit: 'minutes' },
});

const launched = soon(
	lastPage('Last page', at(16, 0), END('title'), END('message'), 'pinterest-ads-launch-last-page'),
);

const didItFail = only(
	'Did it fail?',
	at(17, 0),
	isTrue("={{ Boolean($('What came of it').first().json.problem) }}"),
);

const writeItDown = stopWith(
	'Write it down',
	at(18, 0),
	"={{ JSON.stringify($('What came of it').first().json.problem) }}",
);

const NOTHING = 'Nothing was created';

const refused = soon(
	lastPage(
		'Not now',
		at(6, 3),
		NOTHING,
		'={{ $json.error }} {{ $json.message }}',
		'pinterest-ads-launch-not-now',
	),
);

const noTable = soon(
	lastPage(
		'No table',
		at(7, 3),
		NOTHING,
		'The table pinterest_launches, which keeps two people from launching the same campaign at once, is missing or cannot be written to. Run the workflow “Make the tables for Pinterest Ads”, which makes it, and send the form again.',
		'pinterest-ads-launch-no-table',
	),
);

const taken = soon(
	lastPage(
		'Somebody else has it',
		at(11, 3),
		NOTHING,
		"={{ $('Is it our turn?').first(1).json.error }} {{ $('Is it our turn?').first(1).json.message }}",
		'pinterest-ads-launch-somebody-else',
	),
);

const takenMeanwhile = soon(
	lastPage(
		'Somebody else was first',
		at(12, 3),
		NOTHING,
		'This campaign is being launched right now, by somebody who sent the form at the same moment. Wait a minute, and send it again: it completes what is missing and creates nothing twice.',
		'pinterest-ads-launch-somebody-first',
	),
);

export default workflow({
	file: 'campaign-launch',
	id: 'pinAdsLaunch',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	// A claim lasts five minutes longer: no launch outlives it.
	executionTimeout: 1800,
	paths: [
		[launchForm, yourCeiling, readTheForm, audienceRecord, connection, mayItBeLaunched],
		[mayItBeLaunched, askForTheName, sendLaterOnesAway, whoElseLaunchesIt, isItOurTurn],
		[isItOurTurn, takeTheName, isItOurs, launch, whatCameOfIt],
		[whatCameOfIt, freeTheName, forgetOldOnes, launched, didItFail, writeItDown],
		[failed(mayItBeLaunched), refused],
		[failed(askForTheName), noTable],
		[failed(isItOurTurn), stepBack, taken],
		[no(isItOurs), takenMeanwhile],
		[failed(launch), refusal.isRefused, refusal.mark],
		[failed(launch), whatCameOfIt],
	],
	overview,
	notes,
});
