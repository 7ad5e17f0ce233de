import {
	answerWithPage,
	at,
	automation,
	browserPage,
	byId,
	call,
	decide,
	failed,
	groupNote,
	isTrue,
	no,
	output,
	pinterestAds,
	rows,
	sendOn,
	withoutWaiting,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import { dashboardTables } from '../parts/dashboardTables.mts';
import { route } from '../parts/route.mts';
import { AUDIENCES, CONNECTION } from '../../worker/src/automation/tables.ts';

const page = browserPage('Dashboard', at(0, 0), 'pinterest-dashboard', 'pinterest-ads-dashboard');

const whatIsWanted = automation('What is wanted', at(1, 0), 'readDashboardRequest');

const WANTS = ['page', 'diagnosis', 'sync', 'sync_all', 'nothing'] as const;
const wants = (one: (typeof WANTS)[number]) => output(whichWay, WANTS.indexOf(one));
const whichWay = route('Which way?', at(2, 0), '={{ $json.wants }}', WANTS);

// 1. The page

const whichAccount = rows(CONNECTION).get(
	'Which ad account',
	at(3, -5),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const askPinterest = pinterestAds(
	'Ask Pinterest',
	at(4, -5),
	'campaign',
	'get',
	{
		adAccountId: byId('={{ $json.ad_account_id }}'),
		campaignId: byId("={{ $('What is wanted').first().json.campaign_id }}"),
		diagnose: true,
	},
	// Whatever Pinterest does, there is a page.
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const { tables, begins, namesOfTables } = dashboardTables(4, -2);

const makeThePage = automation('Page', at(11, -2), 'createDashboard', {
	requestFrom: whatIsWanted.name,
	...namesOfTables,
	diagnosisFrom: askPinterest.name,
});

const show = answerWithPage('Show the page', at(12, -2), '={{ $json.html }}');

// 2. The buttons

const goesOn = { onError: 'continueErrorOutput' } as const;
/** Where an error has an output of its own, n8n takes from the begun workflow what it was to begin with. */
const begun = { onError: 'continueRegularOutput' } as const;

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(4, 1),
	{
		where: [['audience_key', 'eq', '={{ $json.audience_key }}']],
		limit: 1,
	},
	{ alwaysOutputData: true },
);

const isItQuick = decide(
	'Is it quick?',
	at(5, 1),
	isTrue('={{ ($json.contacts_sent ?? 0) <= 20000 }}'),
);

const AUDIENCE_KEY = {
	audience_key: ['string', "={{ $('What is wanted').first().json.audience_key }}"],
} as const;

const syncTheAudience = call(
	'Sync the audience',
	at(6, 1),
	'pinAdsSyncAudience',
	AUDIENCE_KEY,
	goesOn,
);

const beginTheSync = withoutWaiting(
	call('Begin the sync', at(6, 3), 'pinAdsSyncAudience', AUDIENCE_KEY, begun),
);

const beginToSyncAll = withoutWaiting(
	call('Begin to sync all', at(4, 5), 'pinAdsBulkSync', {}, begun),
);

const whatCameOfIt = automation('What came of it', at(8, 1), 'answerDashboardButton', {
	requestFrom: whatIsWanted.name,
});

const itHasBegun = automation('It has begun', at(8, 4), 'answerDashboardButton', {
	cameOf: 'started',
	requestFrom: whatIsWanted.name,
});

const backToThePage = sendOn('Back to the page', at(9, 2), '={{ $json.address }}');

export default workflow({
	file: 'dashboard',
	id: 'pinAdsDashboard',
	// Rows of conversions hold hashed people, and nobody needs to know who has looked at the page.
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[page, whatIsWanted, whichWay],
		[output(page, 1), whatIsWanted],
		[wants('page'), begins],
		[wants('diagnosis'), whichAccount, askPinterest, begins],
		...tables.slice(1).map((table, n) => [tables[n], table] as const),
		[tables[tables.length - 1], makeThePage, show],
		[wants('sync'), audienceRecord, isItQuick, syncTheAudience, whatCameOfIt, backToThePage],
		[no(isItQuick), beginTheSync, itHasBegun, backToThePage],
		[wants('sync_all'), beginToSyncAll, itHasBegun],
		[wants('nothing'), whatCameOfIt],
		[failed(syncTheAudience), whatCameOfIt],
	],
	overview: {
		forWhom:
			'For everybody who wants to see at a glance whether Pinterest works, what it brings, and what needs a hand.',
		howItWorks: `Open the **production URL** of the node *Dashboard* in a browser. The page is made out of this n8n’s tables: the connection, each audience with a button *Sync now*, the figures of the campaigns beside those of the days before, conversions, failures, and what runs next. It says how old each figure is, and asks Pinterest only where you choose *Ask Pinterest why*: it works while Pinterest does not answer.

*Sync now* hands one audience to ${named('pinAdsSyncAudience')}, *Sync all* starts ${named('pinAdsBulkSync')}. The page comes back with what came of it; reloading it does nothing again. Executions are not stored.`,
		set: [
			'If you want to see what is published, switch *Workflows of n8n* on (select it and press D), with a **credential** for n8n’s API.',
		],
		makeItYours:
			'In *Page*, **Monthly Budget** shows what is spent beside what you mean to spend. The address is the *Path* of *Dashboard*.',
	},
	notes: [
		groupNote(
			'The page',
			{ at: [856, -820], width: 1040, height: 140 },
			'Each table is read once, and one that cannot be read costs its own part of the page only. *Workflows of n8n* comes switched off: until it is on, the page tells schedules as they are shipped. The installation switches it on.',
		),
		groupNote(
			'The buttons',
			{ at: [856, 620], width: 1040, height: 140 },
			'A button is obeyed only if it brings the key of a page of today or yesterday, so that no other site can press it. An audience of more than 20,000 contacts is begun without waiting for its end.',
		),
	],
});
