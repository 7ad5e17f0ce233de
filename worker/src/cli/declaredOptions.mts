import { Option } from 'commander';
import type { Field, FieldKind, Fields } from '../index.ts';

/** What follows an option, by what its field holds. Others are followed by a text. */
const PLACEHOLDERS: Partial<Record<FieldKind, string>> = {
	id: 'id',
	list: 'list',
	choice: 'word',
	choices: 'list',
	number: 'number',
	limit: 'number',
	amount: 'amount',
	time: 'time',
	day: 'day',
};

/** More words than this would bury the help. */
const MOST_WORDS = 30;

/** Options for the fields of a task: named, described and defaulted as these are declared. */
export const optionsFor = (fields: Fields, names: readonly string[]): Option[] =>
	names.map((name) => optionFor(name, fields[name]));

function optionFor(name: string, field: Field): Option {
	const long = `--${field.kind === 'flag' && field.byDefault === true ? 'no-' : ''}${kebab(name)}`;
	const after = field.kind === 'flag' ? '' : ` <${PLACEHOLDERS[field.kind] ?? 'text'}>`;
	return new Option(long + after, described(field));
}

function described({ kind, description, choices = {}, example, byDefault }: Field): string {
	const words = Object.keys(choices);
	const isListed = words.length > 0 && words.length <= MOST_WORDS;
	const parts = [
		description.replace(/\s*\n\s*/g, ' ').replace(/[.]?$/, '.'),
		isListed ? `${kind === 'choices' ? 'Of' : 'One of'}: ${words.join(', ')}.` : '',
		example !== undefined && !isListed ? `Example: ${example}` : '',
		byDefault !== undefined && kind !== 'flag' ? `Without it: ${String(byDefault)}.` : '',
	];
	return parts.filter(Boolean).join(' ');
}

/** `dailySpendCap` as an option has it: `daily-spend-cap`. */
export const kebab = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Of what was typed, what the task's fields are given. */
export function givenOf(
	names: readonly string[],
	values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const given = names.map((name): [string, unknown] => [name, values[name]]);
	return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/**
 * A row of a table by the names of fields: a heading may have them as `adGroupName`, `ad_group_name` or "Ad group
 * name". What no field is called stays as it is, so that whoever reads it can say so.
 */
export function byFieldNames(
	fields: Fields,
	row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const names = new Map(Object.keys(fields).map((name) => [bare(name), name]));
	return Object.fromEntries(
		Object.entries(row).map(([heading, value]) => [names.get(bare(heading)) ?? heading, value]),
	);
}

const bare = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase();
