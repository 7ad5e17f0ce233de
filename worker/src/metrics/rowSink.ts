import { BREAKDOWN_COLUMNS } from './targetingBreakdown';
import { addUp } from './totals';
import { tidyRows, type MetricsRow, type RowBasis } from './rows';
import type { RawRow } from './sync';

/** So many raw rows wait at most: rows are tidied as they arrive, and the raw ones let go. */
const BATCH = 1000;

/** Takes raw rows from whichever endpoint. */
export interface RowSink {
	add(row: RawRow): void;
	/** Remembers this point; what it returns takes back all rows since. */
	mark(): () => void;
	/** All rows, by entity, then by time. */
	finish(): MetricsRow[];
}

/** Tidies rows in small batches. */
export class TidySink implements RowSink {
	private readonly rows: MetricsRow[] = [];
	private batch: RawRow[] = [];
	private readonly basis: RowBasis;

	constructor(basis: RowBasis) {
		this.basis = basis;
	}

	add(row: RawRow): void {
		this.batch.push(row);
		if (this.batch.length >= BATCH) this.tidy();
	}

	mark(): () => void {
		this.tidy();
		const { length } = this.rows;
		return () => {
			this.batch = [];
			this.rows.length = length;
		};
	}

	finish(): MetricsRow[] {
		this.tidy();
		if (this.basis.includeEmpty) this.addEmpty();
		const places = new Map(this.basis.entities.map(({ id }, place) => [id, place]));
		const placeOf = ({ id }: MetricsRow) => places.get(id) ?? 0;
		return this.rows.sort((a, b) => placeOf(a) - placeOf(b) || inTime(a, b));
	}

	private tidy(): void {
		for (const row of tidyRows(this.batch, { ...this.basis, includeEmpty: false })) {
			this.rows.push(row);
		}
		this.batch = [];
	}

	private addEmpty(): void {
		const keys = new Set(this.rows.map((row) => row.row_key));
		for (const row of tidyRows([], this.basis)) if (!keys.has(row.row_key)) this.rows.push(row);
	}
}

/** Keeps the totals of all windows, and adds them up in the end. */
export class TotalsSink implements RowSink {
	private readonly rows: RawRow[] = [];
	private readonly basis: RowBasis;
	private readonly names: readonly string[];

	constructor(basis: RowBasis) {
		this.basis = basis;
		this.names = basis.columns.map(({ name }) => name);
	}

	add(row: RawRow): void {
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

function inTime(a: MetricsRow, b: MetricsRow): number {
	const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
	if (dateA !== dateB) return dateA < dateB ? -1 : 1;
	return (a.hour ?? 0) - (b.hour ?? 0);
}
