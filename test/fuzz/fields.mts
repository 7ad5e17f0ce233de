import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { PinterestAds } from '../../nodes/PinterestAds/PinterestAds.node.ts';

/** A field of an operation's form: its own name, or that of a collection and the one in it. */
export type FieldPath = readonly [name: string, inside?: string];

const CHOSEN = ['resource', 'operation', 'authentication'];
const { properties } = new PinterestAds().description;

const isShown = (
	{ name, displayOptions }: INodeProperties,
	resource: string,
	operation: string,
) => {
	const { show = {} } = displayOptions ?? {};
	const allows = (what: 'resource' | 'operation', value: string) =>
		show[what] === undefined || (show[what] as unknown[]).includes(value);
	return !CHOSEN.includes(name) && allows('resource', resource) && allows('operation', operation);
};

/** Every field that an operation's form can have, hidden ones among them. */
export function fieldsOf(name: string): FieldPath[] {
	const [resource, operation] = name.split(':');
	const paths = properties
		.filter((property) => isShown(property, resource, operation))
		.flatMap(({ name: field, type, options = [] }): FieldPath[] =>
			// n8n itself goes through what is in a fixed collection, before the node does.
			type === 'collection'
				? [[field], ...namesIn(options).map((inside): FieldPath => [field, inside])]
				: [[field]],
		);
	return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}

const namesIn = (
	options: ReadonlyArray<INodeProperties | INodePropertyCollection | INodePropertyOptions>,
) => options.map(({ name }) => name);
