import { createCampaignInput, createCampaigns } from '../../../../worker/src';
import { created } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CAMPAIGN } from '../../output/campaignAnswers';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a campaign',
	description: 'Create a campaign, paused unless you say otherwise',
	answer: CAMPAIGN,
	writes: true,
	done: created('campaign'),
	...formOf(createCampaignInput.fields, {
		first: [
			'adAccountId',
			'name',
			'objective',
			'customObjective',
			'useSuccessor',
			'amountUnit',
			'dailySpendCap',
			'lifetimeSpendCap',
			'startTime',
			'endTime',
			'status',
		],
		inVersion1: { startTime: 'options', endTime: 'options' },
	}),
	run: async ({ context }, inputs) => await createCampaigns(context, inputs),
});
