import { z } from 'zod';
import { listOf } from '../input';
import { chosenWord } from '../values/choice';
import { shortened } from '../values/shortened';
import type { Entry, Field, Fields, GivenBy, ReadBy, Words } from './field';
import type { Optional } from './kind';
import { shapeOf } from './shape';
import { jsonOf } from './textReaders';

interface GroupOptions<F extends Fields, SentAs extends string, Sent, Cleared> extends Words {
	readonly example: string;
	readonly fields: F;
	/** Said of what is no object. */
	readonly must?: string;
	readonly sentAs?: SentAs;
	readonly cleared?: Cleared;
	readonly send?: (read: ReadBy<F>) => Sent;
}

/** Fields that belong together: an object with them, or its JSON text. */
export const group = <
	F extends Fields,
	const SentAs extends string = never,
	Sent = ReadBy<F>,
	Cleared = undefined,
>({
	must,
	...options
}: GroupOptions<F, SentAs, Sent, Cleared>): Field<
	GivenBy<F> | string,
	ReadBy<F>,
	'optional',
	SentAs,
	Sent,
	Cleared
> => ({
	...{ ...options, kind: 'group', need: 'optional' },
	schema: jsonOf(objectOf(options.fields, must), oneLine(options.example)),
});

interface GroupsOptions<F extends Fields, SentAs extends string, Sent> extends Words {
	/** What a form calls one of them. */
	readonly each: string;
	readonly fields: F;
	readonly sentAs?: SentAs;
	readonly send?: (read: ReadonlyArray<ReadBy<F>>) => Sent;
}

/** A list of groups, inside a group. */
export const groupsOf = <
	F extends Fields,
	const SentAs extends string = never,
	Sent = ReadonlyArray<ReadBy<F>>,
>({
	each,
	...options
}: GroupsOptions<F, SentAs, Sent>): Field<
	ReadonlyArray<GivenBy<F>>,
	ReadonlyArray<ReadBy<F>>,
	'optional',
	SentAs,
	Sent,
	undefined
> => ({
	...{ ...options, kind: 'list', need: 'optional' },
	entry: { label: each, fields: options.fields },
	schema: listOf(objectOf(options.fields)),
});

function objectOf<F extends Fields>(
	fields: F,
	must?: string,
): z.ZodType<ReadBy<F>, z.ZodTypeDef, unknown> {
	const object = z.object(shapeOf(fields), must ? { invalid_type_error: must } : {}).strict();
	return z.preprocess((value) => byOurNames(fields, value), object) as unknown as z.ZodType<
		ReadBy<F>,
		z.ZodTypeDef,
		unknown
	>;
}

/** Pinterest's own names, such as `question_text`, are ours in another spelling, and taken as well. */
function byOurNames(fields: Fields, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const names = Object.keys(fields);
	return Object.fromEntries(
		Object.entries(value).map(([name, given]: [string, unknown]) => {
			const ours = chosenWord(name, names);
			return [ours === undefined || Object.hasOwn(value, ours) ? name : ours, given];
		}),
	);
}

/** What is given as an object by Pinterest's own names, or as its JSON text. */
export const json = <
	Given,
	Read,
	const SentAs extends string = never,
	Sent = Read,
	Cleared = undefined,
>(
	options: Words & {
		readonly example: string;
		readonly entry?: Entry;
		readonly sentAs?: SentAs;
		readonly cleared?: Cleared;
		readonly send?: (read: Read) => Sent;
	},
	schema: z.ZodType<Read, z.ZodTypeDef, unknown>,
): Field<Given | string, Read, 'optional', SentAs, Sent, Cleared> => ({
	...{ ...options, kind: 'json', need: 'optional' },
	schema: jsonOf(schema, oneLine(options.example)),
});

/** What only a program can give, such as a stream of records: no form asks for it. */
export const forPrograms = <Given, Read = Given>(
	options: Words,
	schema: z.ZodType<Read, z.ZodTypeDef, unknown>,
): Optional<Given, Read, never, undefined> => ({
	...options,
	kind: 'forPrograms',
	need: 'optional',
	schema,
});

/** As a message quotes it: no more than its beginning. */
const oneLine = (example: string) =>
	shortened(
		example
			.replace(/\s*\n\s*/g, ' ')
			.replace(/\{ /g, '{')
			.replace(/ \}/g, '}'),
		200,
	);
