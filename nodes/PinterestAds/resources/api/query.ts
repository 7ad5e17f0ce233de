import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { apiCallInput } from '../../../../worker/src';
import { textOf } from '../../fieldReader';

const { label, description } = apiCallInput.fields.query;

/** The parameters of the query one by one, so that n8n and the worker write them as an address wants them. */
export const queryField: INodeProperties = {
	displayName: label,
	name: 'query',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Parameter',
	default: {},
	description,
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. page_size',
					description: 'The name of the parameter',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 250',
					description: 'The value of the parameter',
				},
			],
		},
	],
};

/** By name, with all the values of a name; an expression may give such an object itself. */
export function queryIn(given: unknown): IDataObject | undefined {
	if (typeof given !== 'object' || given === null) return undefined;
	if (!('parameter' in given)) return given as IDataObject;
	const values = new Map<string, Array<IDataObject[string]>>();
	for (const { name, value } of [given.parameter].flat() as IDataObject[]) {
		const known = textOf(name).trim();
		if (known === '' || value === undefined || value === '') continue;
		values.set(known, [...(values.get(known) ?? []), value]);
	}
	const pairs = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
	return Object.fromEntries(pairs) as IDataObject;
}
