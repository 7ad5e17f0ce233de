import {
	at,
	byId,
	call,
	called,
	decide,
	failed,
	fields,
	isEmpty,
	isFilled,
	isTrue,
	no,
	node,
	note,
	pinterestAds,
	rows,
	stop,
	workflow,
} from '../builder/index.mts';
import { AUDIENCES, CONNECTION } from '../../worker/src/automation/tables.ts';

const anAudienceToSync = called('An audience to sync', at(0, 0), {
	audience_key: 'string',
	sync_round: 'number',
});

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(1, 0),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

const isThereOne = decide('Is there one?', at(2, 0), isFilled('={{ $json.audience_key }}'));

const wasItOnAList = decide(
	'Was it on a list?',
	at(3, 2),
	isTrue(
		"={{ ($('An audience to sync').first().json.sync_round ?? '') !== '' && Boolean($('An audience to sync').first().json.audience_key) }}",
	),
);

const itIsGone = fields('It is gone', at(4, 2), [
	['audience_key', 'string', "={{ $('An audience to sync').first().json.audience_key }}"],
	['outcome', 'string', 'skipped'],
	['reason', 'string', 'Its row was deleted from the table pinterest_audiences meanwhile.'],
	['retry_after_ms', 'number', 0],
]);

const noSuchAudience = stop(
	'No such audience',
	at(4, 4),
	"={{ $('An audience to sync').first().json.audience_key ? 'There is no audience “' + $('An audience to sync').first().json.audience_key + '” in the table pinterest_audiences. Add it there, or with the form “add contacts”.' : 'The table pinterest_audiences has a row without an audience_key. Give it one, the name in lower case, or delete it.' }}",
);

const connection = rows(CONNECTION).get(
	'Connection',
	at(3, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const mayItBeSynced = fields('May it be synced?', at(4, 0), [
	[
		'reason',
		'string',
		"={{ $json.status !== 'active' ? 'Pinterest is not connected (' + ($json.status ?? 'no connection') + '). ' + [$json.message, $json.status === undefined ? 'Run the workflow set-up, then connect.' : $json.hint].filter(Boolean).join(' ') : ($('An audience to sync').first().json.sync_round ?? '') !== '' && Number($('An audience to sync').first().json.sync_round) !== ($('Audience record').first().json.sync_round ?? 0) ? 'Another run has taken it meanwhile.' : ($('An audience to sync').first().json.sync_round ?? '') !== '' && $('Audience record').first().json.active !== true ? 'It is not active any more.' : $('Audience record').first().json.sync_status === 'syncing' && new Date($('Audience record').first().json.sync_started_at ?? 0).getTime() > $now.toMillis() - 15 * 60000 ? 'Another run is at it, since ' + $('Audience record').first().json.sync_started_at + '.' : '' }}",
	],
]);

const isItFree = decide('Is it free?', at(5, 0), isEmpty('={{ $json.reason }}'));

const takeIt = rows(AUDIENCES).update(
	'Take it',
	at(6, 0),
	{
		where: [
			['id', 'eq', "={{ $('Audience record').first().json.id }}"],
			['sync_round', 'eq', "={{ $('Audience record').first().json.sync_round }}"],
		],
		set: {
			sync_status: 'syncing',
			sync_started_at: '={{ $now.toISO() }}',
			sync_round: "={{ ($('Audience record').first().json.sync_round ?? 0) + 1 }}",
			claimed_by: '={{ String($execution.id) }}',
		},
	},
	{ alwaysOutputData: true },
);

const whoHasIt = rows(AUDIENCES).get(
	'Who has it',
	at(7, 0),
	{ where: [['id', 'eq', "={{ $('Audience record').first().json.id }}"]], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItOurs = decide(
	'Is it ours?',
	at(8, 0),
	isTrue('={{ $json.claimed_by === String($execution.id) }}'),
);

const fetchTheContacts = call(
	'Fetch the contacts',
	at(9, 0),
	'pinAdsContacts',
	{ audience_key: ['string', "={{ $('An audience to sync').first().json.audience_key }}"] },
	{ alwaysOutputData: true, onError: 'continueErrorOutput' },
);

const allContacts = node('All contacts', at(10, 0), 'aggregate', 1, {
	fieldsToAggregate: { fieldToAggregate: [{ fieldToAggregate: 'record' }] },
	options: {},
});

const syncWithPinterest = pinterestAds(
	'Sync with Pinterest',
	at(11, 0),
	'audience',
	'sync',
	{
		adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}"),
		name: "={{ $('Audience record').first().json.name }}",
		recordsFrom: 'field',
		records: '={{ $json.record }}',
		listType: "={{ $('Audience record').first().json.list_type || 'EMAIL' }}",
		audienceId: byId("={{ $('Audience record').first().json.pinterest_audience_id ?? '' }}"),
		options: {
			customerListId: "={{ $('Audience record').first().json.customer_list_id ?? '' }}",
			id: "={{ $('An audience to sync').first().json.audience_key }}",
		},
	},
	{ onError: 'continueErrorOutput' },
);

const markAsSynced = rows(AUDIENCES).update(
	'Mark as synced',
	at(12, 0),
	{
		where: [
			['id', 'eq', "={{ $('Audience record').first().json.id }}"],
			['claimed_by', 'eq', '={{ String($execution.id) }}'],
		],
		set: {
			sync_status: '={{ $json.sync_status }}',
			pinterest_audience_id: '={{ $json.pinterest_audience_id }}',
			customer_list_id: '={{ $json.customer_list_id }}',
			list_status: '={{ $json.list_status }}',
			audience_status: '={{ $json.audience_status }}',
			audience_size: '={{ $json.size }}',
			contacts_received: '={{ $json.counts.received }}',
			contacts_valid: '={{ $json.counts.valid }}',
			contacts_invalid: '={{ $json.counts.invalid }}',
			contacts_duplicate: '={{ $json.counts.duplicate }}',
			contacts_sent: '={{ $json.counts.sent }}',
			warning: "={{ $json.warnings.join(' ') }}",
			error_message: '',
			last_synced_at: '={{ $json.last_synced_at }}',
			error_kind: '',
		},
	},
	{ alwaysOutputData: true },
);

const markAsError = rows(AUDIENCES).update(
	'Mark as error',
	at(12, 2),
	{
		where: [
			['id', 'eq', "={{ $('Audience record').first().json.id }}"],
			['claimed_by', 'eq', '={{ String($execution.id) }}'],
		],
		set: {
			sync_status: 'error',
			pinterest_audience_id:
				"={{ $json.details?.record?.pinterest_audience_id ?? $('Audience record').first().json.pinterest_audience_id }}",
			customer_list_id:
				"={{ $json.details?.record?.customer_list_id ?? $('Audience record').first().json.customer_list_id }}",
			list_status:
				"={{ $json.details?.record?.list_status ?? $('Audience record').first().json.list_status }}",
			audience_status:
				"={{ $json.details?.record?.audience_status ?? $('Audience record').first().json.audience_status }}",
			contacts_received:
				"={{ $json.details?.record?.counts.received ?? $('Audience record').first().json.contacts_received }}",
			contacts_valid:
				"={{ $json.details?.record?.counts.valid ?? $('Audience record').first().json.contacts_valid }}",
			contacts_invalid:
				"={{ $json.details?.record?.counts.invalid ?? $('Audience record').first().json.contacts_invalid }}",
			contacts_duplicate:
				"={{ $json.details?.record?.counts.duplicate ?? $('Audience record').first().json.contacts_duplicate }}",
			contacts_sent:
				"={{ $json.details?.record?.counts.sent ?? $('Audience record').first().json.contacts_sent }}",
			warning: "={{ ($json.details?.record?.warnings ?? []).join(' ') }}",
			error_message:
				"={{ [$json.error?.message ?? $json.error, $json.message].filter(Boolean).map((text) => /[.!?]$/.test(text) ? text : text + '.').join(' ') }}",
			error_kind: "={{ $json.details?.kind ?? 'contacts' }}",
		},
	},
	{ alwaysOutputData: true },
);

const wasTheTokenRefused = decide(
	'Was the token refused?',
	at(13, 2),
	isTrue("={{ $json.error_kind === 'token-expired' }}"),
);

const markTheConnection = rows(CONNECTION).update(
	'Mark the connection',
	at(14, 2),
	{
		where: [
			['connection_key', 'eq', 'main'],
			['status', 'eq', 'active'],
		],
		set: {
			status: 'unauthorized',
			is_token_valid: false,
			message: "={{ $('Sync with Pinterest').first(1).json.error }}",
			hint: "={{ $('Sync with Pinterest').first(1).json.details?.hint ?? $('Sync with Pinterest').first(1).json.message }}",
			checked_at: '={{ $now.toISO() }}',
		},
	},
	{ alwaysOutputData: true },
);

const itsRecord = rows(AUDIENCES).get(
	'Its record',
	at(15, 5),
	{ where: [['id', 'eq', "={{ $('Audience record').first().json.id }}"]], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const whatCameOfIt = fields(
	'What came of it',
	at(16, 5),
	[
		[
			'outcome',
			'string',
			"={{ $('Connection').first().json.status !== 'active' ? 'resting' : $('May it be synced?').first().json.reason || $json.claimed_by !== String($execution.id) ? 'skipped' : $json.sync_status === 'synced' ? 'synced' : 'error' }}",
		],
		[
			'reason',
			'string',
			"={{ $('May it be synced?').first().json.reason || ($json.id === undefined ? 'Its row was deleted from the table pinterest_audiences meanwhile.' : $json.claimed_by !== String($execution.id) ? 'Another run has taken it meanwhile.' : $json.sync_status === 'synced' ? '' : $json.error_message) }}",
		],
		[
			'retry_after_ms',
			'number',
			"={{ $('Sync with Pinterest').isExecuted ? $('Sync with Pinterest').all(1)[0]?.json.details?.retry_after_ms ?? 0 : 0 }}",
		],
	],
	'all',
);

export default workflow({
	file: 'sync-audience',
	id: 'pinAdsSyncAudience',
	name: 'sync one audience',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			anAudienceToSync,
			audienceRecord,
			isThereOne,
			connection,
			mayItBeSynced,
			isItFree,
			takeIt,
			whoHasIt,
			isItOurs,
			fetchTheContacts,
			allContacts,
			syncWithPinterest,
			markAsSynced,
			itsRecord,
			whatCameOfIt,
		],
		[no(isThereOne), wasItOnAList, itIsGone],
		[no(wasItOnAList), noSuchAudience],
		[no(isItFree), itsRecord],
		[no(isItOurs), itsRecord],
		[failed(fetchTheContacts), markAsError, wasTheTokenRefused, markTheConnection, itsRecord],
		[failed(syncWithPinterest), markAsError],
		[no(wasTheTokenRefused), itsRecord],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -520], width: 440, height: 390, color: 'red' },
			`## Imported in the editor? Choose first
1. Your Pinterest credential in *Sync with Pinterest*. The list has both kinds, OAuth2 and pasted token.
2. The workflow *contacts of an audience* in *Fetch the contacts*. As imported, it shows an ID: open the list and choose the name.
3. The workflow *error handler* as the error workflow, in the settings of this workflow. Publish that one first: until then it is grey.
4. In the same settings: **Save successful production executions**: *Do not save*.
5. Publish.`,
		),
		note(
			'What it does',
			{ at: [440, -520], width: 760, height: 400, color: 'green' },
			`## One audience, from its record to Pinterest
Other workflows call this one with an **audience_key** of the table **pinterest_audiences**. It takes the row (*syncing*), fetches the contacts, sends them to Pinterest as a Customer List with its audience, and writes down what came of it: *synced* with the IDs at Pinterest and the counts, or *error* with what to do, and with the IDs and counts as far as it got. An audience that Pinterest knows already is extended, never created twice.

Two runs never work on the same audience: the second one is told *skipped*. A row that has been *syncing* for more than 15 minutes is free again.

While Pinterest is not connected nothing is touched (*resting*). If Pinterest refuses the token, the row in **pinterest_connection** says so, and the schedules rest until you connect again.

The caller is given the row with its **outcome** and **reason**. An execution that succeeds is not stored, as it holds the contacts.`,
		),
	],
});
