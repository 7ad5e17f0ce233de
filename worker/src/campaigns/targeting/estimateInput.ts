import { choices } from '../../fields/kinds';
import { inputOf, type GivenTo } from '../../fields/inputs';
import type { AudienceSizingRequest } from '../../pinterest/types';
import { autoTargetingEnabled, placementGroup } from '../adGroup/adGroupFields';
import { adAccountId } from '../fields';
import { readKeywords } from '../keyword/keywordInput';
import { mergedTargeting, requireTargetingRules } from './targeting';
import { TARGETING_FIELDS } from './targetingFields';

type EstimatedType = NonNullable<AudienceSizingRequest['creative_types']>[number];

const CREATIVE_TYPES = {
	REGULAR: 'Regular',
	VIDEO: 'Video',
	SHOPPING: 'Shopping',
	CAROUSEL: 'Carousel',
	MAX_VIDEO: 'Max Width Video',
	SHOP_THE_PIN: 'Shop the Pin',
	COLLECTION: 'Collection',
	IDEA: 'Idea',
} satisfies Record<EstimatedType, string>;

/** The creative types of which the size of an audience can be asked. */
export const ESTIMATED_TYPES = Object.keys(CREATIVE_TYPES) as EstimatedType[];

export const ESTIMATE_FIELDS = {
	adAccountId,
	...TARGETING_FIELDS,
	autoTargetingEnabled: {
		...autoTargetingEnabled,
		description: 'Whether Pinterest may also reach people outside the targeting',
	},
	placementGroup,
	creativeTypes: choices({
		label: 'Creative Types',
		description: 'Only people who see ads of these kinds; ads of other kinds are not estimated',
		choices: CREATIVE_TYPES,
		sentAs: 'creative_types',
	}),
};

/** The input of `estimateAudience`. */
export const estimateAudienceInput = inputOf(ESTIMATE_FIELDS, (input, check) => {
	const targeting = mergedTargeting(input);
	requireTargetingRules(targeting, check);
	const keywords = readKeywords(input.keywords ?? [], input.keywordMatchType, 'adGroup', check);
	return { ...input, targeting, keywords };
});

/** What `estimateAudience` takes. @interface */
export type WantedAudience = GivenTo<typeof estimateAudienceInput>;
