import { z } from 'zod';
import { fieldName, optional } from '../input';
import type { JsonObject } from '../client/readers';
import { list } from '../values/lists';

/** The fields of an update that can be emptied, by the input's name, each with what is then sent. */
export type Clearable<Body = object> = Readonly<Record<string, Partial<Body>>>;

/**
 * Names of fields to empty. A field that is just left out stays as it is, so that taking a value away
 * is always said in so many words.
 */
export const clear = (clearable: Clearable) => {
	const names = Object.keys(clearable);
	return optional(
		list(
			z.string().refine((name) => names.includes(name), `must be some of ${names.join(', ')}`),
		).transform((given) => [...new Set(given)]),
	);
};

/** Refuses a field that is to be emptied and set at once. */
export function requireUnset(
	input: { readonly clear?: readonly string[] } & JsonObject,
	check: z.RefinementCtx,
): void {
	for (const name of input.clear ?? []) {
		if (input[name] === undefined) continue;
		check.addIssue({
			code: 'custom',
			path: ['clear'],
			message: `${fieldName([name])} is given a value as well; do one or the other`,
		});
	}
}

export const clearedFields = <Body>(
	clearable: Clearable<Body>,
	names: readonly string[] = [],
): Partial<Body> => Object.assign({}, ...names.map((name) => clearable[name])) as Partial<Body>;
