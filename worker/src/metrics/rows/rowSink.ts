import { BREAKDOWN_COLUMNS } from '../breakdown/targetingBreakdown';
import { addUp, withParts } from './windowTotals';
import { columnOf, type Column } from '../columns/columns';
import { checkRow } from './rowValues';
import { Tidier, type MetricsRow, type RowBasis } from './metricsRows';
import type { RawRow } from './rawRow';

/** Takes raw rows from whichever endpoint, one by one: a large report is never in memory as a whole. */
export interface RowTaker {
	add(row: RawRow): void;
	/** Remembers this point; what it returns takes back all rows since. */
	mark(): () => void;
}

export interface RowSink extends RowTaker {
	/** All rows, by entity, then by time. */
	finish(): MetricsRow[];
}

/** Tidies rows as they arrive, so that the raw ones can go. */
export class TidySink implements RowSink {
	private readonly rows: MetricsRow[] = [];
	private readonly basis: RowBasis;
	private readonly tidier: Tidier;

	constructor(basis: RowBasis) {
		this.basis = basis;
		this.tidier = new Tidier(basis);
	}

	add(raw: RawRow): void {
		checkRow(raw, this.basis.level, this.basis.columns);
		const row = this.tidier.tidy(raw);
		if (row !== undefined) this.rows.push(row);
	}

	mark(): () => void {
		const { length } = this.rows;
		return () => {
			this.rows.length = length;
		};
	}

	finish(): MetricsRow[] {
		if (this.basis.includeEmpty) this.addEmpty();
		return this.rows.sort(this.tidier.inOrder);
	}

	private addEmpty(): void {
		const keys = new Set(this.rows.map((row) => row.row_key));
		for (const row of this.tidier.empty()) if (!keys.has(row.row_key)) this.rows.push(row);
	}
}

/** Keeps the totals of all windows, and adds them up in the end. */
export class TotalsSink implements RowSink {
	private readonly rows: RawRow[] = [];
	private readonly basis: RowBasis;
	private readonly names: readonly string[];
	/** Also the parts that ratios are worked out of. */
	private readonly columns: readonly Column[];

	constructor(basis: RowBasis) {
		this.basis = basis;
		this.names = basis.columns.map(({ name }) => name);
		this.columns = withParts(this.names).map(columnOf);
	}

	add(row: RawRow): void {
		checkRow(row, this.basis.level, this.columns);
		this.rows.push(row);
	}

	mark(): () => void {
		const { length } = this.rows;
		return () => {
			this.rows.length = length;
		};
	}

	finish(): MetricsRow[] {
		const tidy = new TidySink(this.basis);
		const { idColumn, breakdown } = this.basis.level;
		const keys = [idColumn, ...(breakdown ? BREAKDOWN_COLUMNS : [])];
		for (const row of addUp(this.rows, keys, this.names)) tidy.add(row);
		return tidy.finish();
	}
}
