import { estimateCampaign, estimateCampaignInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { ESTIMATE } from '../../output/campaignAnswers';
import { eachOutcome } from '../../perItem';
import {
	GOAL,
	GOAL_AS_JSON,
	TARGETING,
	TARGETING_LEFT_OUT,
	TARGETING_SHOWN,
} from '../adGroup/layout';

export const estimate = operation({
	name: 'Estimate',
	value: 'estimate',
	action: 'Estimate a campaign',
	description:
		'Estimate whom a campaign would reach, the lowest bid and the budget that it takes, before it costs anything',
	answer: ESTIMATE,
	...formOf(estimateCampaignInput.fields, {
		first: [
			'adAccountId',
			'objective',
			'customObjective',
			'amountUnit',
			'budget',
			'bid',
			'billableEvent',
			GOAL,
			...TARGETING,
			'creativeType',
		],
		shown: { ...TARGETING_SHOWN, optimizationGoal: GOAL_AS_JSON },
		without: TARGETING_LEFT_OUT,
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await estimateCampaign(context, input)),
});
