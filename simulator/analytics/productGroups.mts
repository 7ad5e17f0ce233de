import { questionOf, withTime } from './analytics.mts';
import { rowsOf, type Question, type Row } from './analyticsRows.mts';
import { ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import { partOf } from '../world/metrics.mts';
import { notFound } from '../api/refusal.mts';
import type { World } from '../world/world.mts';

export const productGroupAnalytics: Handler = (call) => {
	const ids = call.query.product_group_ids as string[];
	requireProductGroups(call, ids);
	return ok(productGroupRows(call.sim.world, ids, questionOf(call, 'AD_GROUP')).map(withTime));
};

/** An ad group's numbers are spread over its product groups, and so add up to them. */
export function productGroupRows(world: World, ids: readonly string[], question: Question): Row[] {
	return ids.flatMap((id) => {
		const adGroupId = String(world.productGroups.get(id)?.fields.ad_group_id);
		const beside = [...world.productGroups.values()]
			.filter(({ fields }) => fields.ad_group_id === adGroupId)
			.map((group) => group.id);
		return rowsOf(world, {
			...question,
			ids: [adGroupId],
			part: (_, facts) => partOf(facts, beside.indexOf(id), beside.length),
		}).map((row) => ({ ...row, id, values: { ...row.values, PRODUCT_GROUP_ID: id } }));
	});
}

/** A product group of another account, or none at all, is refused as a whole. */
export function requireProductGroups(call: Call, ids: readonly string[]): void {
	for (const id of ids) {
		if (!ownedOne(call, call.sim.world.productGroups, id)) throw notFound('Product group');
	}
}
