import { getAdInput, getAds } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD } from '../../output/campaignAnswers';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad',
	description: 'Get an ad as it is at Pinterest, archived or not',
	answer: AD,
	...formOf(getAdInput.fields, {
		first: ['adAccountId', 'adId'],
		shown: {
			adId: {
				description: 'The ad to get. The list shows those that are not archived.',
			},
		},
	}),
	run: async ({ context }, inputs) => await getAds(context, inputs),
});
