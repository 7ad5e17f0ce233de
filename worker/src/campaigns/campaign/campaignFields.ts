import type { Fields } from '../../entities';
import { withoutUndefined } from '../body';
import type { CampaignInput } from './campaignInput';

type Given = Partial<Omit<CampaignInput, 'objective' | 'adAccountId' | 'status'>> & {
	readonly status?: string;
};

/** What a new campaign and a changed one say alike (schema `CampaignCreateCommon`). */
export function campaignFields(input: Given): Fields {
	return withoutUndefined({
		name: input.name,
		status: input.status,
		daily_spend_cap: input.dailySpendCap?.micro,
		lifetime_spend_cap: input.lifetimeSpendCap?.micro,
		start_time: input.startTime,
		end_time: input.endTime,
		is_campaign_budget_optimization: input.isCampaignBudgetOptimization,
		is_flexible_daily_budgets: input.isFlexibleDailyBudgets,
		is_performance_plus: input.isPerformancePlus,
		tracking_urls: input.trackingUrls && withoutUndefined(input.trackingUrls),
		order_line_id: input.orderLineId,
	});
}
