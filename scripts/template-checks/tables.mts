import { DATA_TABLE } from './node-types.mts';
import type { Template, TemplateNode } from './template.mts';

/** Every table has these, and nobody writes them. */
const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];
/** n8n asks its server for the ones that fit the column, so its description of the node has none. */
const CONDITIONS = [
	...['eq', 'neq', 'like', 'ilike', 'gt', 'gte', 'lt', 'lte'],
	...['isEmpty', 'isNotEmpty', 'isTrue', 'isFalse'],
];

interface Table {
	readonly name: string;
	readonly columns: readonly string[];
}

interface Parameters {
	readonly tableName?: string;
	readonly dataTableId?: { readonly mode: string; readonly value: string };
	readonly filters?: {
		readonly conditions?: ReadonlyArray<{ keyName?: string; condition?: string }>;
	};
	readonly columns?: {
		readonly column?: ReadonlyArray<{ name: string }>;
		readonly mappingMode?: string;
		readonly value?: Record<string, unknown> | null;
	};
	readonly orderBy?: boolean;
	readonly orderByColumn?: string;
}

const parametersOf = ({ parameters }: TemplateNode) => parameters as Parameters;

/** n8n looks a table up by "name contains", where "_" stands for any character. */
export function checkTableNames(templates: readonly Template[]): string[] {
	const names = [...new Set(templates.flatMap(({ nodes }) => nodes.flatMap(tableNames)))];
	const created = createdTables(templates).map(({ name }) => name);
	const contains = (name: string, part: string) =>
		new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'), 'i').test(name);
	return names.flatMap((name) => [
		...names
			.filter((other) => other !== name && contains(other, name))
			.map((other) => `n8n may take the table ${other} for ${name}, whose name it contains`),
		...(created.includes(name) ? [] : [`no template creates the table ${name}`]),
	]);
}

function tableNames(node: TemplateNode): string[] {
	const { tableName, dataTableId } = parametersOf(node);
	return [tableName, dataTableId?.mode === 'name' ? dataTableId.value : undefined].filter(
		(name) => name !== undefined,
	);
}

function createdTables(templates: readonly Template[]): Table[] {
	return templates
		.flatMap(({ nodes }) => nodes.map(parametersOf))
		.filter(({ tableName }) => tableName !== undefined)
		.map(({ tableName, columns }) => ({
			name: String(tableName),
			columns: columns?.column?.map(({ name }) => name) ?? [],
		}));
}

/** Columns that are looked for, written or sorted by exist in the table as set-up creates it. */
export function checkColumns({ nodes }: Template, all: readonly Template[]): string[] {
	const tables = createdTables(all);
	return nodes
		.filter(({ type }) => type === DATA_TABLE)
		.flatMap((node) => {
			const { dataTableId, filters } = parametersOf(node);
			const conditions = filters?.conditions ?? [];
			const table = tables.find(({ name }) => name === dataTableId?.value);
			return [
				...conditions
					.map(({ condition }) => condition ?? 'eq')
					.filter((condition) => !isExpression(condition) && !CONDITIONS.includes(condition))
					.map((condition) => `"${node.name}" filters by ${condition}, which is no condition`),
				...(table ? unknownColumns(node, table) : []),
			];
		});
}

function unknownColumns(node: TemplateNode, table: Table): string[] {
	const { filters, columns, orderBy, orderByColumn } = parametersOf(node);
	const known = [...SYSTEM_COLUMNS, ...table.columns];
	const read = [
		...(filters?.conditions ?? []).map(({ keyName }) => keyName ?? 'id'),
		...(orderBy && orderByColumn ? [orderByColumn] : []),
	];
	const written = columns?.mappingMode === 'defineBelow' ? Object.keys(columns.value ?? {}) : [];
	const wrong = [
		...read.filter((column) => !isExpression(column) && !known.includes(column)),
		...written.filter((column) => !table.columns.includes(column)),
	];
	return wrong.map(
		(column) => `"${node.name}" uses the column ${column}, which ${table.name} does not have`,
	);
}

const isExpression = (text: string) => text.startsWith('=');
