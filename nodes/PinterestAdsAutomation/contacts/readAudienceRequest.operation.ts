import { readAudienceRequest as read } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { itemField } from './fields';

export const readAudienceRequest = operation<unknown>({
	name: 'Read Audience Request',
	value: 'readAudienceRequest',
	action: 'Read a request for an audience',
	description:
		'Read which audience a form or a webhook names, and give the key by which the tables know it: lower case, single spaces, however it was typed',
	personalInput: true,
	local: true,
	properties: [
		itemField(
			'Request',
			'request',
			'={{ $json }}',
			'What came in, with audience and perhaps list_type, ad_account_id and analysis_data',
		),
	],
	read: (fields) => fields.value('request'),
	run: async (_, inputs) => await eachOutcome(inputs, async (request) => read(request)),
});
