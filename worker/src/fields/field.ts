import type { z } from 'zod';
import type { IdOf } from '../values/address';

/** What a field holds: how it is read, and what a form asks for it with. */
export type FieldKind =
	| 'text'
	| 'id'
	| 'list'
	| 'choice'
	| 'choices'
	| 'flag'
	| 'number'
	| 'amount'
	| 'time'
	| 'day'
	| 'json'
	| 'group'
	/** How many results at most; left out, all of them. */
	| 'limit'
	/** In which order results come: what decides it, and which end comes first. */
	| 'sort'
	/** Given by programs only, such as a stream of records. */
	| 'forPrograms';

/** One of the words that a choice is made of. */
export interface Choice {
	readonly label: string;
	/** Left out where the label says it all. */
	readonly description?: string;
}

/** One of several that a field holds, such as one question of a quiz. */
export interface Entry {
	/** What a form calls one of them. */
	readonly label: string;
	readonly fields: Fields;
}

/** `required`: it has to be given. `defaulted`: where it is not, `byDefault` is read. */
export type Need = 'required' | 'optional' | 'defaulted';

/** What a field says of itself; see {@link Field}. */
export interface Words {
	/** What forms, errors and tables call it. */
	readonly label: string;
	/** Plain words for whoever fills it in; a full stop at the end only where there are several sentences. */
	readonly description: string;
	/** A value as somebody may write it. Of JSON and groups: the text that a form starts with. */
	readonly example?: string;
	/** What a form starts with once the field is added to it. */
	readonly preset?: string | number | boolean;
	/** The other fields' values with which it applies; left out: always. */
	readonly appliesWhen?: AppliesWhen;
}

/** By the other field's name: the values with which a field applies, or that it is given at all. */
export type AppliesWhen = Readonly<Record<string, readonly string[] | 'given'>>;

/**
 * One field of a task's input, declared once. From it come what reads it, the type of what may be given, its label
 * in errors, the node's form, the tables in docs/ and, where it goes to Pinterest as it is, the request's body.
 * @template Given what a caller may write
 * @template Read what the task works with
 * @template SentAs the field of the request that it becomes
 * @template Sent what is sent in it
 * @template Cleared what is sent to empty it
 */
export interface Field<
	Given = unknown,
	Read = unknown,
	N extends Need = Need,
	SentAs extends string = string,
	Sent = unknown,
	Cleared = unknown,
> extends Words {
	readonly kind: FieldKind;
	readonly need: N;
	/** Reads a value that is there. */
	readonly schema: z.ZodType<Read, z.ZodTypeDef, unknown>;
	/** What is read where nothing is given. */
	readonly byDefault?: Read;
	/** Of a choice, or a list of choices, by the word that is given. */
	readonly choices?: Readonly<Record<string, Choice>>;
	/** Of a choice: whether what is given are numbers. */
	readonly isNumeric?: boolean;
	/** Of an ID, or a list of IDs: whose. */
	readonly of?: IdOf;
	/** Of a number: its bounds. */
	readonly least?: number;
	readonly most?: number;
	/** Of a number or an amount. */
	readonly unit?: string;
	/** Of a text or a list: so many lines to write it in. */
	readonly rows?: number;
	/** Of an amount: what it pays for, which says how much is plausible. */
	readonly use?: 'budget' | 'bid';
	/** Of a group, or a list of groups: what it holds. */
	readonly fields?: Fields;
	/** Of what holds several of a kind: one of them, as a form asks for it. */
	readonly entry?: Entry;
	/** The field of the request's body that it is sent as. */
	readonly sentAs?: SentAs;
	/** What is sent of it; left out: what was read. */
	send?(read: Read): Sent;
	/** Left out: it cannot be emptied. */
	readonly cleared?: Cleared;
	/** Only types. */
	readonly given?: Given;
	readonly sent?: Sent;
}

/** A task's fields, by their names. */
export type Fields = Readonly<Record<string, Field>>;

type GivenOf<F> = F extends { readonly given?: infer Given } ? Given : never;
export type ReadOf<F> = F extends { readonly schema: z.ZodType<infer Read, z.ZodTypeDef, unknown> }
	? Read
	: never;
type NeedOf<F> = F extends { readonly need: infer N } ? N : never;
/**
 * As one object. The names stand in a parameter of their own, since only so TypeScript calls what comes out by the
 * name of the type that it is given to: `NewCampaign`.
 */
type Flat<T, Name extends keyof T = keyof T> = { [N in Name]: T[N] };

/** What a caller writes; null, as forms and tables have it, is the same as nothing. */
export type GivenBy<F extends Fields> = Flat<
	{
		readonly [Name in keyof F as NeedOf<F[Name]> extends 'required' ? Name : never]: GivenOf<
			F[Name]
		>;
	} & {
		readonly [Name in keyof F as NeedOf<F[Name]> extends 'required' ? never : Name]?: GivenOf<
			F[Name]
		> | null;
	}
>;

/** What is read of it. */
export type ReadBy<F extends Fields> = Flat<
	{
		readonly [Name in keyof F as NeedOf<F[Name]> extends 'optional' ? never : Name]: ReadOf<
			F[Name]
		>;
	} & {
		readonly [Name in keyof F as NeedOf<F[Name]> extends 'optional' ? Name : never]?: ReadOf<
			F[Name]
		>;
	}
>;

/** Has to be given. */
export const required = <G, R, S extends string, V, C>(
	field: Field<G, R, Need, S, V, C>,
): Field<G, R, 'required', S, V, C> => ({ ...field, need: 'required', byDefault: undefined });

/** May be left out. */
export const notRequired = <G, R, S extends string, V, C>(
	field: Field<G, R, Need, S, V, C>,
): Field<G, R, 'optional', S, V, C> => ({ ...field, need: 'optional', byDefault: undefined });

/** Is `byDefault` where it is left out. */
export const withDefault = <G, R, S extends string, V, C>(
	field: Field<G, R, Need, S, V, C>,
	byDefault: NoInfer<R>,
): Field<G, R, 'defaulted', S, V, C> => ({ ...field, need: 'defaulted', byDefault });

/** Is sent in another form than it is read in. */
export const sentBy = <G, R, N extends Need, S extends string, V, C>(
	field: Field<G, R, N, S, unknown, C>,
	send: (read: R) => V,
): Field<G, R, N, S, V, C> => ({ ...field, sent: undefined, send });
