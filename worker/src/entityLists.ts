import { clientOf } from './client/client';
import type { Query } from './client/query';
import { theOne, type Reader } from './client/readers';
import type { WorkerContext } from './context';
import type { ListedKind } from './entities';

/** Pinterest takes no more IDs in a filter of a list or of an analytics request. */
export const MAX_IDS = 250;

/** Where a kind is listed; one of them is below it. */
export const listPath = ({ path, isOfUser }: ListedKind<WithId>, adAccountId: string): string =>
	isOfUser ? `/${path}` : `/ad_accounts/${adAccountId}/${path}`;

interface WithId {
	readonly id: string;
}

export interface ListOptions<T> {
	/** Left out: every one that the kind has. */
	readonly statuses?: readonly string[];
	readonly pageSize?: number;
	/** Left out: the kind's own. */
	readonly read?: Reader<T>;
	/** For messages, where it is not simply the list. */
	readonly doing?: string;
}

/** Entities of the ad account, in any status unless told otherwise. Operations `campaigns/list`, `ad_groups/list`, `ads/list` and their like. */
export function listEntities<T extends WithId>(
	context: WorkerContext,
	kind: ListedKind<T>,
	adAccountId: string,
	filter: Query = {},
	{
		statuses = kind.statuses,
		pageSize,
		read = kind.read,
		doing = `list the ${kind.plural}`,
	}: ListOptions<T> = {},
): AsyncGenerator<T> {
	const call = {
		path: listPath(kind, adAccountId),
		query: { ...filter, entity_statuses: statuses },
		category: kind.category ?? 'ads_read',
		doing,
	};
	return clientOf(context).list(call, read, kind.isWhole ? null : pageSize);
}

/** One of them by its ID. Operations `campaigns/get`, `ad_groups/get`, `ads/get` and their like. */
export async function fetchEntity<T extends WithId>(
	context: WorkerContext,
	kind: ListedKind<T>,
	adAccountId: string,
	id: string,
	read: Reader<T> = kind.read,
): Promise<T> {
	return await clientOf(context).call(
		{
			method: 'GET',
			path: `${listPath(kind, adAccountId)}/${id}`,
			category: kind.category ?? 'ads_read',
			doing: `read the ${kind.noun} ${id}`,
		},
		theOne(kind.noun, id, read),
	);
}
