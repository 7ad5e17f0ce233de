import { createAdGroups } from '../../../../worker/src';
import { created } from '../../done';
import { operation } from '../../operation';
import {
	adAccountField,
	amountUnitField,
	endTimeField,
	locator,
	startTimeField,
	statusField,
	trackingUrlsField,
} from '../fields';
import {
	automaticTargetingField,
	bidStrategyField,
	billableEventField,
	budgetTypeField,
	frequencyGoalField,
	lifetimeFrequencyCapField,
	optimizationGoalField,
	pacingField,
	placementField,
} from './adGroup.fields';
import { goalFields, readGoal } from './optimizationGoal.fields';
import { targetingFields, readTargeting } from './targeting.fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad group',
	description: 'Create an ad group with budget, bid and targeting, paused unless you say otherwise',
	done: created('ad group'),
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
				'A day, unless the budget type says otherwise. Empty means about 5 US dollars in the account’s currency. Leave empty under campaign budget optimization.',
		},
		{
			displayName: 'Bid',
			name: 'bid',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2000000',
			description:
				'The bid for one billable event. Empty means about 2 US dollars in the account’s currency, or no bid where Pinterest bids by itself.',
		},
		billableEventField,
		...goalFields,
		...targetingFields,
		statusField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				automaticTargetingField,
				bidStrategyField,
				budgetTypeField,
				endTimeField,
				frequencyGoalField,
				lifetimeFrequencyCapField,
				optimizationGoalField,
				pacingField,
				placementField,
				startTimeField,
				trackingUrlsField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'campaignId', 'name', 'amountUnit', 'budget', 'bid'),
		...fields.pick('billableEvent', 'status'),
		...readTargeting(fields),
		...fields.collection('options'),
		...readGoal(fields),
	}),
	run: async ({ context }, inputs) => await createAdGroups(context, inputs),
});
