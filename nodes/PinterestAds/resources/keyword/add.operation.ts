import { addKeywords, addKeywordsInput } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { ADDED_KEYWORDS } from '../../output/campaignAnswers';
import { shownParents } from './shownParents';

export const add = operation({
	name: 'Add',
	value: 'add',
	action: 'Add keywords',
	done: repeatable('keyword list', 'added', 'adds no keyword twice'),
	description: 'Add keywords to an ad group, or negative ones to a campaign or ad account, once',
	answer: ADDED_KEYWORDS,
	writes: true,
	...formOf(addKeywordsInput.fields, {
		first: ['adAccountId', 'parent', 'adGroupId', 'campaignId', 'keywords', 'matchType'],
		shown: shownParents,
	}),
	run: async ({ context }, inputs) => await addKeywords(context, inputs),
});
