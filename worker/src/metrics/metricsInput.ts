import type { ReadBy } from '../fields/field';
import { inputOf, readInput, type GivenTo, type ReadFrom } from '../fields/inputs';
import type { IdOf } from '../values/address';
import { idList } from '../values/lists';
import { chosenColumns, columnOf, isConversion } from './columns/columns';
import { METRICS_FIELDS } from './metricsFields';
import { checkRange, rangeOf, toDay, type DateRange } from './windows';
import { wrongField } from './wrongField';

/** The input of `fetchMetrics` and `createMetricsReport`. */
export const metricsInput = inputOf(METRICS_FIELDS, (input, check) => {
	const ids = idList(entityOf(input), { leaveOutEmpty: true });
	const read = ids.safeParse(input.ids ?? [], { path: ['ids'] });
	if (!read.success) read.error.issues.forEach(check.addIssue);
	return { ...input, ids: read.data };
});

function entityOf({ level, breakdownOf }: ReadBy<typeof METRICS_FIELDS>): IdOf {
	const of =
		level === 'keyword'
			? (breakdownOf ?? 'adGroup')
			: level === 'targeting'
				? (breakdownOf ?? 'campaign')
				: level;
	return of === 'account' ? 'adAccount' : of;
}

/** What metrics are asked for by. @interface */
export type MetricsInput = GivenTo<typeof metricsInput>;
type ParsedInput = ReadFrom<typeof metricsInput>;
/** What is asked for, once it is known which day it is. */
export type AskedMetrics = ReturnType<typeof readMetricsInput>;

/** The input as far as it can be read without knowing which day it is. */
export const parseMetricsInput = (input: unknown): ParsedInput => readInput(metricsInput, input);

/**
 * Completes the input of fetchMetrics.
 * @param now milliseconds
 * @param today where the numbers' days are counted; in UTC unless given
 */
export function readMetricsInput(parsed: ParsedInput, now: number, today = toDay(now)) {
	const { granularity, includeEmpty } = parsed;
	const range = chosenRange(parsed, today);
	const utcToday = toDay(now);
	checkRange(range, granularity, today, utcToday);
	if (includeEmpty && granularity !== 'TOTAL' && granularity !== 'DAY') {
		throw wrongField('includeEmpty', 'works with the granularities Total and Day only.');
	}
	const given = parsed.ids ?? [];
	const ids = entityOf(parsed) === 'adAccount' ? [] : [...new Set(given)];
	const columns = chosenColumns(parsed.columnPreset, parsed.columns);
	const isWithoutOther =
		columns.length > 0 && columns.every((name) => isConversion(columnOf(name)));
	if (granularity === 'HOUR' && isWithoutOther) {
		throw wrongField(
			'columns',
			'Pinterest does not count conversions by the hour, and there is no other column.',
			{ hint: 'Add another column, or choose the granularity Day.' },
		);
	}
	/** By name, whatever the preset holds. */
	const named = parsed.columns ?? [];
	return { ...parsed, range, today, utcToday, ids, idsGiven: given, columns, named };
}

function chosenRange(parsed: ParsedInput, today: string): DateRange {
	const { period, startDate, endDate, includeToday } = parsed;
	if (period !== undefined && period !== 'custom') {
		if (startDate === undefined && endDate === undefined) {
			return rangeOf(period, today, includeToday);
		}
		throw wrongField('period', 'give either a period or a first and last day, not both.');
	}
	if (startDate !== undefined) return { from: startDate, to: endDate ?? today };
	if (period === undefined && endDate === undefined) {
		return rangeOf('last7days', today, includeToday);
	}
	throw wrongField('startDate', 'the first day is missing, as YYYY-MM-DD.');
}
