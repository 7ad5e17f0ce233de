import { createAdGroupInput, createAdGroups } from '../../../../worker/src';
import { created } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CHANGED_AD_GROUP } from '../../output/campaignAnswers';
import { GOAL, GOAL_AS_JSON, TARGETING, TARGETING_LEFT_OUT, TARGETING_SHOWN } from './layout';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad group',
	description: 'Create an ad group with budget, bid and targeting, paused unless you say otherwise',
	answer: CHANGED_AD_GROUP,
	done: created('ad group'),
	...formOf(createAdGroupInput.fields, {
		first: [
			'adAccountId',
			'campaignId',
			'name',
			'amountUnit',
			'budget',
			'bid',
			'billableEvent',
			GOAL,
			...TARGETING,
			'status',
		],
		shown: { ...TARGETING_SHOWN, optimizationGoal: GOAL_AS_JSON },
		without: TARGETING_LEFT_OUT,
	}),
	run: async ({ context }, inputs) => await createAdGroups(context, inputs),
});
