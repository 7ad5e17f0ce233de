import type {
	createAdGroups,
	createAds,
	createCampaigns,
} from '../../../worker/src/campaigns/index.ts';
import type { HttpRequest } from '../../../worker/src/ports.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

export const adAccountId = '549755885175';
export const NOW = Date.UTC(2026, 10, 24);

export type Body = Record<string, unknown>;

export interface Held {
	campaign?: Body;
	adGroup?: Body;
	currency?: string | null;
}

/** An API that accepts everything, and knows one campaign and one ad group of every id. */
export function api({ campaign, adGroup, currency = 'USD' }: Held = {}) {
	const answer = (request: HttpRequest) =>
		request.method === 'POST' ? created(request) : read(request);
	const fake = fakeContext([answer]);
	const created = ({ path, body }: HttpRequest) => {
		if (path.endsWith('/audience_sizing')) {
			return json({ audience_size_lower_bound: 60_000, audience_size_upper_bound: 70_000 });
		}
		const numbered = (list: Body[]) => list.map((one, n) => ({ ...one, id: `${n + 1}` }));
		if (path.endsWith('/keywords')) {
			return json({ keywords: numbered((body as Body).keywords as Body[]), errors: [] });
		}
		return json({ items: numbered(body as Body[]).map((data) => ({ data })) });
	};
	const read = ({ path }: HttpRequest) => {
		const listOf = (entity: Body | undefined, filter: string) => {
			const ids = new URL(path, 'https://api.example.com').searchParams.getAll(filter);
			return json({ items: ids.map((id) => ({ id, ...entity })) });
		};
		if (path.includes('/ad_groups?')) {
			return listOf(
				adGroup ?? { billable_event: 'CLICKTHROUGH', campaign_id: '7' },
				'ad_group_ids',
			);
		}
		if (path.includes('/campaigns?')) {
			return listOf(campaign ?? { objective_type: 'CONSIDERATION' }, 'campaign_ids');
		}
		if (path.startsWith(`/ad_accounts/${adAccountId}`)) return json({ id: adAccountId, currency });
		return json({ items: [{ id: adAccountId, currency }] });
	};
	const posted = () => fake.requests.filter(({ method }) => method === 'POST');
	return { ...fake, answer, posted, sent: () => (posted()[0]?.body as Body[])?.[0] };
}

export const CAMPAIGN = { adAccountId, name: 'Spring', objective: 'CONSIDERATION' };
export const AD_GROUP = {
	adAccountId,
	campaignId: '7',
	name: 'US',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
};
export const AD = { adAccountId, adGroupId: '8', pinId: '813744226420795884' };

type Create = typeof createCampaigns | typeof createAdGroups | typeof createAds;

export async function errorOf(create: Create, input: unknown, held?: Held) {
	const fake = api(held);
	const [outcome] = await create(fake.context, [input]);
	expect(fake.posted()).toEqual([]);
	if (outcome.ok) throw new Error('It was accepted.');
	return outcome.error;
}

export async function recordOf(create: Create, input: unknown, held?: Held) {
	const fake = api(held);
	const [outcome] = await create(fake.context, [input]);
	if (!outcome.ok) throw outcome.error;
	return { record: outcome.record, sent: fake.sent() };
}
