import { getAudience } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, locator } from '../fields';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an audience',
	description: 'Get an audience with its status in words, its size and its Customer List',
	properties: [
		adAccountField,
		locator({
			displayName: 'Audience',
			name: 'audienceId',
			search: 'searchAudiences',
			required: true,
			description: 'The audience to get',
		}),
	],
	read: (fields) => fields.pick('adAccountId', 'audienceId'),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getAudience(context, input)),
});
