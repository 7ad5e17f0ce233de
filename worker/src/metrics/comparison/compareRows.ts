import { sumOf, type Column } from '../columns/columns';
import type { Granularity } from '../periods';
import type { MetricsRow, Tidier } from '../rows/metricsRows';
import type { DateRange } from '../windows';
import { besideEachOther } from './change';
import { CHANGE, isCompared, PERCENT, PREVIOUS } from './comparisons';
import { timeKey, type Counterparts } from './counterparts';

export interface ComparedRows {
	readonly range: DateRange;
	readonly other: DateRange;
	readonly granularity: Granularity;
	readonly counterparts: Counterparts;
	/** Those that the rows have. */
	readonly columns: readonly Column[];
	/** Those of them that the place which the other period came from does not have. */
	readonly missing: ReadonlySet<string>;
	/** What made the rows. */
	readonly tidier: Pick<Tidier, 'blankOf' | 'inOrder'>;
}

/**
 * Fills in, beside each figure of the rows, what it was in the other period and how it has changed. What had
 * activity only then gets a row of its own, in which nothing happened. A day that the other period does not have is
 * beside nothing; a day that only the other period has is in no row.
 * @param rows with room for it: see `RowBasis.compared`; changed in place
 * @returns the rows, and the new ones among them
 */
export function compareRows(
	rows: MetricsRow[],
	otherRows: readonly MetricsRow[],
	compared: ComparedRows,
): MetricsRow[] {
	const { counterparts, other } = compared;
	const fill = fillerOf(compared);
	const before = new Map<string, MetricsRow>();
	for (const row of otherRows) {
		if (belongsToNoTime(row, compared)) continue;
		const date = row.date === null ? null : counterparts.now(row.date);
		if (date !== undefined) before.set(keyOf(row, date, compared), row);
	}
	for (const row of rows) {
		const key = keyOf(row, row.date, compared);
		const date = row.date === null ? null : counterparts.before(row.date);
		row.start_date_previous = other.from;
		row.end_date_previous = other.to;
		if (date === undefined || belongsToNoTime(row, compared)) continue;
		row.date_previous = before.get(key)?.date ?? date;
		fill(row, before.get(key));
		before.delete(key);
	}
	const gone = [...before.values()].map((row) => goneRow(row, compared, fill));
	if (gone.length === 0) return rows;
	for (const row of gone) rows.push(row);
	return rows.sort(compared.tidier.inOrder);
}

/** A row without a date among rows by day. */
const belongsToNoTime = ({ date }: MetricsRow, { granularity }: ComparedRows) =>
	date === null && granularity !== 'TOTAL';

function keyOf(row: MetricsRow, date: string | null, { granularity }: ComparedRows): string {
	const time = date === null ? '' : timeKey(date, granularity);
	// What somebody has typed comes last: only it may hold what separates the parts.
	return `${row.id}|${time}|${row.hour}|${row.targeting_type}|${row.targeting_value}`;
}

type Fill = (row: MetricsRow, before: MetricsRow | undefined) => void;

/** @returns what fills a row; the names are put together once, as there may be 100,000 rows */
function fillerOf({ columns, missing }: ComparedRows): Fill {
	const figures = columns.filter(isCompared).flatMap(({ name, key, unit }) => {
		const names = (of: string) => ({
			...{ key: of, previous: of + PREVIOUS, change: of + CHANGE, percent: of + PERCENT },
			addsUp: sumOf(name) === 'sum' && !missing.has(name),
		});
		// Of whole micro units the percentage is the same.
		return unit === 'micro' ? [names(key), names(`${key}_micro`)] : [names(key)];
	});
	return (row, before) => {
		for (const { key, previous, change, percent, addsUp } of figures) {
			if (!(previous in row)) continue;
			const figure = besideEachOther(numberOf(row[key]), numberOf(before?.[key]), addsUp);
			row[previous] = figure.before;
			row[change] = figure.change;
			if (percent in row) row[percent] = figure.percent;
		}
	};
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

/** The row, in the period that is asked for, of something that had activity only in the other one. */
function goneRow(before: MetricsRow, compared: ComparedRows, fill: Fill): MetricsRow {
	const { range, other, columns, counterparts, tidier } = compared;
	const date = before.date === null ? null : (counterparts.now(before.date) ?? null);
	const row: MetricsRow = {
		...tidier.blankOf(before.id),
		...before,
		...{ date, start_date: range.from, end_date: range.to },
		row_key: keyAt(before.row_key, date ?? `${range.from}..${range.to}`, before.hour),
		...{ date_previous: before.date },
		...{ start_date_previous: other.from, end_date_previous: other.to },
	};
	for (const { name, key, unit, describes } of columns) {
		if (describes) continue;
		const nothing = sumOf(name) === 'sum' && typeof before[key] === 'number' ? 0 : null;
		row[key] = nothing;
		if (unit === 'micro' && `${key}_micro` in row) row[`${key}_micro`] = nothing;
	}
	fill(row, before);
	return row;
}

/** The same key at another time: time and granularity are its last two parts. */
function keyAt(key: string, time: string, hour: number | null | undefined): string {
	const parts = key.split('|');
	parts[parts.length - 2] = typeof hour === 'number' ? `${time}T${hour}` : time;
	return parts.join('|');
}
