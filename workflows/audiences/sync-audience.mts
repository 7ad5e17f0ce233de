import {
	at,
	automation,
	byId,
	call,
	called,
	decide,
	failed,
	fields,
	isEmpty,
	isTrue,
	no,
	groupNote,
	nothing,
	pinterestAds,
	rows,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import { refusedToken } from '../parts/refusedToken.mts';
import { AUDIENCES, CONNECTION, CONTACTS } from '../../worker/src/automation/tables.ts';

const asked = called('An audience to sync', at(0, 0), {
	audience_key: 'string',
	sync_round: 'number',
	audience: 'object',
	connection: 'object',
});

const areGiven = decide(
	'Are its rows given?',
	at(1, 0),
	isTrue('={{ Boolean($json.audience && $json.connection) }}'),
);

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(2, 2),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

const connection = rows(CONNECTION).get(
	'Connection',
	at(3, 2),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const itsRows = fields('Its rows', at(4, 2), [
	['audience_key', 'string', "={{ $('An audience to sync').first().json.audience_key }}"],
	['sync_round', 'string', "={{ $('An audience to sync').first().json.sync_round }}"],
	['audience', 'object', "={{ $('Audience record').first().json }}"],
	['connection', 'object', '={{ $json }}'],
]);

const plan = automation('May it be synced?', at(5, 0), 'planSync');

const isFree = decide('Is it free?', at(6, 0), isEmpty('={{ $json.outcome }}'));

const leftAlone = nothing('Left alone', at(7, 3));

const take = rows(AUDIENCES).update(
	'Take it',
	at(7, 0),
	{
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['sync_round', 'eq', '={{ $json.round }}'],
			['active', 'eq', '={{ $json.active }}'],
		],
		set: {
			sync_status: 'syncing',
			sync_started_at: '={{ $json.sync_started_at }}',
			sync_round: '={{ $json.sync_round }}',
			claimed_by: '={{ $json.claimed_by }}',
		},
	},
	{ alwaysOutputData: true },
);

// SQLite may give the row back although another run was quicker: what is in it counts.
const isOurs = decide('Is it ours?', at(8, 0), isTrue('={{ $json.claimed_by === $execution.id }}'));

const contacts = rows(CONTACTS).get(
	'Contacts',
	at(9, 0),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']] },
	{ alwaysOutputData: true, onError: 'continueErrorOutput' },
);

// Given one item even where both are on, so that it is called once.
const contactsFromElsewhere = call(
	'Contacts from elsewhere',
	at(10, 0),
	'pinAdsContacts',
	{ audience_key: ['string', "={{ $('Take it').first().json.audience_key }}"] },
	{ disabled: true, alwaysOutputData: true, executeOnce: true, onError: 'continueErrorOutput' },
);

const gather = automation(
	'All contacts',
	at(11, 0),
	'gatherContacts',
	{ audience: "={{ $('Take it').first().json }}" },
	{ onError: 'continueErrorOutput' },
);

const sync = pinterestAds(
	'Sync with Pinterest',
	at(12, 0),
	'audience',
	'sync',
	{
		adAccountId: byId("={{ $('May it be synced?').first().json.ad_account_id }}"),
		name: '={{ $json.name }}',
		recordsFrom: 'field',
		records: '={{ $json.records }}',
		listType: '={{ $json.list_type }}',
		audienceId: byId('={{ $json.pinterest_audience_id }}'),
		options: {
			customerListId: '={{ $json.customer_list_id }}',
			id: '={{ $json.audience_key }}',
			maxMinutes: 30,
		},
	},
	{ onError: 'continueErrorOutput' },
);

const record = automation('How it ended', at(13, 0), 'recordSync', {
	audience: "={{ $('Take it').first().json }}",
});

const write = rows(AUDIENCES).update(
	'Write it down',
	at(14, 0),
	{
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['claimed_by', 'eq', '={{ $json.claimed_by }}'],
		],
	},
	{ alwaysOutputData: true },
);

const isWritten = decide('Is it written down?', at(15, 0), isTrue('={{ Boolean($json.id) }}'));

const refused = refusedToken(13, -3);

const itsRowNow = rows(AUDIENCES).get(
	'Its row now',
	at(15, 3),
	{ where: [['id', 'eq', "={{ $('May it be synced?').first().json.id }}"]], limit: 1 },
	{ alwaysOutputData: true },
);

const report = automation('What came of it', at(16, 0), 'reportSync', {
	failure: "={{ $('Sync with Pinterest').isExecuted && $('Sync with Pinterest').all(1)[0]?.json }}",
});

export default workflow({
	file: 'sync-audience',
	id: 'pinAdsSyncAudience',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	// Before the claim is over, nothing is begun any more: see the lease of a claim in the worker.
	executionTimeout: 20 * 60,
	paths: [
		[asked, areGiven, plan, isFree, take, isOurs, contacts, contactsFromElsewhere],
		[contactsFromElsewhere, gather, sync, record, write, isWritten, report],
		[no(areGiven), audienceRecord, connection, itsRows, plan],
		[no(isFree), leftAlone],
		[no(isOurs), itsRowNow, report],
		[no(isWritten), itsRowNow],
		[failed(contacts), record],
		[failed(contactsFromElsewhere), record],
		[failed(gather), record],
		// The one that is higher on the canvas comes first: the last is what the caller is given.
		[failed(sync), refused.isRefused, refused.mark],
		[failed(sync), record],
	],
	overview: {
		forWhom: `For ${named('pinAdsDailySync')}, ${named('pinAdsBulkSync')} and ${named('pinAdsSyncNow')}, and for workflows of yours: call it with an **audience_key** of the table **pinterest_audiences**.`,
		howItWorks: `It takes the row (*syncing*), reads the contacts, sends them to Pinterest as a Customer List with its audience, and writes down what came of it: *synced* with the IDs at Pinterest and the counts, or *error* with what to do. An audience that Pinterest knows already is extended, never created twice. The caller is given the row with its **outcome** and **reason**.`,
		makeItYours:
			'The contacts may come from elsewhere: see the note *Where the contacts come from*. An execution that succeeds is not stored, as it holds them.',
	},
	notes: [
		groupNote(
			'One run at a time',
			{ at: [480, -220], width: 1440, height: 140 },
			`Two runs never work on the same audience: who takes it first has it for an hour, and the other one is told *skipped*. Whatever became of the run, nobody else takes it before. After that nobody can be at it any more, as this workflow stops by itself: the *Timeout* in its settings, and *Max Minutes* of the sync.

While Pinterest is not connected, nothing is touched (*resting*).`,
		),
		groupNote(
			'Where the contacts come from',
			{ at: [1960, -300], width: 660, height: 240 },
			`As it comes, from the table **pinterest_contacts**.

**From a Google Sheet, a database, a file:** switch *Contacts* off and *Contacts from elsewhere* on (select the node and press D), and choose there the workflow that gives them: ${named('pinAdsSheetContacts')}, ${named('pinAdsSqlContacts')}, ${named('pinAdsCsvContacts')}, or one of your own. It is given **audience_key** and gives back one item for each contact, with the email address or device ID in **record**. Publish again.`,
		),
		groupNote(
			'What is written down',
			{ at: [2660, -400], width: 1120, height: 100 },
			'If Pinterest refuses the token, the row in **pinterest_connection** says so, and the schedules rest until you connect again.',
		),
	],
});
