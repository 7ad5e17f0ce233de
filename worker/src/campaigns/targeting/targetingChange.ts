import { z } from 'zod';
import { labelOf } from '../../fields/labels';
import { parseInput } from '../../input';
import { isFields, type Entity } from '../../entities';
import { mergedTargeting, requireTargetingRules, type TargetingInput } from './targeting';
import { TARGETING_FIELDS } from './targetingFields';
import type { TargetingSpec } from './targetingSpec';

/** Two ways to name ages, of which a spec holds one. */
const AGE_BUCKETS = ['AGE_BUCKET'];
const AGE_RANGE = ['MINIMUM_AGE', 'MAXIMUM_AGE'];

/** Keys that the raw spec names with nothing in them: these are to be emptied. */
const emptied = ({ targeting = {} }: TargetingInput): string[] =>
	Object.entries(targeting)
		.filter(([, value]) => value !== undefined && value.length === 0)
		.map(([key]) => key);

export const changesTargeting = (input: TargetingInput): boolean =>
	Object.keys(mergedTargeting(input)).length + emptied(input).length > 0;

/**
 * The whole spec as it shall be: whether Pinterest replaces a spec or adds to it is not documented, and
 * what is sent whole means the same either way. What is emptied is sent as an empty list for that reason.
 * @throws PinterestAdsError `invalid` where old and new together break a rule
 */
export function changedTargeting(input: TargetingInput, { targeting_spec }: Entity): TargetingSpec {
	const held = isFields(targeting_spec) ? targeting_spec : {};
	const given = mergedTargeting(input);
	const replaced = [
		...(AGE_RANGE.some((key) => key in given) ? AGE_BUCKETS : []),
		...(AGE_BUCKETS.some((key) => key in given) ? AGE_RANGE : []),
	];
	const gone = [...emptied(input), ...replaced];
	const kept = Object.fromEntries(
		Object.entries(held).filter(([key, value]) => value !== null && !gone.includes(key)),
	);
	const whole: TargetingSpec = { ...kept, ...given };
	parseInput(z.custom<TargetingSpec>().superRefine(requireTargetingRules), whole, (path) =>
		labelOf(TARGETING_FIELDS, path),
	);
	const lists = gone.filter((key) => key in held && !(key in whole) && Array.isArray(held[key]));
	return { ...Object.fromEntries(lists.map((key) => [key, []])), ...whole };
}
