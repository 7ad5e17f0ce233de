import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ad, ask, campaign, event } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const campaigns = `${A}/campaigns`;
const create = () => ask(sim, 'POST', campaigns, { body: [campaign({ name: 'Made' })] });
const made = () => sim.state().campaigns.filter(({ name }) => name === 'Made').length;
const onCampaigns = { match: { path: '/campaigns' }, count: 1 };

describe('instead of the work', () => {
	it('429 says when to come back', async () => {
		sim.addFault({ ...onCampaigns, fault: '429', resetSeconds: 67 });
		const { status, body, headers } = await create();
		expect([status, body.code]).toEqual([429, 8]);
		expect(headers.get('x-ratelimit-reset')).toBe('67');
		expect(headers.get('x-ratelimit-remaining')).toBe('0');
		expect(headers.get('x-ratelimit-limit')).toMatch(/^\d+, \d+;w=60;name="ads_write"$/);
		expect(made()).toBe(0);
	});

	it.each(['500', '502', '503'] as const)('%s', async (fault) => {
		sim.addFault({ ...onCampaigns, fault });
		expect((await create()).status).toBe(Number(fault));
		expect(made()).toBe(0);
		expect((await create()).status).toBe(200);
	});

	it('html', async () => {
		sim.addFault({ ...onCampaigns, fault: 'html' });
		const { headers, body } = await create();
		expect(headers.get('content-type')).toMatch(/^text\/html/);
		expect(body).toMatch(/^<!DOCTYPE html>/);
		expect(made()).toBe(0);
	});

	it('hang', async () => {
		sim.addFault({ ...onCampaigns, fault: 'hang' });
		const signal = AbortSignal.timeout(100);
		await expect(ask(sim, 'GET', campaigns, { signal })).rejects.toThrow(/timeout/);
		const [entry] = sim.ledger();
		expect(entry).toMatchObject({ fault: 'hang', operationId: 'campaigns/list' });
		expect(entry.status).toBeUndefined();
	});

	it('cut-before', async () => {
		sim.addFault({ ...onCampaigns, fault: 'cut-before' });
		await expect(create()).rejects.toThrow(/fetch failed/);
		expect(made()).toBe(0);
	});
});

describe('after the work', () => {
	it('cut-after', async () => {
		sim.addFault({ ...onCampaigns, fault: 'cut-after' });
		await expect(create()).rejects.toThrow(/fetch failed/);
		expect(made()).toBe(1);
		expect(sim.ledger()[0].status).toBeUndefined();
	});

	it('truncated', async () => {
		sim.addFault({ ...onCampaigns, fault: 'truncated' });
		await expect(create()).rejects.toThrow(/terminated/);
		expect(made()).toBe(1);
	});

	it('a refresh whose answer is lost has used the refresh token up', async () => {
		sim.addFault({ match: { operationId: 'oauth/token' }, fault: 'cut-after', count: 1 });
		const basic = Buffer.from(`${SEED.clientId}:${SEED.clientSecret}`).toString('base64');
		const refresh = () =>
			fetch(`${sim.url}/oauth/token`, {
				method: 'POST',
				headers: { authorization: `Basic ${basic}` },
				body: new URLSearchParams({
					grant_type: 'refresh_token',
					refresh_token: SEED.tokens.refresh,
				}),
			});
		await expect(refresh()).rejects.toThrow(/fetch failed/);
		expect((await refresh()).status).toBe(401);
	});
});

describe('within a 200', () => {
	it('item-exception refuses the named elements', async () => {
		sim.addFault({
			...onCampaigns,
			fault: 'item-exception',
			items: [1],
			code: 2386,
			message: 'No',
		});
		const body = [campaign({ name: 'Made' }), campaign({ name: 'Made' })];
		const reply = await ask(sim, 'POST', campaigns, { body });
		expect(reply.body.items[0].exceptions).toEqual([]);
		expect(reply.body.items[1]).toEqual({ exceptions: [{ code: 2386, message: 'No' }] });
		expect(made()).toBe(1);
		sim.addFault({ match: { path: '/ads' }, fault: 'item-exception' });
		const ofAd = await ask(sim, 'POST', `${A}/ads`, { body: [ad()] });
		expect(ofAd.body.items[0].exceptions).toMatchObject({ code: 400 });
	});

	it.each(['partial-200', 'partial-422'] as const)('%s fails the named events', async (fault) => {
		sim.addFault({ fault, items: [0, 2] });
		const data = ['1', '2', '3'].map((event_id) => event(sim, { event_id }));
		const { status, body } = await ask(sim, 'POST', `${A}/events`, { body: { data } });
		expect(status).toBe(fault === 'partial-200' ? 200 : 422);
		const { events } = body.details ?? body;
		expect(events.map((result: { status: string }) => result.status)).toEqual([
			'failed',
			'processed',
			'failed',
		]);
		expect(sim.state().events.map((received) => received.event.event_id)).toEqual(['2']);
	});

	it('bookmark-loop', async () => {
		sim.addFault({ fault: 'bookmark-loop' });
		const first = await ask(sim, 'GET', campaigns);
		const again = await ask(sim, 'GET', `${campaigns}?bookmark=${first.body.bookmark}`);
		expect(again.body.bookmark).toBe(first.body.bookmark);
	});

	it('report-failed', async () => {
		sim.settings({ reportMs: 0 });
		sim.addFault({ fault: 'report-failed', match: { operationId: 'analytics/create_report' } });
		const columns = ['CTR'];
		const days = { start_date: '2026-01-01', end_date: '2026-01-02', granularity: 'DAY' };
		sim.setNow('2026-02-01');
		const token = sim.mintToken().token;
		const body = { ...days, level: 'CAMPAIGN', columns };
		const report = await ask(sim, 'POST', `${A}/reports`, { body, token });
		const path = `${A}/reports?token=${report.body.token}`;
		expect((await ask(sim, 'GET', path, { token })).body.report_status).toBe('FAILED');
	});
});

describe('which requests they strike', () => {
	const statuses = async (count: number, path = campaigns) => {
		const seen: number[] = [];
		for (let index = 0; index < count; index++) seen.push((await ask(sim, 'GET', path)).status);
		return seen;
	};

	it('counts, and lets the first ones pass', async () => {
		sim.addFault({ fault: '500', after: 1, count: 2 });
		expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
	});

	it('by method, path, expression or operation', async () => {
		sim.addFault({ fault: '500', match: { method: 'PATCH' } });
		sim.addFault({ fault: '502', match: { path: '/^.ad_accounts$/' } });
		sim.addFault({ fault: '503', match: { operationId: 'campaigns/list' } });
		expect(await statuses(1)).toEqual([503]);
		expect(await statuses(1, '/ad_accounts')).toEqual([502]);
		expect(await statuses(1, A)).toEqual([200]);
		sim.clearFaults();
		expect(await statuses(1)).toEqual([200]);
	});

	it('by chance, and the same ones for the same seed', async () => {
		sim.addFault({ fault: '500', probability: 0.5, seed: 1 });
		const first = await statuses(20);
		sim.clearFaults();
		sim.addFault({ fault: '500', probability: 0.5, seed: 1 });
		expect(await statuses(20)).toEqual(first);
		expect(new Set(first)).toEqual(new Set([200, 500]));
	});

	it('and a violation is written down all the same', async () => {
		sim.addFault({ fault: '500' });
		await ask(sim, 'GET', `${campaigns}?limit=1`);
		expect(sim.violations()).toHaveLength(1);
	});

	it('never an unknown one', () => {
		expect(() => sim.addFault({ fault: 'flood' as never })).toThrow(/no fault "flood"/);
	});
});

it('ends while a connection hangs', async () => {
	const other = await startSimulator();
	other.addFault({ fault: 'hang' });
	const waiting = ask(other, 'GET', '/ad_accounts').catch((error: Error) => error.message);
	while (other.ledger().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	await other.close();
	expect(await waiting).toMatch(/fetch failed/);
});
