import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ask, campaign, daysAgo, event, type Ask } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

describe('a request that is not of the API is a violation', () => {
	const days = 'start_date=2026-01-01&end_date=2026-01-02';
	const form = 'application/x-www-form-urlencoded';
	const big = JSON.stringify({ name: 'L', records: 'x'.repeat(5_300_000) });
	type Case = [
		what: string,
		method: string,
		path: string,
		status: number,
		said: RegExp,
		rest?: Ask,
	];
	const cases: Case[] = [
		['a path', 'GET', `${A}/campaign`, 404, /not in the API description/],
		['a method', 'DELETE', `${A}/campaigns`, 404, /not in the API description/],
		['a trailing slash', 'GET', '/ad_accounts/', 404, /not in the API description/],
		['an unsimulated operation', 'GET', '/boards/1', 404, /not simulated|not in the API/],
		['a parameter', 'GET', `${A}/campaigns?limit=5`, 400, /limit/],
		['ids with commas', 'GET', `${A}/campaigns?campaign_ids=1,2`, 400, /campaign_ids/],
		[
			'repeated columns',
			'GET',
			`${A}/analytics?${days}&granularity=DAY&columns=CTR&columns=ECTR`,
			400,
			/comma-separated/,
		],
		[
			'a granularity',
			'GET',
			`${A}/analytics?${days}&granularity=WEEKLY&columns=CTR`,
			400,
			/granularity/,
		],
		['a page of 251', 'GET', `${A}/campaigns?page_size=251`, 400, /page_size/],
		['a page of text', 'GET', `${A}/campaigns?page_size=all`, 400, /page_size/],
		['a made-up bookmark', 'GET', `${A}/campaigns?bookmark=2`, 400, /bookmark/],
		['an account id', 'GET', '/ad_accounts/me/campaigns', 400, /ad_account_id/],
		['a body that is no JSON', 'POST', `${A}/events`, 400, /not JSON/, { body: '{"data":' }],
		['a form', 'POST', `${A}/events`, 400, /content-type/, { body: 'data=1', contentType: form }],
		['no body', 'POST', `${A}/events`, 400, /requestBody/],
		['a body too many', 'POST', '/oauth/conversion_token', 400, /takes none/, { body: {} }],
		['a body above 5 MB', 'POST', `${A}/customer_lists`, 413, /too large/, { body: big }],
	];
	it.each(cases)('%s', async (_what, method, path, status, said, rest = {}) => {
		const reply = await ask(sim, method, path, rest);
		expect(reply.status).toBe(status);
		expect(Object.keys(reply.body)).toEqual(['code', 'message']);
		expect(
			sim
				.violations()
				.map(({ violation }) => violation)
				.join(),
		).toMatch(said);
	});

	it('an address outside of the API', async () => {
		expect((await fetch(`${sim.origin}/v3/ads`)).status).toBe(404);
		expect(sim.violations()).toHaveLength(1);
	});

	it('a range beyond what the endpoint goes back', async () => {
		const tell = async (from: number, to: number, granularity = 'DAY', ids = 0) => {
			const range = `start_date=${daysAgo(sim, from)}&end_date=${daysAgo(sim, to)}`;
			const named = `&campaign_ids=${SEED.campaigns.running}`.repeat(ids);
			const path = ids > 0 ? 'campaigns/analytics' : 'analytics';
			const query = `${range}&columns=CTR&granularity=${granularity}${named}`;
			return (await ask(sim, 'GET', `${A}/${path}?${query}`)).status;
		};
		expect(await tell(90, 0)).toBe(200);
		expect(await tell(91, 1)).toBe(400);
		expect(await tell(1, 2)).toBe(400);
		expect(await tell(8, 6, 'HOUR')).toBe(200);
		expect(await tell(9, 8, 'HOUR')).toBe(400);
		expect(await tell(8, 4, 'HOUR')).toBe(400);
		expect(await tell(5, 1, 'DAY', 250)).toBe(200);
		expect(await tell(5, 1, 'DAY', 251)).toBe(400);
		expect(new Set(sim.violations().map(({ n }) => n)).size).toBe(5);
	});
});

describe('who asks', () => {
	it('is told apart by token, scope, role and account, and is no violation', async () => {
		const tell = async (method: string, path: string, token: string | null, body?: unknown) => {
			const reply = await ask(sim, method, path, { token, body });
			return reply.status === 200 ? 200 : [reply.status, reply.body.code];
		};
		const { tokens } = SEED;
		const list = `${A}/campaigns`;
		for (const token of [null, 'nonsense', tokens.expired, tokens.refresh, tokens.conversion]) {
			expect(await tell('GET', list, token)).toEqual([401, 2]);
		}
		expect(await tell('POST', list, tokens.readOnly, [campaign()])).toEqual([401, 3]);
		expect(await tell('GET', '/user_account', tokens.readOnly)).toEqual([401, 3]);
		expect(await tell('GET', list, tokens.noAdAccounts)).toEqual([403, 29]);
		const foreign = `/ad_accounts/${SEED.foreignAdAccountId}/campaigns`;
		expect(await tell('GET', foreign, tokens.access)).toEqual([403, 29]);
		expect(await tell('POST', list, tokens.analyst, [campaign()])).toEqual([403, 29]);
		expect(await tell('GET', list, tokens.analyst)).toBe(200);
		const events = { data: [event(sim)] };
		expect(await tell('POST', `${A}/events`, tokens.analyst, events)).toBe(200);
		expect(await tell('POST', `${A}/events`, tokens.conversion, events)).toBe(200);
		expect(await tell('GET', '/ad_accounts/999/campaigns', tokens.access)).toEqual([404, 2]);
		const { body } = await ask(sim, 'GET', '/ad_accounts', { token: tokens.noAdAccounts });
		expect(body.items).toEqual([]);
		expect(sim.violations()).toEqual([]);
	});

	it('never finds a token in the ledger', async () => {
		await ask(sim, 'GET', '/ad_accounts');
		const [entry] = sim.ledger();
		expect(entry.headers.authorization).toBe('Bearer business');
		const made = await ask(sim, 'POST', '/oauth/conversion_token');
		const ledger = JSON.stringify(sim.ledger());
		expect(ledger).not.toContain(SEED.tokens.access);
		expect(ledger).not.toContain(made.body.access_token);
	});

	it('does not find what is not there', async () => {
		for (const path of ['customer_lists', 'audiences', 'campaigns', 'ad_groups', 'ads']) {
			expect((await ask(sim, 'GET', `${A}/${path}/1`)).status).toBe(404);
		}
		for (const pin of ['123', SEED.pins.deleted]) {
			expect((await ask(sim, 'GET', `/pins/${pin}`)).status).toBe(404);
		}
		expect(sim.violations()).toEqual([]);
	});
});

describe('lists', () => {
	it('come in pages that a bookmark joins', async () => {
		const records = 'a@example.com';
		for (const name of ['1', '2', '3', '4', '5']) {
			await ask(sim, 'POST', `${A}/customer_lists`, { body: { name, records } });
		}
		const names: string[] = [];
		let bookmark = '';
		do {
			const path = `${A}/customer_lists?page_size=2&order=DESCENDING${bookmark}`;
			const { body } = await ask(sim, 'GET', path);
			names.push(...body.items.map((list: { name: string }) => list.name));
			bookmark = body.bookmark ? `&bookmark=${body.bookmark}` : '';
		} while (bookmark);
		expect(names).toEqual(['5', '4', '3', '2', '1']);
	});
});
