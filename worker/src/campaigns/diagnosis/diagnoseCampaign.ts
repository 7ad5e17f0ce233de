import type { WorkerContext } from '../../context';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import { Accounts, resolveAdAccount } from '../../connection/adAccountOf';
import { AD, AD_GROUP, CAMPAIGN, type Entity, type EntityKind } from '../../entities';
import { fetchEntity, listEntities } from '../../entityLists';
import { getCampaignInput, type CampaignReference } from '../read/readFields';
import { audienceFindings } from './findings/audienceFindings';
import { bidFloorFindings } from './findings/bidFloorFindings';
import {
	adFindings,
	adGroupFindings,
	campaignFindings,
	noAdGroups,
	type Moment,
} from './findings/deliveryFindings';
import { inOrder, subjectOf, type Finding } from './finding';
import { feedFindings } from './findings/feedFindings';
import { pinFindings } from './findings/pinFindings';
import { promotedProducts } from './findings/promotionFindings';
import { notChecked, tried, type Scope } from './diagnosisReads';
import { isLive, statusFindings } from './findings/statusFindings';
import { canDeliver, summaryOf } from './summary';
import { targetingFindings } from './findings/targetingFindings';

/** What a diagnosis says. */
export interface Diagnosis {
	readonly campaign_id: string;
	readonly ad_account_id: string;
	/** Whether some ad can deliver; null where what was read does not tell. */
	readonly can_deliver: boolean | null;
	/** In a sentence or two; also where to look if nothing was found. */
	readonly summary: string;
	/** What holds delivery back: what blocks first, and from the campaign down. */
	readonly findings: Finding[];
	/** How many of each were looked at; archived ones are left out. */
	readonly checked: {
		readonly ad_groups: number;
		readonly ads: number;
		/** Where some are promoted. */
		readonly product_groups?: number;
	};
}

/**
 * Why a campaign does not deliver: walks campaign, ad groups, ads, Pins and audiences, and product groups and feeds where it sells from a catalog, as the
 * reference's troubleshooting does ("Campaign Not Delivering"). A part that cannot be read is a finding
 * itself (`not_checked`).
 * @throws PinterestAdsError where not even the campaign can be read
 */
export async function diagnoseCampaign(
	context: WorkerContext,
	input: CampaignReference,
): Promise<Diagnosis> {
	const { adAccountId, campaignId } = readInput(getCampaignInput, input);
	const { id: accountId } = await new Accounts(context).find(adAccountId);
	const campaign = await fetchEntity(context, CAMPAIGN, accountId, campaignId);
	return await diagnose(context, accountId, campaign);
}

/** Like {@link diagnoseCampaign}, for a campaign that was just read. */
export async function diagnose(
	context: WorkerContext,
	adAccountId: string,
	campaign: Entity,
): Promise<Diagnosis> {
	if (!isLive(campaign)) return goneForGood(adAccountId, campaign);
	const { scope, currency } = await scopeOf(context, adAccountId);
	const children = { campaign_ids: [String(campaign.id)] };
	const adGroups = await tried(liveOnes(scope, AD_GROUP, children));
	const ads = await tried(liveOnes(scope, AD, children));
	return await judge(scope, campaign, { currency, adGroups, ads });
}

/** What was read of a campaign, as far as it could be. */
export interface Held {
	readonly currency: Outcome<unknown>;
	readonly adGroups: Outcome<readonly Entity[]>;
	readonly ads: Outcome<readonly Entity[]>;
}

/** For what is archived nothing more has to be read. */
export function goneForGood(adAccountId: string, campaign: Entity): Diagnosis {
	const subject = subjectOf('campaign', campaign);
	const findings = statusFindings(subject, campaign);
	const verdict = { can_deliver: false, summary: summaryOf(false, findings) };
	const record = { campaign_id: subject.id, ad_account_id: adAccountId };
	return { ...record, ...verdict, findings, checked: { ad_groups: 0, ads: 0 } };
}

/** Where the campaigns of an ad account are read, and whether its currency could be. */
export async function scopeOf(context: WorkerContext, adAccountId: string) {
	const account = await tried(resolveAdAccount(context, adAccountId));
	const currency = account.ok ? (account.record.currency ?? undefined) : undefined;
	const scope: Scope = { context, adAccountId, currency };
	return { scope, currency: account };
}

/** A diagnosis by what was read of a campaign. */
export async function judge(
	scope: Scope,
	campaign: Entity,
	{ currency: account, adGroups, ads }: Held,
): Promise<Diagnosis> {
	const subject = subjectOf('campaign', campaign);
	const moment: Moment = { now: scope.context.clock.now() / 1000, currency: scope.currency };
	const findings: Finding[] = campaignFindings(moment, campaign);
	if (!account.ok) findings.push(notChecked(subject, 'its currency and its bids', account.error));
	if (!adGroups.ok) findings.push(notChecked(subject, 'its ad groups', adGroups.error));
	if (!ads.ok) findings.push(notChecked(subject, 'its ads', ads.error));
	const groups = adGroups.ok ? adGroups.record : [];
	const known = new Set(groups.map((adGroup) => adGroup.id));
	// An ad under an archived ad group cannot come back.
	const all = (ads.ok ? ads.record : []).filter(
		(ad) => !adGroups.ok || known.has(String(ad.ad_group_id)),
	);
	if (adGroups.ok && groups.length === 0) findings.push(noAdGroups(subject));
	const promoted = await promotedProducts(scope, campaign, groups, ads.ok ? all : undefined);
	const { promoting } = promoted;
	findings.push(...adGroupFindings(moment, campaign, groups, ads.ok ? all : undefined, promoting));
	findings.push(...all.flatMap((ad) => adFindings(ad, campaign)));
	findings.push(...promoted.findings);
	const audiences = await audienceFindings(scope, subject, groups);
	findings.push(...(await pinFindings(scope, subject, all)));
	findings.push(...audiences.findings);
	findings.push(...(await feedFindings(scope, subject, promoted.promotions)));
	findings.push(...(await targetingFindings(scope, subject, groups)));
	findings.push(...(await bidFloorFindings(scope, subject, campaign, groups)));

	const ordered = inOrder(findings);
	const can_deliver = canDeliver({
		findings: ordered,
		adGroups: adGroups.ok ? groups : undefined,
		ads: ads.ok ? all : undefined,
		promotions: promoted.promotions,
		mayPromoteMore: promoted.mayPromoteMore,
		blockedAdGroups: audiences.blocked,
	});
	const record = { campaign_id: subject.id, ad_account_id: scope.adAccountId };
	const summary = summaryOf(can_deliver, ordered);
	const { length: product_groups } = promoted.promotions;
	const checked = {
		...{ ad_groups: groups.length, ads: all.length },
		...(product_groups === 0 ? {} : { product_groups }),
	};
	return { ...record, can_deliver, summary, findings: ordered, checked };
}

/** Operations `ad_groups/list`, `ads/list`, by their campaign. @param statuses left out: all */
export async function liveOnes(
	{ context, adAccountId }: Scope,
	kind: EntityKind,
	filter: Readonly<Record<string, readonly string[]>>,
	statuses?: readonly string[],
): Promise<Entity[]> {
	const live: Entity[] = [];
	for await (const entity of listEntities(context, kind, adAccountId, filter, { statuses })) {
		if (isLive(entity)) live.push({ ...entity, id: String(entity.id) });
	}
	return live;
}
