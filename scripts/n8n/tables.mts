/** How the REST interface is called, by whoever has signed in. */
type Call = <T>(method: string, path: string, body?: object) => Promise<T>;

export interface Column {
	readonly name: string;
	readonly type: string;
}

export type Row = Record<string, unknown>;

/** What n8n says of a Data Table. */
export interface TableDescription {
	readonly id: string;
	readonly name: string;
	/** Without those that every table has. */
	readonly columns: readonly Column[];
}

/** A Data Table, read and changed as the editor does. */
export class DataTable implements TableDescription {
	readonly id: string;
	readonly name: string;
	readonly columns: readonly Column[];
	private readonly call: Call;
	private readonly path: string;

	/** @param tablesPath of the REST interface, where the tables of the project are */
	constructor(call: Call, tablesPath: string, { id, name, columns }: TableDescription) {
		this.call = call;
		this.path = `${tablesPath}/${id}`;
		this.id = id;
		this.name = name;
		this.columns = columns;
	}

	async rows(): Promise<Row[]> {
		const rows: Row[] = [];
		for (;;) {
			const page = await this.call<{ count: number; data: Row[] }>(
				'GET',
				`${this.path}/rows?take=250&skip=${rows.length}`,
			);
			rows.push(...page.data);
			if (page.data.length === 0 || rows.length >= page.count) return rows;
		}
	}

	async insert(rows: readonly Row[]): Promise<void> {
		await this.call('POST', `${this.path}/insert`, { data: rows, returnType: 'count' });
	}

	/** Changes the rows that have this value in this column. */
	async update(column: string, value: string, data: Row): Promise<void> {
		await this.call('PATCH', `${this.path}/rows`, { filter: equals(column, value), data });
	}

	/** Deletes the rows that have this value in this column. */
	async delete(column: string, value: string): Promise<void> {
		const query = `filter=${encodeURIComponent(JSON.stringify(equals(column, value)))}`;
		await this.call('DELETE', `${this.path}/rows?${query}`);
	}

	async addColumn(column: Column): Promise<void> {
		await this.call('POST', `${this.path}/columns`, column);
	}

	/** Deletes the table itself. */
	async drop(): Promise<void> {
		await this.call('DELETE', this.path);
	}
}

const equals = (columnName: string, value: string) => ({
	type: 'and',
	filters: [{ columnName, condition: 'eq', value }],
});
