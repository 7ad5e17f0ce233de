type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Three ways of writing that Pinterest's description uses and JSON Schema gives no meaning to, put
 * into words that a validator understands, without changing what they say:
 * - `required` beside a `$ref` (the identifiers of a conversion event) is part of the schema;
 * - `nullable` without a `type` allows null;
 * - `explode: false` says how a list is written, and nothing of a parameter that is none.
 *
 * @param document where a `$ref` of the node leads
 */
export function prepareSchema(node: unknown, document: unknown = node): unknown {
	if (Array.isArray(node)) return node.map((one) => prepareSchema(one, document));
	if (!isNode(node)) return node;
	const copy: Node = Object.fromEntries(
		Object.entries(node).map(([key, value]) => [key, prepareSchema(value, document)]),
	);
	if (copy.in === 'query' && copy.explode === false && !isList(node.schema, document)) {
		delete copy.explode;
	}
	if (typeof copy.$ref === 'string' && Array.isArray(copy.required)) {
		return { type: 'object', allOf: [{ $ref: copy.$ref }], required: copy.required };
	}
	if (typeof copy.nullable === 'boolean' && copy.type === undefined) {
		const { nullable, ...rest } = copy;
		return nullable ? { anyOf: [{ type: 'null' }, rest] } : rest;
	}
	return copy;
}

/** Whether a schema is of a list, wherever it is written. */
function isList(schema: unknown, document: unknown): boolean {
	if (!isNode(schema)) return false;
	if (typeof schema.$ref !== 'string') return schema.type === 'array';
	const names = schema.$ref.replace(/^#\//, '').split('/');
	const found = names.reduce<unknown>((at, name) => (isNode(at) ? at[name] : undefined), document);
	return isList(found, document);
}
