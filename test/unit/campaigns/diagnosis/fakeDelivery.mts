import type { HttpRequest } from '../../../../worker/src/ports.ts';
import { diagnoseCampaign } from '../../../../worker/src/campaigns/index.ts';
import { fakeContext, json, type Answer } from '../../client/fakePorts.mts';
import type { WorkerContext } from '../../../../worker/src/context.ts';

export const adAccountId = '549755885175';
export const campaignId = '7';
export const NOW = Date.UTC(2026, 10, 24) / 1000;

type Fields = Record<string, unknown>;

/** What Pinterest holds; what is left out is a campaign that delivers. */
export interface Held {
	campaign?: Fields;
	/** Change the one ad group, or replace it by several. */
	adGroups?: Fields[];
	ads?: Fields[];
	audiences?: Record<string, Fields>;
	pins?: Record<string, Fields>;
	currency?: string;
	/** The upper bound of every estimate. */
	people?: number;
	floor?: number;
	/** Answers instead of what is held, by a part of the path below the ad account, or `=` all of it. */
	instead?: Record<string, Answer>;
}

const CAMPAIGN = {
	id: campaignId,
	name: 'Spring',
	status: 'ACTIVE',
	summary_status: 'RUNNING',
	objective_type: 'CONSIDERATION',
	is_campaign_budget_optimization: false,
};
export const AD_GROUP = {
	id: '8',
	name: 'US',
	campaign_id: campaignId,
	status: 'ACTIVE',
	summary_status: 'RUNNING',
	billable_event: 'CLICKTHROUGH',
	budget_type: 'DAILY',
	budget_in_micro_currency: 25_000_000,
	bid_in_micro_currency: 2_000_000,
	targeting_spec: { LOCATION: ['US'] },
};
export const AD = {
	id: '9',
	name: 'Shelf',
	ad_group_id: '8',
	campaign_id: campaignId,
	pin_id: '55',
	status: 'ACTIVE',
	summary_status: 'APPROVED',
	review_status: 'APPROVED',
	is_pin_deleted: false,
};

export function delivery(held: Held = {}, options: Partial<WorkerContext> = {}) {
	const adGroups = (held.adGroups ?? [{}]).map((change) => ({ ...AD_GROUP, ...change }));
	const ads = (held.ads ?? [{}]).map((change) => ({ ...AD, ...change }));
	const { currency = 'USD', people = 9_000_000, floor = 100_000 } = held;
	const one = (found: Fields | undefined) =>
		found ? json(found) : json({ code: 50, message: 'Not found.' }, 404);
	const answer = (request: HttpRequest) => {
		const path = request.path.split('?')[0];
		const below = path.replace(`/ad_accounts/${adAccountId}`, '');
		const [, instead] =
			Object.entries(held.instead ?? {}).find(([part]) =>
				part.startsWith('=') ? below === part.slice(1) : path.includes(part),
			) ?? [];
		if (typeof instead === 'function') return instead(request);
		if (instead !== undefined) return instead;
		const id = path.slice(path.lastIndexOf('/') + 1);
		if (path.endsWith('/audience_sizing')) {
			return json({ audience_size_lower_bound: 1, audience_size_upper_bound: people });
		}
		if (path.endsWith('/bid_floor')) {
			const { bid_floor_specs } = request.body as { bid_floor_specs: unknown[] };
			return json({ bid_floors: bid_floor_specs.map(() => floor) });
		}
		if (path.endsWith(`/campaigns/${campaignId}`)) return json({ ...CAMPAIGN, ...held.campaign });
		if (path.endsWith('/ad_groups')) return json({ items: adGroups });
		if (path.endsWith('/ads')) return json({ items: ads });
		if (path.includes('/audiences/')) return one(held.audiences?.[id]);
		if (path.includes('/pins/')) return one((held.pins ?? { 55: {}, 56: {} })[id]);
		return json({ id: adAccountId, currency });
	};
	const fake = fakeContext([answer], options);
	return {
		...fake,
		diagnose: async () => await diagnoseCampaign(fake.context, { adAccountId, campaignId }),
	};
}
