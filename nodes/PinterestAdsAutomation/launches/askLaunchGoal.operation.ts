import { askGoal, type Earlier, type LaunchBegun, type LaunchPlace } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { together } from '../contacts/fields';
import { beginFields, begunIn, placeIn } from './begun';
import { formPage } from './formPage';

interface Given {
	readonly begun: LaunchBegun;
	readonly earlier: Earlier;
	readonly place: LaunchPlace;
}

export const askLaunchGoal = operation<Given>({
	name: 'Ask for the Goal of a Launch',
	value: 'askLaunchGoal',
	action: 'Ask for the goal of a launch',
	description:
		'Make the page of a form on which somebody says what a campaign is for and what it promotes. Where its answers were wrong, it is asked again, with what was answered.',
	local: true,
	properties: beginFields,
	plan: (fieldsOf, itemCount, functions) =>
		together(itemCount, {
			begun: begunIn(fieldsOf(0)),
			earlier: fieldsOf(0).json(),
			place: placeIn(fieldsOf(0), functions),
		}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ begun, earlier, place }) =>
			formPage(askGoal(begun, earlier, place)),
		),
});
