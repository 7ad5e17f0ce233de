import { deliveryOf } from '../campaigns/diagnosis/findings/deliveryFindings';
import type { Entity } from '../entities';
import { called, subjectOf, type Finding } from '../campaigns/diagnosis/finding';
import { groupedBy } from '../values/grouping';
import { placeAndTime, type LookResult, type Look } from './changeEvent';

/** Ids of the campaigns that could deliver. */
export type SeenCampaigns = readonly string[];

/** A campaign, and whether anything in it can deliver. */
export interface ObservedCampaign {
	readonly id: string;
	readonly name: string | null;
	readonly canDeliver: boolean;
	/** What holds it back, the first of it. */
	readonly obstacle?: Finding;
}

/** Judges all campaigns by what lists tell of them, their ad groups and ads: no request for each. */
export function observedCampaigns(
	look: Look,
	campaigns: readonly Entity[],
	adGroups: readonly Entity[],
	ads: readonly Entity[],
): ObservedCampaign[] {
	const groupsOf = groupedBy(adGroups, ({ campaign_id }) => String(campaign_id));
	const adsOf = groupedBy(ads, ({ campaign_id }) => String(campaign_id));
	return campaigns.map((campaign) => {
		const { id, name } = subjectOf('campaign', campaign);
		const { canDeliver, findings } = deliveryOf(
			{ now: look.at / 1000, currency: look.currency },
			campaign,
			groupsOf.get(id) ?? [],
			adsOf.get(id) ?? [],
		);
		const obstacle = findings.find(({ severity }) => severity === 'blocks');
		return { id, name, canDeliver, obstacle };
	});
}

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function compareCampaigns(
	look: Look,
	seen: SeenCampaigns | undefined,
	campaigns: readonly ObservedCampaign[],
): LookResult<SeenCampaigns> {
	const now = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
	const stopped = (seen ?? []).filter((id) => now.get(id)?.canDeliver !== true);
	return {
		seen: campaigns
			.filter(({ canDeliver }) => canDeliver)
			.map(({ id }) => id)
			.sort(),
		events: stopped.map((id) => ({
			key: `campaign:${id}:stopped`,
			event: stopOf(look, now.get(id) ?? { id, name: null, canDeliver: false }),
		})),
	};
}

/** Its name is not known where Pinterest no longer has it. */
function stopOf(look: Look, { id, name, obstacle }: ObservedCampaign) {
	const who = called({ level: 'campaign', id, name });
	return {
		change: 'campaign_stopped' as const,
		what: `${who} stopped delivering. ${obstacle?.message ?? 'Pinterest no longer lists it.'}`,
		hint: obstacle?.hint ?? 'Look at it in Pinterest Ads Manager.',
		level: 'campaign' as const,
		...{ id, name, before: 'delivering', after: obstacle?.reason ?? 'gone' },
		...placeAndTime(look),
	};
}
