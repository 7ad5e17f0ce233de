import { getAudience, getAudienceInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an audience',
	description: 'Get an audience with its status in words, its size and its Customer List',
	answer: AUDIENCE,
	...formOf(getAudienceInput.fields, { first: ['adAccountId', 'audienceId'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getAudience(context, input)),
});
