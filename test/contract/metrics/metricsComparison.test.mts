import { fetchMetrics, type MetricsInput, type MetricsRow } from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { daysAgo } from '../simulator/simulatorClient.mts';
import { asked, metricsContext } from './metricsContext.mts';

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

const fetched = async (input: MetricsInput, sandbox = false) =>
	await fetchMetrics(metricsContext(simulator, { sandbox }).context, {
		...{ compareWith: 'periodBefore', micro: true },
		...input,
	});
const sum = (rows: readonly MetricsRow[], key: string) =>
	rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
/** What was really spent, in micro-currency. */
const spent = (from: string, to: string, adAccountId: string = SEED.adAccountId) =>
	simulator
		.truth({ from, to })
		.filter(({ ad_account_id: account }) => account === adAccountId)
		.reduce((total, { spendMicro }) => total + spendMicro, 0);
const ago = (days: number) => daysAgo(simulator, days);
const DAY_MS = 86_400_000;
const dayBefore = (day: string, days: number) =>
	new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

it('asks for two periods of days with one request, and each figure is beside the one before', async () => {
	const { rows, comparison, warnings } = await fetched({ period: 'last30days' });
	expect(asked(simulator)).toEqual(['campaigns/analytics']);
	expect(warnings).toEqual([]);
	expect(comparison).toMatchObject({
		...{ compare_with: 'periodBefore', start_date: ago(60), end_date: ago(31) },
	});
	expect(sum(rows, 'spend_micro')).toBe(spent(ago(30), ago(1)));
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(60), ago(31)));
	expect(sum(comparison?.rows ?? [], 'spend_micro')).toBe(spent(ago(60), ago(31)));
	// Its own rows are not compared with anything.
	expect(comparison?.rows[0]).not.toHaveProperty('spend_previous');
	for (const row of rows) {
		expect(row.date_previous).toBe(dayBefore(String(row.date), 30));
		expect(Number(row.spend_micro_change)).toBe(
			Number(row.spend_micro) - Number(row.spend_micro_previous),
		);
	}
	// It stopped 20 days ago: the days since then have a row of what was before.
	const gone = rows.filter(({ id, date }) => id === SEED.campaigns.archived && date! > ago(19));
	expect(gone.length).toBeGreaterThan(10);
	for (const row of gone) expect(row).toMatchObject({ spend: 0, spend_change_percent: -100 });
});

it('gives the same rows as without a comparison, for what had activity', async () => {
	const { rows } = await fetched({ period: 'last14days' });
	const { rows: plain } = await fetched({ period: 'last14days', compareWith: 'none' });
	const keys = Object.keys(plain[0]);
	expect(keys.filter((key) => /previous|change/.test(key))).toEqual([]);
	const known = new Map(rows.map((row) => [row.row_key, row]));
	expect(plain.length).toBeGreaterThan(0);
	for (const row of plain) expect(known.get(row.row_key)).toMatchObject(row);
});

it('asks for totals of two periods with two requests', async () => {
	const { rows } = await fetched({ period: 'last30days', granularity: 'TOTAL' });
	expect(asked(simulator)).toEqual(['campaigns/analytics', 'campaigns/analytics']);
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(60), ago(31)));
	const [row] = rows;
	// A ratio is Pinterest's, of the whole period: never an average.
	expect(row.ecpc_previous).toBeCloseTo(
		Number(row.spend_previous) / Number(row.total_clickthrough_previous),
		5,
	);
	expect(row.ectr_change).toBeCloseTo(Number(row.ectr) - Number(row.ectr_previous), 10);
});

it.each(['WEEK', 'MONTH'] as const)('has a %s beside a whole one', async (granularity) => {
	const { rows, comparison } = await fetched({ period: 'last30days', granularity });
	const [from, to] = [String(comparison?.start_date), String(comparison?.end_date)];
	expect(sum(rows, 'spend_micro')).toBe(spent(ago(30), ago(1)));
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(from, to));
	expect(rows.every(({ date, date_previous }) => date_previous! < date!)).toBe(true);
});

it('gets both periods from one report where the days before are more than 90 days ago', async () => {
	const { rows } = await fetched({ period: 'last60days' });
	expect(asked(simulator).filter((id) => id === 'analytics/create_report')).toHaveLength(1);
	expect(asked(simulator)).not.toContain('campaigns/analytics');
	expect(sum(rows, 'spend_micro')).toBe(spent(ago(60), ago(1)));
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(120), ago(61)));
});

it('gets a year before from a report, and the period itself at once', async () => {
	const day = ago(1);
	const lastYear = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
	const [ad] = simulator.truth({ from: day, to: day });
	simulator.plant({ metrics: [{ ...ad, adId: ad.ad_id, date: lastYear, spendMicro: 7_000_000 }] });
	const { rows, comparison, warnings } = await fetched({
		...{ period: 'last7days', compareWith: 'yearBefore' },
	});
	expect(asked(simulator).filter((id) => id === 'campaigns/analytics')).toHaveLength(1);
	expect(asked(simulator).filter((id) => id === 'analytics/create_report')).toHaveLength(1);
	expect(comparison).toMatchObject({ compare_with: 'yearBefore', end_date: lastYear });
	expect(warnings).toEqual([]);
	expect(rows.find(({ date }) => date === day)).toMatchObject({
		...{ date_previous: lastYear, spend_previous: 7 },
	});
	// Nothing happened on the other days.
	expect(rows.find(({ date }) => date === ago(2))).toMatchObject({
		...{ spend_previous: 0, spend_change_percent: null, ecpc_previous: null },
	});
});

it('says of columns that only the period itself has that they are not compared', async () => {
	const { rows, warnings } = await fetched({
		...{ period: 'yesterday', compareWith: 'yearBefore', columnPreset: 'all', level: 'account' },
	});
	expect(warnings).toEqual([
		expect.stringMatching(/come from a report, which does not have QUIZ_PIN_RESULT_OPEN/),
	]);
	expect(rows[0]).toHaveProperty('quiz_pin_result_open', null);
	expect(rows[0]).toHaveProperty('quiz_pin_result_open_change', null);
});

describe('a period that cannot be had is a warning, and the figures come nevertheless', () => {
	it('as it is too long ago', async () => {
		const { rows, warnings, comparison } = await fetched({
			...{ startDate: ago(600), endDate: ago(1), compareWith: 'yearBefore', granularity: 'MONTH' },
		});
		expect(comparison).toBeUndefined();
		expect(warnings).toEqual([
			expect.stringMatching(
				/^There is no comparison with .*: it begins more than 914 days ago, and Pinterest gives no older numbers\.$/,
			),
		]);
		expect(rows[0]).toMatchObject({ spend_previous: null, spend_change: null });
	});

	it('as hours are gone', async () => {
		const { rows, warnings } = await fetched({
			...{ period: 'yesterday', granularity: 'HOUR', compareWith: 'yearBefore' },
		});
		expect(rows.length).toBeGreaterThan(0);
		expect(warnings[0]).toContain('Pinterest gives no older hours');
	});

	it('as the sandbox makes no reports', async () => {
		const { rows, warnings } = await fetched({ period: 'last60days' }, true);
		expect(asked(simulator)).toEqual(['campaigns/analytics']);
		expect(sum(rows, 'spend_micro')).toBe(spent(ago(60), ago(1)));
		expect(warnings).toEqual([expect.stringContaining('Pinterest’s sandbox makes no reports')]);
	});

	it('as no report is broken down by the type', async () => {
		const { rows, warnings } = await fetched({
			...{ level: 'targeting', targetingTypes: 'CREATIVE_TYPE', period: 'last60days' },
		});
		expect(rows.length).toBeGreaterThan(0);
		expect(warnings[0]).toContain('by CREATIVE_TYPE no report can be broken down');
	});
});

it('compares yesterday’s hours with those of the day before in one request', async () => {
	const { rows } = await fetched({ period: 'yesterday', granularity: 'HOUR' });
	expect(asked(simulator)).toHaveLength(1);
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(2), ago(2)));
	expect(rows.every((row) => row.date_previous === ago(2))).toBe(true);
	expect(rows.every((row) => row.total_conversions_change === null)).toBe(true);
});

it('compares the parts of a breakdown with each other, both from a report where one is needed', async () => {
	const input: MetricsInput = {
		...{ level: 'targeting', targetingTypes: 'GENDER', granularity: 'TOTAL' },
	};
	const { rows } = await fetched({ ...input, period: 'last7days' });
	expect(rows.map(({ targeting_value: value }) => value)).toContain('female');
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(14), ago(8)));
	simulator.clearLedger();
	const { rows: reported } = await fetched({ ...input, period: 'last60days' });
	expect(asked(simulator).filter((id) => id === 'analytics/create_report')).toHaveLength(2);
	expect(sum(reported, 'spend_micro')).toBe(spent(ago(60), ago(1)));
	expect(sum(reported, 'spend_micro_previous')).toBe(spent(ago(120), ago(61)));
});

it('fills in empty rows beside what was before, in the account’s own currency', async () => {
	const { rows, currency } = await fetched({
		...{ adAccountId: SEED.euroAdAccountId, level: 'account', includeEmpty: true },
	});
	expect(currency).toBe('EUR');
	expect(rows).toHaveLength(7);
	expect(sum(rows, 'spend_micro_previous')).toBe(spent(ago(14), ago(8), SEED.euroAdAccountId));
});

it('does not say that nothing happened where something happened before', async () => {
	const ids = SEED.campaigns.archived;
	// It stopped 20 days ago.
	const { rows, warnings } = await fetched({ ids, period: 'last14days', granularity: 'TOTAL' });
	expect(warnings).toEqual([]);
	expect(rows).toMatchObject([{ spend: 0, total_conversions: 0, spend_change_percent: -100 }]);
	const { rows: none, warnings: said } = await fetched({ ids, period: 'yesterday' });
	expect(none).toEqual([]);
	expect(said).toEqual([expect.stringMatching(/had no activity/)]);
});

it('fails where the report of the other period fails, as a figure that is missing is not 0', async () => {
	simulator.addFault({ match: { operationId: 'analytics/create_report' }, fault: 'report-failed' });
	await expect(fetched({ period: 'yesterday', compareWith: 'yearBefore' })).rejects.toMatchObject({
		kind: 'unavailable',
	});
});

it('says that the last day is not over', async () => {
	const { ends_today } = await fetched({ period: 'today' });
	expect(ends_today).toBe(true);
	expect(await fetched({ period: 'yesterday' })).not.toHaveProperty('ends_today');
});

it('says of which days conversions may still become more', async () => {
	const input = { compareWith: 'none', endDate: ago(1) } as const;
	const days = async (startDate: string, more: MetricsInput = {}) =>
		(await fetched({ ...input, startDate, ...more })).fresh;
	expect(await days(ago(60))).toEqual({ from: ago(30), window_days: 30 });
	expect(await days(ago(7))).toEqual({ from: ago(7), window_days: 30 });
	expect(await days(ago(60), { clickWindowDays: 7, engagementWindowDays: 7 })).toEqual({
		...{ from: ago(7), window_days: 7 },
	});
	expect(await days(ago(60), { endDate: ago(31) })).toBeUndefined();
	expect(await days(ago(7), { columns: 'SPEND_IN_DOLLAR' })).toBeUndefined();
	expect(await days(ago(7), { conversionReportTime: 'TIME_OF_CONVERSION' })).toBeUndefined();
});
