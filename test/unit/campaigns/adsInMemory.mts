import { Description } from '../../../simulator/description/description.mts';
import { SEED } from '../../../simulator/simulator.mts';
import type {
	createAdGroups,
	createAds,
	createCampaigns,
	NewAdGroup,
} from '../../../worker/src/campaigns/index.ts';
import { pinterestBy, type Pinterest } from '../../pinterest.mts';
import { untyped } from '../../untyped.mts';

export { NOW } from '../../pinterest.mts';
export const adAccountId = SEED.adAccountId;

export type Body = Record<string, unknown>;

/** The IDs that Pinterest gives out first. */
export const FIRST_CAMPAIGN = '626735565838901001';
export const FIRST_AD_GROUP = '268036134927002001';
export const FIRST_AD = '687201361754003001';

export interface Held {
	campaign?: Body;
	adGroup?: Body;
	/** null: Pinterest leaves it empty. */
	currency?: string | null;
	/** Pinterest takes a value of this field that is too new for its description. */
	newer?: string;
}

let description: Description;
beforeAll(async () => {
	description = await Description.load();
});
const made: Array<{ pinterest: Pinterest; newer?: string }> = [];
// What was asked may not break Pinterest's description, wherever it was asked.
afterEach(() => {
	for (const { pinterest, newer } of made.splice(0)) {
		const expected = newer === undefined ? [] : [expect.stringContaining(`/${newer}: `)];
		expect(pinterest.violations().map(({ violation }) => violation)).toEqual(expected);
	}
});

/**
 * Pinterest with the campaign 7 and its ad group 8 as a test wants them. The context names no ad
 * account.
 */
export function api({ campaign, adGroup, currency = 'USD', newer }: Held = {}) {
	const pinterest = pinterestBy(description);
	made.push({ pinterest, newer });
	const entity = (id: string, { status = 'ACTIVE', ...fields }: Body) => ({
		...{ id, status: String(status), fields },
	});
	pinterest.plant({
		adAccounts: [{ id: adAccountId, currency: currency as string }],
		campaigns: [entity('7', { name: 'Seven', objective_type: 'CONSIDERATION', ...campaign })],
		adGroups: [
			entity('8', {
				...{ name: 'Eight', billable_event: 'CLICKTHROUGH', campaign_id: '7' },
				...adGroup,
			}),
		],
	});
	if (newer !== undefined) {
		pinterest.answerWith({ method: 'POST' }, ({ body }) => ({
			body: { items: (body as Body[]).map((data) => ({ data: { ...data, id: FIRST_CAMPAIGN } })) },
		}));
	}
	const posted = () => pinterest.requests.filter(({ method }) => method === 'POST');
	return {
		pinterest,
		context: pinterest.contextWith({ adAccountId: undefined }),
		requests: pinterest.requests,
		posted,
		sent: () => (posted()[0]?.body as Body[])?.[0],
		/** What Pinterest answered of the first one. */
		answered: () => {
			const answers = pinterest.ledger().filter(({ method }) => method === 'POST');
			return (answers[0].response as { items: Array<{ data: Body }> }).items[0].data;
		},
	};
}

export const CAMPAIGN = { adAccountId, name: 'Spring', objective: 'CONSIDERATION' } as const;
export const AD_GROUP = {
	adAccountId,
	campaignId: '7',
	name: 'US',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
} as const satisfies NewAdGroup;
export const AD = { adAccountId, adGroupId: '8', pinId: SEED.pins.image };

type Create = typeof createCampaigns | typeof createAdGroups | typeof createAds;

export async function errorOf(create: Create, input: unknown, held?: Held) {
	const fake = api(held);
	const [outcome] = await create(fake.context, [untyped(input)]);
	expect(fake.posted()).toEqual([]);
	if (outcome.ok) throw new Error('It was accepted.');
	return outcome.error;
}

export async function recordOf(create: Create, input: unknown, held?: Held) {
	const fake = api(held);
	const [outcome] = await create(fake.context, [untyped(input)]);
	if (!outcome.ok) throw outcome.error;
	return { record: outcome.record, sent: fake.sent(), answered: fake.answered };
}
