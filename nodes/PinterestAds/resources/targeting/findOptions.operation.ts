import { findTargetingOptions } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, limitFields, locator } from '../fields';

export const findOptions = operation({
	name: 'Find Options',
	value: 'findOptions',
	action: 'Find targeting options',
	description: 'Find what Pinterest offers to target by: interests, places, languages and more',
	properties: [
		adAccountField,
		{
			displayName: 'Type',
			name: 'optionType',
			type: 'options',
			options: [
				{ name: 'Age', value: 'ages' },
				{ name: 'Audience', value: 'audiences', description: 'Those of the ad account' },
				{ name: 'Device', value: 'devices' },
				{ name: 'Gender', value: 'genders' },
				{ name: 'Interest', value: 'interests' },
				{ name: 'Language', value: 'locales' },
				{ name: 'Location', value: 'locations', description: 'Countries and US metro areas' },
				{ name: 'Region', value: 'regions', description: 'Postal codes need no list' },
			],
			default: 'interests',
			description: 'What to find',
		},
		{
			displayName: 'Name Contains',
			name: 'nameContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. garden',
			description: 'Only options whose name contains this text. Empty means all.',
		},
		{
			...locator({
				displayName: 'Parent Interest',
				name: 'parentInterestId',
				search: 'searchInterests',
				description: 'Only the interests right below this one. Empty means all.',
				placeholder: 'e.g. 935249274030',
			}),
			displayOptions: { show: { optionType: ['interests'] } },
		},
		{
			displayName: 'Include Details',
			name: 'includeDetails',
			type: 'boolean',
			default: false,
			description:
				'Whether to get the level and the children of each interest as well, which is one request for each',
			displayOptions: { show: { optionType: ['interests'] } },
		},
		...limitFields,
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'optionType', 'nameContains', 'parentInterestId'),
		...fields.pick('includeDetails'),
		...fields.limit(),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await findTargetingOptions(context, input),
		})),
});
