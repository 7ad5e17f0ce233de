import type { INodeParameters } from 'n8n-workflow';
import { offlineNode, type OfflineNode } from '../../faults/offlineNode.mts';
import { toldErrors } from '../../faults/errors.mts';
import { nested } from '../../fuzz/hostile.mts';

/** What the long runs under faults and with hostile values have found, each by itself. */

let node: OfflineNode;
beforeAll(async () => {
	node = await offlineNode();
});
beforeEach(() => node.simulator.reset());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const run = async (on: string, parameters: INodeParameters = {}, json: object = {}) => {
	const [resource, operation] = on.split(':');
	const done = await node.run({
		parameters: { resource, operation, ...parameters },
		items: [{ ...json }],
	});
	return { ...done, jsons: done.items.map((item) => item.json), told: toldErrors(done).at(0) };
};
const CHECKOUT = {
	eventName: 'checkout',
	eventId: 'order-1',
	email: 'jane@example.com',
	value: '4',
};

describe('an error of the network', () => {
	it('keeps its own words, though n8n has others for a connection that was cut', async () => {
		node.simulator.addFault({ match: { operationId: 'campaigns/list' }, fault: 'cut-before' });
		const { told } = await run('campaign:getMany');
		expect(told?.message).toMatch(/^Could not list the campaigns: no connection to Pinterest/);
	});

	it.each(['cut-after', 'done-500', 'truncated'] as const)(
		'says that conversions may have arrived, after %s',
		async (fault) => {
			node.simulator.addFault({ match: { operationId: 'events/create' }, fault });
			const { told } = await run('conversion:send', CHECKOUT);
			expect(node.simulator.state().events).not.toEqual([]);
			expect(told?.hint).toContain('Pinterest may have done it all the same');
		},
	);

	it('says nothing of the kind where nothing can have arrived', async () => {
		node.simulator.disconnect(9, ({ path }) => path.includes('/events'));
		const { told } = await run('conversion:send', CHECKOUT);
		expect(told?.kind).toBe('network');
		expect(told?.hint).not.toContain('may have done it');
	});

	it('says that a change may have been made, and that making it again does no harm', async () => {
		const { seed, ...simulator } = node.simulator;
		simulator.addFault({ match: { operationId: 'campaigns/update' }, fault: 'done-500' });
		const campaignId = byId(seed.campaigns.running);
		const { told } = await run('campaign:update', { campaignId, name: 'New' });
		expect(simulator.state().campaigns[0].name).toBe('New');
		expect(told?.hint).toContain('doing it again does no harm');
	});
});

describe('a list that begins again on its second page', () => {
	it('gives each element once', async () => {
		const { jsons: all } = await run('adGroup:getMany', { returnAll: true });
		const match = { operationId: 'ad_groups/list' };
		node.simulator.addFault({ match, fault: 'bookmark-loop', count: 1 });
		const { jsons } = await run('adGroup:getMany', { returnAll: true });
		expect(jsons).toEqual(all);
	});

	it('does not make a copy of a campaign have everything twice', async () => {
		const match = { operationId: 'ad_groups/list' };
		node.simulator.addFault({ match, fault: 'bookmark-loop', count: 1 });
		const campaignId = byId(node.simulator.seed.campaigns.running);
		const { jsons } = await run('campaign:duplicate', { campaignId });
		const of = (id: unknown) =>
			node.simulator.state().adGroups.filter(({ campaign_id }) => campaign_id === id);
		expect(of(jsons[0].campaign_id ?? jsons[0].id)).toHaveLength(
			of(node.simulator.seed.campaigns.running).length,
		);
	});
});

it('Get Launch Choices says that Pinterest did not tell what the tags are ready for', async () => {
	const objective = 'WEB_CONVERSION';
	const { jsons: before } = await run('campaign:getLaunchChoices', { objective });
	expect(before[0].notes).toEqual([]);
	node.simulator.addFault({ match: { path: 'ocpm_eligible' }, fault: '500' });
	const { jsons } = await run('campaign:getLaunchChoices', { objective });
	expect(jsons[0].notes).toEqual([
		'Pinterest did not say for which events the conversion tags are ready.',
	]);
});

it('an answer that is deeper than anything of Pinterest’s is said to make no sense', async () => {
	node.simulator.changeAnswers((answer, { path }) =>
		path.includes('/campaigns') ? { ...answer, body: { items: [nested('objects')] } } : answer,
	);
	const { told } = await run('campaign:getMany');
	expect(told).toMatchObject({
		kind: 'unavailable',
		message: expect.stringContaining('campaigns'),
	});
});

it('an ad account whose currency is none is not taken for one', async () => {
	node.simulator.changeAnswers((answer) => ({
		...answer,
		body: JSON.parse(JSON.stringify(answer.body).replaceAll('"USD"', '""')),
	}));
	const { told } = await run('campaign:getMany', { diagnose: true });
	expect(told?.message).toContain('an ad account whose currency is not a currency');
});

it('an element of a list that is null is no success', async () => {
	node.simulator.changeAnswers((answer) => ({ ...answer, body: { items: [null, { id: '1' }] } }));
	const { jsons } = await run('api:call', { path: '/ad_accounts', answer: 'elements' });
	expect(jsons).toEqual([{ value: null }, { id: '1' }]);
});

describe('a value that no text can be made of', () => {
	const ODD = Object.create(null) as object;
	const TAKEN = '={{ $json.odd }}';

	it.each<[string, string, INodeParameters, RegExp]>([
		['Days', 'conversion:diagnose', { days: TAKEN }, /^Days: /],
		['Find', 'keyword:research', { find: TAKEN, terms: 'sofa' }, /^Find: must be one of/],
		[
			'Wait for Ready',
			'audience:createActalike',
			{ seedName: 'VIP', country: 'US', options: { waitForReadyMinutes: TAKEN } },
			/: (?:must be|expected) /i,
		],
	])('in %s is said to be none', async (_, on, parameters, says) => {
		const { told } = await run(on, parameters, { odd: ODD });
		expect(told?.message).toMatch(says);
		expect(told?.message).not.toContain('primitive');
	});

	it('in Preview is taken for a preview: nothing is sent', async () => {
		const { seed, ...simulator } = node.simulator;
		const parameters = { campaignId: byId(seed.campaigns.running), name: 'New', preview: TAKEN };
		const { jsons } = await run('campaign:update', parameters, { odd: ODD });
		expect(jsons[0]).toMatchObject({ preview: expect.anything() });
		expect(simulator.ledger().filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('in Simplify leaves the answer as it is', async () => {
		const { jsons } = await run('campaign:getMany', { simplify: TAKEN }, { odd: ODD });
		expect(jsons[0]).toHaveProperty('summary_status');
	});
});

it('an audience’s name is held against what Pinterest takes before anything is sent', async () => {
	const parameters = { name: 'a'.repeat(256), engagementDomains: 'www.example.com' };
	const { told } = await run('audience:createEngagement', parameters);
	expect(told?.message).toBe('Name: must not be longer than 255 characters');
	expect(node.simulator.ledger().filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('a rule of which no event sources are chosen names none', async () => {
	const parameters = {
		...{ name: 'Sale', conversionTagId: byId(node.simulator.seed.conversionTagId) },
		options: { eventSources: [] },
	};
	const { told } = await run('audience:createVisitor', parameters);
	expect(told).toBeUndefined();
	expect(node.simulator.violations()).toEqual([]);
});
