import { fieldName } from '../fieldName';
import type { Field, Fields } from './field';

/**
 * A place in an input as people call it: the labels on the way there, a position in a list as "2.". What no
 * field declares is called by the words of its name.
 */
export function labelOf(fields: Fields, path: ReadonlyArray<string | number>): string {
	let inside: Fields | undefined = fields;
	const words: string[] = [];
	for (const part of path) {
		if (typeof part === 'number') {
			words.push(`${part + 1}.`);
			continue;
		}
		const field: Field | undefined =
			inside && Object.hasOwn(inside, part) ? inside[part] : undefined;
		words.push(field?.label ?? fieldName([part]));
		inside = field?.fields;
	}
	return words.join(' ');
}
