import { createAdGroupInput, createAdGroups } from '../../../../worker/src';
import { created } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CHANGED_AD_GROUP } from '../../output/campaignAnswers';
import {
	GOAL,
	GOAL_AS_JSON,
	TARGETING,
	TARGETING_LEFT_OUT,
	TARGETING_SHOWN,
	TARGETING_SINCE_1_1,
} from './layout';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad group',
	description: 'Create an ad group with budget, bid and targeting, paused unless you say otherwise',
	answer: CHANGED_AD_GROUP,
	writes: true,
	done: created('ad group'),
	...formOf(createAdGroupInput.fields, {
		first: [
			'adAccountId',
			'campaignId',
			'name',
			'budgetType',
			'amountUnit',
			'budget',
			'bid',
			'billableEvent',
			GOAL,
			'locations',
			'startTime',
			'endTime',
			...TARGETING.filter((place) => place !== 'locations'),
			'status',
		],
		inVersion1: { budgetType: 'options', startTime: 'options', endTime: 'options' },
		sinceVersion1_1: TARGETING_SINCE_1_1,
		shown: {
			...TARGETING_SHOWN,
			optimizationGoal: GOAL_AS_JSON,
			budget: { hiddenWhen: { budgetType: ['CBO_ADGROUP'] } },
		},
		without: TARGETING_LEFT_OUT,
	}),
	run: async ({ context }, inputs) => await createAdGroups(context, inputs),
});
