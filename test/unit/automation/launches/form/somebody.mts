import type { KnownConnection } from '../../../../../worker/src/automation/connection/index.ts';
import {
	askGoal,
	readDetails,
	readGoal,
	type LaunchGoal,
} from '../../../../../worker/src/automation/launches/form/index.ts';
import type { LaunchChoices } from '../../../../../worker/src/campaigns/launch/choices/launchChoices.ts';

/** What somebody is asked and answers on the pages of a launch. */

export const NOW = Date.UTC(2026, 10, 30, 12);
export const BEGUN = {
	campaign_name: ' Spring sale ',
	max_daily_budget: 50,
	began_at: '2026-11-30T11:59:00Z',
};
export const MAIN: KnownConnection = {
	...{ connection_key: 'main', status: 'active', ad_account_id: '549755885175' },
	...{ ad_account_name: 'Example Home', currency: 'USD' },
};
export const OTHER: KnownConnection = { connection_key: 'other', ad_account_id: '549755885176' };

export const placeWith = (...connections: KnownConnection[]) => ({
	...{ connections, ceilingPlace: 'the ceiling', now: NOW },
});
export const PLACE = placeWith(MAIN);

/** The choice of the page that begins with a word. */
export function choiceOf(question: string, begins: string, connections = [MAIN]): string {
	const { questions } = askGoal(BEGUN, {}, placeWith(...connections));
	const { options = [] } = questions.find(({ name }) => name === question)!;
	return options.find((option) => option.startsWith(begins))!;
}

export const goalOf = (objective: string, promotes = 'Pins'): LaunchGoal =>
	readGoal(
		{
			objective: choiceOf('objective', objective),
			promotes: choiceOf('promotes', promotes),
		},
		BEGUN,
		PLACE,
	);

export const CHOICES: LaunchChoices = {
	...{ ad_account_id: '549755885175', ad_account_name: 'Example Home', currency: 'USD' },
	country: 'US',
	promotable: [
		{ id: '813744226420795884', name: 'Sofa, red', note: '1 June 2025' },
		{ id: '813744226420795885', name: 'Lamp', note: 'video, 2 June 2025' },
		{ id: '813744226420795886', name: 'Lamp', note: 'video, 2 June 2025' },
	],
	campaigns: [{ id: '626735565838', name: 'Evergreen', note: 'active' }],
	audiences: [{ id: '2542620905475', name: 'Newsletter', note: 'about 5,000 people' }],
	countries: [
		{ id: 'CA', name: 'Canada' },
		{ id: 'DE', name: 'Germany' },
		{ id: 'GB', name: 'United Kingdom' },
		{ id: 'US', name: 'United States' },
	],
	conversion_tags: [{ id: '2617998078212', name: 'Shop tag', note: 'ready for Checkout' }],
	notes: [],
};

export const GOOD = {
	...{ promotable: ['Sofa‚ red (1 June 2025)'], daily_budget: '20', country: 'United States' },
};

export const detailsOf = (answers: object, goal = goalOf('Consideration'), choices = CHOICES) =>
	readDetails({ ...GOOD, ...answers }, goal, choices, { ceilingPlace: 'the ceiling', now: NOW });
