import { checkConnection, getAdAccountInput } from '../../../../worker/src';
import { hintedInN8nWords } from '../../errors/inN8nWords';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CONNECTION } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';
import { credentialTypeOf } from '../../transport/functions';
import { renewToken } from '../../transport/renewToken';

export const refresh = operation({
	name: 'Refresh Token',
	value: 'refresh',
	action: 'Refresh the token of a connection',
	description: 'Renew the access token now with the stored refresh token, and check the connection',
	answer: CONNECTION,
	...formOf(getAdAccountInput.fields, { first: ['adAccountId'] }),
	run: async ({ context, functions }, inputs) => {
		// The token belongs to the credential, not to an item: it is renewed once, however many there are.
		const token = await renewToken(functions, credentialTypeOf(functions));
		return await eachOutcome(inputs, async (input) =>
			hintedInN8nWords(await checkConnection(context, input, async () => token)),
		);
	},
});
