import { withNewerObjectives } from './newerObjectives.mts';

type Node = Record<string, unknown>;

/**
 * What Pinterest says of its API in other places than the schemas of the description that requests are judged by. It
 * is added when a description is loaded, and is not in the distilled file, which holds what the schemas say and no more.
 * Each part says where it is from.
 */
export const supplemented = (document: Node): Node => withAudiences(withNewerObjectives(document));

function withAudiences(document: Node): Node {
	const { components } = document as { components?: { schemas?: Record<string, Node> } };
	const schemas = { ...components?.schemas };
	const rule = schemas.AudienceRule as { properties?: Node } | undefined;
	if (rule !== undefined) {
		schemas.AudienceRule = {
			...rule,
			properties: { ...rule.properties, url: anyOf(rule.properties?.url, VISITED_URL) },
		};
	}
	for (const name of ['CustomerListRequest', 'CustomerListUpdateRequest']) {
		const request = schemas[name] as { properties?: Node; required?: string[] } | undefined;
		if (request === undefined) continue;
		schemas[name] = {
			...request,
			required: request.required?.filter((field) => field !== 'records'),
			properties: { ...request.properties, records_v2: PEOPLE },
			oneOf: [{ required: ['records'] }, { required: ['records_v2'] }],
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

const IDENTIFIERS = [
	...['email', 'maid', 'ip_address', 'user_agent', 'external_id', 'liveramp_envelope'],
	...['hashed_pinner_id', 'hashed_phone_number'],
];

/**
 * `records_v2` of customer lists, newer than 5.23: `CustomerListCreate`, `CustomerListUpdateWithRequiredBody` and
 * `CustomerListRecordRow` of clients that were generated in August 2026 from a later official description
 * (github.com/oapicf/pinterest-sdk, clients/python/generated/docs), and `v5/changelog-5.23-to-5.28.md` of
 * github.com/pinterest/api-description. "Provide exactly one of records or records_v2." How many rows a request may
 * have is not said.
 */
const PEOPLE: Node = {
	type: 'array',
	minItems: 1,
	items: {
		type: 'object',
		properties: Object.fromEntries(IDENTIFIERS.map((name) => [name, { type: 'string' }])),
		additionalProperties: false,
		minProperties: 1,
	},
};

const anyOf = (described: unknown, more: readonly Node[]): Node => ({
	anyOf: [...(described === undefined ? [] : [described]), ...more],
});
