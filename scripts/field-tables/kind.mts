import type { Field, Fields } from '../../worker/src/index.ts';
import { byDefault, onlyWith } from './words.mts';

/** More choices than these are folded. */
const MOST_CHOICES = 8;

/** What a field takes, in plain words: what it is, whether it has to be given, what it is otherwise, when it applies. */
export function taken(field: Field, fields: Fields): string {
	const words = choicesOf(field);
	const areFolded = words.length > MOST_CHOICES;
	const list = words.join(' · ');
	const parts = [
		kindOf(field) + (words.length === 0 ? '' : areFolded ? ` ${words.length} choices` : ` ${list}`),
		...(field.need === 'required' ? ['**required**'] : []),
		...byDefault(field),
		...onlyWith(field, fields),
	];
	const folded = ` <details><summary>the choices</summary>${list}</details>`;
	return parts.join('; ') + (areFolded ? folded : '');
}

function kindOf({ kind, of, unit, least, most, choices }: Field): string {
	switch (kind) {
		case 'id':
			return of === undefined || of === 'other' ? 'ID' : `ID of ${article(of)}, or its address`;
		case 'list':
			return of === undefined || of === 'other' ? 'list' : `IDs of ${inWords(of)}s, or addresses`;
		case 'choice':
			return 'one of';
		case 'choices':
			return 'some of';
		case 'flag':
			return 'yes or no';
		case 'number':
			return choices
				? 'number, one of'
				: ['number', between(least, most), unit].filter(Boolean).join(' ');
		case 'amount':
			return `amount${unit === undefined ? '' : ` in ${unit}`}`;
		case 'time':
			return 'time, as an ISO date or a Unix timestamp';
		case 'day':
			return 'day, as YYYY-MM-DD';
		case 'json':
			return 'object, or its JSON text';
		case 'group':
		case 'sort':
			return 'object of the fields below, or its JSON text';
		case 'limit':
			return `number, from ${least ?? 1}`;
		case 'forPrograms':
			return 'given by programs';
		case 'text':
			return 'text';
	}
}

function between(least?: number, most?: number): string {
	if (least === undefined) return most === undefined ? '' : `up to ${most}`;
	return most === undefined ? `from ${least}` : `from ${least} to ${most}`;
}

/** `adAccount` is "ad account"; a Pin has a capital letter. */
const inWords = (of: string) =>
	of === 'pin' ? 'Pin' : of.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const article = (of: string) => `${/^[aeiou]/.test(of) ? 'an' : 'a'} ${inWords(of)}`;

/** Each by its label, and by its word where that differs in more than its spelling. */
const choicesOf = ({ kind, choices = {} }: Field): string[] =>
	Object.entries(choices).map(([word, { label }]) =>
		kind === 'number' || bare(word) === bare(label) ? label : `${label} (\`${word}\`)`,
	);

/** The worker takes a word however it is spelled. */
const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
