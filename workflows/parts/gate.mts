import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { at, automation, calledByOthers, manualTrigger, rows } from '../builder/index.mts';
import type { More } from '../builder/node.mts';

/** How somebody tries at once what runs by the clock, and how the error handler runs it again. */
export const startedOtherwise = (column = 0, row = 0) => ({
	runNow: manualTrigger('Run now', at(column, row)),
	fromAnotherWorkflow: calledByOthers('From another workflow', at(column, row + 2)),
});

/** The row of the connection; goes on without one as well. */
export const connectionRow = (column: number, row: number, name = 'Connection') =>
	rows(CONNECTION).get(
		name,
		at(column, row),
		{ where: [['connection_key', 'eq', 'main']], limit: 1 },
		{ alwaysOutputData: true, executeOnce: true },
	);

/**
 * Nothing goes on while Pinterest is not connected; a run that was started by hand says why.
 * @param parameters of the operation, where it is to do otherwise
 */
export const isConnected = (column: number, row: number, parameters: object = {}, more?: More) =>
	automation('Is Pinterest connected?', at(column, row), 'checkConnected', { ...parameters }, more);
