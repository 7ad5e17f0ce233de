import { listAdAccounts } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { limitFields } from '../fields';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many ad accounts',
	description: 'Get the ad accounts that the connection can see',
	properties: limitFields,
	read: (fields) => fields.limit(),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listAdAccounts(context, input),
		})),
});
