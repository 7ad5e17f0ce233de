import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());

const lead = (n: number, more: object = {}) => ({
	event_name: 'lead',
	event_id: `lead-${n}`,
	email: `jane${n}@example.com`,
	...more,
});
const stopped = async (items: object[], more: object = {}) => {
	const parameters = {
		...{ resource: 'conversion', operation: 'send', eventSource: 'json' },
		event: '={{ $json }}',
		...more,
	};
	return (await errorOf(node.run({ parameters, items: items as never }))).description;
};

describe('where one bad item stops the run', () => {
	it('the conversions that were sent are told of, and that none counts twice', async () => {
		const said = await stopped([lead(1), lead(2, { email: 'x' }), lead(3)]);
		expect(said).toContain('2 other conversions were sent; running again counts none twice.');
	});

	it('those that would count twice are named: offline ones, and those without anything to know them by', async () => {
		const offline = lead(1, { action_source: 'offline' });
		const nameless = lead(2, { event_id: undefined });
		const said = await stopped([offline, nameless, lead(3), lead(4, { email: 'x' })]);
		expect(said).toContain(
			'3 other conversions were sent; running again would count 2 of them twice: leave out item 0, item 1.',
		);
	});

	it('a test is called one', async () => {
		const said = await stopped([lead(1), lead(2, { email: 'x' })], { test: true });
		expect(said).toContain('1 other conversion was checked as a test and not recorded.');
		expect(said).not.toContain('sent;');
	});

	it('nothing is said where nothing was done', async () => {
		expect(await stopped([lead(1, { email: 'x' })])).not.toContain('other');
	});
});
