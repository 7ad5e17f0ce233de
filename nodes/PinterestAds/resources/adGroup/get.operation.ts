import { getAdGroups } from '../../../../worker/src';
import { operation } from '../../operation';
import { adAccountField, locator } from '../fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad group',
	description: 'Get an ad group as it is at Pinterest, archived or not',
	properties: [
		adAccountField,
		locator({
			displayName: 'Ad Group',
			name: 'adGroupId',
			search: 'searchAdGroups',
			required: true,
			description: 'The ad group to get. The list shows those that are not archived.',
		}),
	],
	read: (fields) => fields.pick('adAccountId', 'adGroupId'),
	run: async ({ context }, inputs) => await getAdGroups(context, inputs),
});
