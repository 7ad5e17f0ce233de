import {
	type BrokenDown,
	fetchMetrics,
	type MetricsInput,
	type MetricsRow,
	TYPES_OF,
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
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
// A request that breaks Pinterest's description fails the test that sent it.
afterEach(() => expect(simulator.violations()).toEqual([]));

function fetched(input: MetricsInput) {
	const context: WorkerContext = {
		http: httpOnSimulator(simulator),
		clock: { now: () => simulator.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
	};
	return fetchMetrics(context, { micro: true, ...input });
}

const analytics = () =>
	simulator.ledger().filter(({ operationId }) => operationId?.includes('analytics'));
const operations = () => simulator.ledger().map(({ operationId }) => operationId);
const sum = (rows: MetricsRow[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
const keysOf = (rows: MetricsRow[]) => new Set(rows.map(({ row_key }) => row_key));

/** Spend in the last days, by the campaign or ad group it belongs to. */
function spentBy(key: 'campaign_id' | 'ad_group_id' | 'ad_id' | 'ad_account_id', days: number) {
	const spent = new Map<string, number>();
	const span = { from: daysAgo(simulator, days), to: daysAgo(simulator, 1) };
	for (const fact of simulator.truth(span)) {
		if (fact.ad_account_id !== SEED.adAccountId) continue;
		spent.set(fact[key], (spent.get(fact[key]) ?? 0) + fact.spendMicro);
	}
	return spent;
}

describe('a breakdown by targeting', () => {
	it.each<[BrokenDown, 'ad_account_id' | 'campaign_id' | 'ad_group_id' | 'ad_id']>([
		['account', 'ad_account_id'],
		['campaign', 'campaign_id'],
		['adGroup', 'ad_group_id'],
		['ad', 'ad_id'],
	])('adds up to what each %s spent, by every type', async (breakdownOf, key) => {
		const types = TYPES_OF[breakdownOf].types.filter((type) => type !== 'AUDIENCE_INCLUDE');
		const { rows, warnings } = await fetched({
			...{ level: 'targeting', breakdownOf, targetingTypes: types },
			period: 'last7days',
		});
		expect(warnings).toEqual([]);
		expect(keysOf(rows).size).toBe(rows.length);
		for (const type of types) {
			const ofType = rows.filter(({ targeting_type }) => targeting_type === type);
			for (const [id, spent] of spentBy(key, 7)) {
				const own = ofType.filter((row) => row.id === id);
				expect([type, id, sum(own, 'spend_micro')]).toEqual([type, id, spent]);
			}
		}
	});

	it('gives tidy rows: whose, by what, which value and what it is called', async () => {
		const { rows, level } = await fetched({
			level: 'targeting',
			breakdownOf: 'adGroup',
			targetingTypes: untyped('gender, Location, REGION, PINNER_INTEREST'),
			period: 'yesterday',
			ids: SEED.adGroups.running,
			columns: 'SPEND_IN_MICRO_DOLLAR, ECTR',
		});
		expect(level).toBe('ad_group_targeting');
		expect(rows[0]).toEqual({
			row_key: `ad_group_targeting|${SEED.adGroups.running}|GENDER|female|${daysAgo(simulator, 1)}|DAY`,
			level: 'ad_group_targeting',
			ad_account_id: SEED.adAccountId,
			id: SEED.adGroups.running,
			name: 'Evergreen: living room, group 1',
			status: 'ACTIVE',
			campaign_id: SEED.campaigns.running,
			campaign_name: 'Evergreen: living room',
			targeting_type: 'GENDER',
			targeting_value: 'female',
			targeting_name: 'Female',
			granularity: 'DAY',
			date: daysAgo(simulator, 1),
			start_date: daysAgo(simulator, 1),
			end_date: daysAgo(simulator, 1),
			currency: 'USD',
			spend: expect.any(Number),
			spend_micro: expect.any(Number),
			ectr: expect.any(Number),
		});
		const names = rows.map((row) => [row.targeting_value, row.targeting_name]);
		expect(names).toEqual(
			expect.arrayContaining([
				['501', 'US: New York'],
				['US-CA', 'California'],
				['Living Room', 'Living Room'],
			]),
		);
		expect(rows.every(({ ectr }) => Number(ectr) > 0 && Number(ectr) < 1)).toBe(true);
	});

	it('names audiences, and does without names where they cannot be listed', async () => {
		const id = '2542620905475000';
		simulator.plant({
			audiences: [{ id, name: 'Visitors' }],
			adGroups: [
				{
					id: SEED.adGroups.running,
					fields: {
						name: 'With audience',
						campaign_id: SEED.campaigns.running,
						targeting_spec: { AUDIENCE_INCLUDE: [id] },
					},
				},
			],
		});
		const input: MetricsInput = {
			level: 'targeting',
			targetingTypes: ['AUDIENCE_INCLUDE'],
			period: 'yesterday',
		};
		const { rows, warnings } = await fetched(input);
		expect(warnings).toEqual([]);
		expect(rows).toEqual([
			expect.objectContaining({ targeting_value: id, targeting_name: 'Visitors' }),
		]);
		simulator.addFault({ match: { operationId: 'targeting_options/get' }, fault: '503' });
		const { rows: nameless, warnings: said } = await fetched(input);
		expect(nameless).toEqual([
			expect.objectContaining({ targeting_value: id, targeting_name: null }),
		]);
		expect(said).toEqual([expect.stringMatching(/^The names of audiences are missing\. /)]);
	});

	it('is of the ad groups by keyword at the level keyword', async () => {
		const { rows } = await fetched({ level: 'keyword', period: 'last7days', granularity: 'TOTAL' });
		expect(new Set(rows.map((row) => row.targeting_type))).toEqual(new Set(['KEYWORD']));
		expect(new Set(rows.map((row) => row.targeting_name))).toEqual(
			new Set(['linen curtain', 'oak side table']),
		);
		expect(sum(rows, 'spend_micro')).toBe([...spentBy('ad_group_id', 7).values()].reduce(add, 0));
	});

	it('keeps keys apart whatever a value holds', async () => {
		const { rows } = await fetched({
			...{ level: 'targeting', targetingTypes: ['AGE_BUCKET_AND_GENDER'], period: 'yesterday' },
		});
		expect(rows[0].row_key.split('|')).toHaveLength(6);
		expect(rows[0].row_key).toContain('|25-34%7Cfemale|');
	});

	it('asks for 14 types at once, and for a fifteenth in a second request', async () => {
		const input: MetricsInput = {
			level: 'targeting',
			breakdownOf: 'campaign',
			period: 'yesterday',
		};
		const all = TYPES_OF.campaign.types;
		expect(all).toHaveLength(15);
		await fetched({ ...input, targetingTypes: all.slice(0, 14) });
		expect(analytics()).toHaveLength(1);
		simulator.clearLedger();
		const { rows } = await fetched({ ...input, targetingTypes: all });
		expect(analytics().map(({ query }) => String(query.targeting_types).split(',').length)).toEqual(
			[14, 1],
		);
		expect(new Set(rows.map((row) => row.targeting_type)).size).toBe(14);
	});

	it('asks for 250 campaigns at once, and for the next in a second request', async () => {
		simulator.plant({ generate: { campaigns: 251, days: 2 } });
		const generated = simulator
			.state()
			.campaigns.filter(({ name }) => String(name).startsWith('Generated'))
			.map(({ id }) => String(id));
		const input: MetricsInput = {
			level: 'targeting',
			targetingTypes: 'GENDER',
			period: 'yesterday',
		};
		await fetched({ ...input, ids: generated.slice(0, 250) });
		expect(analytics()).toHaveLength(1);
		simulator.clearLedger();
		const { rows } = await fetched({ ...input, ids: generated });
		expect(analytics()).toHaveLength(2);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(251);
	});

	it.each([
		[{ level: 'targeting' }, /^Targeting Types: is missing/],
		[
			{ level: 'targeting', targetingTypes: 'QUIZ_RESULT' },
			/^Targeting Types: Pinterest does not break down campaigns by QUIZ_RESULT/,
		],
		[{ level: 'targeting', targetingTypes: 'SHOE_SIZE' }, /^Targeting Types 1\.: /],
		[{ level: 'keyword', breakdownOf: 'productGroup' }, /^Breakdown Of: /],
		[{ level: 'keyword', includeEmpty: true }, /^Include Empty: /],
	])('refuses %j before anything is sent', async (input, message) => {
		await expect(fetched(untyped(input))).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringMatching(message),
		});
		expect(simulator.ledger()).toEqual([]);
	});

	it('passes the attribution windows on, 0 included', async () => {
		const input: MetricsInput = {
			level: 'keyword',
			period: 'last7days',
			columns: 'TOTAL_CHECKOUT',
		};
		expect(sum((await fetched(input)).rows, 'total_checkout')).toBeGreaterThan(0);
		const none = { clickWindowDays: 0, viewWindowDays: 0, engagementWindowDays: 0 } as const;
		expect((await fetched({ ...input, ...none })).rows).toEqual([]);
		expect(analytics()[1].query).toMatchObject({
			click_window_days: '0',
			engagement_window_days: '0',
			view_window_days: '0',
		});
	});
});

const add = (a: number, b: number) => a + b;

describe('product groups', () => {
	const { lamps, tables } = SEED.productGroups;

	it('are found by themselves, and add up to their ad group', async () => {
		const { rows } = await fetched({ level: 'productGroup', period: 'last7days' });
		expect(new Set(rows.map(({ id, name }) => `${id} ${name}`))).toEqual(
			new Set([`${lamps} Lamps`, `${tables} Side tables`]),
		);
		expect(keysOf(rows).size).toBe(rows.length);
		expect(sum(rows, 'spend_micro')).toBe(spentBy('ad_group_id', 7).get(SEED.adGroups.running2));
		expect(rows[0]).toMatchObject({
			row_key: `product_group|${lamps}|${rows[0].date}|DAY`,
			level: 'product_group',
			ad_group_id: SEED.adGroups.running2,
			ad_group_name: 'Evergreen: living room, group 2',
			campaign_id: SEED.campaigns.running,
			campaign_name: 'Evergreen: living room',
			status: 'ACTIVE',
		});
	});

	it('cost one request for the list and one for the numbers where they are named', async () => {
		const { rows } = await fetched({ level: 'productGroup', ids: tables, period: 'yesterday' });
		expect(rows.map(({ id }) => id)).toEqual([tables]);
		expect(operations().filter((id) => id?.startsWith('product_group'))).toEqual([
			'product_group_promotions/list',
			'product_groups/analytics',
		]);
	});

	it('are asked for 250 at once, and the next in a second request', async () => {
		const ids = Array.from({ length: 251 }, (_, n) => String(2680099996800000 + n));
		simulator.plant({
			productGroups: ids.map((id) => ({
				id,
				fields: { ad_group_id: SEED.adGroups.running, catalog_product_group_name: id },
			})),
		});
		await fetched({ level: 'productGroup', ids: ids.slice(0, 250), period: 'yesterday' });
		expect(analytics()).toHaveLength(1);
		simulator.clearLedger();
		const { rows } = await fetched({ level: 'productGroup', ids, period: 'yesterday' });
		expect(analytics()).toHaveLength(2);
		expect(sum(rows, 'spend_micro')).toBe(spentBy('ad_group_id', 1).get(SEED.adGroups.running));
	});

	it('of another account are told', async () => {
		await expect(
			fetched({ level: 'productGroup', ids: [lamps], adAccountId: SEED.euroAdAccountId }),
		).rejects.toMatchObject({
			kind: 'not-found',
			message: `The product group ${lamps} is not in the ad account ${SEED.euroAdAccountId}.`,
		});
	});

	it('of an account without any are told', async () => {
		const { rows, warnings } = await fetched({
			level: 'productGroup',
			adAccountId: SEED.euroAdAccountId,
		});
		expect(rows).toEqual([]);
		expect(warnings).toEqual(['The ad account has no product groups yet.']);
	});
});

it('adds 91 days of a breakdown up by value, from the two requests that they take', async () => {
	const { rows } = await fetched({
		level: 'targeting',
		targetingTypes: 'GENDER',
		granularity: 'TOTAL',
		startDate: daysAgo(simulator, 90),
		endDate: daysAgo(simulator, 0),
	});
	const running = rows.filter(({ id }) => id === SEED.campaigns.running);
	expect(running.map((row) => row.targeting_value)).toEqual(['female', 'male', 'unknown']);
	const spent = simulator
		.truth({ from: daysAgo(simulator, 90), to: daysAgo(simulator, 0) })
		.filter(({ campaign_id }) => campaign_id === SEED.campaigns.running)
		.reduce((total, { spendMicro }) => total + spendMicro, 0);
	expect(sum(running, 'spend_micro')).toBe(spent);
});
