import type { Entity, Fields } from '../../entities';
import { isObject, plainText } from '../../client/readers';
import { groupedBy } from '../../values/grouping';
import { carriedOf, realId, withoutNothing } from './accountedFields';
import { distinctNames } from './copiedNames';
import type { CopyOptions } from './copyOptions';
import { partOf, type Part } from './notCarried';

/** What is below an ad group: each is what is sent, without its ad group, or left out and named. */

/** The copies of an ad group's ads. */
export function copyAds(ads: readonly Entity[], options: CopyOptions): Fields[] {
	const bodies = ads.flatMap((ad) => {
		const body = copyAd(ad, options);
		return body === undefined ? [] : [body];
	});
	return withDistinctNames(bodies);
}

function copyAd(ad: Entity, options: CopyOptions): Fields | undefined {
	const { target, findings } = options;
	const part = partOf('ad', ad.id, ad.name);
	const pin = pinOf(ad.pin_id, 'Pin', part, options);
	if (pin === undefined) return undefined;
	if (ad.is_pin_deleted === true && pin === realId(ad.pin_id)) {
		const whatToDo = `Name another Pin in Replace IDs ({"${pin}": "…"}).`;
		findings.leaveOut(part, 'ad', `its Pin ${pin} has been deleted`, whatToDo);
		return undefined;
	}
	const form = realId(ad.lead_form_id);
	const match = form === undefined ? undefined : target.ofAccount(form);
	if (match !== undefined && !('id' in match)) {
		// Without its form it would be an ad of another kind, and gather no leads.
		const why = `it opens the lead form ${form}, and ${match.why}`;
		findings.leaveOut(part, 'ad', why, match.whatToDo);
		return undefined;
	}
	const quiz = quizOf(ad, part, options);
	if (quiz === 'left-out') return undefined;
	const name = plainText(ad.name ?? undefined);
	return {
		...carriedOf('ads', ad),
		...{ status: 'PAUSED', pin_id: pin },
		...(name === '' ? {} : { name }),
		...(match === undefined ? {} : { lead_form_id: match.id }),
		...(quiz === undefined ? {} : { quiz_pin_data: quiz }),
	};
}

/** @returns undefined where it is left out */
function pinOf(
	given: unknown,
	what: string,
	part: Part,
	{ target, findings }: CopyOptions,
): string | undefined {
	const id = realId(given);
	if (id === undefined) {
		const hint = 'Choose a Pin for it in Ads Manager, and copy again.';
		findings.leaveOut(part, 'ad', 'Pinterest does not say which Pin it promotes', hint);
		return undefined;
	}
	const match = target.pin(id);
	if ('id' in match) return match.id;
	findings.leaveOut(part, 'ad', `${what} ${id}: ${match.why}`, match.whatToDo);
	return undefined;
}

/** A quiz, each of whose results has a Pin of its own. */
function quizOf(ad: Entity, part: Part, options: CopyOptions): Fields | undefined | 'left-out' {
	const quiz = withoutNothing(ad.quiz_pin_data);
	if (!isObject(quiz)) return undefined;
	let isLeftOut = false;
	const copied = (result: unknown): unknown => {
		if (!isObject(result) || realId(result.organic_pin_id) === undefined) return result;
		const pin = pinOf(result.organic_pin_id, 'the Pin of a quiz result', part, options);
		isLeftOut ||= pin === undefined;
		return { ...result, organic_pin_id: pin };
	};
	const { results, tie_breaker_custom_result: custom } = quiz;
	const its = {
		...quiz,
		...(Array.isArray(results) ? { results: results.map(copied) } : {}),
		...(isObject(custom) ? { tie_breaker_custom_result: copied(custom) } : {}),
	};
	return isLeftOut ? 'left-out' : its;
}

/** A copy is found again by its Pin and its name: ads of one Pin need names that differ. */
function withDistinctNames(bodies: readonly Fields[]): Fields[] {
	const named = new Map<Fields, string>();
	for (const [pin, ofPin] of groupedBy(bodies, ({ pin_id }) => plainText(pin_id))) {
		if (ofPin.length < 2) continue;
		const names = distinctNames(ofPin.map(({ name }) => (name as string) ?? `Pin ${pin}`));
		ofPin.forEach((body, n) => named.set(body, names[n]));
	}
	return bodies.map((body) => (named.has(body) ? { ...body, name: named.get(body) } : body));
}

/** The copies of what an ad group promotes of a catalog. */
export function copyPromotions(promotions: readonly Entity[], options: CopyOptions): Fields[] {
	const seen = new Set<string>();
	return promotions.flatMap((promotion) => {
		const body = copyPromotion(promotion, options);
		if (body === undefined) return [];
		const key = `${plainText(body.catalog_product_group_id)} ${plainText(body.collections_hero_pin_id)}`;
		if (seen.has(key)) {
			const why = 'the ad group promotes the same product group twice';
			options.findings.leaveOut(promotionPart(promotion), 'promotion', why, 'Nothing.');
			return [];
		}
		seen.add(key);
		return [body];
	});
}

const promotionPart = ({ id, catalog_product_group_name: name }: Entity) =>
	partOf('product group promotion', id, name);

function copyPromotion(promotion: Entity, options: CopyOptions): Fields | undefined {
	const { target, findings, scale } = options;
	const part = promotionPart(promotion);
	const leftOut = (why: string, whatToDo: string) => {
		findings.leaveOut(part, 'promotion', why, whatToDo);
		if (promotion.included === false) {
			findings.warn(
				'The copy also shows products that the original excludes: {of} could not be copied. Exclude them before you switch the ad group on.',
				part,
			);
		}
		return undefined;
	};
	const group = realId(promotion.catalog_product_group_id);
	if (group === undefined) {
		const why = 'it was made of an older kind of product group, which cannot be promoted any more';
		return leftOut(why, 'Promote a product group of the catalog in its place.');
	}
	const match = target.productGroup(group);
	if (!('id' in match)) return leftOut(`product group ${group}: ${match.why}`, match.whatToDo);
	const hero = realId(promotion.collections_hero_pin_id);
	const pin = hero === undefined ? undefined : target.pin(hero);
	if (pin !== undefined && !('id' in pin)) {
		return leftOut(`its hero Pin ${hero}: ${pin.why}`, pin.whatToDo);
	}
	const bid = scale(promotion.bid_in_micro_currency);
	return {
		...carriedOf('product_group_promotions', promotion),
		...{ status: 'PAUSED', catalog_product_group_id: match.id },
		...(pin === undefined ? {} : { collections_hero_pin_id: pin.id }),
		...(bid === undefined ? {} : { bid_in_micro_currency: bid }),
	};
}
