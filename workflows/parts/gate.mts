import { CONNECTION } from '../../worker/src/automation/tables.ts';
import {
	at,
	calledByOthers,
	decide,
	equals,
	isTrue,
	manualTrigger,
	only,
	rows,
	stop,
} from '../builder/index.mts';

/** How somebody tries at once what runs by the clock, and how the error handler runs it again. */
export const startedOtherwise = (column: number, row: number) => ({
	runNow: manualTrigger('Run now', at(column, row)),
	fromAnotherWorkflow: calledByOthers('From another workflow', at(column, row + 2)),
});

/** The row of the connection; goes on without one as well. */
export const connectionRow = (column: number, row: number) =>
	rows(CONNECTION).get(
		'Connection',
		at(column, row),
		{ where: [['connection_key', 'eq', 'main']], limit: 1 },
		{ alwaysOutputData: true, executeOnce: true },
	);

export const isActive = (column: number, row: number) =>
	decide('Is it active?', at(column, row), equals('={{ $json.status }}', 'active'));

/** Of what may not go on, a run that was started by hand says why; the others end quietly. */
export const restOrSayWhy = (column: number, row: number) => ({
	startedByHand: only(
		'Started by hand?',
		at(column, row),
		isTrue("={{ $execution.mode === 'test' }}"),
	),
	notConnected: stop('Not connected', at(column + 1, row), NOT_CONNECTED),
});

/** The state of the connection, what was last said of it, and what to do. */
export const NOT_CONNECTED =
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}";
