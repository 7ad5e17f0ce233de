import { updateCampaigns } from '../../../../worker/src';
import { operation } from '../../operation';
import {
	adAccountField,
	amountUnitField,
	changedStatusField,
	clearField,
	endTimeField,
	locator,
	startTimeField,
	trackingUrlsField,
} from '../fields';
import {
	budgetOptimizationField,
	flexibleDailyBudgetsField,
	objectiveOptions,
	orderLineIdField,
	performancePlusField,
} from './campaign.fields';

export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update a campaign',
	description: 'Switch on, pause, archive or change a campaign; many items go 30 to a request',
	properties: [
		adAccountField,
		locator({
			displayName: 'Campaign',
			name: 'campaignId',
			search: 'searchCampaigns',
			required: true,
			description: 'The campaign to change',
		}),
		changedStatusField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spring Sale 2026',
			description: 'Its new name. Empty: as it is.',
		},
		amountUnitField,
		{
			displayName: 'Daily Spend Cap',
			name: 'dailySpendCap',
			type: 'string',
			default: '',
			placeholder: 'e.g. 50000000',
			description:
				'The most to spend a day. Empty: as it is. Where the campaign has a lifetime cap, clear that one under Options.',
		},
		{
			displayName: 'Lifetime Spend Cap',
			name: 'lifetimeSpendCap',
			type: 'string',
			default: '',
			placeholder: 'e.g. 500000000',
			description:
				'The most to spend over the campaign’s lifetime. Empty: as it is. Where the campaign has a daily cap, clear that one under Options.',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				budgetOptimizationField,
				clearField(
					{ name: 'Daily Spend Cap', value: 'dailySpendCap' },
					{ name: 'End Time', value: 'endTime' },
					{ name: 'Lifetime Spend Cap', value: 'lifetimeSpendCap' },
					{ name: 'Order Line ID', value: 'orderLineId' },
					{ name: 'Start Time', value: 'startTime' },
					{ name: 'Tracking URLs', value: 'trackingUrls' },
				),
				{
					displayName: 'Custom Objective',
					name: 'customObjective',
					type: 'string',
					default: '',
					placeholder: 'e.g. CTV_CONSIDERATION',
					description: 'An objective as Pinterest’s API names it. Only a draft can change it.',
				},
				{
					displayName: 'Default Ad Group Budget',
					name: 'defaultAdGroupBudget',
					type: 'string',
					default: '',
					placeholder: 'e.g. 5000000',
					description:
						'The daily budget for each ad group, when you switch campaign budget optimization off',
				},
				endTimeField,
				flexibleDailyBudgetsField,
				{
					displayName: 'Objective',
					name: 'objective',
					type: 'options',
					options: objectiveOptions.filter(({ value }) => value !== 'custom'),
					default: 'CONSIDERATION',
					description: 'What Pinterest optimizes delivery for. Only a draft can change it.',
				},
				orderLineIdField,
				{
					...performancePlusField,
					description:
						'Whether Pinterest automates targeting and creative choice. Only a draft can change it.',
				},
				startTimeField,
				trackingUrlsField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'campaignId', 'status', 'name', 'amountUnit'),
		...fields.pick('dailySpendCap', 'lifetimeSpendCap'),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) => await updateCampaigns(context, inputs),
});
