/** What the schemas of the simulator's own description are made of. */
export type Schema = Record<string, unknown>;

export const text: Schema = { type: 'string' };
export const nullableText: Schema = { type: 'string', nullable: true };
export const whole: Schema = { type: 'integer' };
export const nullableWhole: Schema = { type: 'integer', nullable: true };
export const flag: Schema = { type: 'boolean' };
export const nullableFlag: Schema = { type: 'boolean', nullable: true };
export const id: Schema = { type: 'string', pattern: '^\\d+$', maxLength: 18 };
export const day: Schema = { type: 'string', format: 'date' };

export const oneOf = (...values: string[]): Schema => ({ type: 'string', enum: values });
export const listOf = (items: Schema, bounds: Schema = {}): Schema => ({
	type: 'array',
	items,
	...bounds,
});
export const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
	type: 'object',
	properties,
	required,
});
export const closed = (schema: Schema): Schema => ({ ...schema, additionalProperties: false });
export const free: Schema = { type: 'object' };
