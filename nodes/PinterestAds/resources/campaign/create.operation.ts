import { createCampaigns } from '../../../../worker/src';
import { created } from '../../done';
import { operation } from '../../operation';
import {
	adAccountField,
	amountUnitField,
	endTimeField,
	startTimeField,
	statusField,
	trackingUrlsField,
} from '../fields';
import {
	budgetOptimizationField,
	flexibleDailyBudgetsField,
	objectiveOptions,
	orderLineIdField,
	performancePlusField,
} from './campaign.fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a campaign',
	description: 'Create a campaign, paused unless you say otherwise',
	done: created('campaign'),
	properties: [
		adAccountField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Spring Sale 2026',
			description: 'The name of the campaign',
		},
		{
			displayName: 'Objective',
			name: 'objective',
			type: 'options',
			options: objectiveOptions,
			default: 'CONSIDERATION',
			description: 'What Pinterest optimizes delivery for',
		},
		{
			displayName: 'Custom Objective',
			name: 'customObjective',
			type: 'string',
			// Not required: n8n would ask for it whenever the objective is an expression.
			default: '',
			placeholder: 'e.g. CTV_CONSIDERATION',
			displayOptions: { show: { objective: ['custom'] } },
			description: 'The objective as Pinterest’s API names it',
		},
		amountUnitField,
		{
			displayName: 'Daily Spend Cap',
			name: 'dailySpendCap',
			type: 'string',
			default: '',
			placeholder: 'e.g. 50000000',
			description:
				'The most to spend a day. In micro-currency $50 is 50000000. Set this or the lifetime cap, not both.',
		},
		{
			displayName: 'Lifetime Spend Cap',
			name: 'lifetimeSpendCap',
			type: 'string',
			default: '',
			placeholder: 'e.g. 500000000',
			description:
				'The most to spend over the campaign’s lifetime. Set this or the daily cap, not both.',
		},
		statusField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				budgetOptimizationField,
				endTimeField,
				flexibleDailyBudgetsField,
				orderLineIdField,
				performancePlusField,
				startTimeField,
				trackingUrlsField,
			],
		},
	],
	read: (fields) => {
		const picked = fields.pick('adAccountId', 'name', 'objective', 'amountUnit', 'status');
		const caps = fields.pick('dailySpendCap', 'lifetimeSpendCap');
		const custom = picked.objective === 'custom' ? fields.pick('customObjective') : {};
		if (picked.objective === 'custom') delete picked.objective;
		return { ...picked, ...caps, ...custom, ...fields.collection('options') };
	},
	run: async ({ context }, inputs) => await createCampaigns(context, inputs),
});
