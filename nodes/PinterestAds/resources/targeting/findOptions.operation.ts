import { findTargetingOptions, findTargetingOptionsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { TARGETING_OPTION } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const findOptions = operation({
	name: 'Find Options',
	value: 'findOptions',
	action: 'Find targeting options',
	description: 'Find what Pinterest offers to target by: interests, places, languages and more',
	answer: TARGETING_OPTION,
	...formOf(findTargetingOptionsInput.fields, {
		first: [
			'adAccountId',
			'optionType',
			'nameContains',
			'parentInterestId',
			'includeDetails',
			'limit',
		],
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await findTargetingOptions(context, input),
		})),
});
