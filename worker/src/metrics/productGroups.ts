import { clientOf } from '../client/client';
import type { WorkerContext } from '../context';
import { readEntity, type Raw } from './rows/rawEntity';

/**
 * What an ad account promotes of its catalogs. Pinterest lists product groups for one ad group at a
 * time, so it takes a request for each; naming them by id takes one for 250. Operation
 * `product_group_promotions/list`.
 */
export async function* productGroupsIn(
	context: WorkerContext,
	adAccountId: string,
	adGroups: ReadonlyArray<{ readonly id: string; readonly campaign_id?: string }>,
	statuses: readonly string[],
): AsyncGenerator<Raw, void, undefined> {
	for (const adGroup of adGroups) {
		const groups = clientOf(context).list(
			{
				path: `/ad_accounts/${adAccountId}/product_group_promotions`,
				query: { ad_group_id: adGroup.id, entity_statuses: statuses },
				category: 'ads_read',
				doing: 'list the product groups',
			},
			readEntity('product group'),
		);
		for await (const group of groups) yield { campaign_id: adGroup.campaign_id, ...group };
	}
}
