import { createRequire } from 'node:module';
import type {
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
	readonly parameters: INodeParameters;
}

/**
 * Checks a node's parameters against the description of its type: each one is shown for the chosen
 * resource and operation, a choice is one that is offered, and nothing that is required is missing.
 */
export function checkParameters(
	{ name, parameters }: Node,
	description: INodeTypeDescription,
): string[] {
	const { properties } = description;
	// What is left out has its default, and decides as well what else is shown.
	const complete = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		null,
		description,
	);
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter(complete ?? parameters, property, null, description),
	);
	const unknown = Object.keys(parameters).filter(
		(key) => !shown.some((property) => property.name === key),
	);
	const missing = shown.filter(({ name: key, required }) => required && isEmpty(parameters[key]));
	return [
		...unknown.map((key) => `"${name}" sets ${key}, which its operation does not have`),
		...missing.map((property) => `"${name}" leaves out ${property.name}, which is required`),
		...shown.flatMap((property) => checkValue(name, property, parameters[property.name])),
	];
}

function checkValue(node: string, property: INodeProperties, value: unknown): string[] {
	if (value === undefined || isExpression(value)) return [];
	if (property.type === 'options') {
		const offered = (property.options as INodePropertyOptions[]).map((option) => option.value);
		return offered.includes(value as string)
			? []
			: [`"${node}" chooses ${String(value)} for ${property.name}, which is not offered`];
	}
	if (property.type === 'collection') {
		const offered = (property.options as Array<INodeProperties | INodePropertyCollection>).map(
			(option) => option.name,
		);
		return Object.keys(value as object)
			.filter((key) => !offered.includes(key))
			.map((key) => `"${node}" sets ${property.name}.${key}, which does not exist`);
	}
	return [];
}

function isEmpty(value: unknown): boolean {
	const plain =
		typeof value === 'object' && value !== null && '__rl' in value
			? (value as { value?: unknown }).value
			: value;
	return plain === undefined || plain === '';
}

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');
