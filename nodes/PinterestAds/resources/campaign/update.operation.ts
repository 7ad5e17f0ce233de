import { updateCampaignInput, updateCampaigns } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CAMPAIGN } from '../../output/campaignAnswers';

export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update a campaign',
	description: 'Switch on, pause, archive or change a campaign; many items go 30 to a request',
	answer: CAMPAIGN,
	writes: true,
	...formOf(updateCampaignInput.fields, {
		first: [
			'adAccountId',
			'campaignId',
			'status',
			'name',
			'amountUnit',
			'dailySpendCap',
			'lifetimeSpendCap',
		],
		isChange: true,
	}),
	run: async ({ context }, inputs) => await updateCampaigns(context, inputs),
});
