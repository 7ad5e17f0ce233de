import { PinterestAdsError } from '../../client/errors';
import { isObject, plainText } from '../../client/readers';
import type { Entity, Fields } from '../../entities';
import type { Amount } from '../../fields/amounts';
import { rulesOf } from '../campaign/objectiveRules';
import { carriedOf, realId, withoutNothing } from './accountedFields';
import { hasAmount } from './copiedAmounts';
import { isTurnedRound, windowOf, type Window } from './copiedWindow';
import { turnedRound, withoutEnd } from './copyCampaign';
import type { CopyOptions } from './copyOptions';
import { conversionGoal, listed } from './idsInSource';
import { partOf, type Part } from './notCarried';

/** What an ad group's copy is below. */
export interface CampaignAbove {
	readonly objective: string;
	readonly isBudgetOptimized: boolean;
	readonly window: Window;
}

/** What a targeting template has in its place. */
const OF_A_TEMPLATE = [
	'targeting_spec',
	'tracking_urls',
	'auto_targeting_enabled',
	'placement_group',
];

/**
 * What is sent for the copy of an ad group, without its campaign.
 * @returns undefined where there cannot be one, which is named
 * @throws PinterestAdsError `invalid` for what has to be given anew
 */
export function copyAdGroup(
	adGroup: Entity,
	name: string,
	above: CampaignAbove,
	options: CopyOptions,
): Fields | undefined {
	const part = partOf('ad group', adGroup.id, adGroup.name);
	const window = scheduleOf(adGroup, part, above, options);
	const template = templateOf(adGroup, part, options);
	const targeting = targetingOf(adGroup, part, options);
	if (template === undefined && !hasPlace(targeting)) {
		const why = 'it has no place in its targeting, and Pinterest takes no ad group without one';
		options.findings.leaveOut(part, 'ad group', why, 'Make it by hand in the copy.');
		options.findings.warn('The copy is without {of}: an ad group needs a place.', part);
		return undefined;
	}
	const carried = carriedOf('ad_groups', adGroup);
	const body: Fields = {
		...carried,
		...{ name, status: 'PAUSED' },
		...moneyOf(adGroup, part, above, options),
		...(window.startTime === undefined ? {} : { start_time: window.startTime }),
		...(window.endTime === undefined ? {} : { end_time: window.endTime }),
		...(targeting === undefined ? {} : { targeting_spec: targeting }),
		...goalsOf(adGroup, part, above, options),
		...promotionOf(adGroup, part, options),
	};
	if (template === undefined) return body;
	return { ...without(body, ...OF_A_TEMPLATE), targeting_template_ids: [template] };
}

const without = (fields: Fields, ...names: readonly string[]): Fields =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const hasPlace = (targeting: Fields | undefined) =>
	targeting?.LOCATION !== undefined || targeting?.GEO !== undefined;

/** A time that is given is every ad group's; of a campaign that spreads its budget, those that have one of their own. */
function scheduleOf(
	adGroup: Entity,
	part: Part,
	{ isBudgetOptimized, window: ofCampaign }: CampaignAbove,
	{ given, findings, now }: CopyOptions,
): Window {
	const has = (time: unknown) => !isBudgetOptimized || (typeof time === 'number' && time > 0);
	const { start_time, end_time, budget_type, lifetime_frequency_cap } = adGroup;
	const own = {
		...(given.startTime !== undefined && has(start_time) ? { startTime: given.startTime } : {}),
		...(given.endTime !== undefined && has(end_time) ? { endTime: given.endTime } : {}),
	};
	const endsAnyway = ofCampaign.endTime !== undefined;
	const window = windowOf(adGroup, own, { part, findings, now, endsAnyway });
	if (isTurnedRound(window)) throw turnedRound(part);
	if (window.endTime === undefined) {
		if (budget_type === 'LIFETIME') throw withoutEnd(part, 'a lifetime budget');
		if (typeof lifetime_frequency_cap === 'number' && lifetime_frequency_cap > 0) {
			throw withoutEnd(part, 'a lifetime frequency cap');
		}
	}
	return window;
}

function moneyOf(
	adGroup: Entity,
	part: Part,
	{ isBudgetOptimized }: CampaignAbove,
	{ amounts, scale, findings }: CopyOptions,
): Fields {
	const isSpread = isBudgetOptimized || adGroup.budget_type === 'CBO_ADGROUP';
	const hasBid = hasAmount(adGroup.bid_in_micro_currency);
	const isAutomatic = adGroup.bid_strategy_type === 'AUTOMATIC_BID';
	if (hasBid && isAutomatic) {
		const why = 'Pinterest bids by itself here (AUTOMATIC_BID)';
		findings.leaveOut(part, 'bid', why, 'Nothing: it has no effect.');
	}
	const anew = (given: Amount | undefined, held: unknown) =>
		hasAmount(held) ? (given?.micro ?? scale(held)) : undefined;
	const budget = isSpread
		? undefined
		: anew(amounts.adGroupBudget, adGroup.budget_in_micro_currency);
	const bid = isAutomatic ? undefined : anew(amounts.bid, adGroup.bid_in_micro_currency);
	const { bid_multiplier: multiplier } = adGroup;
	const type = isSpread ? 'CBO_ADGROUP' : plainText(adGroup.budget_type ?? undefined);
	return {
		...(type === '' ? {} : { budget_type: type }),
		...(budget === undefined ? {} : { budget_in_micro_currency: budget }),
		...(bid === undefined ? {} : { bid_in_micro_currency: bid }),
		...(typeof multiplier === 'number' && multiplier > 0 ? { bid_multiplier: multiplier } : {}),
	};
}

function templateOf(adGroup: Entity, part: Part, { target, findings }: CopyOptions) {
	const id = realId([adGroup.targeting_template_ids].flat()[0]);
	if (id === undefined) return undefined;
	const match = target.ofAccount(id);
	if ('id' in match) return match.id;
	findings.leaveOut(part, `targeting template ${id}`, match.why, match.whatToDo);
	return undefined;
}

/** The spec with the audiences that the ad account of the copy has. */
function targetingOf(adGroup: Entity, part: Part, options: CopyOptions): Fields | undefined {
	const spec = withoutNothing(adGroup.targeting_spec);
	if (!isObject(spec)) return undefined;
	const included = audiencesOf('AUDIENCE_INCLUDE', spec, part, options);
	const excluded = audiencesOf('AUDIENCE_EXCLUDE', spec, part, options);
	const { findings, target } = options;
	if (included.lost.length > 0 && included.found.length === 0) {
		findings.warn(
			`{of} reaches everybody else whom its targeting allows, and not only the original’s audiences: none of them is in the other ad account (${called(included.lost, target)}). It is paused; give it audiences before you switch it on.`,
			part,
		);
	}
	if (excluded.lost.length > 0) {
		findings.warn(
			`{of} also reaches people whom the original leaves out: the ${called(excluded.lost, target)} could not be copied. It is paused; exclude them before you switch it on.`,
			part,
		);
	}
	return {
		...without(spec, 'AUDIENCE_INCLUDE', 'AUDIENCE_EXCLUDE'),
		...(included.found.length === 0 ? {} : { AUDIENCE_INCLUDE: included.found }),
		...(excluded.found.length === 0 ? {} : { AUDIENCE_EXCLUDE: excluded.found }),
	};
}

const called = (ids: readonly string[], target: CopyOptions['target']) =>
	ids.map((id) => target.audienceName(id)).join(', ');

const HOW = { AUDIENCE_INCLUDE: 'included', AUDIENCE_EXCLUDE: 'excluded' } as const;

function audiencesOf(
	key: keyof typeof HOW,
	spec: Fields,
	part: Part,
	{ target, findings }: CopyOptions,
): { found: string[]; lost: string[] } {
	const found: string[] = [];
	const lost: string[] = [];
	for (const id of listed(spec, key)) {
		const match = target.audience(id);
		if ('id' in match) {
			found.push(match.id);
			if (match.said !== undefined) findings.warn(match.said, part);
			continue;
		}
		lost.push(id);
		const what = `${HOW[key]} ${target.audienceName(id)}`;
		findings.leaveOut(part, what, match.why, match.whatToDo);
	}
	return { found: [...new Set(found)], lost };
}

/** What it optimizes for, with the tag of the copy's ad account and amounts in its currency. */
function goalsOf(adGroup: Entity, part: Part, above: CampaignAbove, options: CopyOptions): Fields {
	const metadata = withoutNothing(adGroup.optimization_goal_metadata);
	if (!isObject(metadata)) return {};
	const { scrollup_goal_metadata: scrollup } = metadata;
	const value = isObject(scrollup)
		? options.scale(scrollup.scrollup_goal_value_in_micro_currency)
		: undefined;
	const goals = {
		...without(metadata, 'conversion_tag_v3_goal_metadata', 'scrollup_goal_metadata'),
		...goalOf(adGroup, part, above, options),
		...(value === undefined
			? {}
			: { scrollup_goal_metadata: { scrollup_goal_value_in_micro_currency: String(value) } }),
	};
	return Object.keys(goals).length === 0 ? {} : { optimization_goal_metadata: goals };
}

function goalOf(
	adGroup: Entity,
	part: Part,
	{ objective }: CampaignAbove,
	{ target, scale, findings }: CopyOptions,
): Fields {
	const goal = withoutNothing(conversionGoal(adGroup));
	if (!isObject(goal)) return {};
	const { cpa_goal_value_in_micro_currency: cpa, conversion_tag_id: tag, ...rest } = goal;
	const id = realId(tag);
	const match = id === undefined ? undefined : target.conversionTag(id);
	if (match !== undefined && !('id' in match)) {
		if (rulesOf(objective)?.conversionGoal === 'certain') throw withoutTag(part, match);
		const event = plainText(goal.conversion_event);
		const what = `optimization goal ${event} of the conversion tag ${id}`;
		findings.leaveOut(part, what, match.why, match.whatToDo);
		findings.warn(
			`{of} does not optimize for conversions as the original does, and may spend on other people: it has no conversion tag. It is paused; set an optimization goal before you switch it on.`,
			part,
		);
		return {};
	}
	if (match?.said !== undefined) findings.warn(match.said, part);
	const value = scale(cpa);
	return {
		conversion_tag_v3_goal_metadata: {
			...rest,
			...(match === undefined ? {} : { conversion_tag_id: match.id }),
			...(value === undefined ? {} : { cpa_goal_value_in_micro_currency: String(value) }),
		},
	};
}

const withoutTag = (
	{ called: name }: Part,
	{ why, whatToDo }: { readonly why: string; readonly whatToDo: string },
) =>
	new PinterestAdsError('invalid', `Replace IDs: the ${name} needs a conversion tag, and ${why}`, {
		field: 'Replace IDs',
		hint: whatToDo,
	});

/** The promotion that its ads show, which is a discount and not a product group. */
function promotionOf(adGroup: Entity, part: Part, { target, findings }: CopyOptions): Fields {
	const id = realId(adGroup.promotion_id);
	if (id === undefined) return {};
	const match = target.ofAccount(id);
	if ('id' in match) return { promotion_id: match.id };
	findings.leaveOut(part, `promotion ${id}`, match.why, match.whatToDo);
	return {};
}
