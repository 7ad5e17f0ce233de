import { at, node, rows, type Node } from '../builder/index.mts';
import {
	AUDIENCES,
	CONNECTION,
	CONVERSIONS,
	ERRORS,
	METRICS,
} from '../../worker/src/automation/tables.ts';

/** Goes on without rows, and without the table: the page says so. */
const READ = {
	executeOnce: true,
	alwaysOutputData: true,
	onError: 'continueRegularOutput',
} as const;
/** A table that grows while it is read in pages is read again. */
const PATIENT = { ...READ, retryOnFail: true, maxTries: 3, waitBetweenTries: 500 };
const NEWEST_FIRST = ['id', 'DESC'] as const;
/** As one page of n8n's: the operation knows that there may be more. */
const CONVERSIONS_READ = 1000;
const ERRORS_READ = 100;
const WANTED = "$('What is wanted').first().json";

/** All that the page is made of, one table after another. */
export function dashboardTables(column: number, row: number) {
	const tables: readonly Node[] = [
		rows(CONNECTION).get(
			'Connection',
			at(column, row),
			{ where: [['connection_key', 'eq', 'main']], limit: 1 },
			READ,
		),
		rows(AUDIENCES).get('Audiences', at(column + 1, row), { orderBy: ['id', 'ASC'] }, PATIENT),
		rows(METRICS).get(
			'Metrics',
			at(column + 2, row),
			{ where: [['date', 'gte', `={{ ${WANTED}.metrics_from }}`]], orderBy: ['id', 'ASC'] },
			PATIENT,
		),
		rows(CONVERSIONS).get(
			'Conversions of the last day',
			at(column + 3, row),
			{
				where: [['createdAt', 'gte', `={{ ${WANTED}.conversions_from }}`]],
				...{ limit: CONVERSIONS_READ, orderBy: NEWEST_FIRST },
			},
			READ,
		),
		rows(CONVERSIONS).get(
			'Conversions not sent',
			at(column + 4, row),
			{ where: [['status', 'neq', 'sent']], limit: CONVERSIONS_READ, orderBy: NEWEST_FIRST },
			READ,
		),
		rows(ERRORS).get(
			'Errors',
			at(column + 5, row),
			{ limit: ERRORS_READ, orderBy: NEWEST_FIRST },
			READ,
		),
		node(
			'Workflows of n8n',
			at(column + 6, row),
			'n8n',
			1,
			{
				resource: 'workflow',
				operation: 'getAll',
				returnAll: true,
				filters: { name: 'Pinterest', excludePinnedData: true },
				requestOptions: {},
			},
			{
				...READ,
				disabled: true,
				notesInFlow: true,
				notes: 'Switch it on to see what is published: choose a credential for n8n’s API first.',
			},
		),
	];
	const [connection, audiences, metrics, conversions, unsent, errors, workflows] = tables;
	const namesOfTables = {
		connectionFrom: connection.name,
		audiencesFrom: audiences.name,
		metricsFrom: metrics.name,
		conversionsFrom: conversions.name,
		unsentFrom: unsent.name,
		errorsFrom: errors.name,
		workflowsFrom: workflows.name,
	};
	return { tables, begins: connection, namesOfTables };
}
