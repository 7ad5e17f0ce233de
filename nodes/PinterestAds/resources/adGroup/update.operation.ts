import { updateAdGroupInput, updateAdGroups } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CHANGED_AD_GROUP } from '../../output/campaignAnswers';
import { GOAL_AS_JSON, TARGETING_LEFT_OUT } from './layout';

export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update an ad group',
	description: 'Switch on, pause, archive or change an ad group; many items go 30 to a request',
	answer: CHANGED_AD_GROUP,
	writes: true,
	...formOf(updateAdGroupInput.fields, {
		first: ['adAccountId', 'adGroupId', 'status', 'name', 'amountUnit', 'budget', 'bid'],
		shown: { optimizationGoal: GOAL_AS_JSON, targeting: { starts: '{}' } },
		// What is rarely changed goes into the targeting spec; keywords are a resource of their own.
		without: [
			...TARGETING_LEFT_OUT,
			...(['ageBuckets', 'devices', 'genders', 'locales', 'maximumAge', 'minimumAge'] as const),
			...(['interests', 'postalCodes', 'regions', 'shoppingRetargeting'] as const),
			...(['keywords', 'keywordMatchType'] as const),
		],
		isChange: true,
	}),
	run: async ({ context }, inputs) => await updateAdGroups(context, inputs),
});
