import { launchChoices, launchChoicesInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { LAUNCH_CHOICES } from '../../output/campaignAnswers';
import { eachOutcome } from '../../perItem';

export const getLaunchChoices = operation({
	name: 'Get Launch Choices',
	value: 'getLaunchChoices',
	action: 'Get the choices for a launch',
	description:
		'Get what a launch can be made of, with names: Pins or product groups, campaigns, audiences, countries. For the lists of a form.',
	answer: LAUNCH_CHOICES,
	...formOf(launchChoicesInput.fields, { first: ['adAccountId', 'objective', 'promotes'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await launchChoices(context, input)),
});
