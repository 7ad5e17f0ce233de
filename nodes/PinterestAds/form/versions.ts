import type { INodeProperties } from 'n8n-workflow';

/** Every node that exists keeps its version, and with it its form. */
export const VERSIONS = [1, 1.1];
export const NEWEST_VERSION = 1.1;

type Condition = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>['@version'];

/**
 * The fields as each version of the node asks for them: a time is a text in version 1, and picked from a
 * calendar since 1.1. n8n's calendar shows a day or Unix seconds that somebody has written as an empty field,
 * and a time without the zone that it names.
 */
export const byVersion = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => {
		if (property.type === 'dateTime') return timeByVersion(property);
		if (property.type !== 'collection') return [property];
		return [{ ...property, options: byVersion(property.options as INodeProperties[]) }];
	});

function timeByVersion({ placeholder, ...property }: INodeProperties): INodeProperties[] {
	const written: INodeProperties = { ...property, type: 'string' };
	const picked: INodeProperties = {
		...property,
		hint: 'UTC, unless the value names its time zone',
	};
	return [
		inVersion([1], placeholder === undefined ? written : { ...written, placeholder }),
		inVersion([{ _cnd: { gte: 1.1 } }], picked),
	];
}

const inVersion = (version: Condition, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...property.displayOptions?.show, '@version': version },
	},
});
