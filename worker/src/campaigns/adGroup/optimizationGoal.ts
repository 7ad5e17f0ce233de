import { required, type ReadOf } from '../../fields/field';
import { amount, choice, flag, group, idOf, windowDays } from '../../fields/kinds';
import type { ConversionGoal } from '../../pinterest/types';
import { withoutUndefined } from '../body';

/** What an ad group may optimize for; those after Custom are newer than the rest. */
export const CONVERSION_EVENTS = {
	CHECKOUT: 'Checkout',
	ADD_TO_CART: 'Add to Cart',
	PAGE_VISIT: 'Page Visit',
	SIGNUP: 'Signup',
	LEAD: 'Lead',
	SEARCH: 'Search',
	VIEW_CATEGORY: 'View Category',
	WATCH_VIDEO: 'Watch Video',
	APP_INSTALL: 'App Install',
	CUSTOM: 'Custom',
	ADD_PAYMENT_INFO: 'Add Payment Info',
	ADD_TO_WISHLIST: 'Add to Wishlist',
	INITIATE_CHECKOUT: 'Initiate Checkout',
	SUBSCRIBE: 'Subscribe',
	VIEW_CONTENT: 'View Content',
	ADVERTISER_DEFINED_EVENT: 'Advertiser Defined Event',
};

const daysAfter = (label: string, after: string, preset: number) =>
	windowDays({ label, description: `How long after ${after} a conversion counts`, preset });

/** The conversions that an ad group optimizes for. Schema `OptimizationGoalMetadata`. */
export const optimizationGoal = group({
	label: 'Optimization Goal',
	description:
		'Required for the objective Web Conversion: the conversion event to optimize for, and the ID of the Pinterest tag that reports it',
	example: '{\n  "conversionEvent": "CHECKOUT",\n  "conversionTagId": "…"\n}',
	must: 'must be an object with conversionEvent and conversionTagId',
	fields: {
		conversionEvent: required(
			choice({
				label: 'Conversion Event',
				description:
					'The conversion to optimize for. Required where the campaign’s objective is Web Conversion.',
				choices: CONVERSION_EVENTS,
			}),
		),
		conversionTagId: required(
			idOf('conversionTag', {
				label: 'Conversion Tag',
				description: 'The Pinterest tag that reports the event',
				example: '2617998078212',
			}),
		),
		cpaGoal: amount({
			label: 'CPA Goal',
			description: 'What one conversion may cost, in the unit of the other amounts',
			example: '12500000',
		}),
		clickWindowDays: daysAfter('Click Window', 'a click', 30),
		engagementWindowDays: daysAfter('Engagement Window', 'an engagement', 30),
		viewWindowDays: daysAfter('View Window', 'a view', 1),
		isRoasOptimized: flag({
			label: 'Optimize for Value',
			description:
				'Whether to optimize for the value of conversions instead of their number: for Checkout with the bid strategy Automatic',
		}),
	},
});

/** The API's form of the goal. Its amount is, unlike all others, a string of digits. */
export function goalMetadata(goal: ReadOf<typeof optimizationGoal>): ConversionGoal {
	const windows = withoutUndefined<NonNullable<ConversionGoal['attribution_windows']>>({
		click_window_days: goal.clickWindowDays,
		engagement_window_days: goal.engagementWindowDays,
		view_window_days: goal.viewWindowDays,
	});
	return withoutUndefined({
		conversion_event: goal.conversionEvent,
		conversion_tag_id: goal.conversionTagId,
		cpa_goal_value_in_micro_currency: goal.cpaGoal && String(goal.cpaGoal.micro),
		attribution_windows: Object.keys(windows).length === 0 ? undefined : windows,
		is_roas_optimized: goal.isRoasOptimized,
	});
}
