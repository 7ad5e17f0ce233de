import { nameOf, PROMOTION, type Entity } from '../../../entities';
import { listEntities } from '../../../entityLists';
import { factsOf } from '../../campaign/campaignFacts';
import { maySellFromCatalog } from '../../campaign/promotes';
import { askEach, leftOut, notChecked, type Scope } from '../diagnosisReads';
import { called, finding, subjectOf, type Finding, type Subject } from '../finding';
import { isOfCatalog } from './deliveryFindings';
import { isLive, statusFindings } from './statusFindings';

/** Each ad group costs a request. */
const MOST_AD_GROUPS = 10;

/** What ad groups promote of a catalog. */
export interface Promoted {
	readonly promotions: readonly Entity[];
	/** The ad groups that promote something, or may do so. */
	readonly promoting: ReadonlySet<string>;
	/** Whether there may be more, since not everything could be read. */
	readonly mayPromoteMore: boolean;
	readonly findings: readonly Finding[];
}

/**
 * The product groups that a campaign's ad groups promote. Asked for where the campaign sells from a catalog, and
 * where it may do so and an ad group has no ad. Operation `product_group_promotions/list`.
 * @param ads undefined where they could not be read
 */
export async function promotedProducts(
	scope: Scope,
	campaign: Entity,
	adGroups: readonly Entity[],
	ads: readonly Entity[] | undefined,
): Promise<Promoted> {
	const asked = await askEach(
		adGroupsToAsk(campaign, adGroups, ads),
		MOST_AD_GROUPS,
		async (id) => await promotionsOf(scope, id),
	);
	const subject = subjectOf('campaign', campaign);
	const promotions: Entity[] = [];
	const unread = new Set<string>();
	const findings: Finding[] = [...leftOut(asked, subject, 'what its ad groups promote')];
	for (const adGroup of adGroups) {
		const outcome = asked.known.get(adGroup.id);
		if (outcome === undefined) continue;
		const who = subjectOf('ad_group', adGroup);
		if (!outcome.ok) {
			unread.add(adGroup.id);
			findings.push(notChecked(who, 'what it promotes', outcome.error));
			continue;
		}
		promotions.push(...outcome.record);
		if (outcome.record.length === 0 && isOfCatalog(campaign)) {
			const message = `${called(who)} promotes no product groups, or only archived ones.`;
			findings.push(finding(who, 'blocks', 'no_product_groups', message));
		}
	}
	return {
		promotions,
		promoting: new Set([...promotions.map((one) => String(one.ad_group_id)), ...unread]),
		mayPromoteMore: unread.size > 0 || asked.unasked > 0,
		findings: [
			...findings,
			...promotions.flatMap((one) => statusFindings(named(one), one, campaign)),
		],
	};
}

function adGroupsToAsk(
	campaign: Entity,
	adGroups: readonly Entity[],
	ads: readonly Entity[] | undefined,
): string[] {
	const ids = adGroups.map(({ id }) => id);
	if (isOfCatalog(campaign)) return ids;
	const { objective, promotionType } = factsOf(campaign);
	if (!maySellFromCatalog(objective, promotionType) || ads === undefined) return [];
	const withAds = new Set(ads.map(({ ad_group_id }) => String(ad_group_id)));
	return ids.filter((id) => !withAds.has(id));
}

async function promotionsOf({ context, adAccountId }: Scope, adGroupId: string): Promise<Entity[]> {
	const live: Entity[] = [];
	const filter = { ad_group_id: adGroupId };
	for await (const one of listEntities(context, PROMOTION, adAccountId, filter)) {
		if (isLive(one)) live.push({ ad_group_id: adGroupId, ...one });
	}
	return live;
}

const named = (promotion: Entity): Subject => ({
	level: 'product_group',
	id: promotion.id,
	name: nameOf(PROMOTION, promotion),
});
