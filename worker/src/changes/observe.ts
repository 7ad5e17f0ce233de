import { listAudiences, type AudienceSummary } from '../audiences/readAudiences';
import { requirePlausible } from '../campaigns/accounts';
import {
	AD,
	AD_GROUP,
	CAMPAIGN,
	EVERY_STATUS,
	listEntities,
	type Entity,
	type EntityKind,
} from '../campaigns/adEntities';
import { parts } from '../campaigns/grouping';
import { PinterestAdsError } from '../client/errors';
import { resolveAdAccount } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import { fetchMetrics } from '../metrics/fetchMetrics';
import { toDay } from '../metrics/windows';
import { MOST } from './absent';
import { judgeCampaigns, type ObservedCampaign, type SeenCampaigns } from './campaigns';
import type { Look } from './event';
import type { Wanted } from './input';
import type { DaySpend } from './spend';

/** How everything stands that is watched; what is not watched is left out. */
export interface Observed extends Look {
	readonly audiences?: readonly AudienceSummary[];
	readonly ads?: readonly Entity[];
	readonly campaigns?: readonly ObservedCampaign[];
	readonly spend?: readonly DaySpend[];
}

const PAGE_SIZE = 250;
const IDS_A_LIST = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Looks at the ad account in as few requests as it has pages of what is watched.
 * @param delivering campaigns of the ad account that could deliver when it was last looked
 */
export async function observe(
	context: WorkerContext,
	wanted: Wanted,
	delivering: (adAccountId: string) => SeenCampaigns = () => [],
): Promise<Observed> {
	const { changes, limit } = wanted;
	const account = await resolveAdAccount(context, wanted.adAccountId);
	const look: Look = {
		...{ adAccountId: account.id, currency: account.currency },
		at: context.clock.now(),
	};
	await requirePlausible(context, account, [limit]);
	const watchesCampaigns = changes.has('campaign_stopped');
	const watchesAds = changes.has('ad_approved') || changes.has('ad_rejected');
	const watchesAudiences = changes.has('audience_ready') || changes.has('audience_too_small');
	const listed = async (kind: EntityKind) => await all(context, kind, account.id, wanted);

	// Campaigns before what is in them: one that is made meanwhile is seen whole the next time.
	const campaigns = watchesCampaigns ? await listed(CAMPAIGN) : [];
	const adGroups = watchesCampaigns ? await listed(AD_GROUP) : [];
	const ads = watchesAds || watchesCampaigns ? await listed(AD) : [];
	if (watchesCampaigns) {
		const known = new Set(campaigns.map((campaign) => campaign.id));
		const missing = delivering(account.id).filter((id) => !known.has(id));
		campaigns.push(...(await byIds(context, account.id, missing)));
	}
	return {
		...look,
		...(watchesAudiences && {
			audiences: await listAudiences(context, { adAccountId: account.id }),
		}),
		...(watchesAds && { ads }),
		...(watchesCampaigns && { campaigns: judgeCampaigns(look, campaigns, adGroups, ads) }),
		...(limit && { spend: await spendOf(context, look) }),
	};
}

/** Active and paused ones: nothing else changes by itself. */
async function all(
	context: WorkerContext,
	kind: EntityKind,
	accountId: string,
	{ campaignIds }: Wanted,
): Promise<Entity[]> {
	const filter = campaignIds && { campaign_ids: campaignIds };
	const options = { statuses: ['ACTIVE', 'PAUSED'], pageSize: PAGE_SIZE };
	const found: Entity[] = [];
	for await (const entity of listEntities(context, kind, accountId, filter, options)) {
		found.push({ ...entity, id: String(entity.id) });
		if (found.length > MOST) throw tooMany(kind);
	}
	return found;
}

/** Campaigns that are no longer active or paused. */
async function byIds(
	context: WorkerContext,
	accountId: string,
	ids: readonly string[],
): Promise<Entity[]> {
	const found: Entity[] = [];
	for (const campaign_ids of parts(ids, IDS_A_LIST)) {
		const options = { statuses: EVERY_STATUS, pageSize: PAGE_SIZE };
		const filter = { campaign_ids };
		for await (const entity of listEntities(context, CAMPAIGN, accountId, filter, options)) {
			found.push({ ...entity, id: String(entity.id) });
		}
	}
	return found;
}

async function spendOf(context: WorkerContext, { adAccountId, at }: Look): Promise<DaySpend[]> {
	const days = [toDay(at - DAY_MS), toDay(at)];
	const { rows } = await fetchMetrics(context, {
		...{ adAccountId, level: 'account', granularity: 'DAY' },
		...{ startDate: days[0], endDate: days[1], includeToday: true },
		...{ columns: ['SPEND_IN_MICRO_DOLLAR'], micro: true },
	});
	return days.map((date) => {
		const row = rows.find((one) => one.date === date);
		return { date, micro: Number(row?.spend_micro ?? 0) };
	});
}

const tooMany = ({ plural }: EntityKind) =>
	new PinterestAdsError(
		'invalid',
		`The ad account has more than ${MOST} ${plural}: too many to be watched.`,
		{
			field: 'Campaign IDs',
			hint: 'Name the campaigns that matter in Campaign IDs.',
		},
	);
