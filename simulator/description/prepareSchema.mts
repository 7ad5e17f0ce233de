type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Three ways of writing that Pinterest's description uses and JSON Schema gives no meaning to, put
 * into words that a validator understands, without changing what they say:
 * - `required` beside a `$ref` (the identifiers of a conversion event) is part of the schema;
 * - `nullable` without a `type` allows null;
 * - `explode: false` on what is no list: there is nothing in it to be split at commas.
 */
export function prepareSchema(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(prepareSchema);
	if (!isNode(node)) return node;
	const copy: Node = Object.fromEntries(
		Object.entries(node).map(([key, value]) => [key, prepareSchema(value)]),
	);
	if (typeof copy.$ref === 'string' && Array.isArray(copy.required)) {
		return { type: 'object', allOf: [{ $ref: copy.$ref }], required: copy.required };
	}
	if (typeof copy.nullable === 'boolean' && copy.type === undefined) {
		const { nullable, ...rest } = copy;
		return nullable ? { anyOf: [{ type: 'null' }, rest] } : rest;
	}
	if (copy.explode === false && isNode(copy.schema) && copy.schema.type === 'string') {
		delete copy.explode;
	}
	return copy;
}
