import { descriptionFile, readDescription } from '../../../simulator/description/files.mts';

interface Parameter {
	$ref?: string;
	name?: string;
	schema?: { items?: { enum?: string[] } };
}

/** The columns of the synchronous and of the asynchronous endpoints, as Pinterest's API description has them. */
export const { SYNC_COLUMNS, ASYNC_COLUMNS } = columns();

function columns(): { SYNC_COLUMNS: string[]; ASYNC_COLUMNS: string[] } {
	const { paths, components } = readDescription(descriptionFile()) as unknown as {
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
