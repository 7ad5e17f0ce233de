import { listKeywords } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, limitFields } from '../fields';
import { MATCH_TYPE_OPTIONS, parentFields, readParent } from './parent.fields';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many keywords',
	description: 'Get the keywords of an ad group, a campaign or the ad account itself',
	properties: [
		adAccountField,
		...parentFields,
		...limitFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Match Types',
					name: 'matchTypes',
					type: 'multiOptions',
					options: MATCH_TYPE_OPTIONS,
					default: [],
					description: 'Only keywords of these match types',
				},
				{
					displayName: 'Text Contains',
					name: 'textContains',
					type: 'string',
					default: '',
					description: 'Only keywords that contain this text',
				},
			],
		},
	],
	read: (fields) => ({
		...readParent(fields),
		...fields.limit(),
		...fields.collection('filters'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listKeywords(context, input) })),
});
