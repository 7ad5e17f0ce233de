import { note, workflow } from '../builder/index.mts';
import { startedOtherwise } from '../parts/gate.mts';
import { syncLoop } from '../parts/syncLoop.mts';

const { runNow, fromAnotherWorkflow } = startedOtherwise();
const { begin, nodes, paths } = syncLoop('bulk');

export default workflow({
	file: 'bulk-sync',
	id: 'pinAdsBulkSync',
	name: 'bulk sync',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	nodes: [runNow, fromAnotherWorkflow, ...nodes],
	paths: [[runNow, begin], [fromAnotherWorkflow, begin], ...paths],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -800], width: 480, height: 300, color: 'red' },
			`## Imported in the editor? Choose first
1. The workflow *sync one audience* in *Sync the audience*. As imported, it shows an ID: open the list and choose the name.
2. The workflow *error handler* as the error workflow, in the settings of this workflow. Publish that one first: until then it is grey.
3. Publish.`,
		),
		note(
			'What it does',
			{ at: [-40, -460], width: 480, height: 360, color: 'yellow' },
			`## Sync all audiences to Pinterest at once
**For** everybody who has audiences in the table **pinterest_audiences** that are not at Pinterest yet.

**How it works:** *Run now* takes each audience that is **active** and was never synced, or ended with an error. Two runs at the same time share the work: what one has taken, the other leaves alone.

**Set up:** nothing but what the red note says. To have it done every morning, use *daily audience sync*.`,
		),
		note(
			'About the start',
			{ at: [480, -360], width: 400, height: 160, color: 'green' },
			`### Is Pinterest connected?
While it is not, nothing is touched, and *Run now* says why.`,
		),
		note(
			'About each audience',
			{ at: [920, -360], width: 1000, height: 220, color: 'green' },
			`### One audience after another
*Due* lets those pass that have to be synced now. One that fails does not stop the rest: its row says *error* with the reason, and the next run takes it again. If Pinterest refuses the token, the rest are left as they are.

*What came of them* counts, and fails where any has failed, so that the error handler is told which.`,
		),
	],
});
