import { no, note, workflow } from '../builder/index.mts';
import { connectionRow, isActive, restOrSayWhy, startedOtherwise } from '../parts/gate.mts';
import { syncLoop } from '../parts/syncLoop.mts';

const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 0);

const connection = connectionRow(1, 0);

const isItActive = isActive(2, 0);

const { startedByHand, notConnected } = restOrSayWhy(3, 2);

const loop = syncLoop(
	"={{ $json.sync_status === 'syncing' ? !(new Date($json.sync_started_at ?? 0).getTime() > $now.toMillis() - 15 * 60000) : $json.sync_status !== 'synced' || !$json.last_synced_at }}",
);

export default workflow({
	file: 'bulk-sync',
	id: 'pinAdsBulkSync',
	name: 'bulk sync',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[runNow, connection, isItActive, loop.start],
		[fromAnotherWorkflow, connection],
		[no(isItActive), startedByHand, notConnected],
		...loop.paths,
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
			{ at: [440, -560], width: 760, height: 300, color: 'green' },
			`## All audiences at once
**Run now** takes each audience of the table **pinterest_audiences** that is **active** and was never synced, or ended with an error. One that was left *syncing* by a crash is taken as well, 15 minutes after it began.

They are synced one after another. One that fails does not stop the rest: its row says *error* with the reason, and the next run takes it again. When all are done and any has failed, the error handler is told which.

Two runs at the same time share the work: what one has taken, the other leaves alone.`,
		),
	],
});
