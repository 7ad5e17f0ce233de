import type { LaunchChoices, LaunchGoal } from '../../../worker/src';
import type { FieldReader } from '../../PinterestAds/fieldReader';
import { itemField, objectIn } from '../contacts/fields';

/** What both operations about the details of a launch are given. */

export const detailFields = [
	itemField(
		'Goal',
		'goal',
		"={{ $('Read the goal').first().json }}",
		'What Read the Goal of a Launch gave',
	),
	itemField(
		'Choices',
		'choices',
		"={{ $('What there is').first().json }}",
		'What Campaign: Get Launch Choices gave',
	),
];

export const goalIn = (fields: FieldReader): LaunchGoal =>
	({ ...NO_GOAL, ...objectIn(fields.value('goal')) }) as LaunchGoal;

export const choicesIn = (fields: FieldReader): Partial<LaunchChoices> =>
	objectIn(fields.value('choices'));

const NO_GOAL: LaunchGoal = {
	...{ campaign_name: '', objective: '', objective_label: '', promotes: 'pins' },
	...{ ad_account_id: '', currency: '', max_daily_budget: null, began_at: '' },
	...{ again: {}, problems: [], answers: {} },
};
