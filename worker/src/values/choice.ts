import { z } from 'zod';

/**
 * The one of some words that is meant, however it is spelled: `Ad Group`, `ad_group`, `AD-GROUP` and `ADGROUP`
 * are `adGroup`. No two words of one field differ in this only.
 */
export function chosenWord<T extends string>(value: unknown, words: readonly T[]): T | undefined {
	if (typeof value !== 'string' || value.length > LONGEST) return undefined;
	if (words.includes(value as T)) return value as T;
	const wanted = bare(value);
	return wanted === '' ? undefined : words.find((word) => bare(word) === wanted);
}

const LONGEST = 100;

const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');

/** One of some words, by {@link chosenWord}. @param must for messages */
export const choice = <const T extends readonly [string, ...string[]]>(
	words: T,
	must = `must be one of ${words.join(', ')}`,
) =>
	z.preprocess(
		(value) => chosenWord(value, words) ?? value,
		z.enum(words as unknown as [T[number], ...Array<T[number]>], {
			errorMap: (_issue, { data }) => ({
				message: data === undefined || data === null ? `is missing; ${must}` : must,
			}),
		}),
	);

/** True or false, by {@link switchIn}. */
export const flag = z.preprocess(
	(value) => switchIn(value) ?? value,
	z.boolean({ invalid_type_error: 'must be true or false' }),
);

/** True or false, also as the text that an expression or a table gives for it; undefined for anything else. */
export function switchIn(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const word = chosenWord(value, ['true', 'false']);
	return word === undefined ? undefined : word === 'true';
}
