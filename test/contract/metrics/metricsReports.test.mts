import {
	BROKEN_DOWN,
	fetchMetrics,
	GRANULARITIES,
	type MetricsInput,
	type MetricsRow,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { asked, metricsContext, type MetricsContextOptions } from './metricsContext.mts';
import { daysAgo } from '../simulator/simulatorClient.mts';

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

const fetched = (input: MetricsInput = {}, options?: MetricsContextOptions) =>
	fetchMetrics(metricsContext(simulator, options).context, { micro: true, ...input });
const sum = (rows: readonly MetricsRow[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
const spentSince = (days: number) =>
	simulator
		.truth({ from: daysAgo(simulator, days), to: daysAgo(simulator, 0) })
		.filter(({ ad_account_id }) => ad_account_id === SEED.adAccountId)
		.reduce((total, { spendMicro }) => total + spendMicro, 0);

/** Two ads with numbers long ago, one of them archived since. */
function plantHistory(): void {
	const ads = simulator
		.truth()
		.filter(({ ad_account_id }) => ad_account_id === SEED.adAccountId)
		.map(({ ad_id }) => ad_id);
	const metrics = [...new Set(ads)].flatMap((adId, index) =>
		[100, 250, 400, 700, 914].map((days) => ({
			...{ adId, date: daysAgo(simulator, days) },
			...{ spendMicro: 1_234_567 + days + index, impressions: 1000 + days, clicks: 10 },
			...{ clickCheckouts: 2, checkoutValueMicro: 40_000_001 },
		})),
	);
	simulator.plant({ metrics });
}

/** Only a report knows it, and the simulator knows no value of it: the rows must not differ by it. */
const REPORT_ONLY = 'ADS_CREDIT_SPEND_IN_DOLLAR';
const COLUMNS =
	'SPEND_IN_MICRO_DOLLAR,SPEND_IN_DOLLAR,TOTAL_IMPRESSION,TOTAL_IMPRESSION_USER,ECTR,TOTAL_CHECKOUT,CHECKOUT_ROAS';

describe('both endpoints give the same rows', () => {
	it.each(
		BROKEN_DOWN.flatMap((level) => GRANULARITIES.map((granularity) => ({ level, granularity }))),
	)('%j', async ({ level, granularity }) => {
		const days = granularity === 'HOUR' ? 8 : 89;
		const input: MetricsInput = { level, granularity, startDate: daysAgo(simulator, days) };
		const sync = await fetched({ ...input, columns: COLUMNS });
		expect(asked(simulator).every((operation) => operation.endsWith('/analytics'))).toBe(true);
		simulator.clearLedger();
		const report = await fetched({ ...input, columns: `${COLUMNS},${REPORT_ONLY}` });
		expect(asked(simulator)).toContain('report-file');
		expect(asked(simulator).some((operation) => operation.endsWith('/analytics'))).toBe(false);
		const bare = report.rows.map(({ ads_credit_spend, ...row }) => {
			expect(ads_credit_spend).toBeNull();
			return row;
		});
		expect(bare.length).toBeGreaterThan(0);
		expect(bare).toEqual(sync.rows);
		expect(sum(sync.rows, 'spend_micro')).toBe(spentSince(days));
	});

	it('with named ids, attribution windows and empty rows', async () => {
		const input: MetricsInput = {
			...{ ids: [SEED.campaigns.archived, SEED.campaigns.running], includeEmpty: true },
			...{ clickWindowDays: 0, viewWindowDays: 0, startDate: daysAgo(simulator, 60) },
		};
		const sync = await fetched({ ...input, columns: COLUMNS });
		const report = await fetched({ ...input, columns: `${COLUMNS},${REPORT_ONLY}` });
		expect(report.rows.map(({ ads_credit_spend: _, ...row }) => row)).toEqual(sync.rows);
		expect(sync.rows).toHaveLength(2 * 61);
		expect(sum(sync.rows, 'total_checkout')).toBe(0);
		const body = simulator.ledger().find(({ method }) => method === 'POST')?.body;
		expect(body).toMatchObject({ campaign_ids: input.ids, click_window_days: 0 });
	});
});

describe('every limit from both sides', () => {
	it.each([
		[90, 1, ['campaigns/analytics']],
		[90, 0, ['campaigns/analytics', 'campaigns/analytics']],
		[91, 1, ['report']],
		[186, 1, ['report']],
		[186, 0, ['report', 'report']],
		[914, 0, ['report', 'report', 'report', 'report', 'report']],
	])('from %d to %d days ago', async (first, last, expected) => {
		plantHistory();
		const { rows } = await fetched({
			...{ startDate: daysAgo(simulator, first), endDate: daysAgo(simulator, last) },
		});
		const requests = asked(simulator)
			.filter((operation) => operation !== 'analytics/get_report' && operation !== 'report-file')
			.map((operation) => operation.replace('analytics/create_report', 'report'));
		expect(requests).toEqual(expected);
		expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
		const unto = last === 0 ? 0 : spentSince(last - 1);
		expect(sum(rows, 'spend_micro')).toBe(spentSince(first) - unto);
	});

	it('refuses the 915th day before anything is asked', async () => {
		await expect(fetched({ startDate: daysAgo(simulator, 915) })).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining(`Begin on ${daysAgo(simulator, 914)} or later`),
		});
		expect(simulator.ledger()).toEqual([]);
	});

	it('names up to 500 ids, and above asks for all', async () => {
		simulator.plant({ generate: { campaigns: 501, days: 2 } });
		const { rows } = await fetched({ level: 'campaign', period: 'yesterday' });
		const ids = rows.map(({ id }) => id).slice(0, 501);
		expect(ids).toHaveLength(501);
		simulator.clearLedger();
		const some = { columns: `${COLUMNS},${REPORT_ONLY}`, period: 'yesterday' } as const;
		expect((await fetched({ ...some, ids: ids.slice(0, 500) })).rows).toHaveLength(500);
		expect((await fetched({ ...some, ids })).rows.map(({ id }) => id)).toEqual(ids);
		const bodies = simulator.ledger().filter(({ method }) => method === 'POST');
		expect(bodies.map(({ body }) => (body as { campaign_ids?: [] }).campaign_ids?.length)).toEqual([
			500,
			undefined,
		]);
	});
});

describe('a total over several windows', () => {
	it.each(BROKEN_DOWN)('is the sum of its days, %s', async (level) => {
		plantHistory();
		const input: MetricsInput = { level, startDate: daysAgo(simulator, 500), columns: COLUMNS };
		const days = await fetched({ ...input, granularity: 'DAY' });
		const { rows, warnings } = await fetched({ ...input, granularity: 'TOTAL' });
		expect(sum(rows, 'spend_micro')).toBe(spentSince(500));
		for (const row of rows) {
			const own = days.rows.filter(({ id }) => id === row.id);
			expect(row.spend_micro).toBe(sum(own, 'spend_micro'));
			expect(row.total_impression).toBe(sum(own, 'total_impression'));
			expect(row.total_impression_user).toBeNull();
			expect(row.total_clickthrough).toBeUndefined();
			expect(row.checkout_roas).toBeGreaterThan(0);
		}
		expect(warnings).toEqual([
			expect.stringMatching(/in 3 parts only.*same people.*: total_impression_user\./),
		]);
	});

	it('is left whole, people included, where one report holds it', async () => {
		const input: MetricsInput = {
			granularity: 'TOTAL',
			startDate: daysAgo(simulator, 90),
			columns: COLUMNS,
		};
		const { rows, warnings } = await fetched(input);
		expect(asked(simulator)).toContain('analytics/create_report');
		expect(rows[0].total_impression_user).toBeGreaterThan(0);
		expect(warnings).toEqual([]);
	});

	it.each(['WEEK', 'MONTH'] as const)('a %s is never in two windows', async (granularity) => {
		plantHistory();
		const { rows } = await fetched({ granularity, startDate: daysAgo(simulator, 914) });
		expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
		expect(sum(rows, 'spend_micro')).toBe(spentSince(914));
	});
});

describe('a report that goes wrong', () => {
	const input: MetricsInput = { period: 'last180days' };
	const create = { operationId: 'analytics/create_report' };
	const file = { operationId: 'report-file' };
	let whole: MetricsRow[];
	beforeEach(async () => {
		({ rows: whole } = await fetched(input));
		expect(whole.length).toBeGreaterThan(10);
		simulator.clearLedger();
	});
	const count = (operation: string) => asked(simulator).filter((one) => one === operation).length;

	it.each(['report-failed', 'report-expired'] as const)('%s once', async (fault) => {
		simulator.addFault({ match: create, fault, count: 1 });
		expect((await fetched(input)).rows).toEqual(whole);
		expect(count('analytics/create_report')).toBe(2);
	});

	it.each([
		['report-failed', 2, /report failed, also when it was asked for again/],
		['report-expired', 2, /report expired before it was read, also when/],
		['report-cancelled', 1, /report was cancelled at Pinterest\.$/],
		['report-lost', 1, /report is unknown to Pinterest/],
	] as const)('%s for good', async (fault, times, message) => {
		simulator.addFault({ match: create, fault });
		await expect(fetched(input)).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(message),
			hint: expect.stringContaining('Run it again'),
		});
		expect(count('analytics/create_report')).toBe(times);
		expect(count('report-file')).toBe(0);
	});

	it('its address expires before it is fetched', async () => {
		const beforeDownload = (n: number) => n === 0 && simulator.advance(5 * 60_000 + 1);
		expect((await fetched(input, { beforeDownload })).rows).toEqual(whole);
		expect([count('analytics/create_report'), count('report-file')]).toEqual([1, 2]);
	});

	it('it expires while it is read', async () => {
		simulator.addFault({ match: file, fault: 'truncated', count: 1 });
		const { context } = metricsContext(simulator);
		const { http } = context;
		let first = true;
		const download: typeof http.download = async (url, signal) => {
			const opened = await http.download!(url, signal);
			if (first) simulator.advance(60 * 60_000);
			first = false;
			return opened;
		};
		const { rows } = await fetchMetrics(
			{ ...context, http: { ...http, download } },
			{ micro: true, ...input },
		);
		expect(rows).toEqual(whole);
		expect([count('analytics/create_report'), count('report-file')]).toEqual([2, 2]);
	});

	it.each(['truncated', 'cut-before', 'html', '503'] as const)(
		'its file is broken off once: %s',
		async (fault) => {
			simulator.addFault({ match: file, fault, count: 1 });
			expect((await fetched(input)).rows).toEqual(whole);
			expect([count('analytics/create_report'), count('report-file')]).toEqual([1, 2]);
		},
	);

	it.each([
		['truncated', /could not be read in 4 tries: (the answer was cut short|connection cut)/],
		['html', /could not be read in 4 tries: it is not JSON/],
		['503', /could not be read in 4 tries: it was refused with status 503/],
	] as const)('its file cannot be read: %s', async (fault, message) => {
		simulator.addFault({ match: file, fault });
		await expect(fetched(input)).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(message),
		});
		expect(count('report-file')).toBe(4);
	});

	it('it takes longer than a quarter of an hour', async () => {
		simulator.settings({ reportMs: 24 * 3_600_000 });
		const { context, sleeps } = metricsContext(simulator);
		await expect(fetchMetrics(context, input)).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('not finished the report after 15 minutes'),
		});
		expect(sleeps[0]).toBeLessThan(2500);
		expect(Math.max(...sleeps)).toBeLessThanOrEqual(12_000);
		expect(count('analytics/get_report')).toBeLessThan(120);
	});

	it('the execution is cancelled while it is made', async () => {
		const controller = new AbortController();
		const { context } = metricsContext(simulator, { signal: controller.signal });
		const { clock } = context;
		const sleep: typeof clock.sleep = async (ms, signal) => {
			controller.abort();
			await clock.sleep(ms, signal);
		};
		await expect(
			fetchMetrics({ ...context, clock: { ...clock, sleep } }, input),
		).rejects.toMatchObject({ kind: 'cancelled' });
		expect(count('analytics/get_report')).toBe(0);
	});

	it('the answer to asking for it is lost', async () => {
		simulator.addFault({ match: create, fault: 'cut-after', count: 1 });
		expect((await fetched(input)).rows).toEqual(whole);
	});
});

it('fetches the file without the token', async () => {
	await fetched({ period: 'last180days' });
	const files = simulator.ledger().filter(({ operationId }) => operationId === 'report-file');
	expect(files).toHaveLength(1);
	expect(files[0].headers).not.toHaveProperty('authorization');
});

it('has archived campaigns in reports', async () => {
	const { rows } = await fetched({ startDate: daysAgo(simulator, 91) });
	expect(new Set(rows.map(({ status }) => status))).toContain('ARCHIVED');
});

describe('what only a report can answer', () => {
	it.each<[MetricsInput, RegExp]>([
		[{ period: 'last180days' }, /^From: .* is more than 90 days ago.*sandbox makes no reports/],
		[
			{ columns: 'OUTBOUND_CTR' },
			/^Column Names or IDs: OUTBOUND_CTR can be had from a report only, and/,
		],
	])('is told in the sandbox: %j', async (input, message) => {
		await expect(fetched(input, { sandbox: true })).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringMatching(message),
			hint: expect.stringContaining('environment Production'),
		});
	});

	it('cannot have a column that reports do not know', async () => {
		await expect(
			fetched({ period: 'last180days', columns: 'QUIZ_PIN_RESULT_OPEN' }),
		).rejects.toMatchObject({ kind: 'invalid', field: 'Column Names or IDs' });
	});
});

it('asks for more than 20 requests’ worth by one report', async () => {
	simulator.plant({ generate: { campaigns: 5001, days: 2 } });
	const { rows } = await fetched({ period: 'yesterday', columns: 'SPEND_IN_MICRO_DOLLAR' });
	expect(rows.length).toBeGreaterThan(5000);
	expect(asked(simulator).some((operation) => operation.endsWith('/analytics'))).toBe(false);
	expect(asked(simulator)).toContain('analytics/create_report');
});

it('says the time zone to either endpoint', async () => {
	for (const startDate of [daysAgo(simulator, 5), daysAgo(simulator, 100)]) {
		const { rows, warnings } = await fetched({ timeZone: 'account', startDate });
		expect(rows.length).toBeGreaterThan(0);
		expect(warnings).toEqual([]);
	}
	const [sync, report] = simulator
		.ledger()
		.filter(({ operationId }) => /analytics$|create_report/.test(operationId ?? ''));
	expect(sync.query).toMatchObject({ reporting_timezone: 'AD_ACCOUNT_TIME_ZONE' });
	expect(report.body).toMatchObject({ reporting_timezone: 'AD_ACCOUNT_TIME_ZONE' });
	const { warnings } = await fetched({ timeZone: 'account', period: 'yesterday' });
	expect(warnings).toEqual([expect.stringContaining('today in UTC')]);
});

it('gives no row of a window twice when a later one is read again', async () => {
	plantHistory();
	const input: MetricsInput = { startDate: daysAgo(simulator, 300) };
	const { rows } = await fetched(input);
	simulator.addFault({
		match: { operationId: 'report-file' },
		fault: 'truncated',
		after: 1,
		count: 2,
	});
	expect((await fetched(input)).rows).toEqual(rows);
});
