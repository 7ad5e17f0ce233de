import { SEED } from '../../../simulator/simulator.mts';
import {
	callApi,
	updateAdGroups,
	updateCampaigns,
	type Outcome,
	type SpendingPolicy,
} from '../../../worker/src/index.ts';
import { usePinterest } from '../../pinterest.mts';

/** By how much a budget may be raised at once, against the simulator. */

const on = usePinterest();
const { running: campaignId } = SEED.campaigns;
const { running: adGroupId } = SEED.adGroups;
const UNIT = { amountUnit: 'accountCurrency' } as const;

const limited = (spending: SpendingPolicy = { largestIncrease: '20' }) =>
	on.pinterest.contextWith({ spending });
const messageOf = ([outcome]: ReadonlyArray<Outcome<unknown>>) =>
	outcome.ok ? undefined : outcome.error.message;
const reads = () => on.pinterest.calls.filter((call) => call.startsWith('GET'));

beforeEach(() => {
	on.pinterest.plant({
		campaigns: [{ id: campaignId, fields: { name: 'Running', daily_spend_cap: 50_000_000 } }],
		adGroups: [
			{
				id: adGroupId,
				fields: {
					...{ name: 'Group', campaign_id: campaignId, billable_event: 'CLICKTHROUGH' },
					...{ budget_in_micro_currency: 10_000_000, budget_type: 'DAILY' },
					bid_in_micro_currency: 1_000_000,
				},
			},
		],
	});
});

describe('a cap of 50.00 that may be raised by 20 percent at once', () => {
	const raise = async (dailySpendCap: string, context = limited()) =>
		await updateCampaigns(context, [{ campaignId, dailySpendCap, ...UNIT }]);

	it.each(['60.00', '59.99', '50', '1'])('becomes %s', async (cap) => {
		expect(messageOf(await raise(cap))).toBeUndefined();
	});

	it.each([
		['60.01', '20.1%'],
		['75', '50%'],
		['5000', '9900%'],
	])('does not become %s', async (cap, step) => {
		const [outcome] = await raise(cap);
		expect(outcome).toMatchObject({
			error: {
				message: expect.stringMatching(
					new RegExp(
						`^Daily Spend Cap: from 50.00 USD to [\\d,.]+ USD is ${step} more, and 20% is what this connection allows at once \\(Largest Budget Increase\\)$`,
					),
				),
				action: 'raise-the-limit',
				details: { limit: 'largestIncrease' },
			},
		});
		expect(on.pinterest.writes).toEqual([]);
	});

	it('is not raised twice in one run: both steps are measured from the beginning', async () => {
		const context = limited();
		expect(messageOf(await raise('60', context))).toBeUndefined();
		expect(messageOf(await raise('72', context))).toMatch(/from 50.00 USD to 72.00 USD/);
		const both = ['70', '80'].map((dailySpendCap) => ({ campaignId, dailySpendCap, ...UNIT }));
		const outcomes = await updateCampaigns(limited(), both);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
	});

	it('is not taken away, which would leave no limit', async () => {
		const cleared = await updateCampaigns(limited(), [{ campaignId, clear: ['dailySpendCap'] }]);
		expect(messageOf(cleared)).toBe(
			'Daily Spend Cap: to take 50.00 USD away would leave no limit, which is more than the 20% that this connection allows at once (Largest Budget Increase)',
		);
	});

	it('is not raised at all where the limit is 0', async () => {
		const context = () => limited({ largestIncrease: '0' });
		expect(messageOf(await raise('50.01', context()))).toMatch(/is 0.1% more, and 0% is what/);
		expect(messageOf(await raise('50', context()))).toBeUndefined();
	});

	it('may get a lifetime cap beside none: a cap only takes away', async () => {
		on.pinterest.plant({ campaigns: [{ id: campaignId, fields: { name: 'Running' } }] });
		const capped = await updateCampaigns(limited(), [
			{ campaignId, lifetimeSpendCap: '500', ...UNIT },
		]);
		expect(messageOf(capped)).toBeUndefined();
	});

	it.each([
		['a list', [{ id: campaignId, ad_account_id: SEED.adAccountId, daily_spend_cap: 75e6 }]],
		['text', [{ id: campaignId, ad_account_id: SEED.adAccountId, daily_spend_cap: '75000000' }]],
		['another spelling', [{ id: campaignId, dailySpendCap: 75_000_000 }]],
		['a number for an ID', [{ id: Number(campaignId), daily_spend_cap: 75e6 }]],
		['no ID at all', [{ daily_spend_cap: 75e6 }]],
		['nothing', [{ id: campaignId, daily_spend_cap: null }]],
	])('is not raised by a call of the API with %s either', async (_what, body) => {
		const path = '/ad_accounts/{ad_account_id}/campaigns';
		const call = callApi(limited(), { method: 'PATCH', path, body, unsafe: true });
		await expect(call).rejects.toThrow();
		expect(on.pinterest.writes).toEqual([]);
	});
});

describe('the budget of an ad group', () => {
	const change = async (more: object) =>
		await updateAdGroups(limited(), [{ adGroupId, ...UNIT, ...more }]);

	it('is raised by as much as is allowed', async () => {
		expect(messageOf(await change({ budget: '12.01' }))).toMatch(
			/^Budget: from 10.00 USD to 12.01/,
		);
		expect(messageOf(await change({ budget: '12' }))).toBeUndefined();
	});

	it('does not change its kind, which cannot be compared', async () => {
		const path = '/ad_accounts/{ad_account_id}/ad_groups';
		const body = [
			{ id: adGroupId, budget_type: 'LIFETIME' },
			{ id: adGroupId, budget_type: 'LIFETIME', budget_in_micro_currency: 9_000_000 },
		];
		for (const one of body) {
			const call = callApi(limited(), { method: 'PATCH', path, body: [one], unsafe: true });
			await expect(call).rejects.toThrow(/^Budget: .*cannot be compared with the 20% more/);
		}
	});

	it('has nothing to do with its bid', async () => {
		expect(messageOf(await change({ bid: '9' }))).toBeUndefined();
	});
});

it('what is to be changed is read 250 at a time, and only where the limit needs it', async () => {
	const ids = Array.from({ length: 260 }, (_, n) => `6267355658380${String(n).padStart(4, '0')}`);
	on.pinterest.plant({
		campaigns: ids.map((id) => ({ id, fields: { name: id, daily_spend_cap: 50_000_000 } })),
	});
	const changes = ids.map((id) => ({ campaignId: id, dailySpendCap: 55_000_000 }));
	const outcomes = await updateCampaigns(limited(), changes);
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	const account = `GET /ad_accounts/${SEED.adAccountId}`;
	expect(reads()).toEqual([account, 'GET /campaigns', 'GET /campaigns']);
	const renamed = await updateCampaigns(limited(), [{ campaignId, name: 'Other' }]);
	expect(renamed[0].ok).toBe(true);
	expect(reads()).toHaveLength(3);
});

it('a campaign that cannot be read is not raised', async () => {
	on.pinterest.answerWith({ method: 'GET' }, { status: 500, body: {} });
	const [outcome] = await updateCampaigns(limited(), [{ campaignId, dailySpendCap: 55_000_000 }]);
	expect(outcome).toMatchObject({ error: { kind: 'unavailable' } });
	expect(on.pinterest.writes).toEqual([]);
});
