import { SEED } from '../../../simulator/simulator.mts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const get = (fields = {}) => ({
	resource: 'campaign',
	operation: 'get',
	campaignId: { __rl: true, mode: 'id', value: SEED.campaigns.running },
	...fields,
});

it('Campaign: Get says what holds delivery back, in the output and beside it', async () => {
	node.simulator.plant({
		campaigns: [{ id: SEED.campaigns.running, status: 'PAUSED' }],
		ads: [{ id: '687201365001000001', review_status: 'REJECTED', rejected_reasons: ['UGC'] }],
	});
	const { output, hints } = await node.run({ parameters: get({ diagnose: true }) });
	expect(output).toHaveLength(1);
	expect(output[0].json).toMatchObject({
		id: SEED.campaigns.running,
		diagnosis: {
			can_deliver: false,
			summary: expect.stringContaining('The campaign cannot deliver.'),
			findings: [
				{ level: 'campaign', reason: 'paused', severity: 'blocks' },
				{ level: 'ad', id: '687201365001000001', reason: 'rejected' },
			],
		},
	});
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('“Evergreen: living room” is paused.'),
	]);
	// The estimate and the bid floors are asked for with a POST; nothing is changed.
	expect(node.writes()).toEqual(['POST /ad_groups/audience_sizing', 'POST /bid_floor']);
});

it('Campaign: Get without it asks for the campaign alone', async () => {
	const { output, hints } = await node.run({ parameters: get() });
	expect(output[0].json).not.toHaveProperty('diagnosis');
	expect(hints).toEqual([]);
	expect(node.simulator.ledger().filter(({ path }) => !path.includes('oauth'))).toHaveLength(2);
});

const getMany = { resource: 'campaign', operation: 'getMany', returnAll: true };

it('Campaign: Get Many diagnoses all of them, with one line beside the output', async () => {
	node.simulator.plant({ campaigns: [{ id: SEED.campaigns.running, status: 'PAUSED' }] });
	const { output, hints } = await node.run({ parameters: { ...getMany, diagnose: true } });
	expect(output).toHaveLength(1);
	expect(output[0].json).toMatchObject({
		id: SEED.campaigns.running,
		diagnosis: { can_deliver: false, findings: [{ level: 'campaign', reason: 'paused' }] },
	});
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringMatching(/^Of 1 campaign, cannot deliver: 1;/),
	]);
	expect(node.writes()).toEqual(['POST /bid_floor']);
});

it('Campaign: Get Many without it asks for the list alone', async () => {
	const { output, hints } = await node.run({ parameters: getMany });
	expect(output[0].json).not.toHaveProperty('diagnosis');
	expect(hints).toEqual([]);
	expect(node.writes()).toEqual([]);
});
