import type { INodeProperties } from 'n8n-workflow';
import { versionFirst } from '../../../form/versions';
import type { Operation } from '../../../operation';

/** Parts of other forms that a launch has as well, and when it shows them. */

/** By other fields' values. */
export type When = Record<string, string[]>;

export const shownFor = (show: When, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: versionFirst({ ...show, ...property.displayOptions?.show }),
		},
	}));

export const hiddenFor = (hide: When, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			hide: { ...property.displayOptions?.hide, ...hide },
		},
	}));

/**
 * Shown for these values, and not where an expression gives the value: with a condition to show it n8n would show it
 * whatever comes of the expression.
 */
export const shownOnlyFor = (
	name: string,
	values: readonly string[],
	properties: readonly INodeProperties[],
): INodeProperties[] => {
	const others = { _cnd: { regex: `^(?!(${values.join('|')})$)` } };
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			hide: { ...property.displayOptions?.hide, [name]: [others] },
		},
	}));
};

/** As fields in a collection name those outside of it. */
export const inside = (when: When): When =>
	Object.fromEntries(Object.entries(when).map(([name, values]) => [`/${name}`, values]));

/** The fields of another operation by their names, in this order. */
export const fieldsOf = ({ properties }: Operation, ...names: string[]): INodeProperties[] =>
	fieldsNamed(names, properties);

export const fieldsNamed = (
	names: readonly string[],
	properties: readonly INodeProperties[],
): INodeProperties[] =>
	names.flatMap((name) => properties.filter((property) => property.name === name));

/** What another operation has under "Options". */
export const optionsOf = ({ properties }: Operation): INodeProperties[] =>
	properties
		.filter(({ name }) => name === 'options')
		.flatMap(({ options }) => options as INodeProperties[]);

export const namesOf = (properties: readonly INodeProperties[]): string[] => [
	...new Set(properties.map(({ name }) => name)),
];

export const without = (
	names: readonly string[],
	properties: readonly INodeProperties[],
): INodeProperties[] => properties.filter(({ name }) => !names.includes(name));
