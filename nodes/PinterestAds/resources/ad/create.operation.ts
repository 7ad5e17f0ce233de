import { createAdInput, createAds } from '../../../../worker/src';
import { created } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD } from '../../output/campaignAnswers';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad',
	description: 'Promote an existing Pin, paused unless you say otherwise',
	answer: AD,
	writes: true,
	done: created('ad'),
	...formOf(createAdInput.fields, {
		first: ['adAccountId', 'adGroupId', 'pinId', 'creativeType', 'status'],
		shown: {
			pinId: {
				description:
					'The existing Pin to promote. The list needs the scopes pins:read and boards:read.',
			},
		},
	}),
	run: async ({ context }, inputs) => await createAds(context, inputs),
});
