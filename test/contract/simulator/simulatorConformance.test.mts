import { descriptionInUse } from '../../../simulator/description/files.mts';
import { handlers } from '../../../simulator/server/handlers.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ad, adGroup, ask, campaign, daysAgo, event, people } from './simulatorClient.mts';

describe('the simulator, judged by Pinterest’s API description', () => {
	let sim: Simulator;
	const answered = new Set<string>();

	beforeAll(async () => {
		sim = await startSimulator({ settings: { reportMs: 0 } });
	});
	afterAll(() => sim.close());
	afterEach(() => {
		expect(sim.violations()).toEqual([]);
	});

	async function conforms(operationId: string, method: string, path: string, body?: unknown) {
		const reply = await ask(sim, method, path, { body });
		expect(sim.ledger().at(-1)?.operationId).toBe(operationId);
		expect({ operationId, status: reply.status }).toEqual({ operationId, status: 200 });
		expect(sim.judgeAnswer(operationId, reply.status, reply.body)).toEqual([]);
		answered.add(operationId);
		return reply.body;
	}

	it('says that it is', () => {
		expect(sim.status().description).toEqual(descriptionInUse());
		expect(sim.status().description.name).toContain('5.23.0');
	});

	it('answers about accounts, Pins and boards', async () => {
		const { items } = await conforms('ad_accounts/list', 'GET', '/ad_accounts');
		expect(items.map((account: { id: string }) => account.id)).toEqual([
			SEED.adAccountId,
			SEED.euroAdAccountId,
		]);
		await conforms('ad_accounts/get', 'GET', A);
		await conforms('user_account/get', 'GET', '/user_account');
		await conforms('pins/list', 'GET', `/pins?ad_account_id=${SEED.adAccountId}`);
		await conforms('pins/get', 'GET', `/pins/${SEED.pins.video}`);
		await conforms('boards/list', 'GET', '/boards');
	});

	it('answers about customer lists and audiences', async () => {
		const created = { name: 'Customers', records: people(120) };
		const list = await conforms('customer_lists/create', 'POST', `${A}/customer_lists`, created);
		const one = `${A}/customer_lists/${list.id}`;
		const add = { operation_type: 'ADD', records: people(3, 500) };
		await conforms('customer_lists/update', 'PATCH', one, add);
		await conforms('customer_lists/get', 'GET', one);
		await conforms('customer_lists/list', 'GET', `${A}/customer_lists?order=DESCENDING`);
		const audience = await conforms('audiences/create', 'POST', `${A}/audiences`, {
			name: 'Customers',
			audience_type: 'CUSTOMER_LIST',
			rule: { customer_list_id: list.id },
		});
		await conforms('audiences/get', 'GET', `${A}/audiences/${audience.id}`);
		await conforms('audiences/list', 'GET', `${A}/audiences`);
		const change = { description: 'From the shop' };
		await conforms('audiences/update', 'PATCH', `${A}/audiences/${audience.id}`, change);
		const visitor_source_id = SEED.conversionTagId;
		await conforms('audiences/create', 'POST', `${A}/audiences`, {
			...{ name: 'Sale', audience_type: 'VISITOR' },
			rule: { visitor_source_id, event_source: { '=': ['web'] }, url: { contains: '/sale/' } },
		});
		await conforms('audiences/create', 'POST', `${A}/audiences`, {
			...{ name: 'Engaged', audience_type: 'ENGAGEMENT' },
			rule: { engagement_domain: ['www.example.com'], engager_type: 1 },
		});
		await conforms('audiences/list', 'GET', `${A}/audiences`);
		const sharedWith = [
			{
				...{ account_id: SEED.euroAdAccountId, account_name: 'Europe' },
				...{ account_type: 'AD_ACCOUNT' as const, shared_on_timestamp: 1_760_000_000 },
			},
		];
		sim.plant({ audiences: [{ id: audience.id, sharedWith }] });
		const shared = `${A}/audiences/shared/accounts?audience_id=${audience.id}`;
		const { items } = await conforms(
			...(['ad_accounts_audiences_shared_accounts/list', 'GET'] as const),
			`${shared}&account_type=AD_ACCOUNT`,
		);
		expect(items).toEqual(sharedWith);
	});

	it('answers about lead forms and the leads that came by them', async () => {
		await conforms('lead_forms/list', 'GET', `${A}/lead_forms`);
		await conforms('lead_form/get', 'GET', `${A}/lead_forms/${SEED.leadForms.kitchen}`);
		const day = new Date(sim.now()).toISOString().slice(0, 10);
		const wanted = { ad_id: SEED.leadAdId, start_date: day, end_date: day };
		const made = await conforms('leads_export/create', 'POST', `${A}/leads_export`, wanted);
		const path = `${A}/leads_export/${made.leads_export_id}`;
		const { download_url } = await conforms('leads_export/get', 'GET', path);
		const file = await fetch(download_url);
		expect(await file.text()).toMatch(/^Lead ID,.*Email.*\n.*eve@example\.com/);
	});

	it.each([
		['campaigns', campaign(), { ad_account_id: SEED.adAccountId }],
		['ad_groups', adGroup(), {}],
		['ads', ad(), {}],
	])('answers about %s', async (resource, element, ofUpdate) => {
		const path = `${A}/${resource}`;
		const created = await conforms(`${resource}/create`, 'POST', path, [element]);
		const { id } = created.items[0].data;
		const status = { id, status: 'ACTIVE', ...ofUpdate };
		const updated = await conforms(`${resource}/update`, 'PATCH', path, [status]);
		expect(updated.items[0].data).toMatchObject({ id, status: 'ACTIVE' });
		await conforms(`${resource}/get`, 'GET', `${path}/${id}`);
		const list = `${path}?entity_statuses=ACTIVE&entity_statuses=ARCHIVED&page_size=250`;
		const { items } = await conforms(`${resource}/list`, 'GET', list);
		expect(items.map((entity: { id: string }) => entity.id)).toContain(id);
	});

	it('answers about refused elements of a batch', async () => {
		const unknown = { id: '123' };
		for (const [resource, element] of [
			['campaigns', { ...unknown, ad_account_id: SEED.adAccountId }],
			['ad_groups', unknown],
			['ads', unknown],
		] as const) {
			const reply = await conforms(`${resource}/update`, 'PATCH', `${A}/${resource}`, [element]);
			const [{ exceptions }] = reply.items;
			expect(Array.isArray(exceptions)).toBe(resource !== 'ads');
			expect([exceptions].flat()[0].message).toMatch(/not found/);
		}
	});

	it('answers about whom it knows', async () => {
		const path = `${A}/audience_insights?audience_insight_type=YOUR_ENGAGED_AUDIENCE`;
		await conforms('audience_insights/get', 'GET', path);
		const all = `${A}/insights/audiences`;
		await conforms('audience_insights_scope_and_type/get', 'GET', all);
	});

	it('answers about previews of ads', async () => {
		const path = `${A}/ad_previews`;
		await conforms('ad_previews/create', 'POST', path, { pin_id: SEED.pins.image });
		const image = { image_url: 'https://shop.example.com/spring.jpg', title: 'Spring' };
		await conforms('ad_previews/create', 'POST', path, image);
	});

	it('answers about what people search for', async () => {
		const metrics = `${A}/keywords/metrics?country_code=US&keywords=sofa,couch,zzz`;
		const { data } = await conforms('country_keywords_metrics/get', 'GET', metrics);
		expect(data).toHaveLength(2);
		const related = '/terms/related?terms=sofa&terms=zzz';
		const { related_terms_list } = await conforms('terms_related/list', 'GET', related);
		expect(related_terms_list).toHaveLength(1);
		await conforms('terms_suggested/list', 'GET', '/terms/suggested?term=so&limit=2');
		const trends = '/trends/keywords/DE%2BAT%2BCH/top/growing?limit=2&interests=home_decor';
		await conforms('trending_keywords/list', 'GET', trends);
	});

	it('answers about keywords', async () => {
		const path = `${A}/keywords`;
		const wish = {
			parent_id: SEED.adGroups.running,
			keywords: [{ match_type: 'BROAD', value: 'desk setup' }],
		};
		const { keywords } = await conforms('keywords/create', 'POST', path, wish);
		const filter = `ad_group_id=${SEED.adGroups.running}&match_types=BROAD&match_types=EXACT`;
		await conforms('keywords/get', 'GET', `${path}?${filter}`);
		const changes = [
			{ id: keywords[0].id, archived: true },
			{ id: '123', archived: true },
		];
		const done = await conforms('keywords/update', 'PATCH', path, { keywords: changes });
		expect([done.keywords.length, done.errors.length]).toEqual([1, 1]);
	});

	it('answers about conversions', async () => {
		await conforms('events/create', 'POST', `${A}/events`, { data: [event(sim)] });
		const scores = `${A}/conversion_eqs?lookback_period=1d`;
		expect(await conforms('conversion_eqs/list', 'GET', scores)).toHaveLength(1);
		await conforms('conversion_tags/list', 'GET', `${A}/conversion_tags`);
		await conforms('conversion_tags/get', 'GET', `${A}/conversion_tags/${SEED.conversionTagId}`);
		const tag = { name: 'Shop', aem_enabled: true, md_frequency: 0.6 };
		const { configs } = await conforms(
			'conversion_tags/create',
			'POST',
			`${A}/conversion_tags`,
			tag,
		);
		expect(configs).toMatchObject({ aem_enabled: true, aem_ph_enabled: false, md_frequency: 0.6 });
		await conforms('conversion_tags/list', 'GET', `${A}/conversion_tags?filter_deleted=true`);
		const eligible = `${A}/conversion_tags/ocpm_eligible`;
		await conforms('ocpm_eligible_conversion_tags/get', 'GET', eligible);
		const made = await conforms('oauth/conversion_token', 'POST', '/oauth/conversion_token');
		const sent = await ask(sim, 'POST', `${A}/events`, {
			body: { data: [event(sim)] },
			token: made.access_token,
		});
		expect(sent.status).toBe(200);
	});

	it('answers with failed events in a 422', async () => {
		sim.addFault({ fault: 'partial-422', items: [1], count: 1 });
		const data = [event(sim), event(sim, { event_id: 'order-2' })];
		const { status, body } = await ask(sim, 'POST', `${A}/events`, { body: { data } });
		expect(status).toBe(422);
		expect(sim.judgeAnswer('events/create', 422, body)).toEqual([]);
		expect(body.details.events.map((result: { status: string }) => result.status)).toEqual([
			'processed',
			'failed',
		]);
	});

	it('answers about metrics', async () => {
		const ask30 = `start_date=${daysAgo(sim, 30)}&end_date=${daysAgo(sim, 1)}`;
		const query = `${ask30}&granularity=DAY&columns=SPEND_IN_MICRO_DOLLAR,CTR`;
		await conforms('ad_account/analytics', 'GET', `${A}/analytics?${query}`);
		const campaigns = `${query}&campaign_ids=${SEED.campaigns.running}&campaign_ids=${SEED.campaigns.archived}`;
		await conforms('campaigns/analytics', 'GET', `${A}/campaigns/analytics?${campaigns}`);
		const groups = `${query}&ad_group_ids=${SEED.adGroups.running}`;
		await conforms('ad_groups/analytics', 'GET', `${A}/ad_groups/analytics?${groups}`);
		const ofPin = `${A}/ads/analytics?${query}&pin_ids=${SEED.pins.image}`;
		await conforms('ads/analytics', 'GET', ofPin);
		for (const [operationId, path] of [
			['ad_account_targeting_analytics/get', `targeting_analytics?${query}`],
			['campaign_targeting_analytics/get', `campaigns/targeting_analytics?${campaigns}`],
			['ad_groups_targeting_analytics/get', `ad_groups/targeting_analytics?${groups}`],
			[
				'ad_targeting_analytics/get',
				`ads/targeting_analytics?${query}&ad_ids=${`68720136${SEED.adGroups.running.slice(-4)}000001`}`,
			],
		]) {
			await conforms(operationId, 'GET', `${A}/${path}&targeting_types=GENDER,LOCATION`);
		}
		const { lamps } = SEED.productGroups;
		const promoted = `product_group_promotions?product_group_promotion_ids=${lamps}`;
		await conforms('product_group_promotions/list', 'GET', `${A}/${promoted}`);
		const ofGroup = `product_groups/analytics?${query}&product_group_ids=${lamps}`;
		await conforms('product_groups/analytics', 'GET', `${A}/${ofGroup}`);
		const report = await conforms('analytics/create_report', 'POST', `${A}/reports`, {
			start_date: daysAgo(sim, 30),
			end_date: daysAgo(sim, 1),
			granularity: 'DAY',
			level: 'CAMPAIGN',
			columns: ['SPEND_IN_MICRO_DOLLAR'],
		});
		await conforms('analytics/get_report', 'GET', `${A}/reports?token=${report.token}`);
		await conforms('delivery_metrics/get', 'GET', '/resources/delivery_metrics?report_type=SYNC');
		const ready = `/resources/metrics_ready_state?date=${daysAgo(sim, 3)}`;
		await conforms('metrics_ready_state/get', 'GET', ready);
	});

	it('answers about targeting', async () => {
		await conforms('targeting_options/get', 'GET', '/resources/targeting/INTEREST');
		const audiences = `/resources/targeting/AUDIENCE_INCLUDE?ad_account_id=${SEED.adAccountId}`;
		await conforms('targeting_options/get', 'GET', audiences);
		const interest = '/resources/targeting/interests/935249274030';
		await conforms('interest_targeting_options/get', 'GET', interest);
		const spec = { targeting_spec: { LOCATION: ['US'], INTEREST: ['935249274030'] } };
		await conforms('ad_groups/audience_sizing', 'POST', `${A}/ad_groups/audience_sizing`, spec);
		await conforms('ad_groups_bid_floor/get', 'POST', `${A}/bid_floor`, {
			bid_floor_specs: [{ billable_event: 'CLICKTHROUGH', currency: 'USD', countries: ['US'] }],
		});
	});

	it('answers about catalogs and what is promoted out of them', async () => {
		const of = `ad_account_id=${SEED.adAccountId}`;
		const { items } = await conforms('catalogs/list', 'GET', `/catalogs?${of}`);
		const [catalog] = items;
		expect(items).toMatchObject([{ id: SEED.catalogs.home, catalog_type: 'RETAIL' }]);
		const inCatalog = `${of}&catalog_id=${catalog.id}`;
		const feeds = await conforms('feeds/list', 'GET', `/catalogs/feeds?${inCatalog}`);
		expect(feeds.items).toHaveLength(2);
		const feed = `/catalogs/feeds/${SEED.feeds.outlet}`;
		await conforms('feeds/get', 'GET', `${feed}?${of}`);
		const results = `${feed}/processing_results?${of}`;
		const found = await conforms('feed_processing_results/list', 'GET', results);
		const issues = `/catalogs/processing_results/${found.items[0].id}/item_issues?${of}`;
		const listed = await conforms('items_issues/list', 'GET', issues);
		expect(listed.items).toHaveLength(2);
		const groups = `/catalogs/product_groups?${inCatalog}`;
		const all = await conforms('catalogs_product_groups/list', 'GET', groups);
		expect(all.items).toHaveLength(4);
		const lamps = `/catalogs/product_groups/${SEED.catalogProductGroups.lamps}`;
		await conforms('catalogs_product_groups/get', 'GET', `${lamps}?${of}`);
		const counts = `${lamps}/product_counts?${of}`;
		const count = await conforms('catalogs_product_groups/product_counts_get', 'GET', counts);
		expect(count).toMatchObject({ total: 14 });

		const path = `${A}/product_group_promotions`;
		const ad_group_id = SEED.adGroups.running;
		const wish = { catalog_product_group_id: SEED.catalogProductGroups.all, status: 'PAUSED' };
		const made = await conforms('product_group_promotions/create', 'POST', path, {
			ad_group_id,
			product_group_promotion: [wish, { ...wish, catalog_product_group_id: '1' }],
		});
		expect(made.items[1].exceptions).toMatchObject([{ code: 4180 }]);
		const { id } = made.items[0].data;
		const change = { id, status: 'ACTIVE', tracking_url: 'https://t.example.com/?p={product}' };
		const changed = await conforms('product_group_promotions/update', 'PATCH', path, {
			ad_group_id,
			product_group_promotion: [change],
		});
		expect(changed.items[0].data).toMatchObject(change);
		await conforms('product_group_promotions/get', 'GET', `${path}/${id}`);
		const under = await conforms(
			'product_group_promotions/list',
			'GET',
			`${path}?ad_group_id=${ad_group_id}`,
		);
		expect(under.items).toMatchObject([change]);
	});

	it('has answered every operation that it implements', () => {
		expect([...answered].sort()).toEqual(Object.keys(handlers).sort());
	});
});
