import { SEED, startSimulator, type Simulator } from '../../../../simulator/simulator.mts';
import { ConversionCalls } from './conversionCalls.mts';

let simulator: Simulator;
let calls: ConversionCalls;
let last = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	calls = await ConversionCalls.listen({
		parameters: {
			whoMayCall: 'anybody',
			answerWhen: 'sent',
			adAccountId: SEED.adAccountId,
		},
		connection: {
			environment: 'custom',
			apiBaseUrl: simulator.url,
			accessToken: SEED.tokens.access,
		},
		next: { operation: 'answerCaller' },
	});
});
afterEach(async () => {
	expect(simulator.violations()).toEqual([]);
	expect(calls.errors).toEqual([]);
	await calls.close();
	await simulator.close();
});

const event = (more: object = {}) => ({
	...{ event_name: 'checkout', event_id: `order-${++last}`, value: '10.00', currency: 'USD' },
	...{ email: 'marked.person@example.com', external_id: 'c-17', ...more },
});
const arrived = () => simulator.state().events.map(({ event: { event_id: id } }) => id);
const fault = (rule: object) =>
	simulator.addFault({ match: { operationId: 'events/create' }, ...rule } as never);
const requests = () =>
	simulator.ledger().filter(({ operationId }) => operationId === 'events/create').length;

describe('an event that is sent while its caller waits', () => {
	it('is answered when Pinterest has it, and no workflow runs', async () => {
		const one = event({ colour: 'blue' });
		expect(await calls.send(one)).toMatchObject({
			status: 200,
			answer: {
				status: 'sent',
				event_id: one.event_id,
				warnings: [expect.stringContaining('colour')],
			},
		});
		expect(arrived()).toEqual([one.event_id]);
		expect(calls.executions).toEqual([]);
	});

	it('goes with the others of its list in one request, each with its own result', async () => {
		const list = [event(), event({ value: 'a lot' }), event()];
		expect(await calls.send(list)).toMatchObject({
			status: 200,
			answer: {
				...{ status: 'see results', sent: 2, refused: 1 },
				results: [{ status: 'sent' }, { status: 'refused' }, { status: 'sent' }],
			},
		});
		expect(arrived()).toEqual([list[0].event_id, list[2].event_id]);
		expect(requests()).toBe(1);
		expect(calls.executions).toEqual([]);
	});
});

/** What the workflow was handed: the words for each, in their order. */
const handedOn = () => calls.executions.map((items) => items.map(({ status }) => status));

describe('whose the conversions are, where the node does not say', () => {
	const withToken = async (token: string) => {
		await calls.close();
		calls = await ConversionCalls.listen({
			parameters: { whoMayCall: 'anybody', answerWhen: 'sent' },
			connection: { environment: 'custom', apiBaseUrl: simulator.url, accessToken: token },
			next: { operation: 'answerCaller' },
		});
	};
	const lists = () =>
		simulator.ledger().filter(({ operationId }) => operationId === 'ad_accounts/list').length;

	it('is the workflow’s to know with several ad accounts: Pinterest is asked once which there are', async () => {
		await withToken(SEED.tokens.access);
		await calls.send(event());
		await calls.send(event());
		expect(calls.executions.map((items) => items.map(({ status }) => status))).toEqual([
			['ready'],
			['ready'],
		]);
		expect([arrived(), lists()]).toEqual([[], 1]);
	});
});

describe('what is not sent by then is handed to the workflow', () => {
	it.each(['500', '503', '429', 'cut-before', 'cut-after', 'hang', 'drip', 'html'])(
		'where Pinterest is ill: %s',
		async (kind) => {
			fault({ fault: kind });
			const one = event();
			expect((await calls.send(one)).status).toBe(299);
			expect(handedOn()).toEqual([['ready']]);
			expect(calls.executions[0][0]).toMatchObject({ event_id: one.event_id });
			expect(JSON.stringify(calls.executions)).not.toContain('marked');
		},
	);

	it('where Pinterest refuses one of a list: the others are sent', async () => {
		fault({ fault: 'partial-200', items: [1], count: 1, message: 'No.' });
		await calls.send([event(), event(), event()]);
		expect(handedOn()).toEqual([['sent', 'ready', 'sent']]);
	});

	it('where the token is not accepted', async () => {
		simulator.revokeToken(SEED.tokens.access);
		await calls.send(event());
		expect(handedOn().flat()).toEqual(['ready']);
	});

	it('where Pinterest would count it each time that it comes: an offline one has to be written down first', async () => {
		await calls.send([event({ action_source: 'offline' }), event()]);
		expect(handedOn()).toEqual([['ready', 'sent']]);
		expect(arrived()).toHaveLength(1);
	});

	it('where it names another ad account: which ones callers may name is in a table', async () => {
		await calls.send([event({ ad_account_id: SEED.euroAdAccountId })]);
		expect(handedOn()).toEqual([['ready']]);
		expect(requests()).toBe(0);
		expect((await calls.send(event({ ad_account_id: SEED.adAccountId }))).status).toBe(200);
	});
});
