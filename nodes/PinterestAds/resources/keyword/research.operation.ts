import { researchKeywords, researchKeywordsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { FOUND_KEYWORD } from '../../output/campaignAnswers';
import { eachOutcome } from '../../perItem';

export const research = operation({
	name: 'Research',
	value: 'research',
	action: 'Research keywords',
	description: 'Find keywords and trends with how often they are searched for, ready to be added',
	answer: FOUND_KEYWORD,
	...formOf(researchKeywordsInput.fields, {
		first: ['adAccountId', 'find', 'terms', 'region', 'trendType', 'country', 'matchType'],
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => {
			const { keywords, warnings } = await researchKeywords(context, input);
			return { records: keywords, warnings };
		}),
});
