import { estimateAudience, estimateAudienceInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AUDIENCE_SIZE } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';
import { TARGETING, TARGETING_LEFT_OUT, TARGETING_SHOWN } from '../adGroup/layout';

export const estimate = operation({
	name: 'Estimate Audience Size',
	value: 'estimate',
	action: 'Estimate the size of an audience',
	description: 'Estimate how many people a targeting reaches in a month, before it costs anything',
	answer: AUDIENCE_SIZE,
	...formOf(estimateAudienceInput.fields, {
		first: ['adAccountId', ...TARGETING],
		shown: TARGETING_SHOWN,
		without: [...TARGETING_LEFT_OUT, 'creativeTypes'],
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await estimateAudience(context, input)),
});
