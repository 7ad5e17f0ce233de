import { z } from 'zod';
import { parsedJson } from '../values/json';
import { nameAsSent } from '../values/names';

/** Readers of texts. */

const ERRORS = { required_error: 'is missing', invalid_type_error: 'must be text' };

/** From an expression or a table a text may come as a number. */
const numberAsText = (value: unknown) => (typeof value === 'number' ? String(value) : value);

export const anyText = z.preprocess(numberAsText, z.string(ERRORS).trim());

/** A text of at most so many characters. */
export const textUpTo = (most: number) =>
	anyText.refine(({ length }) => length <= most, `must not be longer than ${most} characters`);

/** No longer than any of Pinterest's words. */
export const shortText = textUpTo(255);

/** The name of a campaign, an ad group or an ad. */
export const entityName = z.preprocess(
	numberAsText,
	z
		.string(ERRORS)
		.trim()
		.min(1, 'must not be empty')
		.max(255, 'must not be longer than 255 characters')
		.transform(nameAsSent),
);

const URL_LENGTH = 2000;

const address = z
	.string({ invalid_type_error: 'must be text' })
	.trim()
	.max(URL_LENGTH, `must not be longer than ${URL_LENGTH} characters`);

/** An address of the web. */
export const url = address.refine(
	(value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
	'must be an address that begins with https:// (or http://)',
);

/** An address of any kind, such as one that opens an app. */
export const link = address.refine(
	(value) => URL.canParse(value),
	'must be an address such as myapp://product/1',
);

/** An object, or the JSON text of one. @param example of such a text, for messages */
export const jsonOf = <T extends z.ZodTypeAny>(schema: T, example: string) =>
	z.preprocess((value, check) => {
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		const parsed = parsedJson(value);
		if (parsed !== undefined) return parsed;
		const message = `must be JSON: an object such as ${example}, names and texts in double quotes`;
		check.addIssue({ code: 'custom', message, fatal: true });
		return z.NEVER;
	}, schema);
