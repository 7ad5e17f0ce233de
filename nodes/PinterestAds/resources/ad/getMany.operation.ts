import { listAds } from '../../../../worker/src/campaigns';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, idsField, limitFields, nameContainsField, statusesField } from '../fields';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many ads',
	description: 'Get the ads of an ad account; archived ones where you ask for them',
	properties: [
		adAccountField,
		...limitFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				idsField('Ad Group IDs', 'adGroupIds', 'ads of these ad groups'),
				idsField('Ad IDs', 'adIds', 'these ads'),
				idsField('Campaign IDs', 'campaignIds', 'ads of these campaigns'),
				nameContainsField,
				statusesField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId'),
		...(fields.value('returnAll') ? {} : fields.pick('limit')),
		...fields.collection('filters'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listAds(context, input),
		})),
});
