import {
	at,
	call,
	calledByOthers,
	decide,
	each,
	equals,
	failed,
	fields,
	isTrue,
	manualTrigger,
	no,
	node,
	note,
	nothing,
	oneByOne,
	only,
	rows,
	schedule,
	stop,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { AUDIENCES, CONNECTION } from '../../worker/src/automation/tables.ts';

const everyDayAt0600UTC = schedule('Every day at 06:00 UTC', at(0, 0), 'audienceSync');

const runNow = manualTrigger('Run now', at(0, 2));

const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 4));

const connection = rows(CONNECTION).get(
	'Connection',
	at(1, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItActive = decide('Is it active?', at(2, 0), equals('={{ $json.status }}', 'active'));

const startedByHand = only(
	'Started by hand?',
	at(3, 2),
	isTrue("={{ $execution.mode === 'test' }}"),
);

const notConnected = stop(
	'Not connected',
	at(4, 2),
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}",
);

const activeAudiences = rows(AUDIENCES).get(
	'Active audiences',
	at(3, 0),
	{ where: [['active', 'isTrue']], orderBy: ['id', 'ASC'] },
	{ executeOnce: true },
);

const due = only(
	'Due',
	at(4, 0),
	isTrue(
		"={{ $json.sync_status === 'syncing' ? !(new Date($json.sync_started_at ?? 0).getTime() > $now.toMillis() - 15 * 60000) : $json.sync_status !== 'synced' || !$json.last_synced_at || $json.sync_daily === true || new Date($json.contacts_added_at ?? 0).getTime() > new Date($json.sync_started_at ?? $json.last_synced_at).getTime() }}",
	),
);

const oneAfterAnother = oneByOne('One after another', at(5, 0));

const syncTheAudience = call(
	'Sync the audience',
	at(6, 1),
	'pinAdsSyncAudience',
	{
		audience_key: ['string', '={{ $json.audience_key }}'],
		sync_round: ['number', '={{ $json.sync_round ?? 0 }}'],
	},
	{ onError: 'continueErrorOutput' },
);

const markAsError = rows(AUDIENCES).update(
	'Mark as error',
	at(7, 2),
	{
		where: [
			['id', 'eq', "={{ $('One after another').first(1).json.id }}"],
			['sync_status', 'neq', 'synced'],
		],
		set: {
			sync_status: 'error',
			error_message: '=The sync could not be run: {{ $json.error?.message ?? $json.error }}',
			error_kind: 'workflow',
		},
	},
	{ alwaysOutputData: true },
);

const notSynced = fields(
	'Not synced',
	at(8, 2),
	[
		['audience_key', 'string', "={{ $('One after another').first(1).json.audience_key }}"],
		['name', 'string', "={{ $('One after another').first(1).json.name }}"],
		['outcome', 'string', 'error'],
		[
			'reason',
			'string',
			"=The sync could not be run: {{ $('Sync the audience').first(1).json.error?.message ?? $('Sync the audience').first(1).json.error }}",
		],
		['error_kind', 'string', 'workflow'],
	],
	'none',
	{ executeOnce: true },
);

const allOfThem = node('All of them', at(6, -1), 'aggregate', 1, {
	aggregate: 'aggregateAllItemData',
	destinationFieldName: 'audiences',
	options: {},
});

const whatCameOfThem = fields('What came of them', at(7, -1), [
	['audiences', 'number', '={{ $json.audiences.length }}'],
	['synced', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'synced').length }}"],
	['errors', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'error').length }}"],
	['skipped', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'skipped').length }}"],
	['resting', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'resting').length }}"],
	[
		'failed',
		'array',
		"={{ $json.audiences.filter((one) => one.outcome === 'error').map((one) => ({ audience: one.name || one.audience_key, reason: one.reason, kind: one.error_kind })).sort((one, other) => Number(other.kind === 'token-expired') - Number(one.kind === 'token-expired')) }}",
	],
	[
		'retryable',
		'boolean',
		"={{ $json.audiences.filter((one) => one.outcome === 'error').some((one) => ['rate-limited', 'unavailable', 'network', 'outcome-unknown'].includes(one.error_kind)) && !$json.audiences.some((one) => one.outcome === 'error' && one.error_kind === 'token-expired') }}",
	],
	[
		'retry_after_ms',
		'number',
		"={{ Math.max(0, ...$json.audiences.filter((one) => one.outcome === 'error').map((one) => one.retry_after_ms ?? 0)) }}",
	],
]);

const didAnyFail = decide('Did any fail?', at(8, -1), isTrue('={{ $json.errors > 0 }}'));

const tellTheErrorHandler = stopWith(
	'Tell the error handler',
	at(9, -2),
	"={{ JSON.stringify({ message: $json.errors + ' of ' + $json.audiences + ($json.audiences === 1 ? ' audience' : ' audiences') + ' could not be synced: ' + $json.failed.slice(0, 3).map((one) => '“' + one.audience + '”: ' + one.reason).join(' ') + ($json.errors > 3 ? ' And ' + ($json.errors - 3) + ' more.' : ''), description: 'Each row of the table pinterest_audiences says in error_message why.' + ($json.resting > 0 ? ' ' + $json.resting + ' more rest, because Pinterest is not connected any more.' : '') + ' The next run takes them again.', kind: ($json.failed.find((one) => $json.retryable && ['rate-limited', 'unavailable', 'network', 'outcome-unknown'].includes(one.kind)) ?? $json.failed[0]).kind, retryable: $json.retryable, retry_after_ms: $json.retry_after_ms || undefined }) }}",
);

const allIsWell = nothing('All is well', at(9, 0));

const n8nWasStarted = node('n8n was started', at(0, 7), 'n8nTrigger', 1, { events: ['init'] });

const markWhatWasCutOff = rows(AUDIENCES).update(
	'Mark what was cut off',
	at(1, 7),
	{
		where: [['sync_status', 'eq', 'syncing']],
		set: {
			sync_status: 'error',
			error_message:
				'n8n was stopped while this audience was being synced. The next sync goes on there.',
			error_kind: 'interrupted',
		},
	},
	{ onError: 'continueRegularOutput' },
);

export default workflow({
	file: 'daily-audience-sync',
	id: 'pinAdsDailySync',
	name: 'daily audience sync',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			everyDayAt0600UTC,
			connection,
			isItActive,
			activeAudiences,
			due,
			oneAfterAnother,
			allOfThem,
			whatCameOfThem,
			didAnyFail,
			tellTheErrorHandler,
		],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(isItActive), startedByHand, notConnected],
		[each(oneAfterAnother), syncTheAudience, oneAfterAnother],
		[failed(syncTheAudience), markAsError, notSynced, oneAfterAnother],
		[no(didAnyFail), allIsWell],
		[n8nWasStarted, markWhatWasCutOff],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -560], width: 440, height: 300, color: 'red' },
			`## Imported in the editor? Choose first
1. The workflow *sync one audience* in *Sync the audience*. As imported, it shows an ID: open the list and choose the name.
2. The workflow *error handler* as the error workflow, in the settings of this workflow. Publish that one first: until then it is grey.
3. Publish.`,
		),
		note(
			'What it does',
			{ at: [440, -560], width: 760, height: 440, color: 'green' },
			`## Every morning, what has to be synced
Every day at 06:00 UTC this takes each audience of the table **pinterest_audiences** that is **active** and
- is new, that is, was never synced,
- or has had contacts added since its last sync,
- or ended with an error,
- or has **sync_daily** on. Switch that on where the contacts come from a sheet, a database or an address, as nobody can know there what was added.

They are synced one after another. One that fails does not stop the rest: its row says *error* with the reason, and the next run takes it again. When all are done and any has failed, the error handler is told which.

While Pinterest is not connected it rests silently; *Run now* says why.

When n8n starts, rows that were *syncing* when it was stopped are marked as *error*, so that the next run goes on there.`,
		),
	],
});
