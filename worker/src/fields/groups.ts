import { z } from 'zod';
import type { Field, Fields, GivenBy, ReadBy, Words } from './field';
import { shapeOf } from './shape';
import { jsonOf } from './texts';

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
	SentAs extends string = never,
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
	schema: jsonOf(
		z.object(shapeOf(options.fields), must ? { invalid_type_error: must } : {}).strict(),
		oneLine(options.example),
	) as unknown as z.ZodType<ReadBy<F>, z.ZodTypeDef, unknown>,
});

/** What is given as an object by Pinterest's own names, or as its JSON text. */
export const json = <Given, Read, SentAs extends string = never, Sent = Read, Cleared = undefined>(
	options: Words & {
		readonly example: string;
		readonly sentAs?: SentAs;
		readonly cleared?: Cleared;
		readonly send?: (read: Read) => Sent;
	},
	schema: z.ZodType<Read, z.ZodTypeDef, unknown>,
): Field<Given | string, Read, 'optional', SentAs, Sent, Cleared> => ({
	...{ ...options, kind: 'json', need: 'optional' },
	schema: jsonOf(schema, oneLine(options.example)),
});

/** As a message quotes it. */
const oneLine = (example: string) =>
	example
		.replace(/\s*\n\s*/g, ' ')
		.replace(/\{ /g, '{')
		.replace(/ \}/g, '}');
