import { estimateAudience } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { readTargeting, targetingFields } from '../adGroup/targeting.fields';
import { adAccountField } from '../fields';

export const estimate = operation({
	name: 'Estimate Audience Size',
	value: 'estimate',
	action: 'Estimate the size of an audience',
	description: 'Estimate how many people a targeting reaches in a month, before it costs anything',
	properties: [
		adAccountField,
		...targetingFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Automatic Targeting',
					name: 'autoTargetingEnabled',
					type: 'boolean',
					default: true,
					description: 'Whether Pinterest may also reach people outside the targeting',
				},
				{
					displayName: 'Placement',
					name: 'placementGroup',
					type: 'options',
					options: [
						{ name: 'All', value: 'ALL' },
						{ name: 'Browse', value: 'BROWSE' },
						{ name: 'Search', value: 'SEARCH' },
					],
					default: 'ALL',
					description: 'Where on Pinterest the ads are shown',
				},
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId'),
		...readTargeting(fields),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await estimateAudience(context, input)),
});
