import { SEED, type FaultRule } from '../../../simulator/simulator.mts';
import {
	createCampaign,
	createCampaigns,
	getCampaigns,
	updateCampaigns,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = (options?: Parameters<typeof contextFor>[1]) => contextFor(on.simulator, options);
const calls = () => on.simulator.ledger().map(({ operationId }) => operationId);

const CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION' } as const;

describe('what is refused', () => {
	const oneOf = async (input: unknown) => (await updateCampaigns(context(), [untyped(input)]))[0];
	const campaignId = SEED.campaigns.running;

	it.each([
		['nothing', { campaignId }, '', 'Nothing is to be changed'],
		['no campaign', { status: 'PAUSED' }, 'Campaign', 'is missing'],
		['a status of drafts', { campaignId, status: 'DRAFT' }, 'Status', 'must be one of'],
		[
			'both caps',
			{ campaignId, dailySpendCap: 5e6, lifetimeSpendCap: 5e7 },
			'Daily Spend Cap',
			'cannot be set together',
		],
		[
			'a value and no value',
			{ campaignId, endTime: '2099-01-01', clear: ['endTime'] },
			'Clear',
			'End Time is given a value as well',
		],
		['an unknown field', { campaignId, clear: 'objective' }, 'Clear 1.', 'must be some of'],
		['dollars as micro-currency', { campaignId, dailySpendCap: '50' }, 'Daily Spend Cap', 'only'],
		[
			'micro-currency as dollars',
			{ campaignId, dailySpendCap: '50000000', amountUnit: 'accountCurrency' },
			'Daily Spend Cap',
			'Did you mean 50.00 USD',
		],
	])('before it is sent: %s', async (_what, input, field, message) => {
		expect(await oneOf(input)).toMatchObject({
			ok: false,
			error: { kind: 'invalid', message: expect.stringContaining(message) },
		});
		const outcome = await oneOf(input);
		expect(outcome.ok ? undefined : (outcome.error.field ?? '')).toBe(field);
		expect(calls()).not.toContain('campaigns/update');
	});

	it('by Pinterest: a campaign of nobody’s, the other kind of cap; the others are changed', async () => {
		const { id } = await createCampaign(context(), { ...CAMPAIGN, lifetimeSpendCap: 5_000_000 });
		const outcomes = await updateCampaigns(context(), [
			{ campaignId: '626735565838999999', status: 'PAUSED' },
			{ campaignId: id, dailySpendCap: 5_000_000 },
			{ campaignId, name: 'Still' },
		]);
		expect(outcomes).toMatchObject([
			{
				error: {
					kind: 'not-found',
					field: 'Campaign',
					hint: expect.stringContaining('choose the ad account'),
				},
			},
			{ error: { field: 'Daily Spend Cap', hint: expect.stringContaining('Clear') } },
			{ ok: true, record: { name: 'Still' } },
		]);
	});

	it('a token without the scope, or without a role', async () => {
		const input = { campaignId, name: 'No' };
		const run = async (token: string) => (await updateCampaigns(context({ token }), [input]))[0];
		expect(await run(SEED.tokens.readOnly)).toMatchObject({ error: { kind: 'token-scope' } });
		expect(await run(SEED.tokens.analyst)).toMatchObject({ error: { kind: 'forbidden' } });
		expect(await run(SEED.tokens.expired)).toMatchObject({ error: { kind: 'token-expired' } });
	});
});

const FAULTS: Array<FaultRule['fault']> = [
	'cut-after',
	'truncated',
	'cut-before',
	'hang',
	'html',
	'500',
	'503',
	'429',
];

it.each(FAULTS)('a change is made in spite of a %s', async (fault) => {
	on.simulator.addFault({
		match: { operationId: 'campaigns/update' },
		fault,
		count: 1,
		resetSeconds: 1,
	});
	const [before] = recordsOf(
		await createCampaigns(context(), [{ ...CAMPAIGN, dailySpendCap: 5_000_000 }]),
	);
	const campaignId = before.id;
	const records = recordsOf(
		await updateCampaigns(context(), [
			{ campaignId, dailySpendCap: 6_000_000 },
			{ campaignId, name: 'Later' },
		]),
	);
	expect(records.map(({ id }) => id)).toEqual([campaignId, campaignId]);
	const [read] = recordsOf(await getCampaigns(context(), [{ campaignId }]));
	expect(read).toMatchObject({ daily_spend_cap: 6_000_000, name: 'Later', status: 'PAUSED' });
});
