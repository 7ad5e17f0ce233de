import { PinterestAdsError } from '../../client/errors';
import type { CampaignFacts } from '../adGroup/adGroupRules';
import { factsOf } from '../campaign/campaignFacts';
import { judgePromoted, promotedBy, type Promoted } from '../campaign/promotes';
import { fieldOf } from './findExisting';
import { plannedOf } from './judgeLaunch';
import type { Launch, LaunchEntity } from './launch';

/**
 * Ends launches whose objective is for product groups and not for Pins, or the other way round, before anything is
 * created. Where nobody knows what it is for, only what is likely to fail is said.
 */
export function requirePromotable(launches: readonly Launch[]): void {
	for (const launch of launches) {
		if (launch.error || launch.isCopy) continue;
		const facts = factsOf(plannedOf(launch.campaign));
		refuse(launch, facts, 'productGroups', launch.promotions[0], 'productGroupId');
		refuse(launch, facts, 'pins', launch.ads[0], 'pinId');
		if (promotedBy(facts.objective, facts.promotionType) === undefined) {
			launch.campaign.warnings.push(...doubts(launch));
		}
	}
}

function refuse(
	launch: Launch,
	{ objective, promotionType }: CampaignFacts,
	what: Promoted,
	first: LaunchEntity | undefined,
	name: 'pinId' | 'productGroupId',
): void {
	const problem = first && judgePromoted(what, objective, promotionType);
	if (first === undefined || problem === undefined) return;
	const field = fieldOf(first.asked.where, name);
	// By the objective alone Pins may do; where the campaign says that it is for a catalog, they do not.
	if (what === 'pins' && launch.takesPinsAnywhere && promotionType !== 'CATALOG') {
		launch.campaign.warnings.push(`${field}: ${problem}. Pinterest may refuse the ads.`);
		return;
	}
	launch.fail(new PinterestAdsError('invalid', `${field}: ${problem}`, { field }));
}

/** What a campaign is for is said when it is created; of one that exists and does not say it, nobody knows. */
function doubts({ ads, promotions, campaign }: Launch): string[] {
	if (promotions.length === 0) return [];
	const isBoth =
		ads.length > 0
			? [
					'The launch promotes Pins and product groups in one campaign: Pinterest means a campaign to be for the one or the other, and may refuse one of them.',
				]
			: [];
	const objective = String(plannedOf(campaign).objective_type);
	return [
		...isBoth,
		`Product groups under ${objective} need a campaign that is for a catalog, and this one does not say whether it is. If Pinterest refuses them, launch under another name, so that a campaign for a catalog is created.`,
	];
}
