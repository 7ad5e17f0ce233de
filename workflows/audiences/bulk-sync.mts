import { workflow } from '../builder/index.mts';
import { named } from '../titles.mts';
import { startedOtherwise } from '../parts/gate.mts';
import { loopNotes, syncLoop } from '../parts/syncLoop.mts';

const { runNow, fromAnotherWorkflow } = startedOtherwise();
const { begin, nodes, paths } = syncLoop('bulk');

export default workflow({
	file: 'bulk-sync',
	id: 'pinAdsBulkSync',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	nodes: [runNow, fromAnotherWorkflow, ...nodes],
	paths: [[runNow, begin], [fromAnotherWorkflow, begin], ...paths],
	overview: {
		forWhom:
			'For everybody who has audiences in the table **pinterest_audiences** that are not at Pinterest yet.',
		howItWorks: `*Run now* takes each audience that is **active** and was never synced, or ended with an error, all in one run. Two runs at the same time share the work: what one has taken, the other leaves alone.`,
		makeItYours: `To have it done by itself, use ${named('pinAdsDailySync')}. Start this one from a workflow of your own at *From another workflow*.`,
	},
	notes: [...loopNotes],
});
