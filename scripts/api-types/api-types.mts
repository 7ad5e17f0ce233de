import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { type SchemaObject } from 'openapi-typescript';
import * as prettier from 'prettier';
import ts from 'typescript';
import { DISTILLED_FILE } from '../../simulator/description/files.mts';
import { prepareSchema } from '../../simulator/description/prepareSchema.mts';
import { root } from '../paths.mts';

/** What is generated. */
export const API_TYPES_FILE = join(root, 'worker/src/pinterest/api.ts');
/** Its reader, whose words decide what is generated: no more than it names. */
const NAMED_TYPES_FILE = join(root, 'worker/src/pinterest/types.ts');

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

interface Content {
	readonly content?: Record<string, { readonly schema: Schema }>;
}
interface Operation {
	readonly operationId: string;
	readonly requestBody?: Content;
	readonly responses: Record<string, Content>;
}
interface Document {
	readonly info: { readonly title: string; readonly version: string };
	readonly paths: Record<string, Record<string, Operation>>;
	readonly components: { readonly schemas: Schemas };
}

/** The text of `api.ts`, made of the distilled description. */
export async function apiTypes(): Promise<string> {
	const document = JSON.parse(readFileSync(DISTILLED_FILE, 'utf8')) as Document;
	const named = readFileSync(NAMED_TYPES_FILE, 'utf8');
	const roots = {
		Bodies: mapOf(namesIn(named, 'Body'), (id) => bodyOf(operation(document, id))),
		Answers: mapOf(namesIn(named, 'Answer'), (id) => answerOf(operation(document, id))),
		Schemas: mapOf(namesIn(named, 'Schema'), (name) => ({ $ref: `#/components/schemas/${name}` })),
	};
	const schemas: Schemas = {};
	reach(roots, document.components.schemas, schemas);
	const nodes = await openapiTS(
		{
			openapi: '3.0.3',
			info: document.info,
			paths: {},
			components: {
				schemas: prepareSchema({ ...schemas, ...roots }) as Record<string, SchemaObject>,
			},
		},
		{ alphabetize: true, defaultNonNullable: false, emptyObjectsUnknown: true, immutable: true },
	);
	const { title, version } = document.info;
	return await formatted(`// Made by \`npm run types\` of ${title} ${version}: see scripts/api-types.

${printed(nodes, Object.keys(roots))}`);
}

/** What is in the checkout; empty where there is nothing yet. */
export const apiTypesInUse = () =>
	existsSync(API_TYPES_FILE) ? readFileSync(API_TYPES_FILE, 'utf8') : '';

/** The names in `Body<'campaigns/create'>` and the like. */
function namesIn(text: string, type: string): string[] {
	const found = [...text.matchAll(new RegExp(`\\b${type}<'([\\w/]+)'>`, 'g'))];
	return [...new Set(found.map(([, name]) => name))].sort();
}

/** An object with a property for each name. */
const mapOf = (names: readonly string[], schemaOf: (name: string) => Schema): Schema => ({
	type: 'object',
	required: names,
	properties: Object.fromEntries(names.map((name) => [name, schemaOf(name)])),
});

function operation({ paths }: Document, id: string): Operation {
	const all = Object.values(paths).flatMap((methods) => Object.values(methods));
	const found = all.find(({ operationId }) => operationId === id);
	if (found === undefined) throw new Error(`The description has no operation “${id}”.`);
	return found;
}

function bodyOf({ operationId, requestBody }: Operation): Schema {
	return schemaIn(requestBody, `The operation “${operationId}” takes no body.`);
}

function answerOf({ operationId, responses }: Operation): Schema {
	const success = Object.keys(responses).find((status) => status.startsWith('2'));
	return schemaIn(responses[success ?? ''], `The operation “${operationId}” answers nothing.`);
}

function schemaIn(content: Content | undefined, otherwise: string): Schema {
	const [media] = Object.values(content?.content ?? {});
	if (media === undefined) throw new Error(otherwise);
	return media.schema;
}

/** Adds to `kept` the schemas that `value` refers to, and those that they refer to. */
function reach(value: unknown, all: Schemas, kept: Schemas): void {
	if (typeof value !== 'object' || value === null) return;
	for (const inner of Object.values(value)) {
		const [, name] = /^#\/components\/schemas\/(.+)$/.exec(String(inner)) ?? [];
		if (name === undefined) reach(inner, all, kept);
		else if (kept[name] === undefined) {
			kept[name] = simplified(all[name]) as Schema;
			reach(kept[name], all, kept);
		}
	}
}

/** Codes of countries, names of columns: data that the worker hands on, not words that it uses. */
const MOST_WORDS = 30;

/** A schema that says the same to a type, in a way that openapi-typescript makes a good one of. */
function simplified(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(simplified);
	if (typeof value !== 'object' || value === null) return value;
	const schema = Object.fromEntries(
		Object.entries(value as Schema)
			.filter(([keyword, inner]) => !isOfNoUse(keyword, inner))
			.map(([keyword, inner]) => [keyword, simplified(inner)]),
	);
	if (!Array.isArray(schema.allOf)) return schema;
	// A part that only says what is required is said of the whole: by itself, it would allow any property.
	const isOpen = (part: Schema) =>
		Object.keys(part).every((keyword) => keyword === 'type' || keyword === 'required');
	const parts = schema.allOf as Schema[];
	const required = parts.filter(isOpen).flatMap((part) => (part.required as string[]) ?? []);
	return {
		...schema,
		...(required.length > 0 ? { required } : {}),
		allOf: parts.filter((part) => !isOpen(part) || part.type !== 'object'),
	};
}

/** Which schema is meant is what whoever names the type says. */
const isOfNoUse = (keyword: string, value: unknown): boolean =>
	(keyword === 'discriminator' && typeof value === 'object') ||
	(keyword === 'enum' && Array.isArray(value) && value.length > MOST_WORDS);

/** Each schema as a type of its own name, the roots first. */
function printed(nodes: readonly ts.Node[], roots: readonly string[]): string {
	const types = [...schemasIn(nodes)].map(([name, type]) => typeNamed(name, type));
	const isRoot = ({ name }: ts.TypeAliasDeclaration) => roots.includes(name.text);
	const helpers = nodes.filter(
		(node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'WithRequired',
	);
	const all = [
		...types.filter(isRoot),
		...helpers,
		...types.filter((statement) => !isRoot(statement)),
	];
	const file = ts.createSourceFile('api.ts', '', ts.ScriptTarget.Latest);
	const printer = ts.createPrinter({ removeComments: true });
	return all.map((node) => printer.printNode(ts.EmitHint.Unspecified, node, file)).join('\n\n');
}

/** What openapi-typescript has made of each schema: `interface components { schemas: { … } }`. */
function schemasIn(nodes: readonly ts.Node[]): Map<string, ts.TypeNode> {
	const components = nodes.find(
		(node): node is ts.InterfaceDeclaration =>
			ts.isInterfaceDeclaration(node) && node.name.text === 'components',
	);
	const members = (all: Iterable<ts.TypeElement> = []) =>
		new Map([...all].filter(ts.isPropertySignature).map((one) => [nameOf(one.name), one.type!]));
	const schemas = members(components?.members).get('schemas');
	if (!schemas || !ts.isTypeLiteralNode(schemas)) throw new Error('There are no schemas.');
	return members(schemas.members);
}

const nameOf = (name: ts.PropertyName) =>
	ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';

const typeNamed = (name: string, type: ts.TypeNode) =>
	ts.factory.createTypeAliasDeclaration(
		[ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)],
		name,
		undefined,
		shortened(type),
	);

/** `components["schemas"]["Name"]` as `Name`, and `Record<string, unknown>` as `object`. */
function shortened(type: ts.TypeNode): ts.TypeNode {
	const { transformed } = ts.transform(type, [
		(context) => (root) => {
			const visit = (node: ts.Node): ts.Node =>
				shortFormOf(node) ?? ts.visitEachChild(node, visit, context);
			return visit(root) as ts.TypeNode;
		},
	]);
	return transformed[0];
}

function shortFormOf(node: ts.Node): ts.TypeNode | undefined {
	const { factory, SyntaxKind } = ts;
	if (ts.isTypeReferenceNode(node)) {
		const isOpen = node.typeArguments?.[1]?.kind === SyntaxKind.UnknownKeyword;
		return isOpen ? factory.createKeywordTypeNode(SyntaxKind.ObjectKeyword) : undefined;
	}
	if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) {
		return undefined;
	}
	const { indexType } = node;
	return ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal)
		? factory.createTypeReferenceNode(indexType.literal.text)
		: undefined;
}

async function formatted(text: string): Promise<string> {
	const options = await prettier.resolveConfig(API_TYPES_FILE);
	return await prettier.format(text, { ...options, filepath: API_TYPES_FILE });
}
