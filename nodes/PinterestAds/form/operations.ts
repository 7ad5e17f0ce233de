import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation } from '../operation';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** The list that an operation is chosen from, the first of them to begin with. */
export function operationList(options: INodePropertyOptions[]): INodeProperties {
	// n8n's lint wants to see a default where the property is written.
	const list: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options,
		default: '',
	};
	return { ...list, default: options[0].value };
}

export const optionOf = ({ name, value, action, description }: Operation) => ({
	...{ name, value, action, description },
});

/** A property, and the operations that show it. */
interface Shared {
	readonly text: string;
	readonly property: INodeProperties;
	readonly operations: string[];
}

/**
 * The fields of operations, each in the order of its own. What operations ask for in the same words is one property:
 * whenever a workflow runs, n8n goes through all properties for each node, several times.
 * @param show when these operations can be chosen at all
 */
export function fieldsOf(
	operations: ReadonlyArray<Pick<Operation, 'value' | 'properties'>>,
	show: Show = {},
): INodeProperties[] {
	const all: Shared[] = [];
	for (const { value, properties } of operations) {
		let next = 0;
		for (const property of properties) {
			const text = JSON.stringify(property);
			const same = all.findIndex((one, place) => place >= next && one.text === text);
			if (same < 0) all.splice(next, 0, { text, property, operations: [value] });
			else all[same].operations.push(value);
			next = (same < 0 ? next : same) + 1;
		}
	}
	return all.map(({ property, operations: operation }) =>
		shownFor({ ...show, operation }, property),
	);
}

const shownFor = (show: Show, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...show, ...property.displayOptions?.show },
	},
});
