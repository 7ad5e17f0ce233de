import { listSharedAccounts, sharedAccountsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { SHARED_ACCOUNT } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const getSharedAccounts = operation({
	name: 'Get Shared Accounts',
	value: 'getSharedAccounts',
	action: 'Get the accounts with access to an audience',
	description: 'Get the ad accounts and business accounts that an audience is shared with',
	answer: SHARED_ACCOUNT,
	...formOf(sharedAccountsInput.fields, { first: ['adAccountId', 'audienceId'], last: FILTERS }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listSharedAccounts(context, input),
		})),
});
