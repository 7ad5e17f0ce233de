import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FieldReader } from '../../PinterestAds/fieldReader';

/** A field that holds the item of another node, as a short expression. */
export const itemField = (
	displayName: string,
	name: string,
	value: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'json',
	default: value,
	required: true,
	description,
});

/** A field that names another node, whose items may be too many for an expression. */
export const nodeField = (
	displayName: string,
	name: string,
	value: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	required: true,
	description,
});

/** An object as it came, or as JSON; an empty one for everything else. */
export function objectIn(value: unknown): IDataObject {
	if (typeof value === 'object' && value !== null) return value as IDataObject;
	if (typeof value !== 'string') return {};
	try {
		return objectIn(JSON.parse(value) as unknown);
	} catch {
		return {};
	}
}

export const nodeNamed = (fields: FieldReader, name: string): string => String(fields.value(name));

/** All input items as one: there is one answer, and no item of it belongs to one of them. */
export const together = <Input>(itemCount: number, input: Input) =>
	itemCount === 0 ? [] : [{ items: [0], input }];
