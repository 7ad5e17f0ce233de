import type { Table } from '../../worker/src/automation/tables.ts';
import { node, type More, type Position } from './node.mts';

type SystemColumn = 'id' | 'createdAt' | 'updatedAt';
type ColumnName<Kept extends Table> = keyof Kept['columns'] & string;
type AnyColumn<Kept extends Table> = ColumnName<Kept> | SystemColumn;

type Compared = 'eq' | 'neq' | 'like' | 'ilike' | 'gt' | 'gte' | 'lt' | 'lte';
type Alone = 'isEmpty' | 'isNotEmpty' | 'isTrue' | 'isFalse';
/** All of them have to be true. */
type Where<Kept extends Table> = ReadonlyArray<
	| readonly [column: AnyColumn<Kept>, condition: Compared, value: unknown]
	| readonly [column: AnyColumn<Kept>, condition: Alone]
>;

/** Where n8n only asks whether there is such a row, it compares for equality and takes no other condition. */
type Equal<Kept extends Table> = ReadonlyArray<
	readonly [column: AnyColumn<Kept>, condition: 'eq', value: unknown]
>;

interface Read<Kept extends Table> {
	readonly where?: Where<Kept>;
	/** How many at most; all where it is left out. */
	readonly limit?: number;
	readonly orderBy?: readonly [column: AnyColumn<Kept>, direction: 'ASC' | 'DESC'];
}

interface Write<Kept extends Table> {
	readonly where: Where<Kept>;
	/** What is written; the incoming item as it is where it is left out. */
	readonly set?: Readonly<Partial<Record<ColumnName<Kept>, unknown>>>;
}

/** The nodes that work on a table. Its columns are known by name: a misspelt one does not compile. */
export function rows<const Kept extends Table>(table: Kept) {
	const row = (name: string, position: Position, operation: string, rest: object, more?: More) =>
		node(
			name,
			position,
			'dataTable',
			1.1,
			{
				resource: 'row',
				operation,
				dataTableId: { __rl: true, mode: 'name', value: table.name },
				...rest,
			},
			more,
		);
	return {
		get(name: string, position: Position, read: Read<Kept>, more?: More) {
			const { where, limit, orderBy } = read;
			const [orderByColumn, orderByDirection] = orderBy ?? [];
			const rest = {
				...filters(where),
				...(limit === undefined ? { returnAll: true } : { limit }),
				...(orderBy && { orderBy: true, orderByColumn, orderByDirection }),
			};
			return row(name, position, 'get', rest, more);
		},
		/** All rows to which any of the conditions applies. */
		getAny: (name: string, position: Position, any: Where<Kept>, more?: More) =>
			row(
				name,
				position,
				'get',
				{ ...filters(any), matchType: 'anyCondition', returnAll: true },
				more,
			),
		/** Lets an item pass if there is such a row. */
		exists: (name: string, position: Position, where: Equal<Kept>, more?: More) =>
			row(name, position, 'rowExists', equal(where), more),
		/** Lets an item pass if there is no such row. */
		doesNotExist: (name: string, position: Position, where: Equal<Kept>, more?: More) =>
			row(name, position, 'rowNotExists', equal(where), more),
		insert: (name: string, position: Position, set?: Write<Kept>['set'], more?: More) =>
			row(name, position, 'insert', { columns: columns(set), options: {} }, more),
		/** All items at once, as they are; gives no rows back. */
		insertMany: (name: string, position: Position, more?: More) =>
			row(name, position, 'insert', { columns: columns(), options: { optimizeBulk: true } }, more),
		update: (name: string, position: Position, { where, set }: Write<Kept>, more?: More) =>
			row(
				name,
				position,
				'update',
				{ ...filters(where), columns: columns(set), options: {} },
				more,
			),
		upsert: (name: string, position: Position, { where, set }: Write<Kept>, more?: More) =>
			row(
				name,
				position,
				'upsert',
				{ ...filters(where), columns: columns(set), options: {} },
				more,
			),
		remove: (name: string, position: Position, where: Where<Kept>, more?: More) =>
			row(name, position, 'deleteRows', { ...filters(where), options: {} }, more),
		/** Several rows in one step, where n8n would take one step for each: any of the conditions will do. */
		removeAny: (name: string, position: Position, any: Where<Kept>, more?: More) =>
			row(
				name,
				position,
				'deleteRows',
				{ ...filters(any), matchType: 'anyCondition', options: {} },
				more,
			),
		/** Makes the table, unless it is there. */
		create: (name: string, position: Position) =>
			node(name, position, 'dataTable', 1.1, {
				resource: 'table',
				operation: 'create',
				tableName: table.name,
				columns: {
					column: Object.entries(table.columns).map(([column, { type }]) => ({
						name: column,
						type,
					})),
				},
				options: { createIfNotExists: true },
			}),
	};
}

const filters = (where: Where<Table> = []) => ({
	matchType: 'allConditions',
	filters: {
		conditions: where.map(([keyName, condition, ...value]) => ({
			keyName,
			condition,
			...(value.length > 0 && { keyValue: value[0] }),
		})),
	},
});

const equal = (where: Equal<Table>) => ({
	matchType: 'allConditions',
	filters: { conditions: where.map(([keyName, , keyValue]) => ({ keyName, keyValue })) },
});

const columns = (set?: object) =>
	set === undefined
		? { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] }
		: { mappingMode: 'defineBelow', value: set, matchingColumns: [], schema: [] };
