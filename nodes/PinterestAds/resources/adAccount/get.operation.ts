import { getAdAccount, getAdAccountInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD_ACCOUNT } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad account',
	description: 'Get one ad account with its currency, country and your role on it',
	answer: AD_ACCOUNT,
	...formOf(getAdAccountInput.fields, { first: ['adAccountId'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getAdAccount(context, input)),
});
