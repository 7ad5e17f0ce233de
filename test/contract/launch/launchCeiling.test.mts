import fc from 'fast-check';
import { SEED } from '../../../simulator/simulator.mts';
import { launchCampaigns } from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';
import { A, ask } from '../simulator/simulatorClient.mts';

const on = useSimulator();
const launch = async (input: object) => await launchCampaigns(contextFor(on.simulator), [input]);
const CEILING = { amountUnit: 'accountCurrency', maxDailyBudget: '50' };

/** As the form of the template asks for it. */
const asked = (budget: unknown, more: object = {}) => ({
	...CEILING,
	name: 'Spring',
	objective: 'CONSIDERATION',
	dailySpendCap: budget,
	budget,
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
	pinIds: SEED.pins.image,
	status: 'ACTIVE',
	...more,
});

const group = (name: string, more: object = {}) => ({
	name,
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
	ads: [{ pinId: SEED.pins.image }],
	...more,
});
const campaign = (more: object = {}) => ({ name: 'Spring', objective: 'CONSIDERATION', ...more });
const inFuture = () => new Date(on.simulator.now() + 10 * 86_400_000).toISOString();
const writes = () => on.simulator.ledger().filter(({ method }) => method !== 'GET');

async function refusal(input: object) {
	const before = writes().length;
	const [outcome] = await launch(input);
	if (outcome.ok) throw new Error('It was launched.');
	expect(writes()).toHaveLength(before);
	return outcome.error;
}

describe('a launch over its ceiling is refused, and nothing is created or switched on', () => {
	it('says what was asked, what the ceiling is, and who can raise it', async () => {
		expect(await refusal(asked('500000'))).toMatchObject({
			kind: 'invalid',
			field: 'Daily Spend Cap',
			message:
				'Daily Spend Cap: 500,000.00 of the account’s currency a day is over the ceiling of this launch, 50.00 of the account’s currency a day',
			hint: 'Ask for less, or have the owner of this launch raise Max Daily Budget.',
			details: { over_ceiling: 'daily' },
		});
	});

	it.each(['500000', 500_000, '0500000', ' 500000 ', '50.01', '500000.00', '5000000000'])(
		'however the amount is written: %j',
		async (budget) => {
			expect((await refusal(asked(budget))).kind).toBe('invalid');
		},
	);

	it.each(['500.000', '500,000', '5e5', '$500000', '500 000', 'Infinity', '١٢٣٤٥٦'])(
		'also where it is no plain amount: %j',
		async (budget) => {
			expect(await refusal(asked(budget))).toMatchObject({ kind: 'invalid' });
		},
	);

	it.each<[string, object, string]>([
		['the cap alone', asked('20', { dailySpendCap: '51' }), 'Daily Spend Cap'],
		['the budget alone', asked('20', { budget: '51' }), 'Budget'],
		[
			'a lifetime cap, for which there is no ceiling',
			asked('20', { dailySpendCap: '', lifetimeSpendCap: '20' }),
			'Lifetime Spend Cap',
		],
		[
			'one of several ad groups',
			{ ...CEILING, campaign: campaign(), adGroups: [group('A'), group('B', { budget: '60' })] },
			'Ad Groups 2. Budget',
		],
		[
			'all ad groups together',
			{
				...CEILING,
				campaign: campaign(),
				adGroups: [group('A', { budget: '30' }), group('B', { budget: '30' })],
			},
			'Ad Groups 1. Budget',
		],
		[
			'the budget that Create has where none is given',
			{ ...CEILING, maxDailyBudget: '4', campaign: campaign(), adGroups: [group('A')] },
			'Ad Groups 1. Budget',
		],
		[
			'a campaign that spreads its own budget',
			asked('', { budget: '', dailySpendCap: '51', isCampaignBudgetOptimization: true }),
			'Daily Spend Cap',
		],
	])('for %s', async (_what, input, field) => {
		expect(await refusal(input)).toMatchObject({ kind: 'invalid', field });
	});

	it('for a lifetime budget over the lifetime ceiling', async () => {
		const lifetime = { budgetType: 'LIFETIME', endTime: inFuture() };
		const input = asked('600', { dailySpendCap: '', maxLifetimeBudget: '500', ...lifetime });
		expect(await refusal(input)).toMatchObject({
			field: 'Budget',
			hint: expect.stringContaining('raise Max Lifetime Budget'),
			details: { over_ceiling: 'lifetime' },
		});
	});

	it('for what stands at Pinterest already and would be switched on', async () => {
		const [{ id, ad_groups }] = recordsOf(
			await launch({ ...asked('500'), maxDailyBudget: '', status: 'PAUSED' }),
		);
		const [{ id: adGroupId, ads }] = ad_groups as Array<{ id: string; ads: Array<{ id: string }> }>;
		const given = {
			...CEILING,
			status: 'ACTIVE',
			campaignId: id,
			adGroups: [{ adGroupId, ads: [{ adId: ads[0].id }] }],
		};
		expect(await refusal(given)).toMatchObject({ kind: 'invalid', field: 'Daily Spend Cap' });
		await ask(on.simulator, 'PATCH', `${A}/campaigns`, {
			body: [{ id, ad_account_id: SEED.adAccountId, daily_spend_cap: 20_000_000 }],
		});
		expect(await refusal(given)).toMatchObject({ field: 'Ad Groups 1. Budget' });
	});

	it.each([
		['nothing', '0'],
		['a word', 'fifty'],
		['less than nothing', '-5'],
	])('and so is every launch where the ceiling is %s', async (_what, maxDailyBudget) => {
		const { message } = await refusal(asked('20', { maxDailyBudget }));
		expect(message).toMatch(/^Max Daily Budget: /);
	});
});

describe('a launch below its ceiling', () => {
	it.each<[string, object]>([
		['just at it', asked('50')],
		[
			'several ad groups under a cap',
			{
				...CEILING,
				campaign: campaign({ dailySpendCap: '50' }),
				adGroups: [group('A', { budget: '30' }), group('B', { budget: '30' })],
			},
		],
		['in micro-currency', asked('50000000', { amountUnit: 'micro', maxDailyBudget: '50000000' })],
	])('goes through: %s', async (_what, input) => {
		const [record] = recordsOf(await launch(input));
		expect(record.created.campaigns).toHaveLength(1);
	});

	it('has no ceiling where none is set', async () => {
		const [record] = recordsOf(await launch({ ...asked('500000'), maxDailyBudget: '' }));
		expect(record.campaign.daily_spend_cap).toBe(500_000_000_000);
	});

	it('never leaves more at Pinterest than the ceiling, whatever is asked for', async () => {
		const amount = fc.oneof(
			fc.nat(200).map(String),
			fc.double({ min: 0, max: 1e9, noNaN: true }),
			fc.string({ maxLength: 8, unit: fc.constantFrom(...'0123456789.,e-+ ') }),
		);
		await fc.assert(
			fc.asyncProperty(amount, amount, async (cap, budget) => {
				const input = { ...asked(budget), dailySpendCap: cap, name: `S ${String(cap)}` };
				await launch({ ...input, adGroupName: `${String(budget)} g` });
			}),
			{ numRuns: 60 },
		);
		const { campaigns, adGroups } = on.simulator.state();
		const ours = campaigns.filter(({ name }) => String(name).startsWith('S '));
		const ids = ours.map(({ id }) => id);
		const groups = adGroups.filter(({ campaign_id: id }) => ids.includes(id as string));
		for (const { daily_spend_cap: cap } of ours) expect(Number(cap ?? 0)).toBeLessThanOrEqual(5e7);
		for (const { budget_in_micro_currency: budget } of groups)
			expect(Number(budget)).toBeLessThanOrEqual(5e7);
	});
});
