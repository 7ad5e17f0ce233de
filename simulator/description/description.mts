import { OpenAPIBackend, type Document } from 'openapi-backend';
import { descriptionFile, inUse, readDescription, type DescriptionInUse } from './files.mts';
import { prepareSchema } from './prepareSchema.mts';
import { supplemented } from './supplement.mts';
import { unknownProperties } from './unknownProperties.mts';

/** An operation of the description, as far as the simulator needs it. */
export interface ApiOperation {
	readonly operationId: string;
	readonly method: string;
	readonly path: string;
	readonly category: string;
	/** Security scheme → scopes; any one of them admits a request. */
	readonly security: ReadonlyArray<Readonly<Record<string, readonly string[]>>>;
	readonly bodySchema?: unknown;
	readonly bodyType?: string;
	readonly bodyRequired: boolean;
	/** Query parameters that are declared with `explode: false`, so comma-separated. */
	readonly commaSeparated: ReadonlySet<string>;
}

export interface ApiRequest {
	readonly method: string;
	/** Below `/v5`. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string | string[]>>;
	readonly body: unknown;
}

export interface Judgement {
	readonly violations: string[];
	readonly params: Record<string, string>;
	readonly query: Record<string, unknown>;
}

interface RawOperation {
	operationId?: string;
	path: string;
	method: string;
	security?: Array<Record<string, string[]>>;
	parameters?: Array<{ name: string; in: string; explode?: boolean }>;
	requestBody?: { required?: boolean; content?: Record<string, { schema?: unknown }> };
	'x-ratelimit-category'?: string;
}

/** Descriptions that this process has loaded; loading one and compiling it takes most of a start. */
const loaded = new Map<string, Promise<Description>>();

/** Judges requests and answers by Pinterest's API description: the distilled one, or a file's. */
export class Description {
	readonly source: DescriptionInUse;
	private readonly backend: OpenAPIBackend;
	private routes: Array<{ pattern: RegExp; operation: ApiOperation }> = [];
	/** The validator's own records of operations: given one, it need not search for it. */
	private readonly raw = new Map<string, RawOperation>();

	/** Without a `file` it is the one that `PINTEREST_OPENAPI` names, or else the distilled one. */
	static async load(file?: string): Promise<Description> {
		const found = descriptionFile(file);
		const description = loaded.get(found) ?? Description.read(found);
		loaded.set(found, description);
		return await description;
	}

	private static async read(file: string): Promise<Description> {
		const document = supplemented(readDescription(file));
		const description = new Description(inUse(file, document), document);
		await description.backend.init();
		description.readOperations();
		return description;
	}

	private constructor(source: DescriptionInUse, document: Record<string, unknown>) {
		this.source = source;
		this.backend = new OpenAPIBackend({
			definition: prepareSchema(supplemented(document)) as Document,
			quick: true,
			strict: false,
			coerceTypes: true,
			ajvOpts: {
				allErrors: true,
				formats: {
					date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
					'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
					uri: true,
				},
				logger: false,
			},
		});
	}

	operations(): ApiOperation[] {
		return this.routes.map((route) => route.operation);
	}

	/** The operation of a method and path below `/v5`, or nothing. */
	match(method: string, path: string): ApiOperation | undefined {
		const wanted = method.toLowerCase();
		return this.routes.find(
			({ operation, pattern }) => operation.method === wanted && pattern.test(path),
		)?.operation;
	}

	/** What in a request breaks the description. Never quotes a value: it may be a person's. */
	judge(operation: ApiOperation, request: ApiRequest): Judgement {
		const violations = contentTypeViolations(operation, request);
		for (const [name, value] of Object.entries(request.query)) {
			if (Array.isArray(value) && operation.commaSeparated.has(name)) {
				violations.push(`query ${name}: is comma-separated in one parameter, not repeated`);
			}
		}
		const result = this.backend.validator.validateRequest(
			{ ...request, query: { ...request.query } },
			this.raw.get(operation.operationId) as never,
		);
		const errors = (result.errors ?? []) as Array<{
			instancePath: string;
			message?: string;
			params?: { additionalProperty?: string };
		}>;
		for (const error of errors) {
			const extra = error.params?.additionalProperty;
			violations.push(
				`${error.instancePath.slice(1) || 'request'}: ${error.message ?? 'invalid'}${extra ? ` (${extra})` : ''}`,
			);
		}
		if (operation.bodySchema !== undefined && request.body !== undefined) {
			for (const path of unknownProperties(operation.bodySchema, request.body)) {
				violations.push(`requestBody${path}: is not a property of ${operation.operationId}`);
			}
		}
		const coerced = (result.coerced ?? {}) as { query?: unknown; params?: unknown };
		return {
			violations: [...new Set(violations)],
			params: (coerced.params ?? {}) as Record<string, string>,
			query: (coerced.query ?? {}) as Record<string, unknown>,
		};
	}

	/** What in an answer of the simulator itself breaks the description. */
	judgeAnswer(operationId: string, status: number, body: unknown): string[] {
		const result = this.backend.validateResponse(body, operationId, status);
		return (result.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
	}

	private readOperations(): void {
		for (const raw of this.backend.router.getOperations() as unknown as RawOperation[]) {
			if (!raw.operationId) continue;
			this.raw.set(raw.operationId, raw);
			const [bodyType, content] = Object.entries(raw.requestBody?.content ?? {})[0] ?? [];
			const pattern = raw.path
				.split(/\{[^}]+\}/)
				.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
				.join('[^/]+');
			this.routes.push({
				pattern: new RegExp(`^${pattern}$`),
				operation: {
					operationId: raw.operationId,
					method: raw.method.toLowerCase(),
					path: raw.path,
					category: raw['x-ratelimit-category'] ?? 'org_read',
					security: raw.security ?? [],
					bodySchema: content?.schema,
					bodyType,
					bodyRequired: raw.requestBody?.required ?? false,
					commaSeparated: new Set(
						(raw.parameters ?? [])
							.filter((parameter) => parameter.in === 'query' && parameter.explode === false)
							.map((parameter) => parameter.name),
					),
				},
			});
		}
		// A literal segment wins over a parameter: `campaigns/analytics` over `campaigns/{id}`.
		const braces = (path: string) => path.split('{').length;
		this.routes.sort((a, b) => braces(a.operation.path) - braces(b.operation.path));
	}
}

function contentTypeViolations(operation: ApiOperation, request: ApiRequest): string[] {
	if (request.body === undefined) return [];
	if (operation.bodyType === undefined) return ['requestBody: this operation takes none'];
	const type = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	return type === operation.bodyType ? [] : [`header content-type: must be ${operation.bodyType}`];
}
