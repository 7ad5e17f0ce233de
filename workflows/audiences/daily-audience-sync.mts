import {
	at,
	automation,
	each,
	node,
	note,
	oneByOne,
	rows,
	schedule,
	workflow,
} from '../builder/index.mts';
import { startedOtherwise } from '../parts/gate.mts';
import { syncLoop } from '../parts/syncLoop.mts';
import { AUDIENCES } from '../../worker/src/automation/tables.ts';

const everyDay = schedule('Every day at 06:00 UTC', at(0, 0), 'audienceSync');
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);
const { begin, nodes, paths } = syncLoop('daily');

const started = node('n8n was started', at(0, 9), 'n8nTrigger', 1, { events: ['init'] });

const beingSynced = rows(AUDIENCES).get(
	'What was being synced',
	at(1, 9),
	{ where: [['sync_status', 'eq', 'syncing']] },
	// Before set-up there is no table.
	{ onError: 'continueRegularOutput' },
);

const endsOfClaims = automation('When their claims end', at(2, 9), 'findEndsOfClaims');

const eachClaim = oneByOne('One claim after another', at(3, 9));

const untilThen = node(
	'Wait until then',
	at(4, 10),
	'wait',
	1.1,
	{ resume: 'specificTime', dateTime: '={{ $json.over_at }}' },
	{ webhookId: 'pinterest-ads-claims-end' },
);

const markCutOff = rows(AUDIENCES).update(
	'Mark what was cut off',
	at(5, 10),
	{
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['sync_round', 'eq', '={{ $json.sync_round }}'],
			['sync_status', 'eq', 'syncing'],
		],
		set: {
			sync_status: 'error',
			error_message:
				'n8n was stopped while this audience was being synced. The next sync goes on there.',
			error_kind: 'interrupted',
		},
	},
	// A wait that ended while n8n was stopped goes on before n8n has its tables; that start looks again.
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

export default workflow({
	file: 'daily-audience-sync',
	id: 'pinAdsDailySync',
	name: 'daily audience sync',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	nodes: [everyDay, runNow, fromAnotherWorkflow, ...nodes],
	paths: [
		[everyDay, begin],
		[runNow, begin],
		[fromAnotherWorkflow, begin],
		...paths,
		[started, beingSynced, endsOfClaims, eachClaim],
		[each(eachClaim), untilThen, markCutOff, eachClaim],
	],
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
			{ at: [480, -800], width: 720, height: 400, color: 'yellow' },
			`## Sync audiences to Pinterest every morning
**For** everybody who wants the audiences at Pinterest to follow their contacts.

**How it works:** every day at 06:00 UTC this takes each audience of the table **pinterest_audiences** that is **active** and
- was never synced,
- or has had contacts added since its last sync,
- or ended with an error,
- or has **sync_daily** on. Switch that on where the contacts come from a sheet, a database or an address, as nobody can know there what was added.

**Set up:** nothing but what the red note says.`,
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
		note(
			'About a stop',
			{ at: [-40, 620], width: 1240, height: 140, color: 'green' },
			`### What was cut off when n8n was stopped
A row may be *syncing* since then, or a worker on another machine may still be at it. An hour after its sync began, nobody can be: it is marked as *error*, and the next run goes on there.`,
		),
	],
});
