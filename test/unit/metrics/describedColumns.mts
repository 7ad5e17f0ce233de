import { readFileSync } from 'node:fs';
import { descriptionFile } from '../../../simulator/description.mts';

interface Parameter {
	$ref?: string;
	name?: string;
	schema?: { items?: { enum?: string[] } };
}

/**
 * The columns of the synchronous and of the asynchronous endpoints, out of Pinterest's description of
 * its API; empty where that is not at hand.
 */
export const { SYNC_COLUMNS, ASYNC_COLUMNS } = columns();

function columns(): { SYNC_COLUMNS: string[]; ASYNC_COLUMNS: string[] } {
	const file = descriptionFile();
	if (file === undefined) return { SYNC_COLUMNS: [], ASYNC_COLUMNS: [] };
	const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as {
		paths: Record<string, { get: { parameters: Parameter[] } }>;
		components: {
			parameters: Record<string, Parameter>;
			schemas: { ReportingColumnAsync: { enum: string[] } };
		};
	};
	const sync = paths['/ad_accounts/{ad_account_id}/campaigns/analytics'].get.parameters
		.map(({ $ref, ...own }) =>
			$ref === undefined ? own : components.parameters[String($ref.split('/').pop())],
		)
		.find(({ name }) => name === 'columns');
	return {
		SYNC_COLUMNS: sync?.schema?.items?.enum ?? [],
		ASYNC_COLUMNS: components.schemas.ReportingColumnAsync.enum,
	};
}
