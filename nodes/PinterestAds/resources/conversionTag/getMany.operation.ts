import { getConversionTags, getConversionTagsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { CONVERSION_TAG } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many conversion tags',
	description: 'Get the Pinterest tags of an ad account, and when each last fired',
	answer: CONVERSION_TAG,
	...formOf(getConversionTagsInput.fields, { first: ['adAccountId', 'limit'], last: FILTERS }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await getConversionTags(context, input),
		})),
});
