import type { Fields, ReadOf } from './field';

type SentAsOf<F> = F extends { readonly sentAs?: infer Name } ? Extract<Name, string> : never;
type SentOf<F> = F extends { readonly sent?: infer Sent; readonly cleared?: infer Cleared }
	? Exclude<Sent | Cleared, undefined>
	: never;

/** The fields of a request that the input's fields become. */
export type BodyOf<F extends Fields> = {
	readonly [Name in keyof F as SentAsOf<F[Name]>]?: SentOf<F[Name]>;
};

/** What has been read of the fields that are sent. */
type SentFields<F extends Fields> = {
	readonly [Name in keyof F as [SentAsOf<F[Name]>] extends [never] ? never : Name]?: ReadOf<
		F[Name]
	>;
};

/**
 * What is sent of an input: each field that is declared with `sentAs` and has a value, and what empties
 * those that `clear` names.
 */
export function bodyOf<F extends Fields>(fields: F, input: SentFields<F>): BodyOf<F> {
	const values: Readonly<Record<string, unknown>> = input;
	const cleared = (values.clear ?? []) as readonly string[];
	const body: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (field.sentAs === undefined) continue;
		const value = values[name];
		if (value !== undefined) body[field.sentAs] = field.send ? field.send(value) : value;
		else if (cleared.includes(name)) body[field.sentAs] = field.cleared;
	}
	return body as BodyOf<F>;
}
