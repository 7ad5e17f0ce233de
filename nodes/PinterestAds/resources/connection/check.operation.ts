import { checkConnection } from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { credentialTypeOf } from '../../transport/functions';
import { readTokenState } from '../../transport/tokenState';
import { adAccountField } from '../fields';

export const check = operation({
	name: 'Check',
	value: 'check',
	action: 'Check a connection',
	description: 'Fetch the ad accounts to see whether the token works, and tell when it expires',
	properties: [adAccountField],
	read: (fields) => fields.pick('adAccountId'),
	run: async ({ context, functions }, inputs) =>
		await eachOutcome(inputs, async (input) => {
			const readToken = async () => await readTokenState(functions, credentialTypeOf(functions));
			return hintedInN8nWords(await checkConnection(context, input, readToken));
		}),
});
