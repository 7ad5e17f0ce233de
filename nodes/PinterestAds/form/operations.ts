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

/** Fields of an operation, which are shown only for it. */
export const shownOnlyFor = (show: Show, properties: readonly INodeProperties[]) =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	}));
