import { z } from 'zod';
import { PinterestAdsError } from '../client/errors';
import { flag } from '../campaigns/fields';
import { valueOf } from '../campaigns/times';
import { asNumber, id, idOfA, listOf, optional, parseInput } from '../input';
import type { WindowDays } from '../pinterest/types';
import { idsListed, type IdOf } from '../values/address';
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
	isDay,
	PERIODS,
	rangeOf,
	toDay,
	type DateRange,
} from './windows';

/** Lists come as lists, as one value or, from a form or a table's cell, as one text. */
const list = <T extends z.ZodTypeAny>(element: T) =>
	z.preprocess(
		(value) => (value === undefined || value === null ? undefined : [value].flat().flatMap(parts)),
		optional(listOf(element)),
	);

/** Neither ids nor the names of columns have white space, so it separates them too. */
const parts = (value: unknown): unknown[] =>
	typeof value === 'string'
		? value.split(/[\s,;]+/).filter((part) => part !== '')
		: value === null || value === undefined
			? []
			: [value];

/** One of some words, however it is spelled: `Ad Group`, `ad_group` and `ADGROUP` are `adGroup`. */
const word = <const T extends readonly [string, ...string[]]>(words: T) =>
	z.preprocess(
		(value) => {
			if (typeof value !== 'string') return value ?? undefined;
			if (bare(value) === '') return undefined;
			return words.find((known) => bare(known) === bare(value)) ?? value;
		},
		z.enum(words as unknown as [T[number], ...Array<T[number]>]).optional(),
	);

const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');

/** Day, time of day and, where it is not UTC, the offset. */
const ISO_TIME =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/i;

/** The day in UTC of a time, or the text as it is where it is none. */
function dayOf(value: unknown): unknown {
	if (typeof value === 'string') {
		const text = value.trim();
		const [, day, clock, zone = 'Z'] = ISO_TIME.exec(text) ?? [];
		// Date.parse rolls the 30th of February over instead of refusing it.
		if (day === undefined || !isDay(day)) return text;
		const time = Date.parse(`${day}T${clock}${zone.toUpperCase()}`);
		return Number.isNaN(time) ? text : toDay(time);
	}
	if (typeof value !== 'object' || value === null) return value;
	// Date and luxon's DateTime are their milliseconds.
	const time = valueOf(value);
	return time !== undefined && Math.abs(time) <= MAX_TIME ? toDay(time) : 'no day';
}

/** Beyond, a Date has no ISO form. */
const MAX_TIME = 8.64e15;

const day = optional(
	z.preprocess(
		(value) => dayOf(value) || undefined,
		z.string().refine(isDay, 'must be a day of the calendar as YYYY-MM-DD').optional(),
	),
);

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
		level: word(LEVELS),
		/** For the levels keyword and targeting. */
		breakdownOf: word(BROKEN_DOWN),
		targetingTypes: list(word(TARGETING_TYPES)),
		ids: z.unknown(),
		period: word(PERIODS),
		startDate: day,
		endDate: day,
		includeToday: optional(flag),
		granularity: word(GRANULARITIES),
		columnPreset: word(COLUMN_PRESETS),
		columns: list(
			z
				.string()
				.transform((name) => name.trim().toUpperCase())
				.refine((name) => /^[A-Z][A-Z0-9_]{0,199}$/.test(name), 'must be the name of a column'),
		),
		clickWindowDays: windowDays,
		engagementWindowDays: windowDays,
		viewWindowDays: windowDays,
		conversionReportTime: word(['TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION']),
		timeZone: word(['UTC', 'account'] as const),
		includeEmpty: optional(flag),
		micro: optional(flag),
	})
	.strict();

/** As texts, whatever else is a list or one value; an address may name several. */
const idList = (of: IdOf) =>
	z.preprocess(
		(value) =>
			[value ?? []]
				.flat()
				.flatMap((one) => (typeof one === 'string' ? idsListed(one, of) : (one ?? []))),
		listOf(idOfA(of)),
	);

/** Whose ids they are is known with the level. */
const schema = fields.transform((input, check) => {
	const read = idList(entityOf(input)).safeParse(input.ids, { path: ['ids'] });
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
