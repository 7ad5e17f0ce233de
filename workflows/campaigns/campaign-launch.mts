import {
	at,
	automation,
	byId,
	failed,
	isTrue,
	no,
	only,
	pinterestAds,
	stopWith,
	workflow,
} from '../builder/index.mts';
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
} from './launch/claim.mts';
import {
	allConnections,
	askForTheDetails,
	askForTheGoal,
	canItBe,
	connection,
	endingPage,
	isItAllRight,
	launchForm,
	PATH,
	readTheDetails,
	readTheGoal,
	theDetails,
	whatIsItFor,
	whatThereIs,
	yourCeiling,
} from './launch/pages.mts';
import { refusedToken } from '../parts/refusedToken.mts';
import { notes, overview } from './launch/notes.mts';

const FORM = (field: string) => `={{ $('Read the details').first().json.${field} }}`;
const ANSWERS = {
	form: "={{ $('Read the details').first().json }}",
	formAddress: `../form/${PATH}`,
};

// Whether it may be launched: what was so when the form was opened may be otherwise now.

const connectionNow = allConnections('Connection now', at(0, ROW));

const mayItBeLaunched = automation(
	'May it be launched?',
	at(1, ROW),
	'checkLaunch',
	{ form: ANSWERS.form },
	{ onError: 'continueErrorOutput' },
);

// The launch

const CLAIM = (field: string) => `={{ $('Ask for the name').first().json.${field} }}`;

const launch = pinterestAds(
	'Launch',
	at(8, ROW),
	'campaign',
	'launch',
	{
		adAccountId: byId(CLAIM('ad_account_id')),
		campaignChoice: FORM('campaign_choice'),
		campaignId: byId(FORM('campaign_id')),
		name: FORM('campaign_name'),
		objective: FORM('objective'),
		amountUnit: 'accountCurrency',
		dailySpendCap: FORM('daily_budget'),
		adGroupName: FORM('ad_group_name'),
		budget: FORM('daily_budget'),
		bid: FORM('bid'),
		billableEvent: FORM('billable_event'),
		conversionEvent: FORM('conversion_event'),
		conversionTagId: byId(FORM('conversion_tag_id')),
		locations: FORM('countries'),
		audienceIncludeIds: FORM('audience_id'),
		keywords: FORM('keywords'),
		promotes: FORM('promotes'),
		pinId: byId(FORM('pin_id')),
		morePinIds: FORM('more_pin_ids'),
		productGroupId: byId(FORM('product_group_id')),
		moreProductGroupIds: FORM('more_product_group_ids'),
		creativeType: 'AUTOMATIC',
		status: FORM('status'),
		options: {
			adName: FORM('ad_name'),
			destinationUrl: FORM('destination_url'),
			startTime: FORM('start_time'),
			endTime: FORM('end_time'),
			maxDailyBudget: CLAIM('max_daily_budget'),
			waitUntilListed: true,
		},
	},
	{ onError: 'continueErrorOutput', id: 'launch-it' },
);

const refusal = refusedToken(9, ROW - 3);

// What came of it

const whatCameOfIt = automation('What came of it', at(9, ROW), 'endLaunch', ANSWERS);

const END = (field: string) => `={{ $('What came of it').first().json.${field} }}`;

const launched = endingPage(
	'Last page',
	at(12, ROW),
	END('title'),
	END('page'),
	'pinterest-ads-launch-last-page',
);

const didItFail = only(
	'Did it fail?',
	at(13, ROW),
	isTrue("={{ Boolean($('What came of it').first().json.problem) }}"),
);

const writeItDown = stopWith(
	'Write it down',
	at(14, ROW),
	"={{ JSON.stringify($('What came of it').first().json.problem) }}",
);

const NOTHING = 'Nothing was created';

const refused = endingPage(
	'Not now',
	at(8, 3),
	NOTHING,
	'={{ $json.error }} {{ $json.message }}',
	'pinterest-ads-launch-not-now',
);

/** With a link to the form as it was filled in. */
const whatToSay = automation('What to say', at(2, ROW + 3), 'endLaunch', ANSWERS);

const notAnyMore = endingPage(
	'Not any more',
	at(3, ROW + 3),
	NOTHING,
	'={{ $json.page }}',
	'pinterest-ads-launch-not-any-more',
);

const noTable = endingPage(
	'No table',
	at(4, ROW + 3),
	NOTHING,
	'The table pinterest_launches, which keeps two people from launching the same campaign at once, is missing or cannot be written to. Run the workflow “Make the tables for Pinterest Ads”, which makes it, and send the form again.',
	'pinterest-ads-launch-no-table',
);

const whoHasIt = automation('Who has it', at(6, ROW + 3), 'endLaunch', ANSWERS);

const taken = endingPage(
	'Somebody else has it',
	at(8, ROW + 3),
	NOTHING,
	"={{ $('Who has it').first().json.page }}",
	'pinterest-ads-launch-somebody-else',
);

const takenMeanwhile = endingPage(
	'Somebody else was first',
	at(9, ROW + 3),
	NOTHING,
	'This campaign is being launched right now, by somebody who sent the form at the same moment. Wait a minute, and send it again: it completes what is missing and creates nothing twice.',
	'pinterest-ads-launch-somebody-first',
);

export default workflow({
	file: 'campaign-launch',
	id: 'pinAdsLaunch',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	// A claim lasts five minutes longer: no launch outlives it. The pages are over five minutes before.
	executionTimeout: 1800,
	paths: [
		[launchForm, yourCeiling, connection, askForTheGoal, whatIsItFor, readTheGoal, canItBe],
		[canItBe, whatThereIs, askForTheDetails, theDetails, readTheDetails, isItAllRight],
		[no(canItBe), askForTheGoal],
		[no(isItAllRight), askForTheDetails],
		[isItAllRight, connectionNow, mayItBeLaunched, askForTheName, sendLaterOnesAway],
		[sendLaterOnesAway, whoElseLaunchesIt, isItOurTurn],
		[isItOurTurn, takeTheName, isItOurs, launch, whatCameOfIt],
		[whatCameOfIt, freeTheName, forgetOldOnes, launched, didItFail, writeItDown],
		[failed(askForTheGoal), refused],
		[failed(readTheGoal), refused],
		[failed(whatThereIs), refusal.isRefused, refusal.mark],
		[failed(whatThereIs), refused],
		[failed(mayItBeLaunched), whatToSay, notAnyMore],
		[failed(askForTheName), noTable],
		[failed(isItOurTurn), whoHasIt, stepBack, taken],
		[no(isItOurs), takenMeanwhile],
		[failed(launch), refusal.isRefused],
		[failed(launch), whatCameOfIt],
	],
	overview,
	notes,
});
