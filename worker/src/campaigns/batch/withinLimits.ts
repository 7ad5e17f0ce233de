import { clientOf } from '../../client/client';
import type { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import type { EntityKind, Fields } from '../../entities';
import { attempt } from '../../outcome';
import { groupedBy } from '../../values/grouping';
import type { Change } from './change';

interface Order {
	readonly adAccountId: string;
	readonly body: Fields;
}

/**
 * Which orders the connection's spending limits do not allow, and why, by their places: each fails alone, and the
 * others go on. Asks Pinterest for what the limits depend on, all orders together.
 */
export async function ordersOverLimits(
	context: WorkerContext,
	kind: EntityKind,
	{ method }: Pick<Change, 'method'>,
	orders: readonly Order[],
): Promise<ReadonlyMap<number, PinterestAdsError>> {
	const over = new Map<number, PinterestAdsError>();
	const places = [...orders.keys()];
	for (const [adAccountId, group] of groupedBy(places, (n) => orders[n].adAccountId)) {
		const path = `/ad_accounts/${adAccountId}/${kind.path}`;
		const body = group.map((n) => orders[n].body);
		const judged = await attempt(clientOf(context).refusals({ method, path, body }));
		if (judged.ok) for (const { index, error } of judged.record) over.set(group[index], error);
		// What the limits depend on could not be read: then none of them may go.
		else for (const n of group) over.set(n, judged.error);
	}
	return over;
}
