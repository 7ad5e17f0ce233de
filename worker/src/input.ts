import { z } from 'zod';
import { PinterestAdsError } from './client/errors';

/** An id of Pinterest: digits in a string, never a number (18 digits do not fit into one). */
export const id = z
	.union([z.string(), z.number().int().safe()])
	.transform((value) => String(value).trim())
	.refine((value) => /^\d{1,18}$/.test(value), 'must be an ID: digits only, at most 18');

/** Turns `''` and `null`, which forms send for "not filled in", into a missing value. */
export const optional = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/**
 * Parses a task's input once, at the edge.
 * @throws PinterestAdsError of kind `invalid` that names every bad field in the user's words, and
 * never quotes a value (it may be somebody's address).
 */
export function parseInput<T extends z.ZodTypeAny>(schema: T, input: unknown): z.output<T> {
	const result = schema.safeParse(input);
	if (result.success) return result.data as z.output<T>;
	const problems = result.error.issues.map(({ path, message }) => ({
		field: fieldName(path),
		message,
	}));
	const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	throw new PinterestAdsError('invalid', text.join('; '), {
		field: problems[0].field || undefined,
		details: problems.length > 1 ? { problems } : undefined,
	});
}

/** `dailySpendCap` → "Daily Spend Cap", as n8n's form shows it; a position becomes "2." */
export function fieldName(path: ReadonlyArray<string | number>): string {
	return path
		.map((part) =>
			typeof part === 'number'
				? `${part + 1}.`
				: part
						.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
						.replace(/_/g, ' ')
						.replace(/\b(id|url|ip|cpa)\b/gi, (word) => word.toUpperCase())
						.replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase()),
		)
		.join(' ');
}
