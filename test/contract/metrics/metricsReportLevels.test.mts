import {
	BROKEN_DOWN,
	fetchMetrics,
	GRANULARITIES,
	isReportType,
	type MetricsInput,
	type MetricsRow,
	TYPES_OF,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import type { TrueDay } from '../../../simulator/control/groundTruth.mts';
import { asked, metricsContext } from './metricsContext.mts';
import { daysAgo } from '../simulator/simulatorClient.mts';

/** Breakdowns and product groups by reports: the levels that have parts, or are parts. */

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
// A request that breaks Pinterest's description fails the test that sent it.
afterEach(() => expect(simulator.violations()).toEqual([]));

const fetched = (input: MetricsInput) =>
	fetchMetrics(metricsContext(simulator).context, { micro: true, ...input });
const sum = (rows: readonly MetricsRow[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
const spent = (first: number, last: number, of: (fact: TrueDay) => boolean) =>
	simulator
		.truth({ from: daysAgo(simulator, first), to: daysAgo(simulator, last) })
		.filter((fact) => fact.ad_account_id === SEED.adAccountId && of(fact))
		.reduce((total, { spendMicro }) => total + spendMicro, 0);
const created = () =>
	simulator
		.ledger()
		.filter(({ operationId }) => operationId === 'analytics/create_report')
		.map(({ body }) => body as Record<string, unknown>);
const isSync = (operation: string) =>
	operation.endsWith('/analytics') || operation.includes('targeting_analytics');

/** All ads of the ad account with numbers long ago. */
function plantHistory(): void {
	const ads = simulator.truth().filter(({ ad_account_id }) => ad_account_id === SEED.adAccountId);
	const metrics = [...new Set(ads.map(({ ad_id }) => ad_id))].flatMap((adId, index) =>
		[91, 250, 400, 914].map((days) => ({
			...{ adId, date: daysAgo(simulator, days) },
			...{ spendMicro: 1_234_567 + days + index, impressions: 1000 + days, clicks: 10 },
			...{ clickCheckouts: 3, checkoutValueMicro: 40_000_001 },
		})),
	);
	simulator.plant({ metrics });
}

/** Only a report knows it, and the simulator knows no value of it: the rows must not differ by it. */
const REPORT_ONLY = 'ADS_CREDIT_SPEND_IN_DOLLAR';
const COLUMNS =
	'SPEND_IN_MICRO_DOLLAR,SPEND_IN_DOLLAR,TOTAL_IMPRESSION,TOTAL_IMPRESSION_USER,ECTR,TOTAL_CHECKOUT,CHECKOUT_ROAS';

/** The rows of an input by either endpoint, after making sure which one answered. */
async function both(input: MetricsInput): Promise<[MetricsRow[], MetricsRow[]]> {
	simulator.clearLedger();
	const sync = await fetched({ ...input, columns: COLUMNS });
	expect(asked(simulator).every(isSync)).toBe(true);
	simulator.clearLedger();
	const report = await fetched({ ...input, columns: `${COLUMNS},${REPORT_ONLY}` });
	expect(asked(simulator)).toContain('report-file');
	expect(asked(simulator).some(isSync)).toBe(false);
	const bare = report.rows.map(({ ads_credit_spend, ...row }) => {
		expect(ads_credit_spend).toBeNull();
		return row as MetricsRow;
	});
	// Values of one type and day come in no order that is promised.
	const inOrder = (rows: MetricsRow[]) =>
		[...rows].sort((a, b) => (a.row_key < b.row_key ? -1 : 1));
	return [inOrder(sync.rows), inOrder(bare)];
}

const PARTS: MetricsInput[] = [
	{ level: 'productGroup' },
	...BROKEN_DOWN.flatMap((breakdownOf) => [
		{ level: 'keyword' as const, breakdownOf },
		{ level: 'targeting' as const, breakdownOf, targetingTypes: ['GENDER', 'LOCATION'] as const },
	]),
];

describe('both endpoints give the same rows', () => {
	it.each(
		PARTS.flatMap((input) => GRANULARITIES.map((granularity) => ({ ...input, granularity }))),
	)('%j', async (input) => {
		const days = input.granularity === 'HOUR' ? 8 : 89;
		const [sync, report] = await both({ ...input, startDate: daysAgo(simulator, days) });
		expect(report.length).toBeGreaterThan(0);
		expect(report).toEqual(sync);
		const types = 'targetingTypes' in input ? 2 : 1;
		const isThere = ({ ad_group_id }: TrueDay) =>
			input.level !== 'productGroup' || ad_group_id === SEED.adGroups.running2;
		expect(sum(report, 'spend_micro')).toBe(types * spent(days, 0, isThere));
	});

	it.each(BROKEN_DOWN)('by every type that reports know, of %s', async (breakdownOf) => {
		const targetingTypes = TYPES_OF[breakdownOf].types.filter(isReportType);
		const input: MetricsInput = {
			level: 'targeting',
			breakdownOf,
			targetingTypes,
			period: 'last7days',
		};
		const [sync, report] = await both(input);
		expect(report).toEqual(sync);
		expect(new Set(report.map((row) => row.targeting_type)).size).toBe(targetingTypes.length - 1);
		const named = created().map(({ targeting_types }) => (targeting_types as string[]).length);
		expect(named).toEqual(targetingTypes.length > 10 ? [5, 5, targetingTypes.length - 10] : []);
	});

	it('with an audience, named ids and attribution windows', async () => {
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
		const [sync, report] = await both({
			...{ level: 'targeting', targetingTypes: ['AUDIENCE_INCLUDE'], period: 'last7days' },
			...{ ids: [SEED.campaigns.running], clickWindowDays: 0, viewWindowDays: 0 },
		});
		expect(report).toEqual(sync);
		expect(report[0]).toMatchObject({ targeting_value: id, targeting_name: 'Visitors' });
		expect(sum(report, 'total_checkout')).toBe(0);
		expect(created()).toEqual([
			expect.objectContaining({
				level: 'CAMPAIGN_TARGETING',
				campaign_ids: [SEED.campaigns.running],
				click_window_days: 0,
			}),
		]);
	});
});

describe('every limit from both sides', () => {
	const breakdown: MetricsInput = { level: 'targeting', targetingTypes: ['GENDER'] };

	it.each<[MetricsInput, number, number, number, number]>([
		[breakdown, 90, 1, 1, 0],
		[breakdown, 90, 0, 2, 0],
		[breakdown, 91, 1, 0, 1],
		[breakdown, 186, 0, 0, 2],
		[breakdown, 914, 0, 0, 5],
		[{ level: 'productGroup' }, 90, 1, 1, 0],
		[{ level: 'productGroup' }, 91, 1, 0, 1],
		[{ level: 'productGroup' }, 914, 0, 0, 5],
	])('%j from %d to %d days ago', async (input, first, last, syncs, reports) => {
		plantHistory();
		const { rows } = await fetched({
			...{ ...input, startDate: daysAgo(simulator, first), endDate: daysAgo(simulator, last) },
		});
		expect(asked(simulator).filter(isSync)).toHaveLength(syncs);
		expect(created()).toHaveLength(reports);
		expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
		const isThere = ({ ad_group_id }: TrueDay) =>
			input.level !== 'productGroup' || ad_group_id === SEED.adGroups.running2;
		expect(sum(rows, 'spend_micro')).toBe(spent(first, last, isThere));
		if (first > 90)
			expect(rows.some(({ date }) => String(date) < daysAgo(simulator, 90))).toBe(true);
	});

	it.each<MetricsInput>([breakdown, { level: 'productGroup' }])(
		'refuses the 915th day: %j',
		async (input) => {
			await expect(fetched({ ...input, startDate: daysAgo(simulator, 915) })).rejects.toMatchObject(
				{
					kind: 'invalid',
				},
			);
			expect(simulator.ledger()).toEqual([]);
		},
	);

	it('names up to 5 types in a report, and the sixth in another one', async () => {
		const types = TYPES_OF.campaign.types.slice(0, 6);
		const input: MetricsInput = { level: 'targeting', startDate: daysAgo(simulator, 91) };
		await fetched({ ...input, targetingTypes: types.slice(0, 5) });
		expect(created().map((body) => body.targeting_types)).toEqual([types.slice(0, 5)]);
		simulator.clearLedger();
		const { rows } = await fetched({ ...input, targetingTypes: types });
		expect(created().map((body) => body.targeting_types)).toEqual([
			types.slice(0, 5),
			types.slice(5),
		]);
		expect(new Set(rows.map((row) => row.targeting_type)).size).toBe(6);
	});

	it('names up to 500 product groups, and above asks for all', async () => {
		const ids = Array.from({ length: 501 }, (_, n) => String(2680099996800000 + n));
		const fields = { ad_group_id: SEED.adGroups.running };
		simulator.plant({ productGroups: ids.map((id) => ({ id, fields })) });
		const range = { startDate: daysAgo(simulator, 91), endDate: daysAgo(simulator, 90) };
		const input: MetricsInput = { level: 'productGroup', granularity: 'TOTAL', ...range };
		plantHistory();
		const some = await fetched({ ...input, ids: ids.slice(0, 500) });
		expect(new Set(some.rows.map(({ id }) => id)).size).toBe(500);
		const { rows } = await fetched({ ...input, ids });
		expect(sum(rows, 'spend_micro')).toBe(
			spent(91, 90, ({ ad_group_id }) => ad_group_id === SEED.adGroups.running),
		);
		const named = created().map((body) => (body.product_group_ids as string[])?.length);
		expect(named).toEqual([500, undefined]);
	});
});

describe('a total over several windows', () => {
	it.each(PARTS)('is the sum of its days, of every part: %j', async (input) => {
		plantHistory();
		const ask = { ...input, startDate: daysAgo(simulator, 500), columns: COLUMNS };
		const days = await fetched({ ...ask, granularity: 'DAY' });
		const { rows, warnings } = await fetched({ ...ask, granularity: 'TOTAL' });
		const partOf = (row: MetricsRow) => [row.id, row.targeting_type, row.targeting_value].join(' ');
		expect(new Set(rows.map(partOf))).toEqual(new Set(days.rows.map(partOf)));
		for (const row of rows) {
			const own = days.rows.filter((day) => partOf(day) === partOf(row));
			for (const key of ['spend_micro', 'total_impression', 'total_checkout']) {
				expect([partOf(row), key, row[key] ?? 0]).toEqual([partOf(row), key, sum(own, key)]);
			}
			expect(row.total_impression_user).toBeNull();
		}
		expect(warnings).toEqual([expect.stringContaining('total_impression_user')]);
	});
});

it('keeps archived campaigns in a breakdown', async () => {
	const { rows } = await fetched({ level: 'keyword', startDate: daysAgo(simulator, 91) });
	expect(new Set(rows.map(({ status }) => status))).toContain('ARCHIVED');
});

it('keeps archived product groups', async () => {
	const { lamps } = SEED.productGroups;
	simulator.plant({ productGroups: [{ id: lamps, status: 'ARCHIVED' }] });
	const { rows } = await fetched({ level: 'productGroup', startDate: daysAgo(simulator, 91) });
	expect(rows.filter(({ id }) => id === lamps).map(({ status }) => status)).toContain('ARCHIVED');
});

it('reads the parts of a report once, also when its file breaks off', async () => {
	const input: MetricsInput = {
		level: 'targeting',
		targetingTypes: 'GENDER',
		startDate: daysAgo(simulator, 91),
	};
	const { rows } = await fetched(input);
	simulator.addFault({ match: { operationId: 'report-file' }, fault: 'truncated', count: 1 });
	expect((await fetched(input)).rows).toEqual(rows);
});

it.each([
	['campaign', 'CREATIVE_TYPE'],
	['ad', 'QUIZ_RESULT'],
] as const)(
	'tells that of %s no report is by %s, where one is needed',
	async (breakdownOf, type) => {
		const input: MetricsInput = {
			level: 'targeting',
			breakdownOf,
			targetingTypes: ['GENDER', type],
		};
		await expect(fetched({ ...input, startDate: daysAgo(simulator, 91) })).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Targeting Types',
			message: expect.stringContaining(`Targeting Types: by ${type} no report can be broken down`),
			hint: expect.stringContaining(`or begin on ${daysAgo(simulator, 90)} or later`),
		});
		expect(asked(simulator)).toEqual([]);
		const { rows } = await fetched({ ...input, startDate: daysAgo(simulator, 90) });
		expect(new Set(rows.map((row) => row.targeting_type))).toEqual(new Set(['GENDER', type]));
	},
);
