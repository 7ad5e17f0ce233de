import type { Entity } from '../../entities';
import type { CampaignFacts } from '../adGroup/adGroupRules';

/** What the rules need of a campaign that Pinterest holds (schema `CampaignResponse`). */
export function factsOf(campaign: Entity): CampaignFacts {
	const { objective_type, intended_promotion_type, status, start_time, end_time } = campaign;
	return {
		objective: typeof objective_type === 'string' ? objective_type : undefined,
		promotionType:
			typeof intended_promotion_type === 'string' ? intended_promotion_type : undefined,
		isBudgetOptimized: campaign.is_campaign_budget_optimization === true,
		isArchived: status === 'ARCHIVED',
		startTime: typeof start_time === 'number' ? start_time : undefined,
		endTime: typeof end_time === 'number' ? end_time : undefined,
	};
}
