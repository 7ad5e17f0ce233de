import { getAdGroupInput, getAdGroups } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD_GROUP } from '../../output/campaignAnswers';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad group',
	description: 'Get an ad group as it is at Pinterest, archived or not',
	answer: AD_GROUP,
	...formOf(getAdGroupInput.fields, {
		first: ['adAccountId', 'adGroupId'],
		shown: {
			adGroupId: {
				description: 'The ad group to get. The list shows those that are not archived.',
			},
		},
	}),
	run: async ({ context }, inputs) => await getAdGroups(context, inputs),
});
