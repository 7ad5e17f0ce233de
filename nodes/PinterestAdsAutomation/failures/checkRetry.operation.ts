import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { planAttempt } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { jsonObject } from './fields';
import { isTokenCheck, type NamedWorkflow } from './shipped';

const properties: INodeProperties[] = [
	{
		displayName: 'Row',
		name: 'row',
		type: 'json',
		default: "={{ $('Write it down').first().json }}",
		required: true,
		description: 'The row of the failure in the table pinterest_errors',
	},
];

interface Retry {
	readonly connection: IDataObject;
	readonly row: NamedWorkflow & { readonly attempts?: number | null };
}

export const checkRetry = operation<Retry>({
	name: 'Check Retry',
	value: 'checkRetry',
	action: 'Check whether to retry now',
	description:
		'Decide from the connection’s row, which is the input item, whether a failed workflow is tried again now or rests. Gives what to write into the row of the failure.',
	local: true,
	properties,
	read: (fields) => ({
		connection: fields.json(),
		row: jsonObject(fields.value('row'), 'Row') as unknown as Retry['row'],
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ connection, row }) =>
			planAttempt(connection, row.attempts ?? 0, isTokenCheck(row)),
		),
});
