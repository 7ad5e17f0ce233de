import type { INodeProperties } from 'n8n-workflow';

/** Every node that exists keeps its version, and with it its form. */
export const VERSIONS = [1, 1.1];
export const NEWEST_VERSION = 1.1;

type Condition = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>['@version'];

const VERSION_1: Condition = [1];
/** As a condition of `displayOptions`. */
export const SINCE_1_1: Condition = [{ _cnd: { gte: 1.1 } }];

/** As nodes of version 1 ask for them; without those that they do not have. */
export const inVersion1 = (properties: readonly INodeProperties[]): INodeProperties[] =>
	inVersion(VERSION_1, properties);

/** As nodes ask for them since version 1.1; without those that only version 1 has. */
export const sinceVersion1_1 = (properties: readonly INodeProperties[]): INodeProperties[] =>
	inVersion(SINCE_1_1, properties);

const inVersion = (version: Condition, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties
		.filter((property) => [undefined, version].includes(versionOf(property)))
		.map((property) => ({
			...property,
			displayOptions: {
				...property.displayOptions,
				show: versionFirst({ ...property.displayOptions?.show, '@version': version }),
			},
		}));

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** n8n looks at no further condition once a field that is one holds an expression, and takes all for met. */
export const versionFirst = ({ '@version': version, ...others }: Show): Show =>
	version === undefined ? others : { '@version': version, ...others };

const versionOf = ({ displayOptions }: INodeProperties) => displayOptions?.show?.['@version'];

/**
 * The fields as each version of the node asks for them: a time is a text in version 1, and picked from a
 * calendar since 1.1. n8n's calendar shows a day or Unix seconds that somebody has written as an empty field,
 * and a time without the zone that it names. IDs among fields that can be added are texts in version 1; those
 * that can be picked there are picked since 1.1.
 */
export const byVersion = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => {
		if (property.type === 'dateTime') return timeByVersion(property);
		if (property.type !== 'collection') return [property];
		const options = byVersion(property.options as INodeProperties[]);
		return [{ ...property, options: options.flatMap(pickedByVersion) }];
	});

/** Of fields that can be added. */
function pickedByVersion(property: INodeProperties): INodeProperties[] {
	if (property.type !== 'resourceLocator') return [property];
	const { modes, ...rest } = property;
	const placeholder = modes?.find(({ name }) => name === 'id')?.placeholder;
	const written: INodeProperties = { ...rest, type: 'string', default: '', placeholder };
	return eachInItsVersion(property, written, property);
}

function timeByVersion({ placeholder, ...property }: INodeProperties): INodeProperties[] {
	const written: INodeProperties = {
		...property,
		type: 'string',
		...(placeholder === undefined ? {} : { placeholder }),
	};
	const picked: INodeProperties = {
		...property,
		hint: 'UTC, unless the value names its time zone',
	};
	return eachInItsVersion(property, written, picked);
}

/** @param property as it was declared, for one version or for all */
function eachInItsVersion(
	property: INodeProperties,
	written: INodeProperties,
	picked: INodeProperties,
): INodeProperties[] {
	const version = versionOf(property);
	if (version === undefined) return [...inVersion1([written]), ...sinceVersion1_1([picked])];
	return version === VERSION_1 ? [written] : [picked];
}
