import { idOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { readInput, type ReadFrom } from '../../fields/inputs';
import { inOrder, mostToRead, type Sorting } from '../../fields/sorting';
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
	type AdFilters,
	type AdGroupFilters,
	type AdGroupReference,
	type AdReference,
	type CampaignFilters,
	type CampaignReference,
} from './readFields';

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
 * @returns one outcome per input, in their order
 */
export async function getCampaigns(
	context: WorkerContext,
	inputs: readonly CampaignReference[],
): Promise<Array<Outcome<ReadRecord>>> {
	const wanted = await forEachGood(begun(inputs), (raw) => {
		const { adAccountId, campaignId: id } = readInput(getCampaignInput, raw);
		return { adAccountId, id, field: getCampaignInput.fields.campaignId };
	});
	return await readByIds(context, CAMPAIGN, wanted);
}

/** Ad groups by their ids; see {@link getCampaigns}. */
export async function getAdGroups(
	context: WorkerContext,
	inputs: readonly AdGroupReference[],
): Promise<Array<Outcome<ReadRecord>>> {
	const wanted = await forEachGood(begun(inputs), (raw) => {
		const { adAccountId, adGroupId: id } = readInput(getAdGroupInput, raw);
		return { adAccountId, id, field: getAdGroupInput.fields.adGroupId };
	});
	return await readByIds(context, AD_GROUP, wanted);
}

/** Ads by their ids; see {@link getCampaigns}. */
export async function getAds(
	context: WorkerContext,
	inputs: readonly AdReference[],
): Promise<Array<Outcome<ReadRecord>>> {
	const wanted = await forEachGood(begun(inputs), (raw) => {
		const { adAccountId, adId: id } = readInput(getAdInput, raw);
		return { adAccountId, id, field: getAdInput.fields.adId };
	});
	return await readByIds(context, AD, wanted);
}

/** One campaign. @throws PinterestAdsError `not-found` among others */
export const getCampaign = async (context: WorkerContext, input: CampaignReference) =>
	await onlyOne(getCampaigns(context, [input]));

/** One ad group. @throws PinterestAdsError `not-found` among others */
export const getAdGroup = async (context: WorkerContext, input: AdGroupReference) =>
	await onlyOne(getAdGroups(context, [input]));

/** One ad. @throws PinterestAdsError `not-found` among others */
export const getAd = async (context: WorkerContext, input: AdReference) =>
	await onlyOne(getAds(context, [input]));

/**
 * The campaigns of an ad account, in Pinterest's order, page by page until there are enough. Operation
 * `campaigns/list`.
 */
export const listCampaigns = async (context: WorkerContext, filters: CampaignFilters = {}) =>
	await listed(context, CAMPAIGN, readInput(listCampaignsInput, filters));

/** Ad groups, also by their campaigns; see {@link listCampaigns}. */
export const listAdGroups = async (context: WorkerContext, filters: AdGroupFilters = {}) =>
	await listed(context, AD_GROUP, readInput(listAdGroupsInput, filters));

/** Ads, also by their campaigns and ad groups; see {@link listCampaigns}. */
export const listAds = async (context: WorkerContext, filters: AdFilters = {}) =>
	await listed(context, AD, readInput(listAdsInput, filters));

/** What an input names by its ID. */
interface Wanted {
	readonly adAccountId?: string;
	readonly id: string;
	/** The one that has the ID. */
	readonly field: { readonly label: string };
}

/** Reads what inputs name; those that have failed keep their errors. */
export async function readByIds(
	context: WorkerContext,
	kind: EntityKind,
	wanted: ReadonlyArray<Outcome<Wanted>>,
): Promise<Array<Outcome<ReadRecord>>> {
	const accounts = new Accounts(context);
	const asked = await forEachGood(wanted, async ({ adAccountId, id, field }) => ({
		account: await accounts.find(adAccountId),
		...{ id, field },
	}));
	const references = goodOnes(asked).map(({ account, id }) => ({ adAccountId: account.id, id }));
	// One alone is asked for by itself; many come by lists, and what no list has is asked for again.
	const found = references.length > 1 ? await lookUpByIds(context, kind, references) : undefined;
	return await forEachGood(asked, async ({ account, id, field }) => {
		const reference = { adAccountId: account.id, id };
		const known = found?.of(reference) ?? { state: 'unknown' };
		if (known.state === 'found') return readRecord(known.entity, account);
		// An error made for what is found would be most of what reading one costs: it writes down where it was made.
		const missing = () => notInAccount(kind, field.label, reference);
		if (known.state === 'missing') throw missing();
		const fetched = await attempt(fetchEntity(context, kind, account.id, id));
		if (fetched.ok) return readRecord(fetched.record, account);
		throw fetched.error.kind === 'not-found' ? missing() : fetched.error;
	});
}

/** Pinterest takes up to 250 ids a filter; so many keep the address short. */
const IDS_A_LIST = 100;
const PAGE_SIZE = 250;

/** Of ads, whose lists have every filter. */
type EntityFilters = Omit<ReadFrom<typeof listAdsInput>, 'sort'> & { readonly sort?: Sorting };

async function listed(
	context: WorkerContext,
	kind: EntityKind,
	wanted: EntityFilters,
): Promise<ReadRecord[]> {
	const account = await new Accounts(context).find(wanted.adAccountId);
	const { nameContains, sort } = wanted;
	const part = nameContains && compared(nameContains).toLowerCase();
	const statuses = wanted.statuses?.length ? wanted.statuses : ['ACTIVE', 'PAUSED'];
	const filters = filtersOf(wanted);
	// Pinterest sorts each list by ID, of which the higher is the newer; several lists are sorted when all are read.
	const isSorted = sort?.by === 'created_time' && filters.length === 1;
	const order = isSorted ? { order: sort.direction } : {};
	const limit = isSorted ? (wanted.limit ?? Infinity) : mostToRead(wanted);
	const pageSize = part === undefined ? Math.min(limit, PAGE_SIZE) : PAGE_SIZE;
	const found: ReadRecord[] = [];
	for (const ids of filters) {
		const filter = { ...ids, ...order };
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
			if (found.length >= limit) return inOrder(found, wanted);
		}
	}
	return inOrder(found, wanted);
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
