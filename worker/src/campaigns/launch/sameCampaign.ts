import { CAMPAIGN, type Fields } from '../../entities';
import { isObject, plainText } from '../../client/readers';
import { CONVERSION_EVENTS } from '../adGroup/optimizationGoal';
import { isOneOf, type GoalEvent, type Purpose } from '../campaign/successors';
import type { Launch, LaunchEntity } from './launch';

/** What a launch is for, by what is in it. */
export function purposeOf({ adGroups, ads, promotions, takesPinsAnywhere }: Launch): Purpose {
	const events = adGroups.flatMap(({ asked }) => asked.input?.optimizationGoal ?? []);
	const copied = adGroups.flatMap(({ asked }) => eventIn(asked.prepared));
	const hasPinsOnly = ads.length > 0 && promotions.length === 0;
	return {
		events: [...events.map(({ conversionEvent }) => conversionEvent), ...copied],
		...(promotions.length > 0 ? { promotes: 'productGroups' } : {}),
		...(hasPinsOnly && takesPinsAnywhere ? { promotes: 'pins' } : {}),
	};
}

/** What the original of an ad group optimizes for. */
function eventIn(prepared: Fields | undefined): GoalEvent[] {
	const { optimization_goal_metadata: goals } = prepared ?? {};
	const goal = isObject(goals) ? goals.conversion_tag_v3_goal_metadata : undefined;
	const event = isObject(goal) ? plainText(goal.conversion_event) : '';
	return isGoalEvent(event) ? [event] : [];
}

const isGoalEvent = (event: string): event is GoalEvent => Object.hasOwn(CONVERSION_EVENTS, event);

/**
 * What is compared with a campaign that exists. One that was asked for by an objective that ends is the same one,
 * whether it was made before its successor took its place or after, and goes on as what it is.
 */
export function asItIs(
	launch: Launch,
	{ kind, asked, existing }: LaunchEntity,
	sent: Fields,
): { readonly body: Fields; readonly notes: readonly string[] } {
	const objective = launch.campaign.asked.input?.objective;
	if (kind !== CAMPAIGN || !asked.input || !existing || !objective)
		return { body: sent, notes: [] };
	const { objective_type: held, intended_promotion_type: type } = existing;
	// What it is for it does not say.
	const isSilent = type === undefined || type === null || type === 'LEGACY';
	const body = isSilent ? { ...sent, intended_promotion_type: undefined } : sent;
	if (!isOneOf(objective.sentAs, existing, purposeOf(launch).promotes)) return { body, notes: [] };
	const same = { ...body, objective_type: held };
	if (held !== objective.sentAs) {
		const note = `The campaign ${existing.id} has the objective ${String(held)}, which takes the place of ${objective.requested}: it is the same campaign.`;
		return { body: same, notes: [note] };
	}
	if (held === sent.objective_type) return { body: same, notes: [] };
	const note = `The campaign ${existing.id} was made with ${held}, before ${String(sent.objective_type)} took its place: it is the same campaign, and goes on as it is.`;
	return { body: same, notes: [note] };
}
