import { getAds } from '../../../../worker/src';
import { operation } from '../../operation';
import { adAccountField, locator } from '../fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an ad',
	description: 'Get an ad as it is at Pinterest, archived or not',
	properties: [
		adAccountField,
		locator({
			displayName: 'Ad',
			name: 'adId',
			search: 'searchAds',
			required: true,
			description: 'The ad to get. The list shows those that are not archived.',
		}),
	],
	read: (fields) => fields.pick('adAccountId', 'adId'),
	run: async ({ context }, inputs) => await getAds(context, inputs),
});
