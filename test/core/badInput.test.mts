import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';

/**
 * Bad input as users produce it: the message has to name the field, the description the fix, and
 * nothing may be half done.
 */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());

const campaign = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'campaign',
	operation: 'create',
	name: 'Spring',
	objective: 'CONSIDERATION',
	...fields,
});
const adGroup = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'adGroup',
	operation: 'create',
	campaignId: byId(SEED.campaigns.running),
	name: 'Retargeting',
	...fields,
});
const ad = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'ad',
	operation: 'create',
	adGroupId: byId(SEED.adGroups.running),
	pinId: byId(SEED.pins.image),
	...fields,
});
const conversion = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'conversion',
	operation: 'send',
	eventName: 'checkout',
	email: 'buyer@example.com',
	...fields,
});
const audience = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'audience',
	operation: 'sync',
	name: 'Subscribers',
	recordsFrom: 'field',
	records: 'a@example.com',
	...fields,
});
function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

interface Case {
	parameters: INodeParameters;
	items?: IDataObject[];
	token?: string;
	/** In the message: what happened, with the field. */
	says: RegExp;
	/** In the description: what to do. */
	fix: RegExp;
	kind: string;
	/** Requests that only read are fine. */
	writes?: string[];
}

const cases: Record<string, Case> = {
	'a wrong token': {
		parameters: { resource: 'adAccount', operation: 'getMany' },
		token: 'pina_wrong',
		says: /Invalid access token/,
		fix: /Generate a fresh access token/,
		kind: 'token-expired',
	},
	'no token': {
		parameters: { resource: 'adAccount', operation: 'getMany' },
		token: '',
		says: /Access Token/,
		fix: /paste an access token/,
		kind: 'token-expired',
	},
	'a missing scope': {
		parameters: campaign(),
		token: SEED.tokens.readOnly,
		says: /scope/,
		fix: /ads:write/,
		kind: 'token-scope',
		writes: ['POST /campaigns'],
	},
	'no role on the ad account': {
		parameters: campaign({ adAccountId: byId(SEED.foreignAdAccountId) }),
		says: /permission/,
		fix: /role/,
		kind: 'forbidden',
		writes: ['POST /campaigns'],
	},
	'no ad account': {
		parameters: campaign(),
		token: SEED.tokens.noAdAccounts,
		says: /No ad accounts found/,
		fix: /ads\.pinterest\.com/,
		kind: 'not-found',
	},
	'both spend caps': {
		parameters: campaign({ dailySpendCap: '5000000', lifetimeSpendCap: '50000000' }),
		says: /Daily Spend Cap.*Lifetime Spend Cap/s,
		fix: /./,
		kind: 'invalid',
	},
	'a cap in the wrong unit (currency where micro is expected)': {
		parameters: campaign({ dailySpendCap: '50' }),
		says: /Daily Spend Cap.*50000000|Daily Spend Cap.*50,000,000/s,
		fix: /./,
		kind: 'invalid',
	},
	'a cap in the wrong unit (micro where currency is expected)': {
		parameters: campaign({ dailySpendCap: '50000000', amountUnit: 'accountCurrency' }),
		says: /Daily Spend Cap.*50\.00/s,
		fix: /./,
		kind: 'invalid',
	},
	'a budget of zero': {
		parameters: adGroup({ budget: '0' }),
		says: /Budget/,
		fix: /./,
		kind: 'invalid',
	},
	'a bid of zero': { parameters: adGroup({ bid: '0' }), says: /Bid/, fix: /./, kind: 'invalid' },
	'an end before the start': {
		parameters: campaign({
			...{ startTime: '2027-02-01T00:00:00Z', endTime: '2027-01-01T00:00:00Z' },
		}),
		says: /End Time/,
		fix: /./,
		kind: 'invalid',
	},
	'an unknown objective': {
		parameters: campaign({ objective: 'MORE_SALES' }),
		says: /Objective.*CONSIDERATION/s,
		fix: /./,
		kind: 'invalid',
	},
	'a Pin that does not exist': {
		parameters: ad({ pinId: byId('123456789012345678') }),
		says: /Pin/,
		fix: /Pin/,
		kind: 'not-found',
	},
	'an ad group of another account': {
		parameters: ad({ adGroupId: byId(SEED.adGroups.euro) }),
		says: /[Aa]d group/i,
		fix: /ad account/,
		kind: 'not-found',
	},
	'a campaign of another account': {
		parameters: adGroup({ campaignId: byId(SEED.campaigns.euro) }),
		says: /[Cc]ampaign/,
		fix: /ad account/,
		kind: 'not-found',
	},
	'an ad group without a place': {
		parameters: adGroup({ locations: '' }),
		says: /Location/,
		fix: /./,
		kind: 'invalid',
	},
	'an event without an identifier': {
		parameters: conversion({ email: '' }),
		says: /email/i,
		fix: /./,
		kind: 'invalid',
	},
	'a bad currency': {
		parameters: conversion({ value: '10', currency: 'DOLLARS' }),
		says: /currency/i,
		fix: /./,
		kind: 'invalid',
	},
	'an email that is none': {
		parameters: conversion({ email: 'not-an-address' }),
		says: /email/i,
		fix: /./,
		kind: 'invalid',
	},
	'an audience with no valid record': {
		parameters: audience({ records: 'none, of, these' }),
		says: /no email records were available/i,
		fix: /./,
		kind: 'invalid',
	},
};

it.each(Object.entries(cases))('%s', async (_name, expected) => {
	const { parameters, items, token, says, fix, kind, writes = [] } = expected;
	const before = node.simulator.state();
	const error = await errorOf(node.run({ parameters, items, token }));
	expect(error.message).toMatch(says);
	expect(error.description).toMatch(fix);
	expect(error.context).toMatchObject({ kind, itemIndex: 0 });
	expect(node.writes()).toEqual(writes);
	expect(node.simulator.state()).toEqual(before);
	expect(node.simulator.violations()).toEqual([]);
	// Whatever was wrong with a value, it may be somebody's: it is never quoted.
	expect(`${error.message} ${error.description}`).not.toContain('not-an-address');
});

it('sends an audience of fewer than 100 and leaves the decision to Pinterest, with a warning', async () => {
	const { output, hints } = await node.run({ parameters: audience() });
	expect(output[0].json).toMatchObject({ sync_status: 'synced', counts: { sent: 1 } });
	expect(JSON.stringify(output[0].json.warnings)).toContain('100');
	expect(JSON.stringify(hints)).toContain('100');
	expect(node.simulator.violations()).toEqual([]);
});
