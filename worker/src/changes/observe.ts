import type { AudienceSummary } from '../audiences/audienceSummary';
import { listAudiences } from '../audiences/readAudiences';
import { requirePlausible } from '../campaigns/plausibleAmounts';
import { AD, AD_GROUP, CAMPAIGN, EVERY_STATUS, type Entity, type EntityKind } from '../entities';
import { listEntities } from '../entityLists';
import { chunksOf } from '../values/grouping';
import { PinterestAdsError } from '../client/errors';
import { resolveAdAccount } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { getEventQuality } from '../conversions/quality/eventQuality';
import type { EventQuality } from '../conversions/quality/readScores';
import { getConversionTags } from '../conversionTags/readTags';
import { MOST } from './absent';
import { observedCampaigns, type ObservedCampaign, type SeenCampaigns } from './campaignChanges';
import type { Look } from './changeEvent';
import type { ObservedEvents } from './eventChanges';
import type { WatchedChanges } from './watchedChanges';
import { paceOf, type MonthPace } from './figures/budgetChanges';
import {
	firstOfPace,
	firstOfSpend,
	performanceOf,
	spendSince,
	type ObservedPerformance,
} from './figures/observeFigures';
import type { DaySpend } from './figures/spendChanges';

/** The state of everything that is watched; what is not watched is left out. */
export interface Observed extends Look {
	readonly audiences?: readonly AudienceSummary[];
	readonly ads?: readonly Entity[];
	readonly campaigns?: readonly ObservedCampaign[];
	readonly spend?: readonly DaySpend[];
	/** Where this month's spend is heading. */
	readonly pace?: MonthPace;
	readonly performance?: ObservedPerformance;
	readonly events?: ObservedEvents;
	/** The scores of the last 14 days. */
	readonly quality?: readonly EventQuality[];
}

/** What is archived or a draft does not change by itself. */
const CHANGING_BY_ITSELF = ['ACTIVE', 'PAUSED'];
const PAGE_SIZE = 250;
const IDS_A_LIST = 100;

/**
 * Looks at the ad account in as few requests as it has pages of what is watched.
 * @param delivering campaigns of the ad account that could deliver when it was last looked
 */
export async function observe(
	context: WorkerContext,
	wanted: WatchedChanges,
	delivering: (adAccountId: string) => SeenCampaigns = () => [],
): Promise<Observed> {
	const { changes, limit, budget, performance } = wanted;
	const { id, currency } = await resolveAdAccount(context, wanted.adAccountId);
	const account = { id, currency: currency ?? undefined };
	const look: Look = {
		...{ adAccountId: account.id, currency: account.currency },
		at: context.clock.now(),
	};
	await requirePlausible(context, account, [limit, budget, performance?.cost]);
	const watchesCampaigns = changes.has('campaign_stopped');
	const watchesAds = changes.has('ad_approved') || changes.has('ad_rejected');
	const watchesAudiences = changes.has('audience_ready') || changes.has('audience_too_small');
	const filter = wanted.campaignIds && { campaign_ids: wanted.campaignIds };
	const listed = async (kind: EntityKind) =>
		await all(context, kind, account.id, filter, CHANGING_BY_ITSELF);

	// Campaigns before what is in them: one that is made meanwhile is seen whole the next time.
	const campaigns = watchesCampaigns ? await listed(CAMPAIGN) : [];
	const adGroups = watchesCampaigns ? await listed(AD_GROUP) : [];
	const ads = watchesAds || watchesCampaigns ? await listed(AD) : [];
	if (watchesCampaigns) {
		const known = new Set(campaigns.map((campaign) => campaign.id));
		const missing = delivering(account.id).filter((id) => !known.has(id));
		for (const campaign_ids of chunksOf(missing, IDS_A_LIST)) {
			campaigns.push(...(await all(context, CAMPAIGN, account.id, { campaign_ids }, EVERY_STATUS)));
		}
	}
	return {
		...look,
		...(watchesAudiences && {
			audiences: await listAudiences(context, { adAccountId: account.id }),
		}),
		...(watchesAds && { ads }),
		...(watchesCampaigns && { campaigns: observedCampaigns(look, campaigns, adGroups, ads) }),
		...(await spendOf(context, look, wanted)),
		...(performance && { performance: await performanceOf(context, look, performance) }),
		...(changes.has('events_stopped') && { events: await eventsOf(context, account.id) }),
		...(changes.has('event_quality_dropped') && {
			quality: await getEventQuality(context, { adAccountId: account.id, lookback: '14d' }),
		}),
	};
}

/** @throws PinterestAdsError `invalid` where there are too many to remember */
async function all(
	context: WorkerContext,
	kind: EntityKind,
	accountId: string,
	filter: { readonly campaign_ids: readonly string[] } | undefined,
	statuses: readonly string[],
): Promise<Entity[]> {
	const options = { statuses, pageSize: PAGE_SIZE };
	const found: Entity[] = [];
	for await (const entity of listEntities(context, kind, accountId, filter, options)) {
		found.push({ ...entity, id: String(entity.id) });
		if (found.length > MOST) throw tooMany(kind);
	}
	return found;
}

/** One request for the spend of a day and of a month. */
async function spendOf(
	context: WorkerContext,
	look: Look,
	{ limit, budget }: WatchedChanges,
): Promise<Pick<Observed, 'spend' | 'pace'>> {
	if (!limit && !budget) return {};
	const days = await spendSince(context, look, budget ? firstOfPace(look) : firstOfSpend(look));
	return {
		...(limit && { spend: days.filter(({ date }) => date >= firstOfSpend(look)) }),
		...(budget && { pace: paceOf(days, look.at) }),
	};
}

const eventsOf = async (context: WorkerContext, adAccountId: string): Promise<ObservedEvents> => ({
	lastDay: await getEventQuality(context, { adAccountId, lookback: '1d' }),
	tags: await getConversionTags(context, { adAccountId }),
});

const tooMany = ({ plural }: EntityKind) =>
	new PinterestAdsError(
		'invalid',
		`The ad account has more than ${MOST} ${plural}: too many to be watched.`,
		{
			field: 'Campaign IDs',
			hint: 'Name the campaigns that matter in Campaign IDs.',
		},
	);
