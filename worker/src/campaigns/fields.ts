import { z } from 'zod';
import { fieldName, id, idOfA, listOf, optional } from '../input';
import { nameAsSent } from '../values/names';
import { idsListed, type IdOf } from '../values/address';
import {
	AMOUNT_UNITS,
	judgeAmount,
	readUnjudged,
	type AmountUnit,
	type AmountUse,
	type Unjudged,
} from './money';
import { readTime } from './times';

/** The parts that the inputs of campaigns, ad groups and ads share. */

/** For a required value: says "is missing" instead of what the parser calls it. */
const errorMap =
	(message: string): z.ZodErrorMap =>
	(_issue, { data }) => ({
		message: data === undefined || data === null ? `is missing; ${message}` : message,
	});

const numberAsText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

export const text = z.preprocess(numberAsText, z.string(textErrors()).trim());

export const name = z.preprocess(
	numberAsText,
	z
		.string(textErrors())
		.trim()
		.min(1, 'must not be empty')
		.max(255, 'must not be longer than 255 characters')
		.transform(nameAsSent),
);

function textErrors() {
	return { required_error: 'is missing', invalid_type_error: 'must be text' };
}

/** One of the API's names, in whatever case. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
	return z.preprocess(
		(value) =>
			typeof value === 'string'
				? value
						.trim()
						.toUpperCase()
						.replace(/[\s-]+/g, '_')
				: value,
		z.enum(values as unknown as [T[number], ...Array<T[number]>], {
			errorMap: errorMap(`must be one of ${values.join(', ')}`),
		}),
	);
}

/** What the reference offers for something new. Left out: PAUSED, so that nothing costs money yet. */
export const status = optional(choice(['ACTIVE', 'PAUSED'])).transform(
	(value) => value ?? 'PAUSED',
);

/** For something that stands. ARCHIVED is for ever. Left out: as it is. */
export const changedStatus = optional(choice(['ACTIVE', 'PAUSED', 'ARCHIVED']));

export const amountUnit = optional(
	z.enum(AMOUNT_UNITS, { errorMap: errorMap(`must be ${AMOUNT_UNITS.join(' or ')}`) }),
).transform((unit) => unit ?? 'micro');

export const flag = z.preprocess(
	(value) => (value === 'true' ? true : value === 'false' ? false : value),
	z.boolean({ invalid_type_error: 'must be true or false' }),
);

/** Unix seconds. */
export const time = z.unknown().transform((value, check) => {
	const seconds = readTime(value);
	if (seconds !== undefined) return seconds;
	check.addIssue({
		code: 'custom',
		message:
			'is not a time; give an ISO date such as 2026-12-01T08:00:00Z, or Unix seconds or milliseconds',
	});
	return z.NEVER;
});

/** A required id. Pinterest's own tools put a letter or two before some. */
export const entityId = (prefix = '', digits = id) =>
	z.preprocess((value) => {
		if (value === undefined || value === null || value === '') return undefined;
		return typeof value === 'string' ? withoutPrefix(value.trim(), prefix) : value;
	}, z.any().superRefine(requireGiven).pipe(digits));

function withoutPrefix(text: string, prefix: string): string {
	const rest = text.slice(prefix.length);
	return text.slice(0, prefix.length).toUpperCase() === prefix && /^\d/.test(rest) ? rest : text;
}

function requireGiven(value: unknown, check: z.RefinementCtx): void {
	if (value === undefined) {
		check.addIssue({ code: 'custom', message: 'is missing', fatal: true });
	}
}

/** A list from a list, or from text with commas or line breaks. */
export const list = <T extends z.ZodTypeAny>(element: T) =>
	z.preprocess(
		(value) =>
			typeof value === 'string'
				? value
						.split(/[,\n]/)
						.map((part) => part.trim())
						.filter((part) => part !== '')
				: typeof value === 'number'
					? [value]
					: value,
		listOf(element),
	);

/** A list of ids; an address in it may name several. */
export const idList = (of: IdOf, prefix?: string) =>
	z.preprocess(
		(value) => {
			if (Array.isArray(value))
				return value.flatMap((one) => (isText(one) ? idsListed(one, of) : [one]));
			return isText(value) ? idsListed(value, of) : typeof value === 'number' ? [value] : value;
		},
		listOf(entityId(prefix, idOfA(of))),
	);

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** An object, or the JSON text of one. @param example of such a text, for messages */
export const json = <T extends z.ZodTypeAny>(schema: T, example: string) =>
	z.preprocess((value, check) => {
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		const parsed = parsedJson(value);
		if (parsed !== undefined) return parsed.value;
		const message = `must be JSON: an object such as ${example}, names and texts in double quotes`;
		check.addIssue({ code: 'custom', message, fatal: true });
		return z.NEVER;
	}, schema);

function parsedJson(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

const URL_LENGTH = 2000;

export const url = z
	.string({ invalid_type_error: 'must be text' })
	.trim()
	.max(URL_LENGTH, `must not be longer than ${URL_LENGTH} characters`)
	.refine(
		(value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
		'must be an address that begins with https:// (or http://)',
	);

/** An address of any kind, such as one that opens an app. */
export const link = z
	.string({ invalid_type_error: 'must be text' })
	.trim()
	.max(URL_LENGTH, `must not be longer than ${URL_LENGTH} characters`)
	.refine((value) => URL.canParse(value), 'must be an address such as myapp://product/1');

const urls = optional(list(url).pipe(z.array(z.string()).max(3, 'must hold at most 3 addresses')));

/** Third-party tracking, by kind of event. */
export const trackingUrls = json(
	z
		.object(
			{
				impression: urls,
				click: urls,
				engagement: urls,
				buyable_button: urls,
				audience_verification: urls,
			},
			{ invalid_type_error: 'must be an object such as {"click": ["https://…"]}' },
		)
		.strict(),
	'{"click": ["https://…"]}',
);

/** An amount that has been read, with what is needed to judge it once the currency is known. */
export interface Amount extends Unjudged {
	readonly field: string;
	readonly unit: AmountUnit;
	readonly use: AmountUse;
}

/**
 * Reads an amount in the unit that another field names; a problem becomes that field's issue. What depends on
 * the currency is left to be judged by `requirePlausible`.
 */
export function readAmountField(
	check: z.RefinementCtx,
	path: string[],
	value: unknown,
	unit: AmountUnit,
	use: AmountUse,
): Amount | undefined {
	if (value === undefined) return undefined;
	const reading = readUnjudged(value, { unit, use });
	// What is too little in dollars is too little in every currency.
	const problem =
		'problem' in reading
			? reading.problem
			: unit === 'micro'
				? judgeAmount(reading, { unit, use })
				: undefined;
	if (!('problem' in reading) && problem === undefined) {
		return { ...reading, field: fieldName(path), unit, use };
	}
	check.addIssue({ code: 'custom', path, message: problem });
	return undefined;
}

/** A schedule that ends before it begins. */
export function requireOrder(
	input: { readonly startTime?: number; readonly endTime?: number },
	check: z.RefinementCtx,
): void {
	const { startTime, endTime } = input;
	if (startTime === undefined || endTime === undefined || endTime > startTime) return;
	check.addIssue({ code: 'custom', path: ['endTime'], message: 'must be after Start Time' });
}
