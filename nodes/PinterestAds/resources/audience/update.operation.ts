import { updateAudience, updateAudienceInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update an audience',
	description: 'Change the name, the description or the rule of an audience',
	answer: AUDIENCE,
	writes: true,
	...formOf(updateAudienceInput.fields, {
		first: ['adAccountId', 'audienceId', 'name', 'description'],
		isChange: true,
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await updateAudience(context, input)),
});
