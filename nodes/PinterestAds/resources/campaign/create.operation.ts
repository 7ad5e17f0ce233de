import { createCampaigns } from '../../../../worker/src/campaigns';
import { operation } from '../../operation';
import {
	adAccountField,
	amountUnitField,
	endTimeField,
	startTimeField,
	statusField,
} from '../fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a campaign',
	description: 'Create a campaign, paused unless you say otherwise',
	creates: true,
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
			options: [
				{
					name: 'App Install',
					value: 'APP_INSTALL',
					description: 'Newer objective of Pinterest; not open to every account',
				},
				{
					name: 'Awareness',
					value: 'AWARENESS',
					description: 'Brand visibility: maximizes impressions',
				},
				{
					name: 'Catalog Sales',
					value: 'CATALOG_SALES',
					description:
						'Product feeds: promotes products from your catalog. Pinterest is replacing it by Sales.',
				},
				{
					name: 'Consideration',
					value: 'CONSIDERATION',
					description: 'Traffic and engagement: maximizes clicks and saves',
				},
				{
					name: 'Custom',
					value: 'custom',
					description: 'Name any other objective that Pinterest offers you',
				},
				{
					name: 'Sales',
					value: 'SALES',
					description:
						'Newer objective of Pinterest for checkouts and carts; not open to every account',
				},
				{
					name: 'Shopping',
					value: 'SHOPPING',
					description: 'Direct product promotion. Pinterest knows it as Catalog Sales now.',
				},
				{
					name: 'Video Completion',
					value: 'VIDEO_COMPLETION',
					description: 'Video promotion: maximizes completed views',
				},
				{
					name: 'Video View',
					value: 'VIDEO_VIEW',
					description: 'Video promotion. Pinterest knows it as Video Completion now.',
				},
				{
					name: 'Web Conversion',
					value: 'WEB_CONVERSION',
					description:
						'Sales and signups: maximizes conversions. Pinterest is replacing it by Sales.',
				},
			],
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
				{
					displayName: 'Campaign Budget Optimization',
					name: 'isCampaignBudgetOptimization',
					type: 'boolean',
					default: false,
					description:
						'Whether Pinterest spreads the campaign’s cap over its ad groups. Ad groups then have no budget of their own.',
				},
				endTimeField,
				{
					displayName: 'Performance+',
					name: 'isPerformancePlus',
					type: 'boolean',
					default: false,
					description: 'Whether Pinterest automates targeting and creative choice for the campaign',
				},
				startTimeField,
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
