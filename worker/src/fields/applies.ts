import { plainText } from '../client/readers';
import { chosenWord } from '../values/choice';
import type { Fields } from './field';

/**
 * Whether a field applies, by what is given for the others, however it is spelled. One that is left empty, and has
 * no default, rules nothing out.
 */
export function applies(
	fields: Fields,
	name: string,
	valueOf: (other: string) => unknown,
): boolean {
	return Object.entries(fields[name].appliesWhen ?? {}).every(([other, words]) => {
		const given = valueOf(other) ?? '';
		if (words === 'given') return given !== '';
		const value = given === '' ? (fields[other]?.byDefault ?? '') : given;
		if (value === '') return true;
		// Of a list of choices one is enough.
		return [value].flat().some((one) => chosenWord(plainText(one), words) !== undefined);
	});
}
