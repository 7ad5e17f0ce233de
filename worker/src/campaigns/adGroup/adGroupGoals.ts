import type { AdGroupInput } from './adGroupInput';
import { withoutUndefined } from '../body';
import { goalMetadata } from './optimizationGoal';

type Goals = Pick<AdGroupInput, 'optimizationGoal' | 'cpaGoal' | 'frequencyGoal'>;

/** Both kinds of goal as the API has them, in one object (schema `OptimizationGoalMetadata`). */
export function goalsMetadata(input: Goals) {
	const { optimizationGoal: goal, frequencyGoal: frequency } = input;
	const metadata = withoutUndefined({
		conversion_tag_v3_goal_metadata: goal && goalMetadata(goal, input.cpaGoal?.micro),
		frequency_goal_metadata: frequency && {
			frequency: frequency.frequency,
			timerange: frequency.timeRange,
		},
	});
	return Object.keys(metadata).length === 0 ? undefined : metadata;
}
