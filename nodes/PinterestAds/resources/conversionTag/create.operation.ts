import { createConversionTag, createConversionTagInput } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CREATED_TAG } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a conversion tag',
	description: 'Create a Pinterest tag and get the code to paste into your site',
	answer: CREATED_TAG,
	writes: true,
	done: repeatable('conversion tag', 'created', 'makes none twice'),
	...formOf(createConversionTagInput.fields, {
		first: [
			'adAccountId',
			'name',
			{
				displayName: 'Automatic Enhanced Match',
				name: 'automaticMatch',
				placeholder: 'Add what to match by',
				fields: [
					...(['matchBirthdate', 'matchEmail', 'matchExternalId', 'matchGender'] as const),
					...(['matchLocation', 'matchName', 'matchPhone'] as const),
				],
			},
		],
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await createConversionTag(context, input)),
});
