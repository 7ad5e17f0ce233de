import { z } from 'zod';
import { asNumber, longId, optional } from '../../input';
import type { ConversionGoal } from '../../pinterest/types';
import { withoutUndefined } from '../body';
import { json } from '../oldFields';
import { choice, flag } from '../../values/choice';

/** What an ad group may optimize for; the later ones are newer than the rest. */
const CONVERSION_EVENTS = [
	'CHECKOUT',
	'ADD_TO_CART',
	'PAGE_VISIT',
	'SIGNUP',
	'LEAD',
	'SEARCH',
	'VIEW_CATEGORY',
	'WATCH_VIDEO',
	'APP_INSTALL',
	'CUSTOM',
	'ADD_PAYMENT_INFO',
	'ADD_TO_WISHLIST',
	'INITIATE_CHECKOUT',
	'SUBSCRIBE',
	'VIEW_CONTENT',
	'ADVERTISER_DEFINED_EVENT',
] as const;

const WINDOWS = [0, 1, 7, 14, 30, 60];

const windowDays = optional(
	z.preprocess(
		asNumber,
		z.number().refine((days) => WINDOWS.includes(days), `must be one of ${WINDOWS.join(', ')}`),
	),
);

/** The conversions that an ad group optimizes for. Schema `OptimizationGoalMetadata`. */
export const optimizationGoal = json(
	z
		.object(
			{
				conversionEvent: choice(CONVERSION_EVENTS),
				/** The Pinterest tag that reports the event. */
				conversionTagId: longId,
				/** What one conversion may cost, in the unit of the other amounts. */
				cpaGoal: optional(z.unknown()),
				clickWindowDays: windowDays,
				engagementWindowDays: windowDays,
				viewWindowDays: windowDays,
				/** For the value of conversions instead of their number. */
				isRoasOptimized: optional(flag),
			},
			{ invalid_type_error: 'must be an object with conversionEvent and conversionTagId' },
		)
		.strict(),
	'{"conversionEvent": "CHECKOUT", "conversionTagId": "…"}',
);

type OptimizationGoal = z.output<typeof optimizationGoal>;

/** The API's form of the goal. Its amount is, unlike all others, a string of digits. */
export function goalMetadata(
	goal: Omit<OptimizationGoal, 'cpaGoal'>,
	cpaGoalMicro?: number,
): ConversionGoal {
	const windows = withoutUndefined<NonNullable<ConversionGoal['attribution_windows']>>({
		click_window_days: goal.clickWindowDays,
		engagement_window_days: goal.engagementWindowDays,
		view_window_days: goal.viewWindowDays,
	});
	return withoutUndefined({
		conversion_event: goal.conversionEvent,
		conversion_tag_id: goal.conversionTagId,
		cpa_goal_value_in_micro_currency: cpaGoalMicro === undefined ? undefined : String(cpaGoalMicro),
		attribution_windows: Object.keys(windows).length === 0 ? undefined : windows,
		is_roas_optimized: goal.isRoasOptimized,
	});
}
