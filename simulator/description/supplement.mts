type Node = Record<string, unknown>;

/**
 * What Pinterest says of its API in other places than the schemas of the description that requests are judged by. It
 * is added when a description is loaded, and is not in the distilled file, which holds what the schemas say and no more.
 * Each part says where it is from.
 */
export function supplemented(document: Node): Node {
	const { components } = document as { components?: { schemas?: Record<string, Node> } };
	const schemas = { ...components?.schemas };
	const rule = schemas.AudienceRule as { properties?: Node } | undefined;
	if (rule !== undefined) {
		schemas.AudienceRule = {
			...rule,
			properties: { ...rule.properties, url: anyOf(rule.properties?.url, VISITED_URL) },
		};
	}
	return { ...document, components: { ...components, schemas } };
}

/**
 * The prose of `AudienceRule.url` in 5.23.0: "For VISITOR, you can use it as a string or a {operator: value} object
 * […]. Supported operators are [ =, !=, contains, not_contains]", with {"contains": "/view_item/shoe"} as an example.
 * The schema knows only the list that ENGAGEMENT takes.
 */
const VISITED_URL: readonly Node[] = [
	{ type: 'string' },
	{
		type: 'object',
		properties: Object.fromEntries(
			['=', '!=', 'contains', 'not_contains'].map((operator) => [operator, { type: 'string' }]),
		),
		additionalProperties: false,
		minProperties: 1,
		maxProperties: 1,
	},
];

const anyOf = (described: unknown, more: readonly Node[]): Node => ({
	anyOf: [...(described === undefined ? [] : [described]), ...more],
});
