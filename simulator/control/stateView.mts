import { adBody } from '../campaigns/ads.mts';
import { adGroupBody } from '../campaigns/adGroups.mts';
import { audienceStanding } from '../audiences/audiences.mts';
import { campaignBody } from '../campaigns/campaigns.mts';
import { promotionBody } from '../campaigns/promotions.mts';
import { listStatus, matchedPeople } from '../audiences/customerLists.mts';
import type { Simulation } from '../simulation.mts';
import type { Body, Keyword, ReceivedEvent } from '../world/world.mts';

export interface StateView {
	customerLists: Array<{
		id: string;
		ad_account_id: string;
		name: string;
		list_type: string;
		status: string;
		matched: number;
		num_batches: number;
		members: string[];
	}>;
	audiences: Body[];
	campaigns: Body[];
	adGroups: Body[];
	ads: Body[];
	/** What ad groups promote of a catalog. */
	promotions: Body[];
	keywords: Keyword[];
	events: ReceivedEvent[];
}

/** Everything that was made, with what Pinterest itself would never show: the members of lists. */
export function stateOf(sim: Simulation): StateView {
	const { world } = sim;
	return {
		customerLists: [...world.customerLists.values()].map((list) => ({
			id: list.id,
			ad_account_id: list.ad_account_id,
			name: list.name,
			list_type: list.list_type,
			status: listStatus(sim, list),
			matched: matchedPeople(sim, list),
			num_batches: list.num_batches,
			members: [...list.members],
		})),
		audiences: [...world.audiences.values()].map((audience) => ({
			...audience,
			...audienceStanding(sim, audience),
		})),
		campaigns: [...world.campaigns.values()].map((campaign) => campaignBody(sim, campaign)),
		adGroups: [...world.adGroups.values()].map((adGroup) => adGroupBody(sim, adGroup)),
		ads: [...world.ads.values()].map((ad) => adBody(sim, ad)),
		promotions: [...world.productGroups.values()].map(promotionBody),
		keywords: [...world.keywords.values()],
		events: [...world.events],
	};
}
