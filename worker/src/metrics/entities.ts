import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import { chunksOf } from './chunks';
import { LEVEL, type Level } from './levels';
import { productGroupsIn } from './productGroups';
import { readEntity, type Raw } from './rows/rawEntity';

/** What the numbers are about. */
export interface Entity {
	readonly id: string;
	readonly name: string | null;
	readonly status: string | null;
	readonly campaign_id?: string;
	readonly ad_group_id?: string;
}

/** What a list or an analytics request may name at most. */
export const MAX_IDS = 250;

/** Pinterest's list leaves out what is archived, though it may well have spent in the period. */
const MAY_HAVE_SPENT = ['ACTIVE', 'PAUSED', 'ARCHIVED'];
const ALL_STATUSES = [...MAY_HAVE_SPENT, 'DRAFT', 'DELETED_DRAFT'];
const NAMED_AT_MOST = 5;

/**
 * The entities of a level: the ones asked for, in that order, or all that may have numbers.
 * @throws PinterestAdsError `not-found` for an id that is not in this ad account.
 */
export async function listEntities(
	context: WorkerContext,
	adAccountId: string,
	level: LevelWithEntities,
	ids: readonly string[],
): Promise<Entity[]> {
	const { noun, plural } = level.entities;
	const found = new Map<string, Entity>();
	for await (const raw of listed(context, adAccountId, level, ids)) {
		const entity = entityOf(raw);
		found.set(entity.id, entity);
	}
	if (ids.length === 0) return [...found.values()];
	const missing = ids.filter((id) => !found.has(id));
	if (missing.length > 0) throw notInAccount(missing, adAccountId, noun, plural);
	return ids.map((id) => found.get(id) as Entity);
}

type LevelWithEntities = Level & { entities: NonNullable<Level['entities']> };

async function* listed(
	context: WorkerContext,
	adAccountId: string,
	level: LevelWithEntities,
	ids: readonly string[],
): AsyncGenerator<Raw, void, undefined> {
	const { path, idsParameter, listIdsParameter = idsParameter } = level.entities;
	const { byAdGroup, noun, plural } = level.entities;
	if (byAdGroup && ids.length === 0) {
		const adGroups = await listEntities(context, adAccountId, AD_GROUP, []);
		return yield* productGroupsIn(context, adAccountId, adGroups, MAY_HAVE_SPENT);
	}
	const queries =
		ids.length === 0
			? [{ entity_statuses: MAY_HAVE_SPENT }]
			: chunksOf(ids, MAX_IDS).map((chunk) => ({
					[listIdsParameter]: chunk,
					entity_statuses: ALL_STATUSES,
				}));
	for (const query of queries) {
		yield* clientOf(context).list(
			{
				path: `/ad_accounts/${adAccountId}${path}`,
				query,
				category: 'ads_read',
				doing: `list the ${plural}`,
			},
			readEntity(noun),
		);
	}
}

const AD_GROUP = LEVEL.adGroup as LevelWithEntities;

function entityOf(raw: Raw): Entity {
	const { id, status, campaign_id: campaignId, ad_group_id: adGroupId } = raw;
	// A product group is called as in the catalog, else by what is in it.
	const name = [raw.name, raw.catalog_product_group_name, raw.relative_definition, raw.definition];
	return {
		id,
		name: name.find((one) => typeof one === 'string') ?? null,
		status: status ?? null,
		...(typeof campaignId === 'string' ? { campaign_id: campaignId } : {}),
		...(typeof adGroupId === 'string' ? { ad_group_id: adGroupId } : {}),
	};
}

function notInAccount(
	missing: readonly string[],
	adAccountId: string,
	noun: string,
	plural: string,
): PinterestAdsError {
	const named = missing.slice(0, NAMED_AT_MOST).join(', ');
	const more = missing.length > NAMED_AT_MOST ? ` and ${missing.length - NAMED_AT_MOST} more` : '';
	const what =
		missing.length === 1 ? `The ${noun} ${named} is` : `The ${plural} ${named}${more} are`;
	return new PinterestAdsError('not-found', `${what} not in the ad account ${adAccountId}.`, {
		field: 'Ids',
		hint: `Check the ${noun} ID, and that the ad account is the one the ${noun} belongs to. To get all ${plural}, leave the IDs empty.`,
	});
}
