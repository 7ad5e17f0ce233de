import type { INodeParameters } from 'n8n-workflow';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const namesOf = async (resource: string, sort: INodeParameters, operation = 'getMany') => {
	const parameters = { resource, operation, returnAll: true, sort } as INodeParameters;
	const { output } = await node.run({ parameters });
	return output.map(({ json }) => json.name);
};
const by = (field: string, direction = 'ASCENDING') => ({ rule: { by: field, direction } });

it.each([
	['adAccount', 'getMany'],
	['adGroup', 'getMany'],
	['catalog', 'getFeeds'],
	['productGroup', 'getMany'],
	['conversionTag', 'getMany'],
	['leadForm', 'getMany'],
])('%s: %s comes in the order of names, either way', async (resource, operation) => {
	const unsorted = await namesOf(resource, {}, operation);
	const forward = await namesOf(resource, by('name'), operation);
	const backward = await namesOf(resource, by('name', 'DESCENDING'), operation);
	expect([...forward].sort()).toEqual([...unsorted].sort());
	expect(backward).toEqual([...forward].reverse());
	expect(forward).toEqual(
		[...unsorted].sort((a, b) =>
			String(a).localeCompare(String(b), 'en', { sensitivity: 'base', numeric: true }),
		),
	);
});

it('An expression may say what comes first', async () => {
	const parameters = {
		...{ resource: 'adAccount', operation: 'getMany', limit: 1 },
		sort: { rule: { by: '={{ $json.by }}', direction: '={{ $json.direction }}' } },
	};
	const { output } = await node.run({
		parameters,
		items: [
			{ by: 'name', direction: 'DESCENDING' },
			{ by: 'name', direction: 'ASCENDING' },
		],
	});
	expect(output.map(({ json }) => json.name)).toEqual(['Example Shop Europe', 'Example Shop']);
});

it('What it does not sort by is named in the error', async () => {
	const parameters = { resource: 'campaign', operation: 'getMany', sort: by('spend') };
	const error = await errorOf(node.run({ parameters }));
	expect(error.message).toMatch(/^Sort By: must be one of created_time, /);
	expect(node.simulator.ledger()).toEqual([]);
});
