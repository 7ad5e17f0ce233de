import { batch } from '../api/batch.mts';
import { bodyOf, listed, ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import {
	isGiven,
	keptFields,
	requireChangeable,
	requireNewStatus,
	requireUrl,
} from './adEntities.mts';
import { pageOf } from '../api/paging.mts';
import { requireCatalog } from './promotionTypes.mts';
import { breach, notFound, refused } from '../api/refusal.mts';
import type { AdEntity, Body } from '../world/world.mts';

/** Product group promotions: what ad groups promote of a catalog. */

const MOST = 30;
const LONGEST_TRACKING_URL = 4000;

/** When it was created Pinterest does not say. */
export const promotionBody = ({ id, status, fields }: AdEntity): Body => ({
	included: true,
	...fields,
	id,
	status,
});

/** Of one ad group, or by their own ids: without either Pinterest answers an error. */
export const listPromotions: Handler = (call) => {
	const { product_group_promotion_ids, ad_group_id, entity_statuses } = call.query as {
		product_group_promotion_ids?: string[];
		ad_group_id?: string;
		entity_statuses?: string[];
	};
	if (!product_group_promotion_ids && !ad_group_id) {
		throw breach('One of ad_group_id and product_group_promotion_ids is needed.', 400);
	}
	const statuses = entity_statuses ?? ['ACTIVE', 'PAUSED'];
	const promotions = listed(call, call.sim.world.productGroups).filter(
		({ id, fields, status }) =>
			statuses.includes(status) &&
			(product_group_promotion_ids?.includes(id) ?? fields.ad_group_id === ad_group_id),
	);
	const page = pageOf(promotions, call);
	return ok({ ...page, items: page.items.map(promotionBody) });
};

export const getPromotion: Handler = (call) => {
	const id = call.params.product_group_promotion_id;
	const found = ownedOne(call, call.sim.world.productGroups, id);
	if (!found) throw notFound('Product group promotion');
	return ok(promotionBody(found));
};

export const createPromotions: Handler = (call) => {
	const { sim } = call;
	const { elements, adGroup } = readRequest(call);
	return batch(call, 'array', createOne, elements);

	function createOne(element: Body): Body {
		if (isGiven(element.id)) throw breach('A new promotion has no id yet.');
		const { status = 'ACTIVE' } = element;
		requireNewStatus(status);
		requireOwnRules(call, element, adGroup);
		if (adGroup.status === 'ARCHIVED') throw refused('The ad group is archived.');
		requireCatalog(sim.world.campaigns.get(String(adGroup.fields.campaign_id)));
		const group = productGroupOf(call, element.catalog_product_group_id);
		const now = sim.clock.seconds();
		const promotion: AdEntity = {
			id: sim.world.ids.next('promotion'),
			ad_account_id: call.account.id,
			status: String(status),
			created_time: now,
			updated_time: now,
			fields: {
				creative_type: 'REGULAR',
				...keptFields(element),
				ad_group_id: adGroup.id,
				catalog_product_group_name: group.name,
			},
		};
		sim.keep(sim.world.productGroups, promotion);
		return promotionBody(promotion);
	}
};

export const updatePromotions: Handler = (call) => {
	const { sim } = call;
	const { elements, adGroup } = readRequest(call);
	return batch(call, 'array', updateOne, elements);

	function updateOne(element: Body): Body {
		const promotion = ownedOne(call, sim.world.productGroups, element.id);
		if (promotion?.fields.ad_group_id !== adGroup.id) throw notFound('Product group promotion');
		requireChangeable(promotion);
		requireOwnRules(call, element, adGroup);
		const changes = keptFields(element);
		const groupId = changes.catalog_product_group_id ?? promotion.fields.catalog_product_group_id;
		if (groupId !== promotion.fields.catalog_product_group_id) {
			throw refused('A promotion cannot be of another product group.');
		}
		promotion.fields = { ...promotion.fields, ...changes, ad_group_id: adGroup.id };
		promotion.status = String(element.status ?? promotion.status);
		promotion.updated_time = sim.clock.seconds();
		return promotionBody(promotion);
	}
};

/** All of a request are of one ad group. */
function readRequest(call: Call): { elements: Body[]; adGroup: AdEntity } {
	const { ad_group_id, product_group_promotion } = bodyOf(call) as {
		ad_group_id: string;
		product_group_promotion: Body[];
	};
	if (product_group_promotion.length < 1 || product_group_promotion.length > MOST) {
		throw breach(`A request takes 1 to ${MOST} product group promotions.`);
	}
	const { adGroups } = call.sim.world;
	const adGroup = ownedOne(call, adGroups, ad_group_id.replace(/^AG/, ''));
	if (!adGroup) throw notFound('Ad group');
	return { elements: product_group_promotion, adGroup };
}

/** What an element breaks by itself, and the Pin that it names. */
function requireOwnRules(call: Call, element: Body, adGroup: AdEntity): void {
	const { ad_group_id, tracking_url, collections_hero_pin_id: pinId } = element;
	if (isGiven(ad_group_id) && String(ad_group_id).replace(/^AG/, '') !== adGroup.id) {
		throw breach('ad_group_id is not the ad group of the request.');
	}
	if (isGiven(tracking_url) && String(tracking_url).length > LONGEST_TRACKING_URL) {
		throw breach(`tracking_url is longer than ${LONGEST_TRACKING_URL} characters.`);
	}
	if (isGiven(element.bid_in_micro_currency) && Number(element.bid_in_micro_currency) <= 0) {
		throw breach('bid_in_micro_currency must be greater than 0.', 6);
	}
	requireUrl(element, 'collections_hero_destination_url');
	if (!isGiven(pinId)) return;
	const pin = call.sim.world.pins.get(String(pinId));
	if (!pin || pin.deleted) throw notFound('Pin');
	if (pin.ownerId !== call.account.ownerId) {
		throw refused('The Pin does not belong to the owner of the ad account.', 29);
	}
}

function productGroupOf(call: Call, id: unknown) {
	if (!isGiven(id)) throw breach('catalog_product_group_id is missing.');
	const group = call.sim.world.catalogProductGroups.get(String(id));
	if (group?.ownerId !== call.account.ownerId) throw notFound('Catalogs product group', 4180);
	return group;
}
