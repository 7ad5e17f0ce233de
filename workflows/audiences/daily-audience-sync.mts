import { at, no, node, note, rows, schedule, workflow } from '../builder/index.mts';
import { AUDIENCES } from '../../worker/src/automation/tables.ts';
import { connectionRow, isActive, restOrSayWhy, startedOtherwise } from '../parts/gate.mts';
import { syncLoop } from '../parts/syncLoop.mts';

const everyDayAt0600UTC = schedule('Every day at 06:00 UTC', at(0, 0), 'audienceSync');

const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

const connection = connectionRow(1, 0);

const isItActive = isActive(2, 0);

const { startedByHand, notConnected } = restOrSayWhy(3, 2);

const loop = syncLoop(
	"={{ $json.sync_status === 'syncing' ? !(new Date($json.sync_started_at ?? 0).getTime() > $now.toMillis() - 15 * 60000) : $json.sync_status !== 'synced' || !$json.last_synced_at || $json.sync_daily === true || new Date($json.contacts_added_at ?? 0).getTime() > new Date($json.sync_started_at ?? $json.last_synced_at).getTime() }}",
);

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
		[everyDayAt0600UTC, connection, isItActive, loop.start],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(isItActive), startedByHand, notConnected],
		...loop.paths,
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
