import { createGotHttp } from '../../../worker/src/adapters/gotHttp.mts';
import {
	checkConnection,
	choicesFor,
	conversionTokenTest,
	createActalike,
	createAds,
	createCampaigns,
	fetchMetrics,
	getAdAccount,
	listAdAccounts,
	listAudiences,
	type PinterestAdsError,
	sendConversions,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { ask } from '../simulator/simulatorClient.mts';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
afterEach(() => expect(simulator.violations()).toEqual([]));

const { adAccountId, euroAdAccountId, foreignAdAccountId } = SEED;

function contextWith(more: Partial<WorkerContext> = {}, token: string = SEED.tokens.conversion) {
	return {
		http: createGotHttp({ baseUrl: simulator.url, accessToken: token }),
		clock: { now: () => simulator.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
		tokenKind: 'conversion',
		...more,
	} satisfies WorkerContext;
}

const lead = (number: number, more: object = {}) => ({
	eventName: 'lead',
	eventId: `lead-${number}`,
	email: `customer${number}@example.com`,
	...more,
});
const sent = () =>
	simulator
		.ledger()
		.map(
			({ method, path, status }) => `${method} ${path.replace('/v5/ad_accounts', '')} ${status}`,
		);

it('sends to each input’s ad account, else to the context’s, and asks for nothing else', async () => {
	const outcomes = await sendConversions(contextWith({ adAccountId }), [
		lead(1),
		lead(2, { adAccountId: euroAdAccountId }),
		lead(3),
	]);
	expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
	expect(sent()).toEqual([
		`POST /${adAccountId}/events 200`,
		`POST /${euroAdAccountId}/events 200`,
	]);
});

it('is the one that Pinterest has made for an access token, too', async () => {
	const { body } = await ask(simulator, 'POST', '/oauth/conversion_token');
	const context = contextWith({ adAccountId }, body.access_token);
	const [outcome] = await sendConversions(context, [lead(1)]);
	expect(outcome).toMatchObject({ ok: true, record: { status: 'processed' } });
});

it('fails only the inputs without an ad account, before anything is sent', async () => {
	const [without, other] = await sendConversions(contextWith(), [
		lead(1),
		lead(2, { adAccountId }),
	]);
	expect(without).toMatchObject({
		ok: false,
		error: { kind: 'invalid', field: 'Ad Account', hint: expect.stringContaining('by ID') },
	});
	expect(other.ok).toBe(true);
	expect(sent()).toEqual([`POST /${adAccountId}/events 200`]);
});

describe('refused', () => {
	const errorWith = async (context: WorkerContext) => {
		const [first, second] = await sendConversions(context, [lead(1), lead(2)]);
		expect(second).toEqual(first.ok ? undefined : { ok: false, error: expect.anything() });
		return (first as { error: PinterestAdsError }).error;
	};
	const neverAboutAccessTokens = ({ message, hint }: PinterestAdsError) =>
		expect(`${message} ${hint}`).not.toMatch(/refresh|reconnect|access token|developer portal/i);

	it('says to generate a new one where it is revoked', async () => {
		simulator.revokeToken('conversion');
		const error = await errorWith(contextWith({ adAccountId }));
		expect(error).toMatchObject({ kind: 'token-expired', status: 401, code: 2 });
		expect(error.message).toContain('Invalid conversion token');
		expect(error.hint).toMatch(/Ads Manager.*generate a new conversion token/);
		neverAboutAccessTokens(error);
		expect(sent()).toHaveLength(1);
	});

	it('says the same where it is another token, one that lacks the scope', async () => {
		const error = await errorWith(contextWith({ adAccountId }, SEED.tokens.readOnly));
		expect(error).toMatchObject({ kind: 'token-scope', status: 401, code: 3 });
		expect(error.hint).toMatch(/Ads Manager.*generate a new conversion token/);
		neverAboutAccessTokens(error);
	});

	it.each([
		['is another’s', foreignAdAccountId, 'forbidden', 403],
		['does not exist', '549755000000', 'not-found', 404],
	])('says to check the ad account where it %s', async (_, account, kind, status) => {
		const error = await errorWith(contextWith({ adAccountId: account }));
		expect(error).toMatchObject({ kind, status });
		expect(error.hint).toMatch(/Check the ad account ID/);
		neverAboutAccessTokens(error);
	});
});

describe('cannot', () => {
	const failing: Record<string, (context: WorkerContext) => Promise<unknown>> = {
		'list the ad accounts': async (context) => await listAdAccounts(context),
		'read an ad account': async (context) => await getAdAccount(context, { adAccountId }),
		'check a connection': async (context) => await checkConnection(context),
		'list audiences': async (context) => await listAudiences(context, {}),
		'read metrics': async (context) => await fetchMetrics(context, { level: 'campaign' }),
		'fill a list of campaigns': async (context) => await choicesFor(context, 'campaign'),
		'fill a list of Pins': async (context) => await choicesFor(context, 'pin'),
		'create an actalike': async (context) =>
			await createActalike(context, {
				seedAudienceId: '2542620000000',
				country: 'US',
				percentage: 5,
			}),
	};

	it.each(Object.keys(failing))('%s: fails before anything is sent', async (task) => {
		for (const chosen of [undefined, adAccountId]) {
			await expect(failing[task](contextWith({ adAccountId: chosen }))).rejects.toMatchObject({
				kind: 'token-scope',
				message: expect.stringContaining('a conversion token can only send conversions'),
				hint: expect.stringContaining('good for sending conversions'),
			});
		}
		expect(simulator.ledger()).toEqual([]);
	});

	it('create anything: each input fails, before anything is sent', async () => {
		const context = contextWith({ adAccountId });
		const outcomes = [
			...(await createCampaigns(context, [
				{ name: 'Spring', objective: 'AWARENESS', dailySpendCap: 5_000_000 },
				{ name: 'Summer', objective: 'AWARENESS', dailySpendCap: 5_000_000 },
			])),
			...(await createAds(context, [
				{ adGroupId: SEED.adGroups.running, pinId: SEED.pins.image, name: 'Ad' },
			])),
		];
		expect(outcomes.map((outcome) => outcome.ok || outcome.error.kind)).toEqual(
			Array(3).fill('token-scope'),
		);
		expect(simulator.ledger()).toEqual([]);
	});
});

describe('its test', () => {
	const test = async (token: string, account: string) =>
		await createGotHttp({ baseUrl: simulator.url, accessToken: token }).send(
			conversionTokenTest({ adAccountId: account }, simulator.now()),
		);

	it('is an event that Pinterest takes and does not record', async () => {
		const answer = await test(SEED.tokens.conversion, ` ${adAccountId} `);
		expect(answer).toMatchObject({ status: 200, body: { num_events_processed: 1 } });
		expect(simulator.state().events.map((event) => event.test)).toEqual([true]);
	});

	it('tells a bad token from a bad ad account', async () => {
		expect((await test('pina_wrong', adAccountId)).status).toBe(401);
		expect((await test(SEED.tokens.conversion, foreignAdAccountId)).status).toBe(403);
	});

	it('is not made without an ad account', () => {
		expect(() => conversionTokenTest({ adAccountId: 'shop' }, 0)).toThrow(/^Ad Account: must be/);
	});
});
