import { archiveKeywords } from '../../../../worker/src';
import { operation } from '../../operation';
import { adAccountField } from '../fields';

export const archive = operation({
	name: 'Archive',
	value: 'archive',
	action: 'Archive a keyword',
	description: 'Archive a keyword, which is how Pinterest deletes it',
	properties: [
		adAccountField,
		{
			displayName: 'Keyword',
			name: 'keywordId',
			type: 'string',
			required: true,
			default: '={{ $json.id }}',
			placeholder: 'e.g. 2886610576653',
			description: 'The ID of the keyword, as Keyword: Get Many gives it',
		},
	],
	read: (fields) => fields.pick('adAccountId', 'keywordId'),
	run: async ({ context }, inputs) => await archiveKeywords(context, inputs),
});
