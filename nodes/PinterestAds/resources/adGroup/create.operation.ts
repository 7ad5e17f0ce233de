import { createAdGroups } from '../../../../worker/src/campaigns';
import { operation } from '../../operation';
import {
	adAccountField,
	amountUnitField,
	endTimeField,
	locator,
	startTimeField,
	statusField,
} from '../fields';
import { targetingFields, readTargeting } from './targeting.fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad group',
	description: 'Create an ad group with budget, bid and targeting, paused unless you say otherwise',
	creates: true,
	properties: [
		adAccountField,
		locator({
			displayName: 'Campaign',
			name: 'campaignId',
			search: 'searchCampaigns',
			required: true,
			description: 'The campaign that the ad group belongs to',
		}),
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Retargeting US',
			description: 'The name of the ad group',
		},
		amountUnitField,
		{
			displayName: 'Budget',
			name: 'budget',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5000000',
			description:
				'A day, unless the budget type says otherwise. Empty means 5 units of the account’s currency ($5). Leave empty under campaign budget optimization.',
		},
		{
			displayName: 'Bid',
			name: 'bid',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2000000',
			description:
				'The bid for one billable event. Empty means 2 units of the account’s currency ($2), or no bid where Pinterest bids by itself.',
		},
		{
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
		},
		...targetingFields,
		statusField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Automatic Targeting',
					name: 'autoTargetingEnabled',
					type: 'boolean',
					default: true,
					description:
						'Whether Pinterest may also show the ads to people outside your targeting who are likely to respond (Performance+ targeting). Pinterest switches it on unless you say otherwise.',
				},
				{
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
				},
				{
					displayName: 'Budget Type',
					name: 'budgetType',
					type: 'options',
					options: [
						{ name: 'Daily', value: 'DAILY' },
						{ name: 'Lifetime', value: 'LIFETIME', description: 'Needs an end time' },
					],
					default: 'DAILY',
					description: 'What the budget is for',
				},
				endTimeField,
				{
					displayName: 'Optimization Goal',
					name: 'optimizationGoal',
					type: 'json',
					default: '{\n  "conversionEvent": "CHECKOUT",\n  "conversionTagId": ""\n}',
					description:
						'Required for the objective Web Conversion: the conversion event to optimize for, and the ID of the Pinterest tag that reports it',
				},
				{
					displayName: 'Pacing',
					name: 'pacing',
					type: 'options',
					options: [
						{ name: 'Accelerated', value: 'ACCELERATED' },
						{ name: 'Standard', value: 'STANDARD' },
					],
					default: 'STANDARD',
					description: 'How evenly the budget is spent',
				},
				{
					displayName: 'Placement',
					name: 'placementGroup',
					type: 'options',
					options: [
						{ name: 'All', value: 'ALL' },
						{ name: 'Browse', value: 'BROWSE' },
						{ name: 'Search', value: 'SEARCH' },
					],
					default: 'ALL',
					description: 'Where on Pinterest the ads are shown',
				},
				startTimeField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'campaignId', 'name', 'amountUnit', 'budget', 'bid'),
		...fields.pick('billableEvent', 'status'),
		...readTargeting(fields),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) => await createAdGroups(context, inputs),
});
