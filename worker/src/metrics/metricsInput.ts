import { z } from 'zod';
import { PinterestAdsError } from '../client/errors';
import { id, optional, parseInput } from '../input';
import { DEFAULT_COLUMNS } from './columns';
import { LEVELS } from './levels';
import {
	checkRange,
	GRANULARITIES,
	isDay,
	PERIODS,
	rangeOf,
	toDay,
	type DateRange,
} from './windows';

/** Lists come as lists or, from a form, as one text with commas. */
const list = <T extends z.ZodTypeAny>(element: T) =>
	z.preprocess(
		(value) =>
			typeof value === 'string'
				? value
						.split(',')
						.map((part) => part.trim())
						.filter((part) => part !== '')
				: (value ?? undefined),
		z.array(element).optional(),
	);

const day = optional(
	z
		.string()
		.transform((text) => text.trim().slice(0, 10))
		.refine(isDay, 'must be a day of the calendar as YYYY-MM-DD'),
);

const WINDOW_DAYS = [0, 1, 7, 14, 30, 60];
const windowDays = optional(
	z.coerce
		.number()
		.refine((days) => WINDOW_DAYS.includes(days), `must be one of ${WINDOW_DAYS.join(', ')}`),
);

const schema = z.object({
	adAccountId: optional(id),
	level: optional(z.enum(LEVELS)),
	ids: list(id),
	period: optional(z.enum(PERIODS)),
	startDate: day,
	endDate: day,
	includeToday: optional(z.boolean()),
	granularity: optional(z.enum(GRANULARITIES)),
	columns: list(
		z
			.string()
			.transform((name) => name.trim().toUpperCase())
			.refine((name) => /^[A-Z][A-Z0-9_]*$/.test(name), 'must be the name of a column'),
	),
	clickWindowDays: windowDays,
	engagementWindowDays: windowDays,
	viewWindowDays: windowDays,
	conversionReportTime: optional(z.enum(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'])),
	includeEmpty: optional(z.boolean()),
	micro: optional(z.boolean()),
});

export type MetricsInput = ReturnType<typeof readMetricsInput>;

/** Reads the input of fetchMetrics. @param now milliseconds */
export function readMetricsInput(input: unknown, now: number) {
	const parsed = parseInput(schema, input);
	const today = toDay(now);
	const { level = 'campaign', granularity = 'DAY', includeEmpty = false, micro = false } = parsed;
	const range = chosenRange(parsed, today);
	checkRange(range, granularity, today);
	if (includeEmpty && granularity !== 'TOTAL' && granularity !== 'DAY') {
		throw new PinterestAdsError(
			'invalid',
			'Include Empty: works with the granularities Total and Day only.',
			{ field: 'Include Empty' },
		);
	}
	const ids = level === 'account' ? [] : [...new Set(parsed.ids ?? [])];
	const columns = parsed.columns?.length ? [...new Set(parsed.columns)] : DEFAULT_COLUMNS;
	return { ...parsed, level, granularity, includeEmpty, micro, range, ids, columns };
}

function chosenRange(parsed: z.output<typeof schema>, today: string): DateRange {
	const { period, startDate, endDate, includeToday } = parsed;
	if (period !== undefined && period !== 'custom') {
		if (startDate === undefined && endDate === undefined) {
			return rangeOf(period, today, includeToday);
		}
		throw new PinterestAdsError(
			'invalid',
			'Period: give either a period or From and To, not both.',
			{
				field: 'Period',
			},
		);
	}
	if (startDate !== undefined) return { from: startDate, to: endDate ?? today };
	if (period === undefined && endDate === undefined) {
		return rangeOf('last7days', today, includeToday);
	}
	throw new PinterestAdsError('invalid', 'From: the first day is missing, as YYYY-MM-DD.', {
		field: 'From',
	});
}
