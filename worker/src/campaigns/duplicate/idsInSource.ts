import { isObject } from '../../client/readers';
import type { Fields } from '../../entities';
import { realId } from './accountedFields';
import type { Source } from './readSource';

/** What a campaign names that belongs to its ad account, or to the owner of that. */
export interface IdsInSource {
	readonly audiences: ReadonlySet<string>;
	readonly conversionTags: ReadonlySet<string>;
	readonly pins: ReadonlySet<string>;
	readonly productGroups: ReadonlySet<string>;
}

/** Of the parts that are copied. */
export function idsIn({ campaign, adGroups }: Source): IdsInSource {
	const entities = adGroups.map(({ entity }) => entity);
	const promotions = adGroups.flatMap((group) => group.promotions);
	const ads = adGroups.flatMap((group) => group.ads);
	return {
		audiences: new Set([
			...entities.flatMap((group) => [
				...listed(group.targeting_spec, 'AUDIENCE_INCLUDE'),
				...listed(group.targeting_spec, 'AUDIENCE_EXCLUDE'),
			]),
			...Object.keys(audienceMultipliers(campaign)),
		]),
		conversionTags: real(entities.map((group) => conversionGoal(group)?.conversion_tag_id)),
		pins: real([
			...ads.flatMap((ad) => [ad.pin_id, ...quizResults(ad).map((one) => one.organic_pin_id)]),
			...promotions.map((one) => one.collections_hero_pin_id),
		]),
		productGroups: real(promotions.map((one) => one.catalog_product_group_id)),
	};
}

const real = (ids: readonly unknown[]) =>
	new Set(ids.map(realId).filter((id): id is string => id !== undefined));

/** The IDs under a key of a targeting spec. */
export function listed(spec: unknown, key: string): string[] {
	const value = isObject(spec) ? spec[key] : undefined;
	return Array.isArray(value) ? value.flatMap((id) => realId(id) ?? []) : [];
}

/** By the audience's ID, the factor for bids on it. */
export function audienceMultipliers({ bid_options }: Fields): Fields {
	const multipliers = isObject(bid_options) ? bid_options.audience_multipliers : undefined;
	return isObject(multipliers) ? multipliers : {};
}

/** What an ad group optimizes for. */
export function conversionGoal({ optimization_goal_metadata }: Fields): Fields | undefined {
	const goal = isObject(optimization_goal_metadata)
		? optimization_goal_metadata.conversion_tag_v3_goal_metadata
		: undefined;
	return isObject(goal) ? goal : undefined;
}

/** The results of a quiz, each of which has a Pin of its own. */
export function quizResults({ quiz_pin_data: quiz }: Fields): Fields[] {
	if (!isObject(quiz)) return [];
	return [quiz.results, quiz.tie_breaker_custom_result].flat().filter(isObject);
}
