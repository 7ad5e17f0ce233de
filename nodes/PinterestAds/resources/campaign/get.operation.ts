import { operation } from '../../operation';
import { adAccountField, locator } from '../fields';
import { diagnoseField, getDiagnosed } from './diagnosis.fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a campaign',
	description:
		'Get a campaign as it is at Pinterest, archived or not, and what holds its delivery back',
	properties: [
		adAccountField,
		locator({
			displayName: 'Campaign',
			name: 'campaignId',
			search: 'searchCampaigns',
			required: true,
			description: 'The campaign to get. The list shows those that are not archived.',
		}),
		diagnoseField,
	],
	read: (fields) => fields.pick('adAccountId', 'campaignId', 'diagnose'),
	run: getDiagnosed,
});
