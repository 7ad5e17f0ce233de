import { z } from 'zod';
import { fieldName, optional } from '../input';
import { choice } from '../values/choice';
import { parsedJson } from '../values/json';
import { list } from '../values/lists';
import { nameAsSent } from '../values/names';
import {
	AMOUNT_UNITS,
	judgeAmount,
	readUnjudged,
	type AmountUnit,
	type AmountUse,
	type Unjudged,
} from '../values/money';
import { readTime } from '../values/time';

/** The parts that the inputs of campaigns, ad groups and ads share. */

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

/** What the reference offers for something new. Left out: PAUSED, so that nothing costs money yet. */
export const status = optional(choice(['ACTIVE', 'PAUSED'])).transform(
	(value) => value ?? 'PAUSED',
);

/** For something that exists. ARCHIVED cannot be undone. Left out: as it is. */
export const changedStatus = optional(choice(['ACTIVE', 'PAUSED', 'ARCHIVED']));

export const amountUnit = optional(
	choice(AMOUNT_UNITS, `must be ${AMOUNT_UNITS.join(' or ')}`),
).transform((unit) => unit ?? 'micro');

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

/** An object, or the JSON text of one. @param example of such a text, for messages */
export const json = <T extends z.ZodTypeAny>(schema: T, example: string) =>
	z.preprocess((value, check) => {
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		const parsed = parsedJson(value);
		if (parsed !== undefined) return parsed;
		const message = `must be JSON: an object such as ${example}, names and texts in double quotes`;
		check.addIssue({ code: 'custom', message, fatal: true });
		return z.NEVER;
	}, schema);

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

const urls = optional(
	list(url, { elements: 'addresses' }).pipe(
		z.array(z.string()).max(3, 'must hold at most 3 addresses'),
	),
);

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
