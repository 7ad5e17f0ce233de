import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../worker/src';
import { propertyOf } from './property';

/** In which order results come, as n8n's own nodes ask for it: a collection of its own, the last of the form. */
export const sortProperty = (
	name: string,
	{ label, description, fields = {} }: Field,
): INodeProperties => ({
	displayName: label,
	name,
	type: 'fixedCollection',
	placeholder: 'Add Sort Rule',
	default: {},
	description,
	options: [
		{
			displayName: label,
			name: RULE,
			values: Object.entries(fields).map(([one, field]) => propertyOf(one, field)),
		},
	],
});

const RULE = 'rule';

/** What was added, or what an expression gives instead of it; undefined where nothing was. */
export function sortIn(given: unknown): IDataObject[string] | undefined {
	if (typeof given !== 'object' || given === null)
		return (given || undefined) as string | undefined;
	if (Object.keys(given).length === 0) return undefined;
	return ((given as IDataObject)[RULE] ?? given) as IDataObject;
}
