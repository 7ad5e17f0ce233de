import type { INodeProperties } from 'n8n-workflow';

/** Fields that a new ad group and a changed one share. */

export const automaticTargetingField: INodeProperties = {
	displayName: 'Automatic Targeting',
	name: 'autoTargetingEnabled',
	type: 'boolean',
	default: true,
	description:
		'Whether Pinterest may also show the ads to people outside your targeting who are likely to respond (Performance+ targeting). Pinterest switches it on unless you say otherwise.',
};

export const bidStrategyField: INodeProperties = {
	displayName: 'Bid Strategy',
	name: 'bidStrategy',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'AUTOMATIC_BID', description: 'Pinterest bids by itself' },
		{ name: 'Maximum Bid', value: 'MAX_BID', description: 'Never more than the bid' },
		{ name: 'Target Average', value: 'TARGET_AVG', description: 'The bid on average' },
	],
	default: 'MAX_BID',
	description: 'How the bid is used',
};

export const budgetTypeField: INodeProperties = {
	displayName: 'Budget Type',
	name: 'budgetType',
	type: 'options',
	options: [
		{
			name: 'Campaign Budget Optimization',
			value: 'CBO_ADGROUP',
			description: 'The campaign spreads its own budget',
		},
		{ name: 'Daily', value: 'DAILY' },
		{ name: 'Lifetime', value: 'LIFETIME', description: 'Needs an end time' },
	],
	default: 'DAILY',
	description: 'What the budget is for',
};

export const optimizationGoalField: INodeProperties = {
	displayName: 'Optimization Goal',
	name: 'optimizationGoal',
	type: 'json',
	default: '{\n  "conversionEvent": "CHECKOUT",\n  "conversionTagId": ""\n}',
	description:
		'Required for the objective Web Conversion: the conversion event to optimize for, and the ID of the Pinterest tag that reports it',
};

export const pacingField: INodeProperties = {
	displayName: 'Pacing',
	name: 'pacing',
	type: 'options',
	options: [
		{ name: 'Accelerated', value: 'ACCELERATED' },
		{ name: 'Standard', value: 'STANDARD' },
	],
	default: 'STANDARD',
	description: 'How evenly the budget is spent',
};

export const placementField: INodeProperties = {
	displayName: 'Placement',
	name: 'placementGroup',
	type: 'options',
	options: [
		{ name: 'All', value: 'ALL' },
		{ name: 'Browse', value: 'BROWSE' },
		{ name: 'Other', value: 'OTHER' },
		{ name: 'Search', value: 'SEARCH' },
	],
	default: 'ALL',
	description: 'Where on Pinterest the ads are shown',
};

export const billableEventField: INodeProperties = {
	displayName: 'Billable Event',
	name: 'billableEvent',
	type: 'options',
	options: [
		{ name: 'Click-Through', value: 'CLICKTHROUGH', description: 'Pay for clicks' },
		{ name: 'Impression', value: 'IMPRESSION', description: 'Pay for views of the ad' },
		{
			name: 'Video View (MRC)',
			value: 'VIDEO_V_50_MRC',
			description: 'Pay for video views of 2 seconds with half of the video in sight',
		},
	],
	default: 'CLICKTHROUGH',
	description: 'What you pay for',
};

export const frequencyGoalField: INodeProperties = {
	displayName: 'Frequency Goal',
	name: 'frequencyGoal',
	type: 'json',
	default: '{\n  "frequency": 3,\n  "timeRange": "SEVEN_DAY"\n}',
	description:
		'How often (2 to 20 times) one person should see the ads in a time: DAY, SEVEN_DAY, THIRTY_DAY, TWENTY_FOUR_HOUR, TWENTY_MINUTE or TEN_MINUTE',
};

export const lifetimeFrequencyCapField: INodeProperties = {
	displayName: 'Lifetime Frequency Cap',
	name: 'lifetimeFrequencyCap',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 10,
	description:
		'The most impressions for one person in 30 days. Needs the billable event Impression and an end time.',
};
