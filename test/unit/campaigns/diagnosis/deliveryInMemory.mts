import type { GivenAnswer, SentRequest } from '../../../../simulator/inMemory.mts';
import { diagnoseCampaign } from '../../../../worker/src/campaigns/index.ts';
import { adAccountId, api, NOW as NOW_MS } from '../adsInMemory.mts';

export { adAccountId };
export const NOW = NOW_MS / 1000;

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
	/** The simulator's own where it is left out. */
	floor?: number;
	/** Answers instead of what is held, by a part of the path below the ad account, or `=` all of it. */
	instead?: Record<string, GivenAnswer | Error>;
}

const CAMPAIGN = { id: '7', name: 'Spring', objective_type: 'CONSIDERATION' };
const AD_GROUP = {
	id: '8',
	name: 'US',
	campaign_id: '7',
	billable_event: 'CLICKTHROUGH',
	budget_in_micro_currency: 25_000_000,
	bid_in_micro_currency: 2_000_000,
	targeting_spec: { LOCATION: ['US'] },
};
const AD = {
	id: '9',
	name: 'Shelf',
	ad_group_id: '8',
	pin_id: '55',
	creative_type: 'REGULAR',
	is_pin_deleted: false,
};

export function delivery(held: Held = {}) {
	const { currency, people = 9_000_000, floor, pins = { 55: {}, 56: {} } } = held;
	const fake = api({ currency });
	const { pinterest } = fake;
	const campaign: Fields = { ...CAMPAIGN, ...held.campaign };
	const adGroups = (held.adGroups ?? [{}]).map((change): Fields => ({ ...AD_GROUP, ...change }));
	const ads = (held.ads ?? [{}]).map((change): Fields => ({ ...AD, ...change }));
	pinterest.world.adGroups.clear();
	pinterest.world.ads.clear();
	pinterest.plant({
		campaigns: [entity(campaign)],
		adGroups: adGroups.map(entity),
		ads: ads.map(entity),
		audiences: Object.keys(held.audiences ?? {}).map((id) => ({ id })),
		pins: Object.keys(pins).map((id) => ({ id })),
	});
	const said = new Map([campaign, ...adGroups, ...ads].map((one) => [String(one.id), one]));
	for (const [id, one] of Object.entries({ ...held.audiences, ...pins })) said.set(id, one);
	// States that Pinterest comes to by itself, and the simulator in its time or not at all.
	const asHeld = (one: Fields): Fields => ({ ...one, ...said.get(String(one.id)) });
	pinterest.changeAnswers((answer, { path }) => {
		const instead = insteadOf(held, path);
		if (instead) return instead;
		if (answer.status !== 200) return answer;
		const body = answer.body as Fields;
		if (Array.isArray(body.items)) body.items = (body.items as Fields[]).map(asHeld);
		if (path.endsWith('/audience_sizing')) body.audience_size_upper_bound = people;
		if (path.endsWith('/bid_floor') && floor !== undefined) {
			body.bid_floors = (body.bid_floors as number[]).map(() => floor);
		}
		return { ...answer, body: asHeld(body) };
	});
	return {
		...fake,
		diagnose: async () => await diagnoseCampaign(fake.context, { adAccountId, campaignId: '7' }),
	};
}

const entity = ({ id, status = 'ACTIVE', ...fields }: Fields) => ({
	...{ id: String(id), status: String(status), fields },
});

function insteadOf({ instead = {} }: Held, asked: SentRequest['path']) {
	const path = asked.split('?')[0];
	const below = path.replace(`/ad_accounts/${adAccountId}`, '');
	const found = Object.entries(instead).find(([part]) =>
		part.startsWith('=') ? below === part.slice(1) : path.includes(part),
	);
	return found?.[1];
}
