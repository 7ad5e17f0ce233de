import type { AskedCampaign, DashboardPeriod } from '../dashboardInput';
import type { Campaigns } from '../model/campaigns';
import type { Delivery } from '../model/delivery';
import type { MonthSpend } from '../model/monthSpend';
import type { Spans } from '../model/periods';

/** What the part about campaigns is drawn from. */
export interface ShownCampaigns {
	readonly campaigns: Campaigns;
	readonly spans: Spans;
	readonly period: DashboardPeriod;
	readonly month?: MonthSpend;
	readonly delivery: Delivery;
	readonly asked?: AskedCampaign;
	readonly now: number;
}
