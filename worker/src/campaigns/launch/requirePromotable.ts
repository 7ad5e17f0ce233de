import { PinterestAdsError } from '../../client/errors';
import { factsOf } from '../campaign/campaignFacts';
import { judgePromoted, promotedBy, type Promoted } from '../campaign/promotes';
import { fieldOf } from './findExisting';
import { plannedOf } from './judgeLaunch';
import type { Launch, LaunchEntity } from './launch';

/**
 * Ends launches whose objective is for product groups and not for Pins, or the other way round, before anything is
 * created. Where it may be for either, only what is likely to fail is said.
 */
export function requirePromotable(launches: readonly Launch[]): void {
	for (const launch of launches) {
		if (launch.error || launch.isCopy) continue;
		const { objective } = factsOf(plannedOf(launch.campaign));
		refuse(launch, objective, 'productGroups', launch.promotions[0], 'productGroupId');
		refuse(launch, objective, 'pins', launch.ads[0], 'pinId');
		if (promotedBy(objective) === undefined) launch.campaign.warnings.push(...doubts(launch));
	}
}

function refuse(
	launch: Launch,
	objective: string | undefined,
	what: Promoted,
	first: LaunchEntity | undefined,
	name: 'pinId' | 'productGroupId',
): void {
	const problem = first && judgePromoted(what, objective);
	if (first === undefined || problem === undefined) return;
	const field = fieldOf(first.asked.where, name);
	if (what === 'pins' && launch.takesPinsAnywhere) {
		launch.campaign.warnings.push(`${field}: ${problem}. Pinterest may refuse the ads.`);
		return;
	}
	launch.fail(new PinterestAdsError('invalid', `${field}: ${problem}`, { field }));
}

/** By Pinterest's guide a campaign is for the one or the other, which is said when it is created. */
function doubts({ ads, promotions, campaign }: Launch): string[] {
	if (promotions.length === 0) return [];
	const isBoth =
		ads.length > 0
			? [
					'The launch promotes Pins and product groups in one campaign: Pinterest means a campaign to be for the one or the other, and may refuse one of them.',
				]
			: [];
	const { intended_promotion_type: intended } = plannedOf(campaign);
	if (intended === 'CATALOG') return isBoth;
	const objective = String(plannedOf(campaign).objective_type);
	return [
		...isBoth,
		`Product groups under ${objective} need a campaign that is for a catalog. If Pinterest refuses them, take CATALOG_SALES, or make the campaign in Ads Manager and launch into it by its ID.`,
	];
}
