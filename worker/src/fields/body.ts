import type { Field, Fields, Need, ReadOf } from './field';

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

/** Fields that are sent as fields of the request, if they are sent. */
type FieldsSentIn<Request> = Readonly<
	Record<string, Field<unknown, unknown, Need, Extract<keyof Request, string>>>
>;

/**
 * What is sent of an input: each field that is declared with `sentAs` and has a value, and what empties
 * those that `clear` names. The type of the request is the caller's to say, so that a misspelt `sentAs` does
 * not compile.
 */
export const bodyOf =
	<Request extends object>() =>
	<F extends FieldsSentIn<Request>>(fields: F, input: SentFields<F>): BodyOf<F> =>
		sentOf(fields, input) as BodyOf<F>;

function sentOf(
	fields: Fields,
	values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const cleared = (values.clear ?? []) as readonly string[];
	const body: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (field.sentAs === undefined) continue;
		const value = values[name];
		if (value !== undefined) body[field.sentAs] = field.send ? field.send(value) : value;
		else if (cleared.includes(name)) body[field.sentAs] = field.cleared;
	}
	return body;
}
