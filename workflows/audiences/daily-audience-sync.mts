import {
	at,
	automation,
	each,
	node,
	groupNote,
	oneByOne,
	rows,
	schedule,
	workflow,
} from '../builder/index.mts';
import { startedOtherwise } from '../parts/gate.mts';
import { loopNotes, syncLoop } from '../parts/syncLoop.mts';
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
	overview: {
		forWhom: 'For everybody who wants the audiences at Pinterest to follow their contacts.',
		howItWorks: `Every day at 06:00 UTC it takes each audience of the table **pinterest_audiences** that is **active** and
- was never synced,
- or has had contacts added since its last sync,
- or ended with an error,
- or has **sync_daily** on. Switch that on where the contacts come from a sheet, a database or an address, as nobody can know there what was added.`,
		makeItYours:
			'For another time, choose another *Schedule* in *Every day at 06:00 UTC*. *Run now* starts it at once, *From another workflow* from a workflow of yours.',
	},
	notes: [
		...loopNotes,
		groupNote(
			'What was cut off when n8n was stopped',
			{ at: [-40, 620], width: 1240, height: 140 },
			'A row may be *syncing* since then, or a worker on another machine may still be at it. An hour after its sync began, nobody can be: it is marked as *error*, and the next run goes on there.',
		),
	],
});
