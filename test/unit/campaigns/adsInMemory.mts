import { Description } from '../../../simulator/description/description.mts';
import { SEED } from '../../../simulator/simulator.mts';
import type {
	createAdGroups,
	createAds,
	createCampaigns,
} from '../../../worker/src/campaigns/index.ts';
import { pinterestBy } from '../../pinterest.mts';

export { NOW } from '../../pinterest.mts';
export const adAccountId = SEED.adAccountId;

export type Body = Record<string, unknown>;

export interface Held {
	campaign?: Body;
	adGroup?: Body;
	currency?: string;
}

let description: Description;
beforeAll(async () => {
	description = await Description.load();
});
const made: Array<ReturnType<typeof pinterestBy>> = [];
// What was asked may not break Pinterest's description, wherever it was asked.
afterEach(() => {
	for (const pinterest of made.splice(0)) expect(pinterest.violations()).toEqual([]);
});

/** Pinterest with the campaign 7 and its ad group 8 as a test wants them. */
export function api({ campaign, adGroup, currency = 'USD' }: Held = {}) {
	const pinterest = pinterestBy(description);
	made.push(pinterest);
	const entity = (id: string, { status = 'ACTIVE', ...fields }: Body) => ({
		...{ id, status: String(status), fields },
	});
	pinterest.plant({
		adAccounts: [{ id: adAccountId, currency }],
		campaigns: [entity('7', { name: 'Seven', objective_type: 'CONSIDERATION', ...campaign })],
		adGroups: [
			entity('8', {
				...{ name: 'Eight', billable_event: 'CLICKTHROUGH', campaign_id: '7' },
				...adGroup,
			}),
		],
	});
	const posted = () => pinterest.requests.filter(({ method }) => method === 'POST');
	const { context, requests } = pinterest;
	return { pinterest, context, requests, posted, sent: () => (posted()[0]?.body as Body[])?.[0] };
}

export const CAMPAIGN = { adAccountId, name: 'Spring', objective: 'CONSIDERATION' };
export const AD_GROUP = {
	adAccountId,
	campaignId: '7',
	name: 'US',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
};
export const AD = { adAccountId, adGroupId: '8', pinId: SEED.pins.image };

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
