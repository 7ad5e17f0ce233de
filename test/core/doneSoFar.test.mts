import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../simulator/simulator.mts';
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

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const AGAIN = 'Already done, so do not run these again: item 0 (ID';

describe('where one of three items fails, what was made of the others is told', () => {
	const told = async (parameters: INodeParameters, items: IDataObject[]) =>
		(await errorOf(node.run({ parameters, items }))).description;
	const made = async (parameters: INodeParameters, name: string, bad: string) =>
		await told(
			parameters,
			['One', bad, 'Three'].map((value) => ({ [name]: value })),
		);
	const amountUnit = 'accountCurrency';
	const campaign = {
		...{ resource: 'campaign', operation: 'create', amountUnit, dailySpendCap: '20' },
		name: '={{ $json.name }}',
	};

	it('campaigns, each with its ID', async () => {
		const said = await made(campaign, 'name', '');
		expect(said).toContain(`2 other campaigns were created. ${AGAIN}`);
		for (const { id } of node.simulator.state().campaigns.slice(-2)) {
			expect(said).toContain(`(ID ${id})`);
		}
	});

	it('ad groups', async () => {
		const adGroup = {
			...{ resource: 'adGroup', operation: 'create', name: '={{ $json.name }}', amountUnit },
			...{ campaignId: byId(SEED.campaigns.running), budget: '20', bid: '1.50' },
		};
		const said = await made(adGroup, 'name', '');
		expect(said).toContain(`2 other ad groups were created. ${AGAIN}`);
	});

	it('ads', async () => {
		const ad = {
			...{ resource: 'ad', operation: 'create', adGroupId: byId(SEED.adGroups.running) },
			...{ pinId: byId('={{ $json.pin }}'), creativeType: 'REGULAR' },
		};
		const pins = [SEED.pins.image, 'no-pin', SEED.pins.image].map((pin) => ({ pin }));
		expect(await told(ad, pins)).toContain(`2 other ads were created. ${AGAIN}`);
	});

	it('keywords', async () => {
		const keyword = {
			...{ resource: 'keyword', operation: 'add', parent: 'adGroup', matchType: 'BROAD' },
			...{ adGroupId: byId(SEED.adGroups.running), keywords: '={{ $json.word }}' },
		};
		expect(await made(keyword, 'word', '')).toContain(
			'2 other keyword lists were added; running again adds no keyword twice.',
		);
	});

	it('launches', async () => {
		const launch = {
			...{ resource: 'campaign', operation: 'launch', name: '={{ $json.name }}', amountUnit },
			...{ objective: 'CONSIDERATION', dailySpendCap: '20.00', adGroupName: 'US' },
			...{ budget: '20.00', bid: '1.50', pinId: byId(SEED.pins.image) },
		};
		expect(await made(launch, 'name', '')).toContain(
			'2 other campaigns were launched; running again creates nothing twice.',
		);
	});

	it('audiences', async () => {
		const audience = {
			...{ resource: 'audience', operation: 'sync', name: '={{ $json.list }}' },
			...{ recordsFrom: 'field', records: '={{ $json.records }}' },
		};
		const lists = ['One', 'Two', 'Three'].map((list) => ({
			list,
			records: list === 'Two' ? 'nobody' : 'jane@example.com',
		}));
		expect(await told(audience, lists)).toContain(
			'2 other audiences were synced; running again adds nobody twice.',
		);
	});
});
