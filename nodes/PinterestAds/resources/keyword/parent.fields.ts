import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';
import { locator } from '../fields';

/** What keywords belong to. */
export const parentFields: INodeProperties[] = [
	{
		displayName: 'Parent',
		name: 'parent',
		type: 'options',
		options: [
			{
				name: 'Ad Account',
				value: 'adAccount',
				description: 'Negative keywords for everything in the ad account',
			},
			{ name: 'Ad Group', value: 'adGroup', description: 'Keywords of every match type' },
			{
				name: 'Campaign',
				value: 'campaign',
				description: 'Negative keywords for all ad groups of the campaign',
			},
		],
		default: 'adGroup',
		description: 'What the keywords belong to',
	},
	{
		...locator({
			displayName: 'Ad Group',
			name: 'adGroupId',
			search: 'searchAdGroups',
			required: true,
			description: 'The ad group that the keywords belong to',
		}),
		displayOptions: { show: { parent: ['adGroup'] } },
	},
	{
		...locator({
			displayName: 'Campaign',
			name: 'campaignId',
			search: 'searchCampaigns',
			required: true,
			description: 'The campaign that the keywords belong to',
		}),
		displayOptions: { show: { parent: ['campaign'] } },
	},
];

/** The id of the chosen kind only: the other field is hidden, and keeps what was in it. */
export function readParent(fields: FieldReader): IDataObject {
	const chosen = fields.pick('adAccountId', 'parent');
	if (chosen.parent === 'adAccount') return chosen;
	return { ...chosen, ...fields.pick(chosen.parent === 'campaign' ? 'campaignId' : 'adGroupId') };
}

export const MATCH_TYPE_OPTIONS = [
	{ name: 'Broad', value: 'BROAD', description: 'Searches that are related to it' },
	{ name: 'Exact', value: 'EXACT', description: 'Searches for exactly this' },
	{ name: 'Exact Negative', value: 'EXACT_NEGATIVE', description: 'Not for exactly this' },
	{ name: 'Phrase', value: 'PHRASE', description: 'Searches that contain it' },
	{ name: 'Phrase Negative', value: 'PHRASE_NEGATIVE', description: 'Not where it is contained' },
];
