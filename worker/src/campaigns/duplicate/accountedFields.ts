import { isObject } from '../../client/readers';
import type { EntityKind, Fields } from '../../entities';

/** What becomes of each field of a campaign and of what is below it when it is copied. */

/**
 * `carried`: sent as it is. `fitted`: sent as it fits the copy, such as names, times, amounts and IDs. `own`: the copy
 * has its own, which Pinterest makes of the rest. `not-taken`: a create does not take it; named where it holds
 * anything.
 */
export type Fate = 'carried' | 'fitted' | 'own' | 'not-taken';

const all = <Name extends string>(fate: Fate, ...names: readonly Name[]) =>
	Object.fromEntries(names.map((name) => [name, fate])) as Record<Name, Fate>;

/**
 * Every field that Pinterest's description has of an answer or of a create (schemas `CampaignResponse`, `AdGroupResponse`,
 * `AdResponse`, `ProductGroupPromotion`, `Keyword`). A test compares them, so that a new one is noticed.
 */
export const ACCOUNTED = {
	campaigns: {
		...all('carried', 'is_automated_campaign', 'is_campaign_budget_optimization'),
		...all('carried', 'is_flexible_daily_budgets', 'is_performance_plus', 'tracking_urls'),
		...all('fitted', 'name', 'objective_type', 'daily_spend_cap', 'lifetime_spend_cap'),
		...all('fitted', 'start_time', 'end_time', 'order_line_id', 'bid_options'),
		...all('own', 'id', 'ad_account_id', 'type', 'created_time', 'updated_time'),
		...all('own', 'status', 'summary_status'),
		// For the day that an update takes campaign budget optimization away.
		...all('own', 'default_ad_group_budget_in_micro_currency'),
	},
	ad_groups: {
		...all('carried', 'auto_targeting_enabled', 'bid_strategy_type', 'billable_event'),
		...all('carried', 'is_creative_optimization', 'lifetime_frequency_cap'),
		...all('carried', 'pacing_delivery_type', 'placement_group', 'promotion_application_level'),
		...all('carried', 'tracking_urls'),
		...all('fitted', 'name', 'budget_in_micro_currency', 'budget_type', 'bid_in_micro_currency'),
		...all('fitted', 'bid_multiplier', 'start_time', 'end_time', 'targeting_spec'),
		...all('fitted', 'targeting_template_ids', 'optimization_goal_metadata', 'promotion_id'),
		...all('own', 'id', 'ad_account_id', 'campaign_id', 'type', 'created_time', 'updated_time'),
		...all('own', 'status', 'summary_status', 'conversion_learning_mode_type'),
		...all('not-taken', 'dca_assets', 'feed_profile_id'),
	},
	ads: {
		...all('carried', 'android_deep_link', 'carousel_android_deep_links'),
		...all('carried', 'carousel_destination_urls', 'carousel_ios_deep_links'),
		...all('carried', 'click_tracking_url', 'creative_type', 'customizable_cta_type'),
		...all('carried', 'destination_url', 'disclosure_type', 'disclosure_url', 'ios_deep_link'),
		...all('carried', 'is_removable', 'tracking_urls', 'view_tracking_url'),
		...all('fitted', 'name', 'pin_id', 'lead_form_id', 'quiz_pin_data'),
		...all('own', 'id', 'ad_account_id', 'campaign_id', 'ad_group_id', 'type'),
		...all('own', 'created_time', 'updated_time', 'status', 'summary_status', 'is_pin_deleted'),
		...all('own', 'review_status', 'rejected_reasons', 'rejection_labels'),
		// Described as read-only.
		...all('own', 'grid_click_type'),
		...all('not-taken', 'collection_items_destination_url_template'),
	},
	product_group_promotions: {
		...all('carried', 'creative_type', 'included', 'tracking_url', 'customizable_cta_type'),
		...all('carried', 'collections_header_type', 'collections_hero_destination_url'),
		...all('carried', 'slideshow_collections_title', 'slideshow_collections_description'),
		...all('carried', 'is_mdl', 'preferred_media_type', 'selected_image_tag'),
		...all('carried', 'selected_video_tag', 'is_generate_background'),
		...all('fitted', 'bid_in_micro_currency', 'catalog_product_group_id'),
		...all('fitted', 'collections_hero_pin_id'),
		...all('own', 'id', 'ad_group_id', 'status', 'grid_click_type'),
		// They follow from the product group.
		...all('own', 'catalog_product_group_name', 'definition', 'relative_definition', 'parent_id'),
	},
	keywords: {
		...all('carried', 'match_type', 'value'),
		...all('own', 'id', 'parent_id', 'parent_type', 'archived', 'type'),
		// Pinterest has given it up: it is always null.
		...all('own', 'bid'),
	},
} as const satisfies Readonly<
	Record<EntityKind['path'] | 'keywords', Readonly<Record<string, Fate>>>
>;

/** What Pinterest's newer descriptions have as well. */
const NEWER: Readonly<Partial<Record<EntityKind['path'], Readonly<Record<string, Fate>>>>> = {
	campaigns: { intended_promotion_type: 'fitted' },
};

/** Whether anything is known of a field here. */
export const isAccounted = (path: EntityKind['path'], name: string): boolean =>
	fateOf(path, name) !== undefined;

/** The fields of an entity that are sent as they are, without what holds nothing. */
export const carriedOf = (path: EntityKind['path'], entity: Fields): Fields =>
	Object.fromEntries(
		Object.entries(entity)
			.filter(([name]) => fateOf(path, name) === 'carried')
			.map(([name, value]) => [name, withoutNothing(value)])
			.filter(([, value]) => value !== undefined),
	);

/** What of an entity cannot be in a copy: what a create does not take, and what this version does not know. */
export function lostOf(
	path: EntityKind['path'],
	entity: Fields,
): { notTaken: string[]; unknown: string[] } {
	const held = Object.entries(entity).filter(([name, value]) => holdsAnything(name, value));
	const names = (fate: Fate | undefined) =>
		held.map(([name]) => name).filter((name) => fateOf(path, name) === fate);
	return { notTaken: names('not-taken'), unknown: names(undefined) };
}

function fateOf(path: EntityKind['path'], name: string): Fate | undefined {
	const table: Readonly<Record<string, Fate>> = { ...ACCOUNTED[path], ...NEWER[path] };
	return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Pinterest writes 0 for an ID that there is none of. */
const holdsAnything = (name: string, value: unknown) =>
	withoutNothing(value) !== undefined && !(/_ids?$/.test(name) && isNoId(value));

const isNoId = (value: unknown) => [value].flat().every((one) => one === '0' || one === 0);

/** An ID that is one. */
export const realId = (value: unknown): string | undefined => {
	if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value);
	return typeof value === 'string' && value !== '' && value !== '0' ? value : undefined;
};

/** A value without what is null or empty in it; undefined where nothing is left. */
export function withoutNothing(value: unknown): unknown {
	if (value === null || value === '') return undefined;
	if (Array.isArray(value)) {
		const left = value.map(withoutNothing).filter((one) => one !== undefined);
		return left.length === 0 ? undefined : left;
	}
	if (!isObject(value)) return value;
	const left = Object.entries(value)
		.map(([name, inner]) => [name, withoutNothing(inner)] as const)
		.filter(([, inner]) => inner !== undefined);
	return left.length === 0 ? undefined : Object.fromEntries(left);
}
