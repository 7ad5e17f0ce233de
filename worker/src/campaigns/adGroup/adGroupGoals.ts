import type { Goals } from '../../pinterest/types';
import type { AdGroupInput } from './adGroupInput';
import { withoutUndefined } from '../body';
import { goalMetadata } from './optimizationGoal';

type Given = Pick<AdGroupInput, 'optimizationGoal' | 'frequencyGoal'>;

/** Both kinds of goal as the API has them, in one object. */
export function goalsMetadata(input: Given): Goals | undefined {
	const { optimizationGoal: goal, frequencyGoal: frequency } = input;
	const metadata = withoutUndefined<Goals>({
		conversion_tag_v3_goal_metadata: goal && goalMetadata(goal),
		frequency_goal_metadata: frequency && {
			frequency: frequency.frequency,
			timerange: frequency.timeRange,
		},
	});
	return Object.keys(metadata).length === 0 ? undefined : metadata;
}
