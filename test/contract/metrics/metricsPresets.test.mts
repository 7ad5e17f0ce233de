import { COLUMN_PRESETS, fetchMetrics, type MetricsInput } from '../../../worker/src/index.ts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';
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

const fetched = (input: MetricsInput) => fetchMetrics(metricsContext(simulator).context, input);

const LEVELS = ['account', 'campaign', 'adGroup', 'ad', 'productGroup', 'keyword'] as const;
const QUESTIONS: MetricsInput[] = [
	{ period: 'yesterday', granularity: 'HOUR' },
	{ period: 'last7days', granularity: 'DAY' },
	{ period: 'last90days', granularity: 'TOTAL' },
	{ period: 'last180days', granularity: 'WEEK' },
	{ period: 'last180days', granularity: 'TOTAL' },
	{ period: 'last365days', granularity: 'MONTH' },
];

describe.each(COLUMN_PRESETS.map((columnPreset) => ({ columnPreset })))(
	'$columnPreset',
	(preset) => {
		it.each(QUESTIONS)('is answered at every level: %j', async (question) => {
			for (const level of LEVELS) {
				const { rows } = await fetched({ ...preset, ...question, level });
				expect(Array.isArray(rows)).toBe(true);
			}
		});
	},
);

describe('all columns of days that only a report knows', () => {
	const LONG = { columnPreset: 'all', period: 'last180days' } as const;

	it('are those that a report has, and the others are named', async () => {
		const { rows, warnings } = await fetched(LONG);
		expect(asked(simulator)).toContain('analytics/create_report');
		expect(rows.length).toBeGreaterThan(0);
		expect(rows[0]).toHaveProperty('spend');
		expect(rows[0]).not.toHaveProperty('quiz_pin_result_open');
		expect(warnings).toContainEqual(
			'These days come from a report, which does not have QUIZ_PIN_RESULT_OPEN: left out of the preset.',
		);
	});

	it('are refused with one that was chosen by name and no report has', async () => {
		await expect(fetched({ ...LONG, columns: 'QUIZ_PIN_RESULT_OPEN' })).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Column Names or IDs',
			message: expect.stringContaining('QUIZ_PIN_RESULT_OPEN cannot be had from a report'),
		});
	});

	it('go together with one that only reports have', async () => {
		const { warnings } = await fetched({
			columnPreset: 'all',
			period: 'last7days',
			columns: 'ADS_CREDIT_SPEND_IN_DOLLAR',
		});
		expect(asked(simulator)).toContain('analytics/create_report');
		expect(warnings.join()).toContain('QUIZ_PIN_RESULT_OPEN');
	});
});

it('all columns of a few days are all that Pinterest lists, without a word', async () => {
	const { rows, warnings } = await fetched({ columnPreset: 'all', period: 'last7days' });
	expect(asked(simulator)).not.toContain('analytics/create_report');
	expect(rows[0]).toHaveProperty('quiz_pin_result_open');
	expect(warnings).toEqual([]);
});
