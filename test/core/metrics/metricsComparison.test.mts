import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { root } from '../../../scripts/paths.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { daysAgo } from '../../contract/simulator/simulatorClient.mts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const get = async (parameters: INodeParameters = {}, typeVersion = 1.1) =>
	await node.run({
		typeVersion,
		parameters: { resource: 'metrics', operation: 'get', ...parameters },
	});
const requests = () =>
	node.simulator.ledger().filter(({ operationId }) => operationId?.includes('analytics'));
const BEFORE = { compareWith: 'periodBefore' };

it('gives rows beside the period before, simplified to what one looks for first', async () => {
	const { output, hints } = await get(BEFORE);
	expect(hints).toEqual([]);
	expect(requests()).toHaveLength(1);
	expect(Object.keys(output[0].json)).toEqual([
		...['name', 'date', 'currency', 'spend', 'spend_previous', 'spend_change_percent'],
		...['total_conversions', 'total_conversions_previous', 'total_conversions_change_percent'],
		'id',
	]);
});

it('is as docs/metrics.md shows it', async () => {
	const page = readFileSync(join(root, 'docs', 'metrics.md'), 'utf8');
	const section = page.slice(page.indexOf('## Compared with another period'));
	const [, text] = /```json\n([\s\S]*?)```/.exec(section) ?? [];
	const example = JSON.parse(text) as Record<string, number>;
	const { output } = await get({ ...BEFORE, period: 'lastWeek' });
	expect(Object.keys(example)).toEqual(Object.keys(output[0].json));
	for (const one of [example, output[0].json as Record<string, number>]) {
		const percent = (one.spend / one.spend_previous - 1) * 100;
		expect(one.spend_change_percent).toBeCloseTo(percent, 1);
	}
});

it('gives every column with what it was and how it has changed, in version 1 as well', async () => {
	const [{ json }] = (await get(BEFORE, 1)).output;
	const names = Object.keys(json);
	for (const column of ['spend', 'total_impression', 'ectr', 'checkout_roas']) {
		const place = names.indexOf(column);
		expect(names.slice(place, place + 4)).toEqual(
			['', '_previous', '_change', '_change_percent'].map((suffix) => column + suffix),
		);
	}
	expect(json).toMatchObject({ date_previous: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});

it.each([1, 1.1])(
	'gives in version %p what it gave, unless a comparison is asked for',
	async (version) => {
		for (const output of ['rows', 'report']) {
			const [{ json }] = (await get({ output, simplify: false }, version)).output;
			expect(JSON.stringify(json).match(/"\w+_(?:previous|change|change_percent)"/g)).toBeNull();
		}
	},
);

it('gives totals as one item, with what they were, beside those of a campaign’s rows', async () => {
	const { output } = await get({ ...BEFORE, output: 'totals', simplify: false });
	expect(output).toHaveLength(1);
	const spent = (from: number, to: number) =>
		node.simulator
			.truth({ from: daysAgo(node.simulator, from), to: daysAgo(node.simulator, to) })
			.filter(({ ad_account_id: account }) => account === SEED.adAccountId)
			.reduce((total, { spendMicro }) => total + spendMicro, 0) / 1e6;
	const [{ json }] = output;
	expect(json).toMatchObject({
		...{ spend: spent(7, 1), spend_previous: spent(14, 8), currency: 'USD' },
		...{ ad_account_name: 'Example Shop', level: 'campaign', warnings: [] },
		...{ start_date: daysAgo(node.simulator, 7), end_date: daysAgo(node.simulator, 1) },
		start_date_previous: daysAgo(node.simulator, 14),
		end_date_previous: daysAgo(node.simulator, 8),
		roas: Number(json.conversion_value) / Number(json.spend),
		roas_previous: Number(json.conversion_value_previous) / Number(json.spend_previous),
		notes: [expect.stringMatching(/^Conversions of these days are still coming in: /)],
	});
	expect(json.spend_change).toBeCloseTo(Number(json.spend) - Number(json.spend_previous), 6);
});

it('gives totals in ten fields at most, and without a comparison those of the period alone', async () => {
	const [{ json: compared }] = (await get({ ...BEFORE, output: 'totals' })).output;
	expect(Object.keys(compared)).toEqual([
		...['currency', 'spend', 'spend_change_percent', 'conversions'],
		...['conversions_change_percent', 'roas', 'roas_change_percent', 'cost_per_conversion'],
		...['notes', 'warnings'],
	]);
	const [{ json }] = (await get({ output: 'totals' })).output;
	expect(Object.keys(json)).toEqual([
		...['currency', 'spend', 'conversions', 'roas', 'cost_per_conversion', 'notes', 'clicks'],
		...['impressions', 'conversion_value', 'warnings'],
	]);
});

it('gives a report that shows both periods, and says which they are', async () => {
	const { output } = await get({
		...BEFORE,
		output: 'report',
		period: 'lastWeek',
		simplify: false,
	});
	const [{ json, binary }] = output;
	expect(json).toMatchObject({
		start_date_previous: expect.any(String),
		end_date_previous: expect.any(String),
		totals: { spend: expect.any(Number), spend_previous: expect.any(Number) },
	});
	const page = Buffer.from(String(binary?.report.data), 'base64').toString();
	expect(page).toContain('class="before"');
	for (const html of [page, String(json.email_html)]) {
		expect(html).toContain('the period before');
		expect(html).toContain('Still growing');
	}
});

it('gives the figures with a hint where there is nothing to compare with', async () => {
	const from = daysAgo(node.simulator, 600);
	const { output, hints } = await get({
		...{ compareWith: 'yearBefore', period: 'custom', startDate: from, granularity: 'MONTH' },
	});
	expect(output.length).toBeGreaterThan(0);
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringMatching(/There is no comparison with .* Pinterest gives no older numbers/),
	]);
});

it('takes the comparison from an expression', async () => {
	const { output } = await get({ compareWith: '={{ "year_before" }}', simplify: false });
	expect(output[0].json).toHaveProperty('spend_previous');
	const { output: none } = await get({ compareWith: '={{ "none" }}', simplify: false });
	expect(none[0].json).not.toHaveProperty('spend_previous');
});
