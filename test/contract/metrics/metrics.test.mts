import {
	BROKEN_DOWN,
	fetchMetrics,
	GRANULARITIES,
	type MetricsInput,
	type MetricsRow,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { daysAgo } from '../simulator/simulatorClient.mts';
import { untyped } from '../../untyped.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});
beforeEach(() => simulator.reset());
// A request that breaks Pinterest's description fails the test that sent it.
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
});

function contextWith(token: string = SEED.tokens.access): WorkerContext {
	return {
		http: httpOnSimulator(simulator, token),
		clock: { now: () => simulator.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
	};
}
const fetched = (input: MetricsInput = {}) => fetchMetrics(contextWith(), input);

const analytics = () =>
	simulator.ledger().filter(({ operationId }) => operationId?.endsWith('/analytics'));
const sum = (rows: MetricsRow[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
const truth = (days: number, more: object = {}) => {
	const facts = simulator.truth({
		from: daysAgo(simulator, days),
		to: daysAgo(simulator, 0),
		...more,
	});
	return facts.filter(({ ad_account_id }) => ad_account_id === SEED.adAccountId);
};

it('gives campaigns by day with name, status and currency, archived ones too', async () => {
	const startDate = daysAgo(simulator, 60);
	const { rows, warnings, currency } = await fetched({ startDate, micro: true });
	expect(warnings).toEqual([]);
	expect(currency).toBe('USD');
	expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
	expect(new Set(rows.map(({ id }) => id))).toEqual(
		new Set([SEED.campaigns.running, SEED.campaigns.archived]),
	);
	expect(rows.find(({ id }) => id === SEED.campaigns.archived)).toMatchObject({
		status: 'ARCHIVED',
		name: expect.any(String),
		date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
	});
	const spent = truth(60).reduce((total, { spendMicro }) => total + spendMicro, 0);
	expect(sum(rows, 'spend_micro')).toBe(spent);
});

it('adds up to the same at every level and granularity', async () => {
	const startDate = daysAgo(simulator, 30);
	const micro: number[] = [];
	for (const level of BROKEN_DOWN) {
		for (const granularity of GRANULARITIES.filter((name) => name !== 'HOUR')) {
			const { rows } = await fetched({ level, granularity, startDate, micro: true });
			expect(rows.every((row) => row.currency === 'USD' && row.granularity === granularity)).toBe(
				true,
			);
			micro.push(sum(rows, 'spend_micro'));
		}
	}
	expect(micro[0]).toBeGreaterThan(0);
	expect(new Set(micro).size).toBe(1);
});

it('gives hours over the whole 8 days, in as many requests as it takes, without conversions', async () => {
	const { rows, warnings } = await fetched({
		granularity: 'HOUR',
		startDate: daysAgo(simulator, 8),
	});
	expect(analytics()).toHaveLength(3);
	expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
	expect(new Set(rows.map(({ hour }) => hour)).size).toBe(24);
	expect(rows.every(({ total_conversions }) => total_conversions === null)).toBe(true);
	expect(warnings).toEqual([expect.stringContaining('by the hour')]);
});

it('passes the attribution windows on, 0 included', async () => {
	const input: MetricsInput = {
		startDate: daysAgo(simulator, 20),
		granularity: 'TOTAL',
		columns: 'TOTAL_CHECKOUT, spend_in_micro_dollar',
	};
	const { rows: usual } = await fetched(input);
	const { rows: none } = await fetched({
		...input,
		clickWindowDays: 0,
		viewWindowDays: untyped('0'),
	});
	expect(sum(usual, 'total_checkout')).toBeGreaterThan(0);
	expect(sum(none, 'total_checkout')).toBe(0);
	expect(analytics()[1].query).toMatchObject({ click_window_days: '0', view_window_days: '0' });
});

it('asks for 600 campaigns in three requests', async () => {
	simulator.plant({ generate: { campaigns: 600, days: 2 } });
	const { rows } = await fetched({ period: 'yesterday', columns: ['SPEND_IN_MICRO_DOLLAR'] });
	expect(analytics()).toHaveLength(3);
	expect(rows.length).toBeGreaterThan(500);
	const ids = [...new Set(rows.map(({ id }) => id))].slice(0, 300);
	const { rows: some } = await fetched({
		period: 'yesterday',
		ids,
		columns: ['SPEND_IN_MICRO_DOLLAR'],
	});
	expect(some.map(({ id }) => id)).toEqual(ids);
});

it('joins the parents in', async () => {
	const { rows } = await fetched({ level: 'ad', granularity: 'TOTAL' });
	expect(rows[0]).toMatchObject({
		campaign_id: SEED.campaigns.running,
		campaign_name: 'Evergreen: living room',
		ad_group_id: SEED.adGroups.running,
		ad_group_name: 'Evergreen: living room, group 1',
	});
});

describe('what cannot be answered is told plainly', () => {
	it('an id of another account', async () => {
		await expect(
			fetched({ ids: [SEED.campaigns.running, SEED.campaigns.euro] }),
		).rejects.toMatchObject({
			kind: 'not-found',
			message: `The campaign ${SEED.campaigns.euro} is not in the ad account ${SEED.adAccountId}.`,
			hint: expect.stringContaining('belongs to'),
		});
		expect(analytics()).toEqual([]);
	});

	it.each([
		[{ startDate: '2999-01-01' }, /in the future/],
		[{ startDate: '2020-01-01' }, /more than 914 days ago/],
		[{ startDate: '2026-02-30' }, /From: must be a day of the calendar/],
		[{ endDate: '2026-01-01' }, /the first day is missing/],
		[{ period: 'custom' }, /the first day is missing/],
		[{ period: 'today', startDate: '2026-01-01' }, /not both/],
		[{ level: 'pin' }, /Level/],
		[{ clickWindowDays: 5 }, /Click Window: must be one of 0, 1, 7/],
		[{ ids: 'abc' }, /IDs 1\.: must be an ID/],
		[{ columns: 'spend!' }, /Column Names or IDs 1\.: must be the name of a column/],
		[{ includeEmpty: true, granularity: 'WEEK' }, /Total and Day only/],
	])('%j', async (input, message) => {
		await expect(fetched(untyped(input))).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringMatching(message),
		});
		expect(simulator.ledger()).toEqual([]);
	});

	it('nothing to show', async () => {
		const { rows, warnings } = await fetched({ ids: SEED.campaigns.archived, period: 'yesterday' });
		expect(rows).toEqual([]);
		expect(warnings).toEqual([expect.stringMatching(/^The campaign had no activity on \d{4}/)]);
	});

	it('a new account', async () => {
		const id = '549755800000';
		simulator.plant({ adAccounts: [{ id, currency: 'EUR' }] });
		const { rows, warnings } = await fetched({ adAccountId: id });
		expect(rows).toEqual([]);
		expect(warnings).toEqual(['The ad account has no campaigns yet.']);
	});

	it('a token without a role', async () => {
		await expect(fetched({ adAccountId: SEED.foreignAdAccountId })).rejects.toMatchObject({
			kind: 'forbidden',
		});
	});
});

it('gives amounts in the account’s own currency', async () => {
	const { rows } = await fetched({
		adAccountId: SEED.euroAdAccountId,
		level: 'account',
		includeEmpty: true,
	});
	expect(rows).toHaveLength(7);
	expect(
		rows.every(
			({ currency, level, id }) =>
				currency === 'EUR' && level === 'account' && id === SEED.euroAdAccountId,
		),
	).toBe(true);
});

it('gets through a rate limit and an outage', async () => {
	simulator.addFault({
		match: { operationId: 'campaigns/analytics' },
		fault: '429',
		count: 1,
		resetSeconds: 1,
	});
	simulator.addFault({
		match: { operationId: 'campaigns/analytics' },
		fault: 'truncated',
		count: 1,
	});
	const { rows } = await fetched({});
	expect(rows.length).toBeGreaterThan(0);
	expect(analytics()).toHaveLength(3);
});
