import { promoteProductGroupInput, promoteProductGroups } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { PROMOTION } from '../../output/catalogAnswers';

export const promote = operation({
	name: 'Promote',
	value: 'promote',
	action: 'Promote a product group',
	description:
		'Promote a product group of a catalog in an ad group, paused unless you say otherwise',
	answer: PROMOTION,
	writes: true,
	done: repeatable('product group', 'promoted', 'promotes none twice'),
	...formOf(promoteProductGroupInput.fields, {
		first: ['adAccountId', 'adGroupId', 'productGroupId', 'creativeType', 'status'],
		shown: {
			creativeType: {
				empty: {
					name: 'Automatic',
					description: 'Shopping ads, or a collection where a field of collections is given',
				},
			},
			productGroupId: {
				description:
					'The product group of the catalog to promote. The list needs the scope catalogs:read.',
			},
		},
	}),
	run: async ({ context }, inputs) => await promoteProductGroups(context, inputs),
});
