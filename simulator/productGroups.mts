import { questionOf, withTime } from './analytics.mts';
import { rowsOf } from './analyticsRows.mts';
import { ok, owned, ownedOne, type Call, type Handler } from './call.mts';
import { partOf } from './metrics.mts';
import { pageOf } from './paging.mts';
import { breach, notFound } from './refusal.mts';
import type { AdEntity } from './world.mts';

/** Of one ad group, or by their own ids: without either Pinterest answers an error. */
export const listProductGroups: Handler = (call) => {
	const { product_group_promotion_ids, ad_group_id, entity_statuses } = call.query as {
		product_group_promotion_ids?: string[];
		ad_group_id?: string;
		entity_statuses?: string[];
	};
	if (!product_group_promotion_ids && !ad_group_id) {
		throw breach('One of ad_group_id and product_group_promotion_ids is needed.', 400);
	}
	const statuses = entity_statuses ?? ['ACTIVE', 'PAUSED'];
	const groups = owned(call, call.sim.world.productGroups).filter(
		({ id, fields, status }) =>
			statuses.includes(status) &&
			(product_group_promotion_ids?.includes(id) ?? fields.ad_group_id === ad_group_id),
	);
	const page = pageOf(groups, call.query, call.fault?.fault === 'bookmark-loop');
	return ok({
		...page,
		items: page.items.map(({ id, status, fields }) => ({ ...fields, id, status })),
	});
};

/** An ad group's numbers are spread over its product groups, and so add up to them. */
export const productGroupAnalytics: Handler = (call) => {
	const groups = (call.query.product_group_ids as string[]).map((id) => required(call, id));
	const question = questionOf(call, 'AD_GROUP');
	const rows = groups.flatMap((group) => {
		const beside = owned(call, call.sim.world.productGroups)
			.filter(({ fields }) => fields.ad_group_id === group.fields.ad_group_id)
			.map(({ id }) => id);
		return rowsOf(call.sim.world, {
			...question,
			ids: [String(group.fields.ad_group_id)],
			part: (_, facts) => partOf(facts, beside.indexOf(group.id), beside.length),
		}).map((row) => ({ ...withTime(row), PRODUCT_GROUP_ID: group.id }));
	});
	return ok(rows);
};

function required(call: Call, id: string): AdEntity {
	const group = ownedOne(call, call.sim.world.productGroups, id);
	if (group === undefined) throw notFound('Product group');
	return group;
}
