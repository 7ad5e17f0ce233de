import type { JsonObject } from '../../client/readers';
import type { Writable } from '../../pinterest/types';
import { switchIn } from '../../values/choice';
import { parsedJson } from '../../values/json';
import { listedIn } from '../../values/list';
import { isAbsent, type EventIssues, type Within } from './eventIssues';

/** Reads one value that is not absent; undefined where nothing of it can be sent. */
export type Read<Value> = (
	value: unknown,
	field: string,
	issues: EventIssues,
	...within: Within
) => Value | undefined;

/** Puts in what the field's own reader has given: that they belong together is the table's type. */
export function put<Sent>(
	sent: Writable<Sent>,
	{ key }: { readonly key: keyof Sent },
	form: unknown,
) {
	sent[key] = form as Sent[keyof Sent];
}

/** The first of a field's names under which there is something. */
export function givenName(names: readonly string[], input: JsonObject): string | undefined {
	for (let n = 0; n < names.length; n++) if (!isAbsent(input[names[n]])) return names[n];
	return undefined;
}

/** Text, trimmed; numbers are taken as their digits, since ids often arrive as numbers. */
export const readText: Read<string> = (value, field, issues, ...within) => {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value === 'bigint') return String(value);
	if (typeof value !== 'number') {
		issues.problem(field, 'must be text', ...within);
		return undefined;
	}
	if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
	// Its last digits are lost already: two different ids could have become one.
	issues.problem(field, 'is too long to be a number; give it as text', ...within);
	return undefined;
};

/** A list, or a text that lists its parts. */
export const readTexts: Read<string[]> = (value, field, issues) => {
	const parts = typeof value === 'string' ? listedIn(value) : value;
	const texts = (Array.isArray(parts) ? parts : [parts])
		.map((part, position) => (isAbsent(part) ? '' : readText(part, field, issues, position)))
		.filter((text): text is string => text !== undefined && text !== '');
	return texts.length === 0 ? undefined : texts;
};

export const readBoolean: Read<boolean> = (value, field, issues) => {
	const read = switchIn(value);
	if (read !== undefined) return read;
	issues.problem(field, 'must be true or false');
	return undefined;
};

/** What a form's field for JSON holds; anything else as it is. */
export const opened = (value: unknown): unknown =>
	typeof value === 'string' ? (parsedJson(value) ?? value) : value;

/** `lineItems` as Pinterest and most senders of JSON spell it: `line_items`. */
export const snakeCase = (name: string) =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
