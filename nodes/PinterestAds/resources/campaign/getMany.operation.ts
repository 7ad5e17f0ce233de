import { listCampaigns } from '../../../../worker/src/campaigns';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, idsField, limitFields, nameContainsField, statusesField } from '../fields';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many campaigns',
	description: 'Get the campaigns of an ad account; archived ones where you ask for them',
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
				idsField('Campaign IDs', 'campaignIds', 'these campaigns'),
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
			records: await listCampaigns(context, input),
		})),
});
