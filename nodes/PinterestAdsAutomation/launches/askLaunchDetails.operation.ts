import { askDetails, type Earlier, type LaunchChoices, type LaunchGoal } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { choicesIn, detailFields, goalIn } from './detailFields';
import { formPage } from './formPage';

interface Given {
	readonly goal: LaunchGoal;
	readonly choices: Partial<LaunchChoices>;
	readonly earlier: Earlier;
}

export const askLaunchDetails = operation<Given>({
	name: 'Ask for the Details of a Launch',
	value: 'askLaunchDetails',
	action: 'Ask for the details of a launch',
	description:
		'Make the page of a form that asks for everything else of a launch, with lists of what the ad account has. Where its answers were wrong, it is asked again, with what was answered.',
	local: true,
	properties: detailFields,
	read: (fields) => ({
		goal: goalIn(fields),
		choices: choicesIn(fields),
		earlier: fields.json(),
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ goal, choices, earlier }) =>
			formPage(askDetails(goal, choices, earlier, n8nClock.now())),
		),
});
