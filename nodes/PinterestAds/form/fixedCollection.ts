import type { INodeProperties } from 'n8n-workflow';
import type { Field, Fields } from '../../../worker/src';
import { byDisplayName, propertyOf } from './property';

/** What n8n keeps the fields of a group under, and those of each of several. */
export const GROUP = 'group';
export const ENTRIES = 'entries';

/** Whether new nodes ask for it field by field, instead of as JSON. */
export const isFixedCollection = ({ kind, entry }: Field): boolean =>
	kind === 'group' || entry !== undefined;

/** A group, or a list of them, as a form asks for it field by field. */
export function fixedCollectionOf(name: string, field: Field): INodeProperties {
	const { label, description, entry, fields = {} } = field;
	const [inside, title] = entry ? [ENTRIES, entry.label] : [GROUP, label];
	return {
		displayName: label,
		name,
		type: 'fixedCollection',
		...(entry ? { typeOptions: { multipleValues: true, sortable: true } } : {}),
		placeholder: `${entry ? 'Add' : 'Set'} ${title}`,
		default: {},
		description,
		options: [{ name: inside, displayName: title, values: valuesOf(entry?.fields ?? fields) }],
	};
}

/** n8n wants more than four in the order of their labels. */
function valuesOf(fields: Fields): INodeProperties[] {
	const values = Object.entries(fields).map(([name, field]) =>
		isFixedCollection(field) ? fixedCollectionOf(name, field) : valueOf(name, field),
	);
	return values.length > 4 ? values.sort(byDisplayName) : values;
}

const NOT_SET = { name: 'Not Set', description: 'As Pinterest has it' };

/** What need not be given starts empty: a group is sent with all that is in it. */
function valueOf(name: string, field: Field): INodeProperties {
	if (field.need === 'required') return propertyOf(name, field);
	if (field.kind === 'choice') return propertyOf(name, field, { empty: NOT_SET });
	return propertyOf(name, field.kind === 'number' ? { ...field, kind: 'text' } : field);
}
