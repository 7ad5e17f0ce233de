import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const research = { resource: 'keyword', operation: 'research' };

it('Keyword: Research gives an item for each keyword, which Keyword: Add takes one by one', async () => {
	const { output } = await node.run({ parameters: { ...research, terms: 'sofa' } });
	expect(output.map(({ json }) => [json.value, json.volume])).toEqual([
		['sofa', '5M+'],
		['sofa bed', '1M+'],
		['sofa ideas', '500K+'],
	]);
	const added = await node.run({
		parameters: {
			...{ resource: 'keyword', operation: 'add', parent: 'adGroup' },
			adGroupId: { __rl: true, mode: 'id', value: SEED.adGroups.running },
			keywords: '={{ $json.value }}',
			matchType: '={{ $json.matchType }}',
		},
		items: output.map(({ json }) => json),
	});
	expect(added.output.map(({ json }) => json.added_count)).toEqual([1, 1, 1]);
});

it('Keyword: Research asks for trends by what its form shows for them', async () => {
	const { output } = await node.run({
		parameters: {
			...{ ...research, find: 'trends', region: 'GB+IE', trendType: 'growing' },
			options: { interests: ['home_decor'], mostTrends: 1, withoutVolume: true, mostPerTerm: 3 },
		},
	});
	expect(output).toHaveLength(1);
	expect(output[0].json).toMatchObject({ value: 'living room ideas', country: 'GB' });
	expect(node.simulator.ledger().map(({ path }) => path)).toEqual([
		'/v5/trends/keywords/GB%2BIE/top/growing',
	]);
});

it('Keyword: Research names the scope that trends need', async () => {
	const { token } = node.simulator.mintToken({ scopes: ['ads:read', 'ads:write'] });
	const error = await errorOf(node.run({ token, parameters: { ...research, find: 'trends' } }));
	expect(error.description).toMatch(
		/reconnect the credential.*Trends need the scope user_accounts:read\.$/,
	);
});
