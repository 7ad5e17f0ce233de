import { z } from 'zod';
import { optional } from '../input';
import type { Field, Fields } from './field';

/** What parses the fields' values, by their names. */
export const shapeOf = (fields: Fields): z.ZodRawShape =>
	Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));

function schemaOf({ need, schema, byDefault }: Field): z.ZodTypeAny {
	if (need === 'required') return schema;
	const given = optional(schema);
	return need === 'optional' ? given : given.transform((value: unknown) => value ?? byDefault);
}
