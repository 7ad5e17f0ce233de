import { isAnswer } from '../../client/errorKinds';
import { PinterestAdsError } from '../../client/errors';
import { plainText } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { AD, AD_GROUP, KEYWORD, PROMOTION, type Entity } from '../../entities';
import { listEntities } from '../../entityLists';
import { attempt } from '../../outcome';
import { chunksOf, groupedBy } from '../../values/grouping';
import { promotedBy } from '../campaign/promotes';
import type { DuplicateInput } from './duplicateFields';
import { keywordsOf, type KeywordParent } from '../keyword/keywordRequests';

/** A campaign with all that is below it, in the order in which it was created. */
export interface Source {
	readonly campaign: Entity;
	/** Negative ones. */
	readonly keywords: readonly Entity[];
	readonly adGroups: readonly SourceAdGroup[];
}

export interface SourceAdGroup {
	readonly entity: Entity;
	readonly ads: readonly Entity[];
	readonly promotions: readonly Entity[];
	readonly keywords: readonly Entity[];
}

/** What is to be read of it. */
export interface Wanted {
	readonly levels: DuplicateInput['levels'];
	readonly keywords: boolean;
	/** Of ad groups that are copied; nothing is read of what is below the others. */
	isCopied(adGroup: Entity): boolean;
}

/** What is read one by one is read so many at a time. */
const PARALLEL = 5;
/** Pinterest takes up to 250 ids a filter; so many keep the address short. */
const IDS_A_LIST = 100;
/** Longer ones are described not to be taken in that filter. */
const LONGEST_LISTED_ID = 18;

/**
 * Reads what is below a campaign, in any status: ad groups and ads by 250 a request, keywords by 100 ad groups a
 * request where the ad account may ask so, and product group promotions with a request for each ad group where the objective
 * may sell from a catalog. Operations `ad_groups/list`, `ads/list`, `keywords/get`,
 * `product_group_promotions/list`.
 */
export async function readSource(
	context: WorkerContext,
	adAccountId: string,
	campaign: Entity,
	{ levels, keywords: withKeywords, isCopied }: Wanted,
): Promise<Source> {
	const scope: Scope = { context, adAccountId };
	const ofCampaign = withKeywords
		? await keywordsBelow(scope, { kind: 'campaign', id: campaign.id })
		: [];
	if (levels === 'campaign') return { campaign, keywords: ofCampaign, adGroups: [] };
	const filter = { campaign_ids: [campaign.id] };
	const adGroups = await collected(listEntities(context, AD_GROUP, adAccountId, filter));
	const copied = adGroups.filter(isCopied).map(({ id }) => id);
	const has = (level: Wanted['levels']) => levels === 'everything' || levels === level;
	const ads = has('ads') ? await collected(listEntities(context, AD, adAccountId, filter)) : [];
	requireAllListed(adGroups, ads);
	const adsOf = groupedBy(ads, (ad) => plainText(ad.ad_group_id));
	const promotionsOf = has('productGroups')
		? await promotionsByAdGroup(scope, campaign, copied)
		: none();
	const keywordsBy = withKeywords ? await keywordsByAdGroup(scope, copied) : none();
	return {
		campaign,
		keywords: ofCampaign,
		adGroups: adGroups.map((entity) => ({
			entity,
			ads: adsOf.get(entity.id) ?? [],
			promotions: promotionsOf.get(entity.id) ?? [],
			keywords: keywordsBy.get(entity.id) ?? [],
		})),
	};
}

interface Scope {
	readonly context: WorkerContext;
	readonly adAccountId: string;
}

const none = () => new Map<string, Entity[]>();

/** IDs only ever grow. */
const byAge = (a: Entity, b: Entity) =>
	a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

async function collected(listed: AsyncIterable<Entity>): Promise<Entity[]> {
	const found: Entity[] = [];
	for await (const one of listed) found.push(one);
	return found.sort(byAge);
}

/** An ad whose ad group is not listed yet would be missed without a word. */
function requireAllListed(adGroups: readonly Entity[], ads: readonly Entity[]): void {
	const known = new Set(adGroups.map(({ id }) => id));
	const stray = ads.find((ad) => !known.has(plainText(ad.ad_group_id)));
	if (stray === undefined) return;
	throw new PinterestAdsError(
		'unavailable',
		`Pinterest’s lists do not agree yet: the ad ${stray.id} is in an ad group that is not listed.`,
		{ hint: 'Something in the campaign is new. Wait a minute and run it again.' },
	);
}

async function promotionsByAdGroup(
	{ context, adAccountId }: Scope,
	{ objective_type: objective }: Entity,
	adGroupIds: readonly string[],
): Promise<Map<string, Entity[]>> {
	if (promotedBy(plainText(objective)) === 'pins') return none();
	return await eachOf(adGroupIds, async (id) =>
		collected(listEntities(context, PROMOTION, adAccountId, { ad_group_id: id })),
	);
}

/**
 * The keywords of ad groups. Asking for many at once is a beta of Pinterest's that not every ad account has, and what
 * an account without it answers is not described: only keywords of the ad groups that were asked for show
 * that it was understood. Otherwise each ad group is asked for by itself.
 */
async function keywordsByAdGroup(
	scope: Scope,
	adGroupIds: readonly string[],
): Promise<Map<string, Entity[]>> {
	const found = none();
	const single: string[] = [];
	let isOpen = true;
	const isShort = adGroupIds.every(({ length }) => length <= LONGEST_LISTED_ID);
	for (const some of chunksOf(adGroupIds, IDS_A_LIST)) {
		const together =
			isOpen && isShort && some.length > 1 ? await askedTogether(scope, some) : undefined;
		if (together === undefined) {
			isOpen = false;
			single.push(...some);
			continue;
		}
		for (const id of some) found.set(id, together.get(id) ?? []);
	}
	const alone = await eachOf(single, async (id) => keywordsBelow(scope, { kind: 'adGroup', id }));
	for (const [id, keywords] of alone) found.set(id, keywords);
	return found;
}

async function askedTogether(
	{ context, adAccountId }: Scope,
	ids: readonly string[],
): Promise<Map<string, Entity[]> | undefined> {
	const doing = `list the keywords of ${ids.length} ad groups`;
	const filter = { ad_group_ids: ids };
	const asked = await attempt(
		collected(listEntities(context, KEYWORD, adAccountId, filter, { doing })),
	);
	if (!asked.ok) {
		if (isAnswer(asked.error.kind)) return undefined;
		throw asked.error;
	}
	const byParent = groupedBy(asked.record.filter(isAlive), parentIn);
	const isUnderstood = byParent.size > 0 && [...byParent.keys()].every((id) => ids.includes(id));
	return isUnderstood ? byParent : undefined;
}

const parentIn = ({ parent_id }: Entity) => plainText(parent_id).replace(/^AG/, '');
const isAlive = ({ archived }: Entity) => archived !== true;

const keywordsBelow = async ({ context, adAccountId }: Scope, parent: KeywordParent) =>
	(await collected(keywordsOf(context, adAccountId, parent))).filter(isAlive);

async function eachOf(
	ids: readonly string[],
	read: (id: string) => Promise<Entity[]>,
): Promise<Map<string, Entity[]>> {
	const found = none();
	for (const some of chunksOf(ids, PARALLEL)) {
		const answers = await Promise.all(some.map(read));
		some.forEach((id, n) => found.set(id, answers[n]));
	}
	return found;
}
