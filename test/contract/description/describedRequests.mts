import type { ApiRequest } from '../../../simulator/description/description.mts';

type Node = Record<string, unknown>;
type Many = Record<string, string | string[]>;

interface TextLimits {
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
}

interface Parameter {
	name: string;
	in: string;
	explode?: boolean;
	schema: Node;
}

/** An operation of an API description, as far as requests are made up from it. */
interface Described {
	operationId: string;
	parameters?: Node[];
	requestBody?: { content: Record<string, { schema: Node }> };
	responses: Record<string, { content?: Record<string, { schema?: Node }> }>;
}

export interface Document {
	paths: Record<string, Record<string, Described>>;
	components: Record<string, Record<string, Node>>;
}

const DEEPEST = 7;
const TEXTS = [
	...['1', '2026-01-02', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05Z', 'US', 'name'],
	...['https://example.com/', '10:30', 'a'.repeat(64), 'AG1', 'en-US'],
];

/** Makes up what a description says: every property of an object, the first of alternatives. */
export class Samples {
	private readonly document: Document;

	constructor(document: Document) {
		this.document = document;
	}

	/** One request with everything that the operation takes. */
	request(path: string, method: string, operation: Described): ApiRequest {
		const parameters = (operation.parameters ?? []).map((one) => this.resolve(one) as never);
		const valueOf = ({ schema }: Parameter) => this.of(schema);
		const of = (place: string) => parameters.filter((one: Parameter) => one.in === place);
		const query: Many = {};
		for (const one of of('query') as Parameter[]) {
			const value = [valueOf(one)].flat().map(String);
			query[one.name] = Array.isArray(valueOf(one)) && one.explode !== false ? value : `${value}`;
		}
		const filled = (of('path') as Parameter[]).reduce(
			(text, one) => text.replace(`{${one.name}}`, encodeURIComponent(String(valueOf(one)))),
			path,
		);
		const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
		return {
			method: method.toUpperCase(),
			path: filled,
			query,
			headers: type ? { 'content-type': type } : {},
			body: media ? this.of(media.schema) : undefined,
		};
	}

	/** One answer for every status that is described with a body. */
	answers({ responses }: Described): Array<{ status: number; body: unknown }> {
		return Object.entries(responses).flatMap(([status, { content }]) => {
			const schema = content?.['application/json']?.schema;
			return schema && status !== 'default'
				? [{ status: Number(status), body: this.of(schema) }]
				: [];
		});
	}

	of(given: Node, depth = 0): unknown {
		const schema = this.resolve(given);
		const { allOf, anyOf, oneOf, properties, items } = schema as Record<string, never>;
		const own = properties ? this.object(properties, depth) : undefined;
		if (allOf ?? anyOf ?? oneOf) {
			const parts = (allOf ?? [(anyOf ?? oneOf)[0]]) as Node[];
			const made = parts.map((part) => this.of(part, depth + 1));
			const objects = made.every((one) => typeof one === 'object' && !Array.isArray(one));
			return objects ? Object.assign({}, ...made, own) : made[0];
		}
		if (own) return own;
		if (Array.isArray(schema.enum)) return schema.enum[0];
		switch (schema.type) {
			case 'array':
				return depth > DEEPEST ? [] : [this.of(items ?? {}, depth + 1)];
			case 'object':
				return { any: 'thing' };
			case 'integer':
			case 'number':
				return schema.minimum ?? 1;
			case 'boolean':
				return true;
			default:
				return this.text(schema);
		}
	}

	private object(properties: Record<string, Node>, depth: number): Node {
		if (depth > DEEPEST) return {};
		return Object.fromEntries(
			Object.entries(properties).map(([name, one]) => [name, this.of(one, depth + 1)]),
		);
	}

	private text({ pattern, format, minLength = 0, maxLength = Infinity }: TextLimits) {
		const fits = (text: string) =>
			text.length >= minLength && text.length <= maxLength && new RegExp(pattern ?? '').test(text);
		const wanted = format === 'date' ? TEXTS.slice(1, 2) : format ? TEXTS.slice(2, 3) : TEXTS;
		return wanted.find(fits) ?? TEXTS[0];
	}

	private resolve(node: Node): Node {
		if (typeof node.$ref !== 'string') return node;
		const [kind, name] = node.$ref.split('/').slice(-2);
		return this.resolve(this.document.components[kind][name]);
	}
}

const without = <T,>(map: Record<string, T>, name: string): Record<string, T> =>
	Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));

/** What may be wrong at one place of a JSON value. */
function* wrongAt(value: unknown): Generator<unknown> {
	yield* [null, 'NOT_ONE_OF_THEM', -1, 1.5, {}, [], true, 'x'.repeat(5000)];
	// More than any list may hold; of objects, more than any batch of ads.
	if (Array.isArray(value)) {
		yield Array.from({ length: typeof value[0] === 'object' ? 31 : 1001 }, () => value[0]);
	}
	if (typeof value === 'object') yield { ...value, not_a_property: 1 };
}

/** The value with one thing wrong, once for every place and every way of being wrong. */
export function* mutated(value: unknown, deepest = DEEPEST): Generator<unknown> {
	yield* wrongAt(value);
	if (typeof value !== 'object' || value === null || deepest === 0) return;
	if (Array.isArray(value)) {
		for (const inner of mutated(value[0], deepest - 1)) yield [inner, ...value.slice(1)];
		return;
	}
	for (const [name, inner] of Object.entries(value)) {
		yield without(value as Node, name);
		for (const wrong of mutated(inner, deepest - 1)) yield { ...value, [name]: wrong };
	}
}

/** The request with one thing wrong in its query or its body. */
export function* mutatedRequests(request: ApiRequest): Generator<ApiRequest> {
	const { query, body } = request;
	yield { ...request, query: { ...query, not_a_parameter: '1' } };
	yield { ...request, path: request.path.replace(/\d+/, 'x') };
	yield { ...request, body: body === undefined ? {} : undefined };
	yield { ...request, headers: { 'content-type': 'text/plain' } };
	for (const [name, value] of Object.entries(query)) {
		const first = [value].flat()[0];
		const many = Array.from({ length: 1001 }, () => first);
		for (const wrong of ['NOT_ONE_OF_THEM', '-1', '', many, many.join(','), [first, first]]) {
			yield { ...request, query: { ...query, [name]: wrong } };
		}
		yield { ...request, query: without(query, name) };
	}
	if (body === undefined) return;
	for (const wrong of mutated(body)) yield { ...request, body: wrong };
}
