import { audienceInsightsInput, getAudienceInsights } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { INSIGHTS } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const getInsights = operation({
	name: 'Get Insights',
	value: 'getInsights',
	action: 'Get insights about your audience',
	description: 'Get who sees your Pins and what they are interested in, compared with everybody',
	answer: INSIGHTS,
	...formOf(audienceInsightsInput.fields, { first: ['adAccountId', 'audiences', 'output'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await getAudienceInsights(context, input),
		})),
});
