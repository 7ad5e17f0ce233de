import {
	at,
	automation,
	call,
	decide,
	each,
	failed,
	groupNote,
	isTrue,
	no,
	oneByOne,
	rows,
	type Node,
	type Path,
} from '../builder/index.mts';
import { AUDIENCES } from '../../worker/src/automation/tables.ts';
import { connectionRow, isConnected } from './gate.mts';

/** One after another, all audiences that are due; the body of the workflows that sync many audiences. */
export function syncLoop(scheduleOf: 'daily' | 'bulk') {
	const connection = connectionRow(1, 0);
	const gate = isConnected(2, 0);
	const active = rows(AUDIENCES).get(
		'Active audiences',
		at(3, 0),
		{ where: [['active', 'isTrue']], orderBy: ['id', 'ASC'] },
		{ executeOnce: true },
	);
	const due = automation('Due', at(4, 0), 'findDueAudiences', { schedule: scheduleOf });
	const loop = oneByOne('One after another', at(5, 0));
	const sync = call(
		'Sync the audience',
		at(6, 1),
		'pinAdsSyncAudience',
		{
			audience_key: ['string', '={{ $json.audience_key }}'],
			audience: ['object', '={{ $json }}'],
			connection: ['object', "={{ $('Connection').first().json }}"],
		},
		// Always giving an item would give one beside each failed one, and begin two rounds.
		{ onError: 'continueErrorOutput' },
	);
	const isLost = decide(
		'Is the connection lost?',
		at(7, 1),
		isTrue('={{ $json.connection_lost || $json.outcome === "resting" }}'),
	);
	// Only a row that nobody has claimed since: who has one writes down by itself how it ended.
	const mark = rows(AUDIENCES).update(
		'Mark as error',
		at(7, 3),
		{
			where: [
				['id', 'eq', "={{ $('One after another').first(1).json.id }}"],
				['sync_round', 'eq', "={{ $('One after another').first(1).json.sync_round }}"],
			],
			set: {
				sync_status: 'error',
				error_message: '=The sync could not be run: {{ $json.error?.message ?? $json.error }}',
				error_kind: 'workflow',
			},
		},
		{ alwaysOutputData: true },
	);
	const summary = automation('What came of them', at(8, 0), 'summarizeSyncs', {
		dueFrom: due.name,
		reportsFrom: sync.name,
	});
	const nodes: readonly Node[] = [connection, gate, active, due, loop, sync, isLost, mark, summary];
	const paths: readonly Path[] = [
		[connection, gate, active, due, loop, summary],
		[each(loop), sync, isLost, summary],
		[no(isLost), loop],
		[failed(sync), mark, loop],
	];
	return { begin: connection, nodes, paths };
}

/** On the canvas of each workflow that has the loop. */
export const loopNotes = [
	groupNote(
		'The start',
		{ at: [480, -260], width: 400, height: 120 },
		'While Pinterest is not connected, nothing is touched, and *Run now* says why.',
	),
	groupNote(
		'One audience after another',
		{ at: [920, -300], width: 1000, height: 160 },
		`*Due* lets those pass that have to be synced now. One that fails does not stop the rest: its row says *error* with the reason, and the next run takes it again. If Pinterest refuses the token, the rest are left as they are.

*What came of them* counts, and fails where any has failed, so that the error handler is told which.`,
	),
];
