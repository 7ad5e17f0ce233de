import type { INodeParameters } from 'n8n-workflow';
import { loadOptions } from '../../../nodes/PinterestAds/methods/loadOptions.ts';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { PERIODS } from '../../../worker/src/index.ts';
import { daysAgo } from '../../contract/simulator/simulatorClient.mts';
import { CredentialStore, pickerFunctions } from '../harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const get = async (parameters: INodeParameters = {}, items = [{}]) =>
	await node.run({ parameters: { resource: 'metrics', operation: 'get', ...parameters }, items });
const asked = () =>
	node.simulator.ledger().filter(({ operationId }) => operationId?.includes('analytics'));

it('gives one item per row out of an untouched form', async () => {
	const { output, hints } = await get();
	expect(hints).toEqual([]);
	expect(output.length).toBeGreaterThan(0);
	expect(output[0]).toMatchObject({
		json: { name: expect.any(String), currency: 'USD', spend: expect.any(Number) },
		pairedItem: { item: 0 },
	});
	expect(output.some(({ binary }) => binary !== undefined)).toBe(false);
});

it('gives an age and gender breakdown of ads out of the form’s fields', async () => {
	const { output } = await get({
		level: 'targeting',
		targetingTypes: ['AGE_BUCKET', 'GENDER'],
		breakdownOf: 'ad',
		period: 'yesterday',
		columnPreset: 'video',
		simplify: false,
		options: { columns: ['LEADS'] },
	});
	expect(asked()).toMatchObject([
		{
			operationId: 'ad_targeting_analytics/get',
			query: { targeting_types: 'AGE_BUCKET,GENDER' },
		},
	]);
	expect(String(asked()[0].query.columns).split(',')).toEqual(
		expect.arrayContaining(['SPEND_IN_MICRO_DOLLAR', 'TOTAL_VIDEO_MRC_VIEWS', 'LEADS']),
	);
	expect(output[0].json).toMatchObject({
		level: 'ad_targeting',
		targeting_type: 'AGE_BUCKET',
		targeting_value: '18-24',
		total_video_mrc_views: expect.any(Number),
	});
});

it('gives keywords without further choice, and product groups', async () => {
	const { output: keywords } = await get({ level: 'keyword', simplify: false });
	expect(keywords[0].json).toMatchObject({
		level: 'ad_group_targeting',
		targeting_type: 'KEYWORD',
	});
	const { output: groups } = await get({
		...{ level: 'productGroup', ids: SEED.productGroups.lamps, simplify: false },
	});
	expect(groups[0].json).toMatchObject({ level: 'product_group', name: 'Lamps' });
});

it('gives all columns that Pinterest lists', async () => {
	const { output } = await get({ columnPreset: 'all', period: 'yesterday', level: 'account' });
	expect(Object.keys(output[0].json)).toEqual(
		expect.arrayContaining(['spend', 'total_impression_user', 'ecpcv', 'leads', 'checkout_roas']),
	);
});

it.each<[string, unknown]>([
	['a text', '={{ "LEADS, CTR" }}'],
	['a list', '={{ ["LEADS", "CTR"] }}'],
])('takes columns as %s of an expression', async (_, columns) => {
	const { output } = await get({ options: { columns } as never, granularity: 'TOTAL' });
	expect(output[0].json).toMatchObject({ leads: expect.any(Number), ctr: expect.any(Number) });
	expect(output[0].json).not.toHaveProperty('spend');
});

it('explains a column that Pinterest does not know, after asking it', async () => {
	const error = await errorOf(get({ options: { columns: ['SPEND_IN_DOLAR'] } }));
	expect(error.description).toContain('SPEND_IN_DOLAR (did you mean SPEND_IN_DOLLAR?)');
	expect(asked()).toHaveLength(1);
	node.simulator.clearLedger();
});

describe('the output Report', () => {
	it('is one item with all that was found, and the page as a file', async () => {
		const { output } = await get({ output: 'report', period: 'last7days', simplify: false });
		expect(output).toHaveLength(1);
		const [{ json, binary, pairedItem }] = output;
		const [from, to] = [daysAgo(node.simulator, 7), daysAgo(node.simulator, 1)];
		expect(pairedItem).toEqual({ item: 0 });
		expect(json).toEqual({
			title: expect.stringContaining('Example Shop'),
			subject: expect.any(String),
			ad_account_id: SEED.adAccountId,
			ad_account_name: 'Example Shop',
			currency: 'USD',
			level: 'campaign',
			start_date: from,
			end_date: to,
			totals: expect.any(Object),
			rows: expect.arrayContaining([expect.objectContaining({ row_key: expect.any(String) })]),
			warnings: [],
			email_html: expect.stringContaining('<'),
		});
		expect(Object.keys(binary ?? {})).toEqual(['report']);
		expect(binary?.report).toMatchObject({
			fileName: `pinterest-ads-${SEED.adAccountId}-${from}-${to}.html`,
			mimeType: 'text/html',
			fileExtension: 'html',
		});
		const page = Buffer.from(String(binary?.report.data), 'base64').toString();
		expect(page).toMatch(/^<!doctype html>/i);
		expect(page).toContain('Example Shop');
	});

	it.each([
		['UTC', 'UTC'],
		['account', 'The ad account’s'],
	])('says that its days begin in the time zone %s', async (timeZone, said) => {
		const { output } = await get({ output: 'report', options: { timeZone } });
		const page = Buffer.from(String(output[0].binary?.report.data), 'base64').toString();
		for (const html of [page, String(output[0].json.email_html)]) {
			const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
			expect(text).toContain(`Time zone: ${said}`);
		}
	});

	it('costs no request more than the rows', async () => {
		await get({ period: 'yesterday' });
		const rows = node.simulator.ledger().length;
		node.simulator.clearLedger();
		await get({ period: 'yesterday', output: 'report' });
		expect(node.simulator.ledger()).toHaveLength(rows);
	});

	it('is one for each input item, and shows why it is empty', async () => {
		const accounts = [{ id: SEED.adAccountId }, { id: SEED.euroAdAccountId }];
		const adAccountId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const { output } = await get({ output: 'report', adAccountId }, accounts);
		expect(output.map(({ json, pairedItem }) => [json.currency, pairedItem])).toEqual([
			['USD', { item: 0 }],
			['EUR', { item: 1 }],
		]);
		const archived = { ids: SEED.campaigns.archived, period: 'yesterday' };
		const { hints } = await get({ output: 'report', ...archived });
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('had no activity'),
		]);
	});

	it('is not made of a breakdown, and says so before anything is sent', async () => {
		const level = '={{ "keyword" }}';
		const error = await errorOf(get({ output: 'report', level }));
		expect(error.message).toContain('Output: a report is made of ad accounts');
		expect(node.simulator.ledger()).toEqual([]);
	});
});

it('tells of an ad account that is none what it is', async () => {
	const adAccountId = { __rl: true, mode: 'id', value: '549755800000' };
	const error = await errorOf(get({ adAccountId }));
	expect(error.message).toContain('Could not read the ad account 549755800000: not found');
	expect(error.description).toMatch(/^Pinterest knows no such ad account\. Choose one/);
});

it('knows every period that its form offers, and offers every one that it knows', () => {
	const offered = new PinterestAds().description.properties
		.filter(({ name }) => name === 'period')
		.flatMap(({ options = [] }) => options.map((option) => 'value' in option && option.value));
	expect(offered.sort()).toEqual([...PERIODS].sort());
});

it('offers the columns that Pinterest lists, called as in Ads Manager', async () => {
	const store = new CredentialStore();
	const credential = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: node.simulator.url,
		accessToken: SEED.tokens.access,
	});
	const setup = { store, credential, parameters: { resource: 'metrics', operation: 'get' } };
	const choices = await loadOptions.getMetricColumns.call(
		pickerFunctions(setup, new PinterestAds()),
	);
	expect(choices).toContainEqual({
		name: expect.stringMatching(/^\w.* \(SPEND_IN_MICRO_DOLLAR\)$/),
		value: 'SPEND_IN_MICRO_DOLLAR',
		description: expect.any(String),
	});
});
