import type { INodeProperties } from 'n8n-workflow';
import { CHANGES } from '../../worker/src';
import { adAccountField, amountUnitField, idsField } from '../PinterestAds/resources/fields';

const onChanges = { triggerOn: ['changes'] };
const onSpend = { ...onChanges, changes: ['spend_over_limit'] };

export const changeProperties: INodeProperties[] = [
	{ ...adAccountField, displayOptions: { show: onChanges } },
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'multiOptions',
		options: CHANGES.map(({ id, name, what }) => ({ name, value: id, description: what })),
		default: ['ad_rejected', 'audience_ready', 'audience_too_small', 'campaign_stopped'],
		required: true,
		description: 'What starts the workflow. Each change starts it once.',
		displayOptions: { show: onChanges },
	},
	{
		displayName: 'Daily Spend Limit',
		name: 'dailySpendLimit',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 100000000',
		description: 'More than this on one day (UTC), over the whole ad account, starts the workflow',
		displayOptions: { show: onSpend },
	},
	{
		...amountUnitField,
		description: 'The unit of the limit',
		displayOptions: { show: onSpend },
	},
	{
		...idsField('Campaign IDs', 'campaignIds', 'campaigns and their ads'),
		description:
			'Watch only these campaigns and their ads, by their IDs, separated by commas; up to 100. Left empty: all.',
		displayOptions: {
			show: { ...onChanges, changes: ['ad_approved', 'ad_rejected', 'campaign_stopped'] },
		},
	},
	{
		displayName: 'Check Every (Minutes)',
		name: 'checkEvery',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 15,
		description: 'How often Pinterest is asked',
		displayOptions: { show: onChanges },
	},
];
