import type { INodeParameters } from 'n8n-workflow';
import { PinterestAdsApi } from '../../../credentials/PinterestAdsApi.credentials.ts';
import { ORDER_HEADER } from '../../../credentials/orderHeader.ts';
import { listSearch } from '../../../nodes/PinterestAds/methods/listSearch.ts';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { localOperations } from '../../../nodes/PinterestAds/resources/registry.ts';
import { writeTokenTimes } from '../../../worker/src/port/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { CredentialStore, executeFunctions, pickerFunctions, runNode } from '../harness.mts';
import { errorOf } from '../onSimulator.mts';

const { adAccountId, euroAdAccountId, foreignAdAccountId, tokens } = SEED;

let simulator: Simulator;
let store: CredentialStore;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => {
	simulator.reset();
	store = new CredentialStore();
});
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
	expect(store.writes).toBe(0);
});

const credentialWith = (more: object = {}) =>
	store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		tokenKind: 'conversion',
		conversionToken: tokens.conversion,
		adAccountId,
		// Left from when the credential held an access token; nothing may use them.
		accessToken: tokens.access,
		refreshToken: tokens.refresh,
		clientId: SEED.clientId,
		clientSecret: SEED.clientSecret,
		...more,
	});

const run = async (parameters: INodeParameters, credential = credentialWith(), items = [{}]) =>
	await runNode({ store, credential, parameters, items });

const lead = { resource: 'conversion', operation: 'send', eventName: 'lead' };
const send = async (more: INodeParameters = {}, credential = credentialWith()) =>
	await run({ ...lead, email: 'jane@example.com', ...more }, credential);

/** Which token asked for what. */
const asked = () =>
	simulator
		.ledger()
		.map(({ method, path, query, headers }) =>
			[headers.authorization, method, path.replace('/v5', '') + (query.test ? '?test' : '')].join(
				' ',
			),
		);
const eventsOf = (account: string) => `Bearer conversion POST /ad_accounts/${account}/events`;

describe('Conversion: Send', () => {
	it('goes to the ad account of the credential', async () => {
		const { output } = await send();
		expect(output[0].json).toMatchObject({ status: 'processed', ad_account_id: adAccountId });
		expect(asked()).toEqual([eventsOf(adAccountId)]);
	});

	it('goes to the ad account that the node names', async () => {
		const chosen = { __rl: true, mode: 'id', value: euroAdAccountId };
		const { output } = await send({ adAccountId: chosen }, credentialWith({ adAccountId: '' }));
		expect(output[0].json).toMatchObject({ status: 'processed', ad_account_id: euroAdAccountId });
		expect(asked()).toEqual([eventsOf(euroAdAccountId)]);
	});

	it('signs with the token however it was pasted', async () => {
		const conversionToken = ` Bearer ${tokens.conversion}\n`;
		await send({}, credentialWith({ conversionToken, adAccountId: ` ${adAccountId} ` }));
		expect(asked()).toEqual([eventsOf(adAccountId)]);
	});

	it.each([
		['names no ad account', { adAccountId: '' }, /^Ad Account: is missing/, /by ID/],
		['names one that is none', { adAccountId: 'shop' }, /^Ad Account: must be an ID/, /./],
		[
			'has no token',
			{ conversionToken: ' ' },
			/^Conversion Token: the Pinterest credential has none/,
			/Ads Manager/,
		],
	])('fails before anything is sent where the credential %s', async (_, more, message, hint) => {
		const error = await errorOf(send({}, credentialWith(more)));
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(hint);
		expect(asked()).toEqual([]);
	});

	it.each([
		['is refused', { conversionToken: 'pina_wrong' }, /generate a new conversion token/],
		['is not for the ad account', { adAccountId: foreignAdAccountId }, /Check the ad account ID/],
	])('says what to do where the token %s, and renews nothing', async (_, more, hint) => {
		const error = await errorOf(send({}, credentialWith(more)));
		expect(error.description).toMatch(hint);
		expect(`${error.message} ${error.description}`).not.toMatch(/refresh|reconnect/i);
		expect(simulator.ledger().map(({ operationId }) => operationId)).toEqual(['events/create']);
	});
});

/** Fields enough for every operation to get as far as Pinterest. */
const FILLED: INodeParameters = {
	adAccountId: { __rl: true, mode: 'id', value: adAccountId },
	adId: { __rl: true, mode: 'id', value: '687195134316' },
	adGroupId: { __rl: true, mode: 'id', value: SEED.adGroups.running },
	audienceId: { __rl: true, mode: 'id', value: '2542620000001' },
	campaignId: { __rl: true, mode: 'id', value: SEED.campaigns.running },
	conversionTagId: { __rl: true, mode: 'id', value: SEED.conversionTagId },
	pinId: { __rl: true, mode: 'id', value: SEED.pins.image },
	adGroupIds: SEED.adGroups.running,
	productGroupId: { __rl: true, mode: 'id', value: SEED.catalogProductGroups.lamps },
	productGroupPromotionId: SEED.productGroups.lamps,
	trackingUrl: 'https://example.com/seen',
	seedAudienceId: { __rl: true, mode: 'id', value: '2542620000001' },
	name: 'Spring',
	objective: 'CONSIDERATION',
	dailySpendCap: '5000000',
	locations: 'US',
	keywords: 'sofa',
	keywordId: '2886610576653',
	path: '/ad_accounts',
	terms: 'sofa',
	billableEvent: 'CLICKTHROUGH',
	engagementDomains: 'shop.example.com',
	leadFormId: { __rl: true, mode: 'id', value: '383791336903426391' },
};

const OPERATIONS = new PinterestAds().description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options = [], displayOptions }) =>
		options.map((option) => [
			String(displayOptions?.show?.resource?.[0]),
			String((option as { value: unknown }).value),
		]),
	);

describe('every other operation', () => {
	const others = OPERATIONS.filter(
		([resource, operation]) =>
			resource !== 'conversion' &&
			operation !== 'disconnect' &&
			// It asks Pinterest for nothing itself.
			operation !== 'install' &&
			!localOperations.includes(operation),
	);

	it.each(others)('fails before anything is sent: %s %s', async (resource, operation) => {
		const items = [{ email: 'jane@example.com' }];
		const error = await errorOf(
			run({ ...FILLED, resource, operation }, credentialWith(), items as never),
		);
		expect(error.message).toContain('a conversion token can only send conversions');
		expect(error.description).toContain('OAuth2');
		expect(error.context).toMatchObject({ kind: 'token-scope' });
		expect(asked()).toEqual([]);
	});

	it('but Disconnect, which clears this token like any other', async () => {
		const credential = credentialWith();
		const { output } = await run({ resource: 'connection', operation: 'disconnect' }, credential);
		expect(output[0].json).toMatchObject({ status: 'inactive', tokens_cleared: true });
		const cleared = { conversionToken: '', accessToken: '', refreshToken: '', adAccountId };
		expect(store.read(credential.id)).toMatchObject(cleared);
		expect(asked()).toEqual([]);
		const error = await errorOf(send({}, credential));
		expect(error.message).toMatch(/^Conversion Token: the Pinterest credential has none/);
		expect(store.writes).toBe(1);
		store.writes = 0;
	});

	it('but Prepare, which needs no token', async () => {
		const { output } = await run({ ...lead, operation: 'prepare', email: 'jane@example.com' });
		expect(output[0].json.event_name).toBe('lead');
		expect(asked()).toEqual([]);
	});

	it.each(Object.keys(listSearch) as Array<keyof typeof listSearch>)(
		'as does the picker %s',
		async (picker) => {
			const setup = { store, credential: credentialWith(), parameters: { ...FILLED, ...lead } };
			const functions = pickerFunctions(setup, new PinterestAds());
			await expect(listSearch[picker].call(functions)).rejects.toMatchObject({
				message: expect.stringContaining('a conversion token can only send conversions'),
				description: expect.stringContaining('enter their ID instead'),
			});
			expect(asked()).toEqual([]);
		},
	);
});

describe('the credential’s test', () => {
	const { request, rules } = new PinterestAdsApi().test;

	/** As n8n sends it: the one request that the credential declares. */
	const test = async (more: object = {}) => {
		const functions = executeFunctions({ store, credential: credentialWith(more) });
		const { method, url, qs, headers } = request;
		const options = { baseURL: simulator.url, method, url, qs, headers };
		return await functions.helpers.httpRequestWithAuthentication.call(
			functions,
			'pinterestAdsApi',
			options as never,
		);
	};

	it('is one event in test mode', async () => {
		expect(await test()).toMatchObject({ num_events_processed: 1 });
		expect(asked()).toEqual([`${eventsOf(adAccountId)}?test`]);
		expect(simulator.state().events.map((event) => event.test)).toEqual([true]);
	});

	it('says to generate a new token where it is refused, after one try', async () => {
		const error = await errorOf(test({ conversionToken: 'pina_wrong' }));
		expect(error.message).toMatch(/^Invalid conversion token.*generate a new conversion token/);
		expect(error.message).not.toMatch(/refresh|reconnect/i);
		expect(simulator.ledger()).toHaveLength(1);
	});

	it.each([
		[403, { adAccountId: foreignAdAccountId }],
		[404, { adAccountId: '549755000000' }],
	])('has words for a %d, which point at the ad account', async (status, more) => {
		await expect(test(more)).rejects.toMatchObject({ httpCode: String(status) });
		const said = rules?.find(
			(rule) => rule.type === 'responseCode' && rule.properties.value === status,
		);
		expect(said?.properties.message).toContain('check the Ad Account ID');
	});

	it('sends nothing without an ad account, and says so', async () => {
		const error = await errorOf(test({ adAccountId: ' ' }));
		expect(error.message).toMatch(/^Ad Account ID: is empty/);
		expect(asked()).toEqual([]);
	});

	it('points a conversion token that was pasted as an access token the right way', async () => {
		const credential = { tokenKind: 'access', accessToken: tokens.conversion, refreshToken: '' };
		await expect(test(credential)).rejects.toMatchObject({ httpCode: '401' });
		expect(rules?.[0].properties.message).toMatch(
			/^Invalid access token.*choose that as Token Kind/,
		);
	});
});

it('is never renewed, not even where all that a renewal needs is beside it', async () => {
	const credential = new PinterestAdsApi();
	const data = {
		...store.read(credentialWith().id),
		validUntil: writeTokenTimes(tokens.conversion, { expiresAt: 1 }),
	};
	const signed = await credential.authenticate(data, {
		url: '/',
		headers: { [ORDER_HEADER]: 'renew' },
	});
	expect(signed.headers).toEqual({ authorization: `Bearer ${tokens.conversion}` });
	expect(await credential.preAuthentication.call({ helpers: {} as never }, data)).toEqual({});
});

it('leaves an access token alone with an ad account that was entered for a conversion token', async () => {
	const access = { tokenKind: 'access', adAccountId: euroAdAccountId, refreshToken: '' };
	const { output } = await send({}, credentialWith(access));
	expect(output[0].json).toMatchObject({ status: 'processed', ad_account_id: adAccountId });
});

it('takes a credential from before there was a choice for an access token', async () => {
	const before = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: tokens.access,
	});
	const { output } = await run({ resource: 'connection', operation: 'check' }, before);
	expect(output[0].json).toMatchObject({ status: 'active', ad_account_id: adAccountId });
});
