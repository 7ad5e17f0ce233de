import { z } from 'zod';
import { PinterestAdsError } from '../client/errors';
import { asNumber, id, optional, parseInput } from '../input';
import type { WindowDays } from '../pinterest/types';
import { type IdOf } from '../values/address';
import { choice, flag } from '../values/choice';
import { choiceList, idList, list } from '../values/lists';
import { readDay } from '../values/time';
import {
	chosenColumns,
	COLUMN_PRESETS,
	COLUMNS_FIELD,
	columnOf,
	isConversion,
} from './columns/columns';
import { LEVELS } from './levels';
import { BROKEN_DOWN, TARGETING_TYPES } from './breakdown/targetingTypes';
import {
	checkRange,
	FROM_FIELD,
	GRANULARITIES,
	PERIODS,
	rangeOf,
	toDay,
	type DateRange,
} from './windows';

const day = optional(
	z.unknown().transform((value, check): string => {
		const read = readDay(value);
		if (read !== undefined) return read;
		const message = 'must be a day of the calendar as YYYY-MM-DD';
		check.addIssue({ code: 'custom', message });
		return z.NEVER;
	}),
);

const FILTER = { leaveOutEmpty: true } as const;

const column = z
	.string()
	.transform((name) => name.trim().toUpperCase())
	.refine((name) => /^[A-Z][A-Z0-9_]{0,199}$/.test(name), 'must be the name of a column');

const WINDOW_DAYS: readonly WindowDays[] = [0, 1, 7, 14, 30, 60];
const isWindowDays = (days: number): days is WindowDays => WINDOW_DAYS.some((one) => one === days);

const windowDays = optional(
	z.preprocess(
		asNumber,
		z.number().refine(isWindowDays, `must be one of ${WINDOW_DAYS.join(', ')}`),
	),
);

const fields = z
	.object({
		adAccountId: optional(id),
		level: optional(choice(LEVELS)),
		/** For the levels keyword and targeting. */
		breakdownOf: optional(choice(BROKEN_DOWN)),
		targetingTypes: optional(choiceList(TARGETING_TYPES, FILTER)),
		ids: z.unknown(),
		period: optional(choice(PERIODS)),
		startDate: day,
		endDate: day,
		includeToday: optional(flag),
		granularity: optional(choice(GRANULARITIES)),
		columnPreset: optional(choice(COLUMN_PRESETS)),
		columns: optional(list(column, { elements: 'words', ...FILTER })),
		clickWindowDays: windowDays,
		engagementWindowDays: windowDays,
		viewWindowDays: windowDays,
		conversionReportTime: optional(choice(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'])),
		timeZone: optional(choice(['UTC', 'account'])),
		includeEmpty: optional(flag),
		micro: optional(flag),
	})
	.strict();

/** Whose ids they are is known with the level. */
const schema = fields.transform((input, check) => {
	const ids = idList(entityOf(input), FILTER);
	const read = ids.safeParse(input.ids ?? [], { path: ['ids'] });
	if (!read.success) read.error.issues.forEach(check.addIssue);
	return { ...input, ids: read.data };
});

function entityOf({
	level = 'campaign',
	breakdownOf,
}: Pick<z.output<typeof fields>, 'level' | 'breakdownOf'>): IdOf {
	const of =
		level === 'keyword'
			? (breakdownOf ?? 'adGroup')
			: level === 'targeting'
				? (breakdownOf ?? 'campaign')
				: level;
	return of === 'account' ? 'adAccount' : of;
}

export type ParsedInput = z.output<typeof schema>;
export type MetricsInput = ReturnType<typeof readMetricsInput>;

/** The input as far as it can be read without knowing which day it is. */
export const parseMetricsInput = (input: unknown): ParsedInput => parseInput(schema, input);

/**
 * Completes the input of fetchMetrics.
 * @param now milliseconds
 * @param today where the numbers' days are counted; in UTC unless given
 */
export function readMetricsInput(parsed: ParsedInput, now: number, today = toDay(now)) {
	const { level = 'campaign', granularity = 'DAY', includeEmpty = false, micro = false } = parsed;
	const range = chosenRange(parsed, today);
	const utcToday = toDay(now);
	checkRange(range, granularity, today, utcToday);
	if (includeEmpty && granularity !== 'TOTAL' && granularity !== 'DAY') {
		throw new PinterestAdsError(
			'invalid',
			'Include Empty: works with the granularities Total and Day only.',
			{ field: 'Include Empty' },
		);
	}
	const given = parsed.ids ?? [];
	const ids = entityOf(parsed) === 'adAccount' ? [] : [...new Set(given)];
	const columns = chosenColumns(parsed.columnPreset, parsed.columns);
	const isWithoutOther =
		columns.length > 0 && columns.every((name) => isConversion(columnOf(name)));
	if (granularity === 'HOUR' && isWithoutOther) {
		throw new PinterestAdsError(
			'invalid',
			`${COLUMNS_FIELD}: Pinterest does not count conversions by the hour, and there is no other column.`,
			{ field: COLUMNS_FIELD, hint: 'Add another column, or choose the granularity Day.' },
		);
	}
	/** By name, whatever the preset holds. */
	const named = parsed.columns ?? [];
	return {
		...{ ...parsed, level, granularity, includeEmpty, micro },
		...{ range, utcToday, ids, idsGiven: given, columns, named },
	};
}

function chosenRange(parsed: ParsedInput, today: string): DateRange {
	const { period, startDate, endDate, includeToday } = parsed;
	if (period !== undefined && period !== 'custom') {
		if (startDate === undefined && endDate === undefined) {
			return rangeOf(period, today, includeToday);
		}
		throw new PinterestAdsError(
			'invalid',
			'Period: give either a period or a first and last day, not both.',
			{
				field: 'Period',
			},
		);
	}
	if (startDate !== undefined) return { from: startDate, to: endDate ?? today };
	if (period === undefined && endDate === undefined) {
		return rangeOf('last7days', today, includeToday);
	}
	throw new PinterestAdsError(
		'invalid',
		`${FROM_FIELD}: the first day is missing, as YYYY-MM-DD.`,
		{ field: FROM_FIELD },
	);
}
