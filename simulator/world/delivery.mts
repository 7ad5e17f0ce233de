import type { MovableClock } from './clock.mts';
import { DAY_MS } from './tokens.mts';
import type { Ad, World } from './world.mts';

/** Days since 1970, UTC. */
export const dayOf = (ms: number) => Math.floor(ms / DAY_MS);

/**
 * Writes down from when to when ads deliver, after a status changed: an ad delivers while it, its
 * ad group and its campaign are all ACTIVE.
 */
export function noteDelivery(
	{ world, clock }: { readonly world: World; readonly clock: MovableClock },
	changed: { campaignId?: string; adGroupId?: string; adId?: string },
): void {
	const today = dayOf(clock.now());
	for (const ad of world.ads.values()) {
		const adGroup = world.adGroups.get(String(ad.fields.ad_group_id));
		const campaign = world.campaigns.get(String(adGroup?.fields.campaign_id));
		const touched =
			ad.id === changed.adId ||
			adGroup?.id === changed.adGroupId ||
			campaign?.id === changed.campaignId;
		if (!touched) continue;
		const delivers = [ad, adGroup, campaign].every((entity) => entity?.status === 'ACTIVE');
		const last = ad.delivery.at(-1);
		const open = last !== undefined && last.to === undefined;
		if (delivers && !open) ad.delivery.push({ from: today });
		if (!delivers && open) last.to = today;
	}
}

export const deliveredOn = (ad: Ad, day: number) =>
	ad.delivery.some(({ from, to }) => day >= from && (to === undefined || day <= to));
