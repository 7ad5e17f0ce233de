import { z } from 'zod';
import { list } from '../values/lists';
import type { Choice, Field, Fields } from './field';

/**
 * Names of fields to empty. A field that is just left out stays as it is, so that taking a value away
 * is always said in so many words.
 */
export function clearOf<F extends Fields>(
	fields: F,
): Field<
	readonly ClearableOf<F>[] | ClearableOf<F>,
	Array<ClearableOf<F>>,
	'optional',
	never,
	never,
	undefined
> {
	const clearable = Object.entries(fields).filter(([, { cleared }]) => cleared !== undefined);
	const names = clearable.map(([name]) => name);
	const name = z
		.string()
		.refine((given) => names.includes(given), `must be some of ${names.join(', ')}`);
	return {
		...{ kind: 'choices', need: 'optional', label: 'Clear' },
		description:
			'Fields to take the value away from. A field that is just left empty stays as it is.',
		choices: Object.fromEntries(
			clearable.map(([field, { label }]): [string, Choice] => [field, { label }]),
		),
		schema: list(name).transform((given) => [...new Set(given)]) as unknown as z.ZodType<
			Array<ClearableOf<F>>,
			z.ZodTypeDef,
			unknown
		>,
	};
}

type Clears<F> = F extends { readonly cleared?: infer Cleared }
	? Exclude<Cleared, undefined>
	: never;

/** The names of the fields that can be emptied. */
export type ClearableOf<F extends Fields> = Extract<
	{ [Name in keyof F]: [Clears<F[Name]>] extends [never] ? never : Name }[keyof F],
	string
>;

/** Refuses a field that is to be emptied and set at once. */
export function requireUnset(
	fields: Fields,
	input: Readonly<Record<string, unknown>>,
	check: z.RefinementCtx,
): void {
	for (const name of (input.clear ?? []) as readonly string[]) {
		if (input[name] === undefined) continue;
		check.addIssue({
			code: 'custom',
			path: ['clear'],
			message: `${fields[name].label} is given a value as well; do one or the other`,
		});
	}
}
