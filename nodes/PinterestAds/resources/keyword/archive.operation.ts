import { archiveKeywordInput, archiveKeywords } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { KEYWORD } from '../../output/campaignAnswers';

export const archive = operation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive a keyword',
	description: 'Archive a keyword, which is how Pinterest deletes it',
	answer: KEYWORD,
	writes: true,
	...formOf(archiveKeywordInput.fields, {
		first: ['adAccountId', 'keywordId'],
		shown: {
			keywordId: {
				starts: '={{ $json.id }}',
				description: 'The ID of the keyword, as Keyword: Get Many gives it',
			},
		},
	}),
	run: async ({ context }, inputs) => await archiveKeywords(context, inputs),
});
