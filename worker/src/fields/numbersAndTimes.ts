import { z } from 'zod';
import { asNumber, limit as limitSchema } from '../input';
import { readDay, readTime } from '../values/time';
import type { Optional, Options } from './kind';

interface Bounds {
	readonly least?: number;
	readonly most?: number;
	/** Said of a number that is out of bounds, or none at all. Left out: what is wrong with this one. */
	readonly must?: string;
	readonly isWhole?: boolean;
}

// Made once: a hundred fields with bounds are declared whenever the worker is loaded.
const NUMERAL = new Intl.NumberFormat('en');

/** A number within bounds. */
export const number = <const SentAs extends string = never, Cleared = undefined>({
	must,
	isWhole = false,
	...options
}: Options<SentAs, Cleared> & Bounds): Optional<number, number, SentAs, Cleared> => {
	const { least = -Infinity, most = Infinity } = options;
	const tooLow = least === 0 ? 'must not be negative' : `must be at least ${NUMERAL.format(least)}`;
	const bounded = z
		.number({ required_error: must, invalid_type_error: must })
		.min(least, must ?? tooLow)
		.max(most, must);
	const schema = z.preprocess(asNumber, isWhole ? bounded.int(must) : bounded);
	return { ...options, kind: 'number', need: 'optional', schema };
};

/** A time; what is read, and sent, are Unix seconds. */
export const time = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<string | number | Date, number, SentAs, Cleared> => ({
	...{ ...options, kind: 'time', need: 'optional', schema: timeSchema },
});

const timeSchema = z.unknown().transform((value, check): number => {
	const seconds = readTime(value);
	if (seconds !== undefined) return seconds;
	check.addIssue({
		code: 'custom',
		message:
			'is not a time; give an ISO date such as 2026-12-01T08:00:00Z, or Unix seconds or milliseconds',
	});
	return z.NEVER;
});

/** A day of the calendar, as YYYY-MM-DD. */
export const day = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<string | number | Date, string, SentAs, Cleared> => ({
	...{ ...options, kind: 'day', need: 'optional', schema: daySchema },
});

const daySchema = z.unknown().transform((value, check): string => {
	const read = readDay(value);
	if (read !== undefined) return read;
	check.addIssue({ code: 'custom', message: 'must be a day of the calendar as YYYY-MM-DD' });
	return z.NEVER;
});

/** How many results at most. */
export const limit: Optional<number, number, never, undefined> = {
	...{ kind: 'limit', need: 'optional', schema: limitSchema, least: 1 },
	label: 'Limit',
	description: 'How many at most; left out, all of them',
};
