import { createHash } from 'node:crypto';

type Node = Record<string, unknown>;

/** An API description, as far as distilling it needs to know. */
interface Source {
	openapi: string;
	info: { title: string; version: string; license?: { name: string; url?: string } };
	paths: Record<string, Record<string, Node>>;
	components: Record<string, Record<string, Node>>;
}

/** What came of it, for whoever ran it. */
export interface Distilled {
	/** The data file: an OpenAPI document without prose. */
	readonly text: string;
	readonly name: string;
	readonly sha256: string;
	readonly operations: { readonly kept: number; readonly of: number };
	readonly schemas: { readonly kept: number; readonly of: number };
}

/** Written for people; never kept. */
const PROSE = new Set(
	'description summary title example examples tags externalDocs x-codeSamples'.split(' '),
);

/** Keywords of a schema whose values are facts as they are. */
const SCHEMA_FACTS = new Set([
	...['$ref', 'type', 'format', 'enum', 'pattern', 'default', 'nullable', 'required'],
	...['readOnly', 'writeOnly', 'deprecated', 'uniqueItems', 'multipleOf'],
	...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
	...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
]);
const PARAMETER_FACTS = new Set(
	'$ref name in required explode style allowReserved deprecated'.split(' '),
);
const METHODS = new Set('get put post delete options head patch trace'.split(' '));
const OPERATION_FACTS = new Set(
	'operationId security deprecated x-ratelimit-category x-sandbox'.split(' '),
);

/** How the value of a keyword is distilled that holds more than a plain fact. */
type Inside = Readonly<Record<string, (value: never) => unknown>>;

/** Of a node what is a fact. A keyword that is neither fact nor prose needs a person to decide. */
function facts(node: Node, plain: ReadonlySet<string>, inside: Inside = {}): Node {
	const kept: Node = {};
	for (const [keyword, value] of Object.entries(node)) {
		if (Object.hasOwn(inside, keyword)) kept[keyword] = inside[keyword](value as never);
		else if (plain.has(keyword)) kept[keyword] = value;
		else if (!PROSE.has(keyword)) {
			throw new Error(`The keyword “${keyword}” is new: say in distill.mts whether it is a fact.`);
		}
	}
	return sorted(kept);
}

const sorted = (node: Node): Node =>
	Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Names (of properties, paths, media types) are data, whatever they are called. */
const named = <T extends Node>(map: Record<string, T>, distill: (one: T) => unknown): Node =>
	sorted(Object.fromEntries(Object.entries(map).map(([name, one]) => [name, distill(one)])));

const schema = (node: Node | boolean): unknown =>
	typeof node === 'boolean' ? node : facts(node, SCHEMA_FACTS, SCHEMAS_INSIDE);
const schemas = (list: Node[]) => list.map(schema);

const SCHEMAS_INSIDE: Inside = {
	properties: (map: Record<string, Node>) => named(map, schema),
	items: schema,
	additionalProperties: schema,
	not: schema,
	allOf: schemas,
	anyOf: schemas,
	oneOf: schemas,
	discriminator: ({ propertyName, mapping }: { propertyName: string; mapping?: Node }) => ({
		propertyName,
		...(mapping ? { mapping: sorted(mapping) } : {}),
	}),
};

const parameter = (node: Node) => facts(node, PARAMETER_FACTS, { schema });
const content = (map: Record<string, Node>) =>
	named(map, (media) => facts(media, new Set(), { schema }));
const response = (node: Node) => facts(node, new Set(['$ref']), { content });
const operation = (node: Node) =>
	facts(node, OPERATION_FACTS, {
		parameters: (list: Node[]) => list.map(parameter),
		requestBody: (body: Node) => facts(body, new Set(['$ref', 'required']), { content }),
		responses: (map: Record<string, Node>) => named(map, response),
	});

/** The names of scopes without what they are for. */
function securityScheme(node: Node): Node {
	const flow = (one: Node) =>
		facts(one, new Set(['authorizationUrl', 'tokenUrl', 'refreshUrl']), {
			scopes: (scopes: Record<string, Node>) => named(scopes, () => ''),
		});
	return facts(node, new Set(['type', 'scheme']), {
		flows: (flows: Record<string, Node>) => named(flows, flow),
	});
}

const KINDS: Record<string, (node: Node) => unknown> = { schemas: schema, parameters: parameter };

/** Adds to `kept` whatever `value` refers to, and what that refers to. */
function reach(value: unknown, source: Source, kept: Record<string, Node>): void {
	if (typeof value === 'string') {
		const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(value) ?? [];
		if (kind === undefined || kept[kind]?.[name] !== undefined) return;
		const found = source.components[kind]?.[name];
		if (found === undefined || KINDS[kind] === undefined) {
			throw new Error(`${value} leads nowhere that is distilled.`);
		}
		const distilled = KINDS[kind](found);
		kept[kind] = { ...kept[kind], [name]: distilled };
		reach(distilled, source, kept);
	} else if (typeof value === 'object' && value !== null) {
		for (const inner of Object.values(value)) reach(inner, source, kept);
	}
}

/**
 * The facts that an API description states of some operations, without a word of its prose: paths,
 * parameters, names, types, enumerations, limits, required fields, and every schema that they reach.
 * Keys are sorted, so that two versions can be compared line by line.
 *
 * @param source The text of Pinterest's `openapi.json`
 * @param operationIds The operations to keep; one that the source does not have is an error
 */
export function distill(source: string, operationIds: readonly string[]): Distilled {
	const document = JSON.parse(source) as Source;
	const wanted = new Set(operationIds);
	const paths: Record<string, Node> = {};
	let all = 0;
	for (const [path, methods] of Object.entries(document.paths)) {
		for (const [method, one] of Object.entries(methods)) {
			if (!METHODS.has(method)) throw new Error(`“${method}” of ${path} is not a method.`);
			all += 1;
			if (!wanted.delete(String(one.operationId))) continue;
			paths[path] = sorted({ ...paths[path], [method]: operation(one) });
		}
	}
	if (wanted.size > 0) throw new Error(`The description lacks ${[...wanted].join(', ')}.`);
	const components: Record<string, Node> = {};
	reach(paths, document, components);
	const { title, version, license } = document.info;
	const sha256 = createHash('sha256').update(source).digest('hex');
	const distilled = {
		openapi: document.openapi,
		info: { title, version, license },
		'x-distilled': { sha256, script: 'npm run distill', notice: 'NOTICE.md' },
		paths: sorted(paths),
		components: {
			parameters: sorted(components.parameters ?? {}),
			schemas: sorted(components.schemas ?? {}),
			securitySchemes: named(document.components.securitySchemes ?? {}, securityScheme),
		},
	};
	return {
		text: `${JSON.stringify(distilled, null, '\t')}\n`,
		name: `${title} ${version}`,
		sha256,
		operations: { kept: operationIds.length, of: all },
		schemas: {
			kept: Object.keys(components.schemas ?? {}).length,
			of: Object.keys(document.components.schemas).length,
		},
	};
}
