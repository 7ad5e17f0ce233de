import { dayOf } from '../world/delivery.mts';
import type { Facts } from '../world/facts.mts';
import { factsOf, isNothing } from '../world/metrics.mts';
import type { Simulation } from '../simulation.mts';
import { DAY_MS } from '../world/tokens.mts';

export interface TrueDay extends Facts {
	ad_account_id: string;
	campaign_id: string;
	ad_group_id: string;
	ad_id: string;
	date: string;
}

/**
 * What really happened, ad by ad and day by day: the numbers that every answer of the analytics
 * endpoints is summed up from. Windows in days: click 30 and view 1 unless given.
 */
export function groundTruth(
	sim: Simulation,
	ask: { from?: unknown; to?: unknown; clickWindow?: unknown; viewWindow?: unknown },
): TrueDay[] {
	const today = dayOf(sim.clock.now());
	const day = (value: unknown, other: number) =>
		value === undefined ? other : dayOf(Date.parse(String(value)));
	const [from, to] = [day(ask.from, today - 90), day(ask.to, today)];
	const windows = { click: Number(ask.clickWindow ?? 30), view: Number(ask.viewWindow ?? 1) };
	const truth: TrueDay[] = [];
	for (const ad of sim.world.ads.values()) {
		const ad_group_id = String(ad.fields.ad_group_id);
		const campaign_id = String(sim.world.adGroups.get(ad_group_id)?.fields.campaign_id);
		for (let at = from; at <= to; at++) {
			const facts = factsOf(ad, at, windows);
			if (isNothing(facts)) continue;
			const date = new Date(at * DAY_MS).toISOString().slice(0, 10);
			truth.push({
				ad_account_id: ad.ad_account_id,
				campaign_id,
				ad_group_id,
				ad_id: ad.id,
				date,
				...facts,
			});
		}
	}
	return truth;
}
