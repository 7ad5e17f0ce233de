import { createRequire } from 'node:module';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

// Its build for `import` names files without their endings, which Node.js does not find.
const { NodeHelpers } = createRequire(import.meta.url)(
	'n8n-workflow',
) as typeof import('n8n-workflow');

interface Node {
	readonly name: string;
	readonly typeVersion: number;
	readonly parameters: INodeParameters;
}

/**
 * Checks a node's parameters against the description of its type: each one, and each one inside of it,
 * is shown for the chosen resource and operation, a choice is one that is offered, a value is of its
 * kind, and nothing that is required is missing, as far as n8n itself can tell.
 */
export function checkParameters(node: Node, description: INodeTypeDescription): string[] {
	const { name, parameters, typeVersion } = node;
	const { properties } = description;
	const version = { typeVersion } as INode;
	// What is left out has its default, and decides as well what else is shown.
	const complete =
		NodeHelpers.getNodeParameters(properties, parameters, true, false, version, description) ??
		parameters;
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter(complete, property, version, description),
	);
	const unknown = Object.keys(parameters).filter(
		(key) => !shown.some((property) => property.name === key),
	);
	const missing = shown.filter(({ name: key, required }) => required && isEmpty(parameters[key]));
	const own = [
		...unknown.map((key) => `"${name}" sets ${key}, which its operation does not have`),
		...missing.map((property) => `"${name}" leaves out ${property.name}, which is required`),
		...[...Map.groupBy(shown, (property) => property.name)].flatMap(([key, same]) =>
			checkOneOf(name, same, parameters[key]),
		),
	];
	const nested = lostKeys(parameters, complete)
		.filter((path) => path.includes('.') && !own.some((problem) => problem.includes(path)))
		.map((path) => `"${name}" sets ${path}, which does not exist there`);
	return [...own, ...nested, ...issuesOf(node, complete, description)];
}

/** What n8n itself would have to say in the editor, and before it publishes. */
function issuesOf(
	{ name, typeVersion }: Node,
	complete: INodeParameters,
	description: INodeTypeDescription,
): string[] {
	const node = { name, typeVersion, type: description.name, parameters: complete } as INode;
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
	return (
		Object.values(issues?.parameters ?? {})
			.flat()
			// Said above, in the words of the file.
			.filter((issue) => !/^Parameter ".*" is required\.$/.test(issue))
			.map((issue) => `"${name}": ${issue}`)
	);
}

function checkValue(node: string, property: INodeProperties, value: unknown): string[] {
	if (value === undefined || isExpression(value)) return [];
	const kind = valueKind(property);
	if (kind && typeof value !== kind) {
		return [`"${node}" has a ${typeof value} for ${property.name}, which is a ${kind}`];
	}
	if (property.type === 'options' || property.type === 'multiOptions') {
		return [value]
			.flat()
			.filter((choice) => !isOffered(property, choice))
			.map(
				(choice) =>
					`"${node}" chooses ${String(choice)} for ${property.name}, which is not offered`,
			);
	}
	if (property.type === 'resourceLocator') return checkLocator(node, property, value);
	if (property.type === 'collection') return checkCollection(node, property, value as object);
	if (property.type === 'fixedCollection') {
		return checkFixedCollection(node, property, value as Record<string, unknown>);
	}
	return [];
}

/** Options whose list n8n asks its server for have none here. */
function isOffered({ options, typeOptions }: INodeProperties, choice: unknown): boolean {
	if (typeOptions?.loadOptionsMethod || typeOptions?.loadOptions) return true;
	return (options as INodePropertyOptions[]).some(({ value }) => value === choice);
}

function checkLocator(node: string, { name, modes }: INodeProperties, value: unknown): string[] {
	const { mode } = value as { mode?: unknown };
	return modes?.some((one) => one.name === mode)
		? []
		: [`"${node}" chooses ${name} by ${String(mode)}, which is not offered`];
}

function checkCollection(
	node: string,
	{ name, options }: INodeProperties,
	value: object,
): string[] {
	const offered = options as Array<INodeProperties | INodePropertyCollection>;
	return Object.entries(value).flatMap(([key, inner]) => {
		const same = offered.filter((option) => option.name === key);
		if (same.length === 0) return [`"${node}" sets ${name}.${key}, which does not exist`];
		return checkOneOf(node, same as INodeProperties[], inner);
	});
}

function checkFixedCollection(
	node: string,
	{ name, options }: INodeProperties,
	value: Record<string, unknown>,
): string[] {
	return Object.entries(value).flatMap(([key, inner]) => {
		const group = (options as INodePropertyCollection[]).find((option) => option.name === key);
		if (!group) return [`"${node}" sets ${name}.${key}, which does not exist`];
		return [inner].flat().flatMap((entry) =>
			Object.entries(entry as object).flatMap(([field, given]) => {
				const same = group.values.filter((property) => property.name === field);
				return same.length === 0
					? [`"${node}" sets ${name}.${key}.${field}, which does not exist`]
					: checkOneOf(node, same, given);
			}),
		);
	});
}

/**
 * Several may have one name, of which the other fields show one, or all where an expression decides: it is enough
 * if one of them takes it.
 */
function checkOneOf(node: string, same: readonly INodeProperties[], value: unknown): string[] {
	const found = same.map((property) => checkValue(node, property, value));
	return found.some((problems) => problems.length === 0) ? [] : found[0];
}

/** The kind of value that it has to be; a text field takes whatever can be written as text. */
function valueKind({ type, typeOptions }: INodeProperties): string | undefined {
	if (typeOptions?.multipleValues) return undefined;
	return type === 'boolean' || type === 'number' ? type : undefined;
}

/** The paths of what n8n drops when it reads the parameters. */
function lostKeys(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return [];
	return Object.entries(given).flatMap(([key, value]) => {
		// The place in a list says little, and may not be in what the other checks say.
		const here = Array.isArray(given) ? path : path ? `${path}.${key}` : key;
		const there = (kept as Record<string, unknown> | null | undefined)?.[key];
		return value !== undefined && there === undefined ? [here] : lostKeys(value, there, here);
	});
}

function isEmpty(value: unknown): boolean {
	const plain =
		typeof value === 'object' && value !== null && '__rl' in value
			? (value as { value?: unknown }).value
			: value;
	return plain === undefined || plain === '';
}

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');
