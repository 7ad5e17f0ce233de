import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Fields that a new campaign and a changed one share. */

export const objectiveOptions: INodePropertyOptions[] = [
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
		description: 'Newer objective of Pinterest for checkouts and carts; not open to every account',
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
		description: 'Sales and signups: maximizes conversions. Pinterest is replacing it by Sales.',
	},
];

export const budgetOptimizationField: INodeProperties = {
	displayName: 'Campaign Budget Optimization',
	name: 'isCampaignBudgetOptimization',
	type: 'boolean',
	default: false,
	description:
		'Whether Pinterest spreads the campaign’s cap over its ad groups. Ad groups then have no budget of their own.',
};

export const flexibleDailyBudgetsField: INodeProperties = {
	displayName: 'Flexible Daily Budgets',
	name: 'isFlexibleDailyBudgets',
	type: 'boolean',
	default: false,
	description:
		'Whether Pinterest may spend more on some days and less on others (Performance+ budgets). Needs campaign budget optimization and a daily spend cap.',
};

export const orderLineIdField: INodeProperties = {
	displayName: 'Order Line ID',
	name: 'orderLineId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 549755885175',
	description: 'The line of your insertion order that the invoice shall name',
};

export const performancePlusField: INodeProperties = {
	displayName: 'Performance+',
	name: 'isPerformancePlus',
	type: 'boolean',
	default: false,
	description: 'Whether Pinterest automates targeting and creative choice for the campaign',
};
