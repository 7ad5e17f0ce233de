import type { Field, Fields } from '../../worker/src/index.ts';

/** Words that the tables in docs/ and the reference share. */

export const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** What a field is where it is left out, as "*Paused* by default". */
export function byDefault({ byDefault: value, choices = {} }: Field): string[] {
	if (value === undefined) return [];
	const words = Array.isArray(value) ? value : [value];
	return [
		`*${words.map((word) => choices[String(word)]?.label ?? said(word)).join(', ')}* by default`,
	];
}

const said = (value: unknown) =>
	typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** With what it applies, as "only with *Objective* Custom" or "only with *Campaign*". */
export function onlyWith({ appliesWhen }: Field, fields: Fields): string[] {
	if (!appliesWhen) return [];
	const conditions = Object.entries(appliesWhen).map(([other, values]) => {
		const { label = other, choices = {} } = fields[other] ?? {};
		if (values === 'given') return `*${label}*`;
		return `*${label}* ${values.map((word) => choices[word]?.label ?? word).join(' or ')}`;
	});
	return [`only with ${conditions.join(' and ')}`];
}

/** Both, as sentences. */
export const otherwise = (field: Field, fields: Fields): string =>
	[...byDefault(field), ...onlyWith(field, fields)]
		.map((one) => ended(one[0].toUpperCase() + one.slice(1)))
		.join(' ');
