import { listAdAccounts, listAdAccountsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD_ACCOUNT } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many ad accounts',
	description: 'Get the ad accounts that the connection can see',
	answer: AD_ACCOUNT,
	...formOf(listAdAccountsInput.fields, { first: ['limit'], without: ['includeShared'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listAdAccounts(context, input),
		})),
});
