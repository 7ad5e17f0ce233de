import { getAdAccount } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField } from '../fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad account',
	description: 'Get one ad account with its currency, country and your role on it',
	properties: [adAccountField],
	read: (fields) => fields.pick('adAccountId'),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getAdAccount(context, input)),
});
