import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ad, adGroup, ask, campaign, daysAgo, event, people } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('statuses move with time and people', () => {
	async function syncedList(count: number) {
		const body = { name: 'L', records: people(count) };
		const list = (await ask(sim, 'POST', `${A}/customer_lists`, { body })).body;
		const rule = { customer_list_id: list.id };
		const wish = { name: 'A', audience_type: 'CUSTOMER_LIST', rule };
		const audience = (await ask(sim, 'POST', `${A}/audiences`, { body: wish })).body;
		const status = async (path: string) => {
			const { body: found } = await ask(sim, 'GET', `${A}/${path}`);
			return found.size === undefined ? found.status : [found.status, found.size];
		};
		return {
			list: () => status(`customer_lists/${list.id}`),
			audience: () => status(`audiences/${audience.id}`),
			add: (records: string) =>
				ask(sim, 'PATCH', `${A}/customer_lists/${list.id}`, {
					body: { operation_type: 'ADD', records },
				}),
		};
	}

	it('from UPLOADING over PROCESSING to READY, or TOO_SMALL under 100 people', async () => {
		const [large, small] = [await syncedList(100), await syncedList(99)];
		expect(await large.list()).toBe('UPLOADING');
		expect(await large.audience()).toEqual(['INITIALIZING', null]);
		sim.advance(2 * MINUTE);
		expect(await large.list()).toBe('PROCESSING');
		sim.advance(29 * MINUTE);
		expect([await large.list(), await small.list()]).toEqual(['READY', 'TOO_SMALL']);
		expect(await large.audience()).toEqual(['INITIALIZING', null]);
		sim.advance(30 * MINUTE);
		expect(await large.audience()).toEqual(['READY', 100]);
		expect(await small.audience()).toEqual(['TOO_SMALL', 99]);
		await small.add(people(1, 5000));
		expect(await small.list()).toBe('PROCESSING');
		sim.advance(31 * MINUTE);
		expect(await small.audience()).toEqual(['READY', 100]);
	});

	it('and with the share of records that are people at Pinterest', async () => {
		sim.settings({ matchRate: 0.5 });
		const { list, audience } = await syncedList(180);
		sim.advance(2 * 60 * MINUTE);
		expect(await list()).toBe('TOO_SMALL');
		expect(await audience()).toEqual(['TOO_SMALL', 90]);
	});
});

describe('rate limits', () => {
	it('count down per category and window, and refuse with 429 code 8', async () => {
		sim.setNow('2026-03-01T12:00:10Z', true);
		const { token } = sim.mintToken();
		sim.settings({ limits: { ads_read: 2 } });
		const get = () => ask(sim, 'GET', `${A}/campaigns`, { token });
		const first = await get();
		expect(first.headers.get('x-ratelimit-limit')).toBe('2, 2;w=60;name="ads_read"');
		expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
		expect(first.headers.get('x-ratelimit-reset')).toBe('50');
		expect((await get()).status).toBe(200);
		const third = await get();
		expect([third.status, third.body.code]).toEqual([429, 8]);
		expect((await ask(sim, 'GET', '/user_account', { token })).status).toBe(200);
		sim.advance(50_000);
		expect((await get()).status).toBe(200);
		expect(sim.violations()).toEqual([]);
	});

	it('are per day under trial access', async () => {
		sim.setNow('2026-03-01T12:00:00Z', true);
		const { token } = sim.mintToken();
		sim.settings({ trial: true });
		const { headers } = await ask(sim, 'GET', `${A}/campaigns`, { token });
		expect(headers.get('x-ratelimit-limit')).toBe('1000, 1000;w=86400;name="ads_read"');
		expect(headers.get('x-ratelimit-reset')).toBe(String(12 * 3600));
	});

	it('of conversions count by ad account', async () => {
		sim.settings({ limits: { ads_conversions: 1 } });
		const send = (account: string) =>
			ask(sim, 'POST', `/ad_accounts/${account}/events`, { body: { data: [event(sim)] } });
		const { headers } = await send(SEED.adAccountId);
		expect(headers.get('x-ratelimit-limit')).toMatch(/name="ads_conversions_ad_account_id"$/);
		expect((await send(SEED.adAccountId)).status).toBe(429);
		expect((await send(SEED.euroAdAccountId)).status).toBe(200);
	});
});

describe('metrics', () => {
	const SPEND = 'SPEND_IN_MICRO_DOLLAR';
	type Rows = Array<Record<string, number & string>>;
	const sum = (rows: Rows, column = SPEND) =>
		rows.reduce((total, row) => total + (row[column] ?? 0), 0);

	async function rows(path: string, more = '', granularity = 'TOTAL'): Promise<Rows> {
		const range = `start_date=${daysAgo(sim, 60)}&end_date=${daysAgo(sim, 1)}`;
		const columns = `columns=${SPEND},TOTAL_CHECKOUT,TOTAL_IMPRESSION`;
		const query = `${range}&${columns}&granularity=${granularity}${more}`;
		const { status, body } = await ask(sim, 'GET', `${A}/${path}?${query}`);
		expect(status).toBe(200);
		return body;
	}

	it('add up over levels, days, weeks and months, and to the truth', async () => {
		const { running, archived } = SEED.campaigns;
		const both = `&campaign_ids=${running}&campaign_ids=${archived}`;
		const [account] = await rows('analytics');
		const truth = sim
			.truth({ from: daysAgo(sim, 60), to: daysAgo(sim, 1) })
			.filter((day) => day.ad_account_id === SEED.adAccountId)
			.reduce((total, day) => total + day.spendMicro, 0);
		expect(account[SPEND]).toBe(truth);
		expect(truth).toBeGreaterThan(0);
		const campaigns = await rows('campaigns/analytics', both);
		expect(campaigns.map((row) => row.CAMPAIGN_ID).sort()).toEqual([running, archived]);
		expect(sum(campaigns)).toBe(truth);
		const groups = Object.values(SEED.adGroups).filter((id) => id !== SEED.adGroups.euro);
		const ofGroups = groups.map((id) => `&ad_group_ids=${id}`).join('');
		expect(sum(await rows('ad_groups/analytics', ofGroups))).toBe(truth);
		expect(sum(await rows('ads/analytics', both))).toBe(truth);
		for (const granularity of ['DAY', 'WEEK', 'MONTH']) {
			const split = await rows('analytics', '', granularity);
			expect(sum(split)).toBe(truth);
			expect(split.every((row) => /^\d{4}-\d\d-\d\d$/.test(row.DATE))).toBe(true);
		}
	});

	it('by the hour add up to the day, without conversions', async () => {
		const day = daysAgo(sim, 2);
		const ask2 = async (granularity: string) => {
			const query = `start_date=${day}&end_date=${day}&columns=${SPEND},TOTAL_CHECKOUT`;
			return (await ask(sim, 'GET', `${A}/analytics?${query}&granularity=${granularity}`)).body;
		};
		const [hours, days] = [await ask2('HOUR'), await ask2('DAY')];
		expect(hours).toHaveLength(24);
		expect(sum(hours)).toBe(days[0][SPEND]);
		expect(days[0].TOTAL_CHECKOUT).toBeGreaterThan(0);
		expect(hours[0].TOTAL_CHECKOUT).toBeUndefined();
	});

	it('count conversions by the attribution windows', async () => {
		const checkouts = async (click: number, view: number) => {
			const windows = `&click_window_days=${click}&view_window_days=${view}`;
			return sum(await rows('analytics', windows), 'TOTAL_CHECKOUT');
		};
		expect(await checkouts(0, 0)).toBe(0);
		expect(await checkouts(7, 1)).toBeLessThan(await checkouts(30, 1));
	});

	it('begin when a campaign, its ad group and its ad are all active, and end with it', async () => {
		const post = async (path: string, body: object[]) =>
			(await ask(sim, 'POST', `${A}/${path}`, { body })).body.items[0].data.id as string;
		const ad_account_id = SEED.adAccountId;
		const id = await post('campaigns', [campaign({ daily_spend_cap: 9_000_000 })]);
		const group = await post('ad_groups', [adGroup({ campaign_id: id, status: 'ACTIVE' })]);
		await post('ads', [ad({ ad_group_id: group, status: 'ACTIVE' })]);
		const switchTo = (status: string) =>
			ask(sim, 'PATCH', `${A}/campaigns`, { body: [{ id, ad_account_id, status }] });
		const daysWithSpend = () => sim.truth().filter((day) => day.campaign_id === id).length;
		expect(daysWithSpend()).toBe(0);
		await switchTo('ACTIVE');
		sim.advance(3 * DAY);
		expect(daysWithSpend()).toBe(4);
		await switchTo('PAUSED');
		sim.advance(5 * DAY);
		expect(daysWithSpend()).toBe(4);
		expect(sim.violations()).toEqual([]);
	});

	it('of a report are those of the synchronous endpoint', async () => {
		sim.settings({ reportMs: 5_000 });
		const { running, archived } = SEED.campaigns;
		const both = `&campaign_ids=${running}&campaign_ids=${archived}`;
		const expected = await rows('campaigns/analytics', both, 'DAY');
		const wish = {
			start_date: daysAgo(sim, 60),
			end_date: daysAgo(sim, 1),
			granularity: 'DAY',
			level: 'CAMPAIGN',
			columns: [SPEND, 'TOTAL_CHECKOUT', 'TOTAL_IMPRESSION'],
		};
		const { token } = (await ask(sim, 'POST', `${A}/reports`, { body: wish })).body;
		const poll = async () => (await ask(sim, 'GET', `${A}/reports?token=${token}`)).body;
		expect(await poll()).toMatchObject({ report_status: 'IN_PROGRESS', url: null });
		sim.advance(5_000);
		const { url } = await poll();
		const report = (await (await fetch(url)).json()) as Record<string, Rows>;
		expect(Object.keys(report).sort()).toEqual([running, archived]);
		expect(Object.values(report).flat()).toEqual(expected);
		expect(sim.violations()).toEqual([]);

		const signed = await fetch(url, { headers: { authorization: 'Bearer x' } });
		expect(signed.status).toBe(400);
		expect(sim.violations()).toHaveLength(1);
		expect((await fetch(url.replace(/signature=./, 'signature=x'))).status).toBe(403);
		sim.advance(5 * MINUTE + 1);
		expect((await fetch(url)).status).toBe(403);
		sim.advance(60 * MINUTE);
		expect(await poll()).toMatchObject({ report_status: 'EXPIRED' });
	});

	it('can be set by a test', async () => {
		const date = daysAgo(sim, 3);
		const [{ ad_id: adId }] = sim.truth();
		sim.plant({ metrics: [{ adId, date, spendMicro: 123 }] });
		const query = `start_date=${date}&end_date=${date}&columns=${SPEND}&granularity=DAY`;
		const { body } = await ask(sim, 'GET', `${A}/ads/analytics?${query}&ad_ids=${adId}`);
		expect(body).toEqual([{ AD_ID: adId, DATE: date, [SPEND]: 123 }]);
	});
});
