import { createActalike as createActalikeAudience } from '../../../../worker/src';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, locator } from '../fields';
import { optionsOf } from './options';
import { recordIdField, waitField } from './records.fields';

export const createActalike = operation({
	name: 'Create Actalike',
	value: 'createActalike',
	action: 'Create an actalike audience',
	done: repeatable('actalike audience', 'created', 'makes none twice'),
	description: 'Create an audience of people who are like those of another one (a lookalike)',
	properties: [
		adAccountField,
		locator({
			displayName: 'Seed Audience',
			name: 'seedAudienceId',
			search: 'searchAudiences',
			description:
				'The audience whose people the new one is to be like. It has to be ready at Pinterest.',
		}),
		{
			displayName: 'Country',
			name: 'country',
			type: 'string',
			required: true,
			default: 'US',
			placeholder: 'e.g. US',
			description: 'Where the people of the new audience live: US, CA or GB',
		},
		{
			displayName: 'Percentage',
			name: 'percentage',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 1,
			description:
				'How large the audience is, in percent of the country’s people on Pinterest. Fewer are more alike.',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					description: 'Shown with the audience in Ads Manager',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'The name of the new audience. Empty means that it is made from the seed.',
				},
				recordIdField,
				{
					displayName: 'Seed Name',
					name: 'seedName',
					type: 'string',
					default: '',
					description: 'Finds the seed by its name, where none is chosen above',
				},
				waitField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'seedAudienceId', 'country', 'percentage'),
		...optionsOf(fields),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await createActalikeAudience(context, input)),
});
