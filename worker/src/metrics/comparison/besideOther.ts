import { Tidier, type MetricsRow, type RowBasis } from '../rows/metricsRows';
import type { DateRange } from '../windows';
import type { CompareWith } from './comparisons';
import { compareRows } from './compareRows';
import { counterpartsOf } from './counterparts';
import type { OtherPeriod } from './otherPeriod';
import { missingBefore, withoutCounterpart } from './sayComparison';

/** The period that rows are compared with. */
export interface MetricsComparison {
	readonly compare_with: Exclude<CompareWith, 'none'>;
	/** `YYYY-MM-DD`, both included. */
	readonly start_date: string;
	readonly end_date: string;
	/** Its own rows, under their own dates, and without a comparison of theirs. */
	readonly rows: readonly MetricsRow[];
}

export interface Beside {
	readonly rows: MetricsRow[];
	readonly comparison?: MetricsComparison;
	readonly warnings: readonly string[];
}

/**
 * The rows of what is asked for, beside those of the other period where there is one.
 * @param found the rows of each period
 * @param missing columns that the other period does not have, as they are in no report
 */
export function besideOther(
	basis: RowBasis,
	other: OtherPeriod | undefined,
	found: ReadonlyMap<DateRange, MetricsRow[]>,
	missing: readonly string[],
): Beside {
	const { range, granularity, columns } = basis;
	const rows = found.get(range) ?? [];
	if (other === undefined) return { rows, warnings: [] };
	const otherRows = found.get(other.range) ?? [];
	const counterparts = counterpartsOf(range, other, granularity);
	const compared = compareRows(rows, otherRows, {
		...{ range, other: other.range, granularity, counterparts, columns },
		...{ missing: new Set(missing), tidier: new Tidier(basis) },
	});
	return {
		rows: compared,
		comparison: {
			compare_with: other.compareWith,
			...{ start_date: other.range.from, end_date: other.range.to, rows: otherRows },
		},
		warnings: [
			...(missing.length > 0 ? [missingBefore(other.range, missing)] : []),
			...(granularity === 'DAY' ? withoutCounterpart(range, other.range, counterparts) : []),
		],
	};
}
