import { z } from 'zod';
import type { Choice, Field, FieldKind, Fields, GivenBy, Words } from '../../fields/field';
import type { Listed } from '../../fields/kinds';
import { readBoolean, readText, readTexts, type Read } from './eventReaders';

/**
 * A field of an event: what every field says of itself, and the function that reads it. Other inputs are read by
 * schemas; a thousand events come at once, and zod would take as long for one as all the hashing.
 * @template Given what a caller may write
 * @template Key Pinterest's name
 * @template Value what Pinterest is sent
 */
export interface EventField<
	Given,
	Key extends string = string,
	Value = unknown,
	Also extends readonly string[] = readonly string[],
> extends Field<Given, Value, 'optional', Key, Value, undefined> {
	readonly sentAs: Key;
	readonly read: Read<Value>;
	/** Other names of the input for it. */
	readonly also?: Also;
}

/** Any field of an object that Pinterest is sent: what its reader gives is what Pinterest wants under its name. */
export type EventFieldOf<Sent> = {
	[Key in keyof Sent & string]-?: EventField<unknown, Key, NonNullable<Sent[Key]>>;
}[keyof Sent & string];

/** By the names that the input has for them. */
export type EventFieldsOf<Sent> = Readonly<Record<string, EventFieldOf<Sent>>>;

interface Said extends Words {
	readonly unit?: string;
	readonly least?: number;
	readonly choices?: Readonly<Record<string, Choice>>;
}

export type Options<Key extends string, Also extends readonly string[]> = Said & {
	readonly sentAs: Key;
	readonly also?: Also;
};

/** A field of the input that something else reads than a schema. */
export const declared = <Given, Read = unknown>(
	kind: FieldKind,
	words: Said,
): Field<Given, Read, 'optional', never, Read, undefined> => ({
	...{ ...words, kind, need: 'optional' },
	schema: UNREAD as unknown as z.ZodType<Read, z.ZodTypeDef, unknown>,
});

const UNREAD = z.unknown();

/** One field, by its reader. */
export const eventField =
	<Given>() =>
	<Key extends string, Value, const Also extends readonly string[] = readonly []>(
		kind: FieldKind,
		read: Read<Value>,
		{ sentAs, also, ...words }: Options<Key, Also>,
	): EventField<Given, Key, Value, Also> => ({
		...declared<Given, Value>(kind, words),
		...{ sentAs, read, also },
	});

/** A text. */
export const textField = <Key extends string, const Also extends readonly string[] = readonly []>(
	options: Options<Key, Also>,
	read: Read<string> = readText,
) => eventField<string>()('text', read, options);

/** True or false. */
export const flagField = <Key extends string>(options: Options<Key, readonly []>) =>
	eventField<boolean>()('flag', readBoolean, options);

/** Texts, as a list or as one text with commas. */
export const textsField = <Key extends string>(options: Options<Key, readonly []>) =>
	eventField<Listed<string>>()('list', readTexts, options);

/** All names of fields. */
export const namesOf = (
	fields: Readonly<Record<string, Field & { readonly also?: readonly string[] }>>,
): string[] => Object.entries(fields).flatMap(([name, { also = [] }]) => [name, ...also]);

/** A field as events are read by it. */
export interface FieldOf<Sent> {
	/** Names of the input; the first that is filled in counts. */
	readonly names: readonly string[];
	/** Pinterest's name. */
	readonly key: keyof Sent & string;
	readonly read: Read<unknown>;
}

/** The fields as events are read by them, all with the same properties: a mixture takes longer to read from. */
export const tableOf = <Sent>(fields: EventFieldsOf<Sent>): Array<FieldOf<Sent>> =>
	Object.entries<EventFieldOf<Sent>>(fields).map(([name, field]) => {
		const { sentAs: key, read, also = [] } = field as EventField<unknown, keyof Sent & string>;
		return { names: [name, ...also], key, read };
	});

type AlsoIn<F> = F extends { readonly also?: infer Also }
	? Also extends readonly string[]
		? Also[number]
		: never
	: never;

/** What a caller writes for fields, by any name of each. */
export type NamedGivenBy<F extends Fields> = GivenBy<F> & {
	readonly [Name in keyof F as AlsoIn<F[Name]>]?: GivenBy<F>[Name & keyof GivenBy<F>];
};
