import type { z } from 'zod';
import { idOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { fieldName, parseInput } from '../../input';
import { compared } from '../../values/names';
import { attempt, type Outcome } from '../../outcome';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { AD, AD_GROUP, CAMPAIGN, type Entity, type EntityKind } from '../../entities';
import { fetchEntity, listEntities } from '../../entityLists';
import { begun, forEachGood, goodOnes, onlyOne } from '../drafts';
import { chunksOf } from '../../values/grouping';
import { lookUpByIds, notInAccount } from '../parents';
import {
	getAdGroupInput,
	getAdInput,
	getCampaignInput,
	listAdGroupsInput,
	listAdsInput,
	listCampaignsInput,
	type EntityFilters,
} from './readInput';

/** A campaign, ad group or ad by Pinterest's fields, amounts in micro-currency, times in Unix seconds. */
export interface ReadRecord {
	readonly [field: string]: unknown;
	readonly id: string;
	readonly ad_account_id: string;
	/** ISO 4217 of the amounts, where it was known anyway. */
	readonly currency?: string;
}

/**
 * Campaigns by their ids, in any status, up to 100 with a request. Operations `campaigns/list`,
 * `campaigns/get`.
 * @param inputs each `{ campaignId, adAccountId? }`
 * @returns one outcome per input, in their order
 */
export const getCampaigns = reader(CAMPAIGN, getCampaignInput, 'campaignId');

/** Ad groups by their ids (`{ adGroupId, adAccountId? }`); see {@link getCampaigns}. */
export const getAdGroups = reader(AD_GROUP, getAdGroupInput, 'adGroupId');

/** Ads by their ids (`{ adId, adAccountId? }`); see {@link getCampaigns}. */
export const getAds = reader(AD, getAdInput, 'adId');

/** One campaign. @throws PinterestAdsError `not-found` among others */
export const getCampaign = async (context: WorkerContext, input: unknown) =>
	await onlyOne(getCampaigns(context, [input]));

/** One ad group. @throws PinterestAdsError `not-found` among others */
export const getAdGroup = async (context: WorkerContext, input: unknown) =>
	await onlyOne(getAdGroups(context, [input]));

/** One ad. @throws PinterestAdsError `not-found` among others */
export const getAd = async (context: WorkerContext, input: unknown) =>
	await onlyOne(getAds(context, [input]));

/**
 * The campaigns of an ad account, in Pinterest's order, page by page until there are enough. Operation
 * `campaigns/list`.
 * @param input `{ adAccountId?, limit?, statuses? (ACTIVE and PAUSED), campaignIds?, nameContains? }`
 */
export const listCampaigns = async (context: WorkerContext, input: unknown = {}) =>
	await listed(context, CAMPAIGN, parseInput(listCampaignsInput, input));

/** Ad groups, also by `campaignIds` and `adGroupIds`; see {@link listCampaigns}. */
export const listAdGroups = async (context: WorkerContext, input: unknown = {}) =>
	await listed(context, AD_GROUP, parseInput(listAdGroupsInput, input));

/** Ads, also by `campaignIds`, `adGroupIds` and `adIds`; see {@link listCampaigns}. */
export const listAds = async (context: WorkerContext, input: unknown = {}) =>
	await listed(context, AD, parseInput(listAdsInput, input));

function reader<Name extends string>(
	kind: EntityKind,
	schema: z.ZodType<
		Readonly<Record<Name, string>> & Pick<EntityFilters, 'adAccountId'>,
		z.ZodTypeDef,
		unknown
	>,
	field: Name,
) {
	return async (
		context: WorkerContext,
		inputs: readonly unknown[],
	): Promise<Array<Outcome<ReadRecord>>> => {
		const accounts = new Accounts(context);
		const asked = await forEachGood(begun(inputs), async (raw) => {
			const input = parseInput(schema, raw);
			return { account: await accounts.find(input.adAccountId), id: input[field] };
		});
		const references = goodOnes(asked).map(({ account, id }) => ({ adAccountId: account.id, id }));
		// One alone is asked for by itself; many come by lists, and what no list has is asked for again.
		const found = references.length > 1 ? await lookUpByIds(context, kind, references) : undefined;
		return await forEachGood(asked, async ({ account, id }) => {
			const reference = { adAccountId: account.id, id };
			const known = found?.of(reference) ?? { state: 'unknown' };
			if (known.state === 'found') return readRecord(known.entity, account);
			const missing = notInAccount(kind, fieldName([field]), reference);
			if (known.state === 'missing') throw missing;
			const fetched = await attempt(fetchEntity(context, kind, account.id, id));
			if (fetched.ok) return readRecord(fetched.record, account);
			throw fetched.error.kind === 'not-found' ? missing : fetched.error;
		});
	};
}

/** Pinterest takes up to 250 ids a filter; so many keep the address short. */
const IDS_A_LIST = 100;
const PAGE_SIZE = 250;

async function listed(
	context: WorkerContext,
	kind: EntityKind,
	wanted: EntityFilters,
): Promise<ReadRecord[]> {
	const account = await new Accounts(context).find(wanted.adAccountId);
	const { limit = Infinity, nameContains } = wanted;
	const part = nameContains && compared(nameContains).toLowerCase();
	const statuses = wanted.statuses?.length ? wanted.statuses : ['ACTIVE', 'PAUSED'];
	const pageSize = part === undefined ? Math.min(limit, PAGE_SIZE) : PAGE_SIZE;
	const found: ReadRecord[] = [];
	for (const filter of filtersOf(wanted)) {
		const entities = listEntities(context, kind, account.id, filter, { statuses, pageSize });
		for await (const entity of entities) {
			if (
				part &&
				!compared(String(entity.name ?? ''))
					.toLowerCase()
					.includes(part)
			)
				continue;
			found.push(readRecord(entity, account));
			if (found.length >= limit) return found;
		}
	}
	return found;
}

/** The filters by id, in as many requests as their lengths need. An empty list is no filter. */
function filtersOf({
	campaignIds,
	adGroupIds,
	adIds,
}: EntityFilters): Array<Record<string, string[]>> {
	let filters: Array<Record<string, string[]>> = [{}];
	const given = { campaign_ids: campaignIds, ad_group_ids: adGroupIds, ad_ids: adIds };
	for (const [parameter, ids] of Object.entries(given)) {
		if (ids === undefined || ids.length === 0) continue;
		const some = chunksOf([...new Set(ids)], IDS_A_LIST);
		filters = filters.flatMap((filter) => some.map((part) => ({ ...filter, [parameter]: part })));
	}
	return filters;
}

const readRecord = (entity: Entity, account: Account): ReadRecord => ({
	...entity,
	id: String(entity.id),
	ad_account_id: idOf(entity.ad_account_id) ?? account.id,
	...(account.currency === undefined ? {} : { currency: account.currency }),
});
