import type { EntityKind, Fields as EntityFields } from '../../entities';
import type { Fields } from '../../fields/field';
import { labelOf } from '../../fields/labels';
import * as ad from '../ad/adFields';
import * as adGroup from '../adGroup/adGroupFields';
import * as campaign from '../campaign/campaignFields';
import { isLegacy } from '../campaign/successors';
import * as promotion from '../productGroup/promotionFields';
import type { Change } from './change';

/** What a refusal by Pinterest is about, and what to do. */
export interface Explanation {
	/** Where it is not what the number alone would mean. */
	readonly kind?: 'not-found';
	/** The input's field, in the user's words. */
	readonly field?: string;
	readonly hint?: string;
}

interface Rule {
	readonly said: RegExp;
	/** Pinterest's number, which decides whatever the words are. */
	readonly code?: number;
	readonly field: string;
	readonly hint: string;
	/** Where the hint holds for one of them only. Left out: for both. */
	readonly verb?: Change['verb'];
}

export const PIN_HINT =
	'Pinterest Ads promotes Pins that exist already. Check the Pin ID (the number in the Pin’s address), that the Pin has not been deleted, and that it belongs to the business that owns the ad account. A Pin of the sandbox cannot be used in production.';

const PRODUCT_GROUP_HINT =
	'Check the product group’s ID: it is the catalog’s own one, and its catalog belongs to the business that owns the ad account.';

const BUDGET: Rule = {
	said: /budget|spend.?cap/i,
	code: 2384,
	field: 'budget',
	hint: 'Set a higher budget. Amounts are in the ad account’s currency; budgets below $5 a day often deliver slowly.',
};

const RULES: Readonly<Record<EntityKind['noun'], readonly Rule[]>> = {
	campaign: [
		{
			...BUDGET,
			verb: 'create',
			field: 'dailySpendCap',
			hint: 'Give a daily or lifetime spend cap, or switch on campaign budget optimization, which needs one of the two. If there is a cap, set a higher one: amounts are in the ad account’s currency.',
		},
		{
			...BUDGET,
			verb: 'update',
			field: 'dailySpendCap',
			hint: 'Correct the spend cap. Amounts are in the ad account’s currency. A campaign has a daily or a lifetime cap: to change to the other kind, name the one it has under Clear in the same update.',
		},
		{
			said: /objective/i,
			verb: 'update',
			field: 'objective',
			hint: 'The objective can only be changed while the campaign is a draft. Create a new campaign for another one. WEB_CONVERSION and CATALOG_SALES end on 1 February 2027: SALES and LEADS take their place.',
		},
		{
			said: /objective/i,
			verb: 'create',
			field: 'objective',
			hint: 'Choose another objective: not every one is open to every ad account. Where SALES or LEADS took the place of an objective that is to end on 1 February 2027, set Use the Successor to Never until then.',
		},
	],
	'ad group': [
		BUDGET,
		{
			said: /conversion.?tag/i,
			field: 'optimizationGoal',
			hint: 'Check the ID of the Pinterest tag in Ads Manager (Conversions) and that it belongs to this ad account.',
		},
		{
			said: /\bbid/i,
			field: 'bid',
			hint: 'Correct the bid, or choose the bid strategy AUTOMATIC_BID and leave the bid empty.',
		},
		{
			said: /audience|customer.?list/i,
			field: 'audienceIncludeIds',
			hint: 'Check the audience IDs in Ads Manager and that the audiences belong to this ad account. It is the ID of the audience that is needed, not the one of its customer list.',
		},
		{
			said: /location|\bgeo\b/i,
			field: 'locations',
			hint: 'Use two-letter country codes or US metro codes for locations; regions and postal codes begin with their country (US-CA, US-94107).',
		},
		{
			said: /campaign/i,
			verb: 'create',
			field: 'campaignId',
			hint: 'Check the campaign’s ID in Ads Manager, and choose the ad account that the campaign belongs to.',
		},
	],
	ad: [
		{
			said: /quiz/i,
			field: 'quiz',
			hint: 'Give the quiz as JSON: its questions with their options, and a result for each outcome with the ID of an organic Pin of its own, which has to exist before the ad.',
		},
		{
			said: /creative|format/i,
			field: 'creativeType',
			hint: 'Leave the creative type out, so that it follows from the Pin, or choose the one that matches the Pin’s format: REGULAR for one image, VIDEO for a video, SHOPPING for a product Pin.',
		},
		{ said: /\bpins?\b/i, field: 'pinId', hint: PIN_HINT },
		{
			said: /ad.?group/i,
			verb: 'create',
			field: 'adGroupId',
			hint: 'Check the ad group’s ID in Ads Manager, and choose the ad account that the ad group belongs to.',
		},
	],
	'product group promotion': [
		{
			said: /objective|promote product groups/i,
			verb: 'create',
			field: 'adGroupId',
			hint: 'Choose an ad group of a campaign that sells from a catalog: its objective is CATALOG_SALES, or SALES, LEADS or CONSIDERATION for a catalog.',
		},
		{
			said: /\bbid/i,
			field: 'bid',
			hint: 'Correct the bid, or leave it empty, so that the ad group’s own bid counts.',
		},
		{
			said: /\bpins?\b/i,
			field: 'heroPinId',
			hint: PIN_HINT,
		},
		{
			said: /product.?group/i,
			code: 4180,
			verb: 'create',
			field: 'productGroupId',
			hint: PRODUCT_GROUP_HINT,
		},
		{
			said: /ad.?group/i,
			verb: 'create',
			field: 'adGroupId',
			hint: 'Check the ad group’s ID in Ads Manager, and choose the ad account that the ad group belongs to.',
		},
	],
};

const PROMOTION_TYPE_HINT =
	'Only a campaign for a catalog promotes product groups, and only one for standard ads promotes Pins. Leave Promotes out, or choose SALES, LEADS or CONSIDERATION, which can be for either.';

/** What a new campaign's objective, or what it is for, is refused with. */
function ofNewCampaign(sent: EntityFields, message: string): Explanation | undefined {
	const { objective_type: objective, intended_promotion_type: type } = sent;
	const field = (name: string) => labelOf(FIELDS.campaign, [name]);
	const isOfObjective = /objective|deprecat|legacy|no longer|_(?:CONVERSION|SALES)\b/i.test(
		message,
	);
	if (isLegacy(objective) && isOfObjective && !BUDGET.said.test(message)) {
		return {
			field: field('objective'),
			hint: `Pinterest ends the objective ${objective}: from 1 February 2027 on, or earlier for some ad accounts, no new campaign can have it. Set Use the Successor to Always, which creates the objective that takes its place, or choose ${objective === 'CATALOG_SALES' ? 'SALES' : 'SALES, or LEADS for sign-ups'}. Campaigns that exist go on as they are.`,
		};
	}
	if (type !== undefined && /promotion.?type/i.test(message)) {
		return { field: field('intendedPromotionType'), hint: PROMOTION_TYPE_HINT };
	}
	return undefined;
}

/** What is missing may be the entity itself, where it should exist already. */
const isOfItself = (noun: EntityKind['noun'], message: string) =>
	new RegExp(`^\\W*${noun}\\b(?! ?group)`, 'i').test(message);

/** What the fields are called. */
const FIELDS: Readonly<Record<EntityKind['noun'], Fields>> = {
	campaign: { ...campaign.UPDATE_FIELDS, ...campaign.CREATE_FIELDS },
	'ad group': { ...adGroup.UPDATE_FIELDS, ...adGroup.CREATE_FIELDS },
	ad: { ...ad.UPDATE_FIELDS, ...ad.CREATE_FIELDS },
	'product group promotion': { ...promotion.UPDATE_FIELDS, ...promotion.CREATE_FIELDS },
};

/** For a "not found" or "not permitted" of something new that does not say what. */
const LIKELIEST: Readonly<Partial<Record<EntityKind['noun'], Explanation>>> = {
	ad: { field: labelOf(FIELDS.ad, ['pinId']), hint: PIN_HINT },
	'product group promotion': {
		field: labelOf(FIELDS['product group promotion'], ['productGroupId']),
		hint: PRODUCT_GROUP_HINT,
	},
};

/** What Pinterest's refusal of one element means for the input. @param sent the element, as far as it is known */
export function explain(
	noun: EntityKind['noun'],
	{ code, message = '' }: { readonly code?: number; readonly message?: string },
	verb: Change['verb'] = 'create',
	sent: EntityFields = {},
): Explanation {
	const ofNew = noun === 'campaign' && verb === 'create' ? ofNewCampaign(sent, message) : undefined;
	if (ofNew) return ofNew;
	const isNotFound = /\bnot found\b|\bdoes(?: not|n.t) exist\b/i.test(message);
	const kind = isNotFound && code !== FORBIDDEN ? { kind: 'not-found' as const } : {};
	if (verb === 'update' && isNotFound && isOfItself(noun, message)) {
		const hint = `Check the ${noun}’s ID in Ads Manager, and choose the ad account that the ${noun} belongs to.`;
		return { ...kind, field: labelOf(FIELDS[noun], [ID_FIELDS[noun]]), hint };
	}
	if (verb === 'update' && /archived/i.test(message)) {
		return {
			...kind,
			hint: `An archived ${noun} cannot be changed any more, nor brought back. Create a new one.`,
		};
	}
	const rules = RULES[noun].filter((one) => (one.verb ?? verb) === verb);
	const rule =
		rules.find((one) => one.code !== undefined && one.code === code) ??
		rules.find(({ said }) => said.test(message));
	if (rule) return { ...kind, field: labelOf(FIELDS[noun], [rule.field]), hint: rule.hint };
	const isVague = isNotFound || code === FORBIDDEN || /permitted/i.test(message);
	return { ...kind, ...(isVague && verb === 'create' ? LIKELIEST[noun] : {}) };
}

const ID_FIELDS: Readonly<Record<EntityKind['noun'], string>> = {
	campaign: 'campaignId',
	'ad group': 'adGroupId',
	ad: 'adId',
	'product group promotion': 'productGroupPromotionId',
};

/** Pinterest's number for something that belongs to somebody else. */
const FORBIDDEN = 29;
