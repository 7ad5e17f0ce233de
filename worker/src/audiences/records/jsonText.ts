import { PinterestAdsError } from '../../client/errors';
import { parsedJson } from '../../values/json';
import type { Say } from './recordFields';

/**
 * The value in a text that is JSON, or one JSON value per line: forms and tables often keep an object or
 * an array so. Any other value is handed back as it is.
 * @param field where it comes from, in its owner's words
 * @param complete whether a text that begins like JSON and is none is an error, whatever it looks like
 * @param say told of such a text where it is read as a plain one
 * @throws PinterestAdsError `invalid` for JSON that was cut off: its last piece may be somebody else's
 * address; and for a value that is nested without end
 */
export function jsonIn(value: unknown, field: string, complete: boolean, say: Say): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return notTooDeep(value, field);
	const read = parsedJson(value) ?? parsedLines(value);
	if (read !== undefined) return notTooDeep(read, field);
	const isCut = looksCut(value);
	if (complete || isCut) throw notJson(field, isCut);
	say(
		`The text in ${field} begins like JSON but is not valid JSON; it was read as plain text. Check that all ${field.toLowerCase()} are in it.`,
	);
	return value;
}

/** No plain list of addresses begins so. */
const BEGIN = /^\s*[[{]\s*["[{]/;

const looksCut = (text: string) => BEGIN.test(text) && !/[\]}]$/.test(text.trimEnd());

/** @throws PinterestAdsError `invalid` for JSON that was cut off */
export function refuseCutJson(value: unknown, field: string): void {
	if (typeof value === 'string' && looksCut(value) && parsedJson(value) === undefined) {
		throw notJson(field, true);
	}
}

function parsedLines(text: string): unknown[] | undefined {
	const values: unknown[] = [];
	for (const line of text.split('\n')) {
		if (line.trim() === '') continue;
		const value = parsedJson(line);
		if (value === undefined) return undefined;
		values.push(value);
	}
	return values;
}

function notJson(field: string, isCut: boolean): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		`the text in ${field} begins like JSON but ${isCut ? 'does not end like it, so it seems to have been cut off' : 'is not valid JSON'}. It cannot be told who is in it. Nothing was changed.`,
		{
			field,
			hint: 'Check the step that makes it. If it is a plain list, remove the bracket at its beginning.',
		},
	);
}

/** More than anything that somebody has built, and far less than a search can follow. */
const MAX_DEPTH = 200;

function notTooDeep(value: unknown, field: string): unknown {
	if (!isNested(value)) return value;
	const open: Array<readonly [value: object, depth: number]> = [[value, 1]];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const [one, depth] = next;
		if (depth > MAX_DEPTH) {
			throw new PinterestAdsError(
				'invalid',
				`the value in ${field} is nested more than ${MAX_DEPTH} levels deep.`,
				{
					field,
					hint: 'Check the step that makes it, and give the records as an array or a text.',
				},
			);
		}
		for (const inner of Array.isArray(one) ? (one as unknown[]) : Object.values(one)) {
			if (isNested(inner)) open.push([inner, depth + 1]);
		}
	}
	return value;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
