import type { Entity, EntityKind, Fields } from '../../entities';
import { sameName } from '../../values/names';
import { formatMicro } from '../../values/money';
import { comparable } from '../batch/findCreated';
import { formatTime } from '../../values/time';

/** What something that exists already does not have as the input asks for it. */
export interface Differences {
	/** It would spend differently than asked. */
	readonly refused: ReadonlyArray<{ readonly field: string; readonly message: string }>;
	/** What is only worth knowing. */
	readonly warnings: readonly string[];
}

interface Compared {
	/** The input's name of it. */
	readonly field: string;
	/** Left out: text, or lists in any order. A switch that was sent as off is compared as well. */
	readonly as?: 'amount' | 'time' | 'switch' | 'parts';
	/** Also where the input leaves it out: an empty cap means none. */
	readonly evenIfEmpty?: boolean;
	readonly onlyWarn?: boolean;
}

const END: Compared = { field: 'endTime', as: 'time' };
const START: Compared = { field: 'startTime', as: 'time', onlyWarn: true };

/** By the API's name of the field. */
const COMPARED: Readonly<Record<EntityKind['path'], Readonly<Record<string, Compared>>>> = {
	campaigns: {
		name: { field: 'name', onlyWarn: true },
		objective_type: { field: 'objective' },
		// Whether it can promote what is launched is judged by itself.
		intended_promotion_type: { field: 'intendedPromotionType', onlyWarn: true },
		daily_spend_cap: { field: 'dailySpendCap', as: 'amount', evenIfEmpty: true },
		lifetime_spend_cap: { field: 'lifetimeSpendCap', as: 'amount', evenIfEmpty: true },
		is_campaign_budget_optimization: { field: 'isCampaignBudgetOptimization' },
		end_time: END,
		start_time: START,
	},
	ad_groups: {
		name: { field: 'name', onlyWarn: true },
		billable_event: { field: 'billableEvent' },
		budget_in_micro_currency: { field: 'budget', as: 'amount' },
		budget_type: { field: 'budgetType' },
		bid_in_micro_currency: { field: 'bid', as: 'amount' },
		bid_strategy_type: { field: 'bidStrategy' },
		bid_multiplier: { field: 'bidMultiplier' },
		end_time: END,
		start_time: START,
		is_creative_optimization: { field: 'isCreativeOptimization', onlyWarn: true },
		promotion_id: { field: 'promotionId', onlyWarn: true },
		promotion_application_level: { field: 'promotionLevel', onlyWarn: true },
		targeting_template_ids: { field: 'targetingTemplateId', onlyWarn: true },
		// Pinterest may give it back in a form of its own, and then no launch could ever be completed.
		targeting_spec: { field: 'targeting', onlyWarn: true },
	},
	ads: {
		name: { field: 'name', onlyWarn: true },
		pin_id: { field: 'pinId' },
		creative_type: { field: 'creativeType' },
		destination_url: { field: 'destinationUrl' },
		click_tracking_url: { field: 'clickTrackingUrl', onlyWarn: true },
		android_deep_link: { field: 'androidDeepLink', onlyWarn: true },
		ios_deep_link: { field: 'iosDeepLink', onlyWarn: true },
		carousel_android_deep_links: { field: 'carouselAndroidDeepLinks', as: 'parts', onlyWarn: true },
		carousel_ios_deep_links: { field: 'carouselIosDeepLinks', as: 'parts', onlyWarn: true },
		disclosure_type: { field: 'disclosureType', onlyWarn: true },
		disclosure_url: { field: 'disclosureUrl' },
		quiz_pin_data: { field: 'quiz', as: 'parts', onlyWarn: true },
		is_removable: { field: 'isRemovable', as: 'switch', onlyWarn: true },
	},
	product_group_promotions: {
		creative_type: { field: 'creativeType' },
		bid_in_micro_currency: { field: 'bid', as: 'amount' },
		included: { field: 'isIncluded', as: 'switch' },
		tracking_url: { field: 'trackingUrl', onlyWarn: true },
		customizable_cta_type: { field: 'callToAction', onlyWarn: true },
		collections_header_type: { field: 'collectionHeader', onlyWarn: true },
		collections_hero_destination_url: { field: 'heroDestinationUrl' },
		slideshow_collections_title: { field: 'slideshowTitle', onlyWarn: true },
		slideshow_collections_description: { field: 'slideshowDescription', onlyWarn: true },
		is_mdl: { field: 'usesMobileDeepLinks', as: 'switch', onlyWarn: true },
		preferred_media_type: { field: 'preferredMedia', onlyWarn: true },
		selected_image_tag: { field: 'imageTag', onlyWarn: true },
		selected_video_tag: { field: 'videoTag', onlyWarn: true },
		is_generate_background: { field: 'generatesBackground', as: 'switch', onlyWarn: true },
	},
};

/** Compares what exists with what would have been created. @param labelOf a field in the user's words */
export function differences(
	kind: EntityKind,
	sent: Fields,
	held: Entity,
	currency: string | undefined,
	labelOf: (field: string) => string,
): Differences {
	const refused: Array<{ field: string; message: string }> = [];
	const warnings: string[] = [];
	for (const [name, compared] of Object.entries(COMPARED[kind.path])) {
		const [asked, present] = [sent[name], held[name]];
		if (isUnset(asked) && !compared.evenIfEmpty && !isSwitchedOff(asked, compared)) continue;
		if (isAlike(asked, present, compared)) continue;
		const field = labelOf(compared.field);
		if (typeof asked === 'object' && asked !== null) {
			warnings.push(`${field}: the ${kind.noun} ${held.id} has another one than the input.`);
			continue;
		}
		const inWords = (value: unknown) => say(value, compared, currency);
		const message = `is ${inWords(present)}, but ${inWords(asked)} is asked for`;
		if (compared.onlyWarn) warnings.push(`${field}: of the ${kind.noun} ${held.id} it ${message}.`);
		else refused.push({ field, message });
	}
	return { refused, warnings };
}

/** Nothing, null and no money at all are the same; so is a switch that was never touched. */
const isUnset = (value: unknown) =>
	value === undefined || value === null || value === 0 || value === false;

const isSwitchedOff = (asked: unknown, { as }: Compared) => as === 'switch' && asked === false;

function isAlike(asked: unknown, present: unknown, { as }: Compared): boolean {
	if (isUnset(asked) || isUnset(present)) return isUnset(asked) && isUnset(present);
	if (typeof asked !== 'object') {
		return comparable(asked) === comparable(present) || sameName(asked, present);
	}
	if (as === 'parts') return holds(present, asked);
	if (as !== undefined || typeof present !== 'object') return false;
	return Object.entries(asked as object).every(([key, value]) =>
		isSameSet(value, (present as Fields)[key]),
	);
}

/** Whether all that was sent is there, in its order. Pinterest may have added to it, such as IDs. */
function holds(present: unknown, asked: unknown): boolean {
	if (typeof asked !== 'object' || asked === null) return comparable(asked) === comparable(present);
	if (typeof present !== 'object' || present === null) return false;
	if (Array.isArray(asked) && asked.length !== (present as unknown[]).length) return false;
	return Object.entries(asked).every(([key, value]) => holds((present as Fields)[key], value));
}

/** Lists of a targeting spec, in whatever order. */
function isSameSet(asked: unknown, present: unknown): boolean {
	const sorted = (value: unknown) =>
		[value]
			.flat()
			.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
			.sort()
			.join();
	return sorted(asked) === sorted(present);
}

function say(value: unknown, { as }: Compared, currency: string | undefined): string {
	if (as === 'switch') return value === true ? 'on' : 'off';
	if (isUnset(value)) return 'none';
	if (as === 'amount' && Number.isSafeInteger(value)) return formatMicro(value as number, currency);
	if (as === 'time' && typeof value === 'number') return formatTime(value);
	return String(value);
}
