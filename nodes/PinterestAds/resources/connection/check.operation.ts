import { checkConnection, getAdAccountInput } from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CONNECTION } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';
import { credentialTypeOf } from '../../transport/functions';
import { readTokenState } from '../../transport/tokenState';

export const check = operation({
	name: 'Check',
	value: 'check',
	action: 'Check a connection',
	description: 'Fetch the ad accounts to see whether the token works, and tell when it expires',
	answer: CONNECTION,
	...formOf(getAdAccountInput.fields, { first: ['adAccountId'] }),
	run: async ({ context, functions }, inputs) =>
		await eachOutcome(inputs, async (input) => {
			const readToken = async () => await readTokenState(functions, credentialTypeOf(functions));
			return hintedInN8nWords(await checkConnection(context, input, readToken));
		}),
});
