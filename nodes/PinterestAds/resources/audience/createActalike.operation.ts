import {
	createActalike as createActalikeAudience,
	createActalikeInput,
} from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { ACTALIKE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';
import { SHOWN } from './records.fields';

export const createActalike = operation({
	name: 'Create Actalike',
	value: 'createActalike',
	action: 'Create an actalike audience',
	done: repeatable('actalike audience', 'created', 'makes none twice'),
	description: 'Create an audience of people who are like those of another one (a lookalike)',
	answer: ACTALIKE,
	writes: true,
	...formOf(createActalikeInput.fields, {
		first: ['adAccountId', 'seedAudienceId', 'country', 'percentage'],
		shown: {
			seedName: { description: 'Finds the seed by its name, where none is chosen above' },
			waitForReadyMs: SHOWN.waitForReadyMs,
		},
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await createActalikeAudience(context, input)),
});
