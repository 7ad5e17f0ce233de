import type { Entity } from '../../../entities';
import { groupedBy } from '../../../values/grouping';
import { factsOf } from '../../campaign/campaignFacts';
import { promotedBy } from '../../campaign/promotes';
import { bidFindings, budgetFindings, capFindings } from './budgetFindings';
import { called, finding, inOrder, subjectOf, type Finding, type Subject } from '../finding';
import { reviewFindings } from './reviewFindings';
import { scheduleFindings, windowFindings } from './scheduleFindings';
import { isLive, statusFindings } from './statusFindings';
import { canDeliver } from '../summary';

/** What judging depends on besides the entities. */
export interface Moment {
	/** Unix seconds. */
	readonly now: number;
	/** ISO 4217, where it is known. */
	readonly currency?: string;
}

/**
 * Whether a campaign can deliver, by what the campaign, its ad groups and its ads say of themselves. Targeting,
 * audiences, Pins and product groups are not looked at: see `diagnoseCampaign`.
 */
export function deliveryOf(
	moment: Moment,
	campaign: Entity,
	adGroups: readonly Entity[],
	ads: readonly Entity[],
): { readonly canDeliver: boolean; readonly findings: Finding[] } {
	const subject = subjectOf('campaign', campaign);
	if (!isLive(campaign)) return { canDeliver: false, findings: statusFindings(subject, campaign) };
	const groups = adGroups.filter(isLive);
	const known = new Set(groups.map(({ id }) => id));
	const live = ads.filter((ad) => isLive(ad) && known.has(String(ad.ad_group_id)));
	const findings = inOrder([
		...campaignFindings(moment, campaign),
		...(groups.length === 0 ? [noAdGroups(subject)] : []),
		...adGroupFindings(moment, campaign, groups, live),
		...live.flatMap((ad) => adFindings(ad, campaign)),
	]);
	const found = {
		...{ findings, adGroups: groups, ads: live, blockedAdGroups: new Set<string>() },
		// What is promoted of a catalog is not looked at here: it is given the benefit of the doubt.
		mayPromoteMore: isOfCatalog(campaign),
	};
	return { canDeliver: canDeliver(found) !== false, findings };
}

export function campaignFindings({ now, currency }: Moment, campaign: Entity): Finding[] {
	const subject = subjectOf('campaign', campaign);
	return [
		...statusFindings(subject, campaign),
		...scheduleFindings(subject, campaign, now, currency),
		...capFindings(subject, campaign, currency),
	];
}

/** Whether it promotes product groups of a catalog and nothing else. */
export function isOfCatalog(campaign: Entity): boolean {
	const { objective, promotionType } = factsOf(campaign);
	return promotedBy(objective, promotionType) === 'productGroups';
}

export function noAdGroups(campaign: Subject): Finding {
	const message = `${called(campaign)} has no ad groups, or only archived ones.`;
	return finding(campaign, 'blocks', 'no_ad_groups', message);
}

/**
 * @param ads undefined where they could not be read
 * @param promoting ad groups that promote product groups, or may do so
 */
export function adGroupFindings(
	{ now, currency }: Moment,
	campaign: Entity,
	adGroups: readonly Entity[],
	ads: readonly Entity[] | undefined,
	promoting: ReadonlySet<string> = new Set(),
): Finding[] {
	const isJudged = !isOfCatalog(campaign);
	const byAdGroup = groupedBy(ads ?? [], ({ ad_group_id }) => String(ad_group_id));
	return adGroups.flatMap((adGroup) => {
		const subject = subjectOf('ad_group', adGroup);
		const hasNone = ads !== undefined && !byAdGroup.has(subject.id) && !promoting.has(subject.id);
		const isEmpty = isJudged && hasNone;
		const message = `${called(subject)} has no ads, or only archived ones.`;
		return [
			...statusFindings(subject, adGroup, campaign),
			...scheduleFindings(subject, adGroup, now, currency),
			...windowFindings(subject, adGroup, campaign),
			...budgetFindings(subject, adGroup, campaign, currency),
			...bidFindings(subject, adGroup, campaign),
			...(isEmpty ? [finding(subject, 'blocks', 'no_ads', message)] : []),
		];
	});
}

export function adFindings(ad: Entity, campaign: Entity): Finding[] {
	const subject = subjectOf('ad', ad);
	return [...statusFindings(subject, ad, campaign), ...reviewFindings(subject, ad)];
}
