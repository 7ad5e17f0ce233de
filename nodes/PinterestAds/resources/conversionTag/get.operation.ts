import { getConversionTag, getConversionTagInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CONVERSION_TAG } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a conversion tag',
	description: 'Get a Pinterest tag with the code for your site, and when it last fired',
	answer: CONVERSION_TAG,
	...formOf(getConversionTagInput.fields, { first: ['adAccountId', 'conversionTagId'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getConversionTag(context, input)),
});
