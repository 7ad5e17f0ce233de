import type { INodeParameters } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { listSearch } from '../../../nodes/PinterestAds/methods/listSearch.ts';
import { loadOptions } from '../../../nodes/PinterestAds/methods/loadOptions.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { CredentialStore, pickerFunctions } from '../harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const adGroup = (fields: INodeParameters): INodeParameters => ({
	resource: 'adGroup',
	operation: 'create',
	campaignId: byId(SEED.campaigns.running),
	name: 'Living rooms',
	simplify: false,
	...fields,
});

const created = () => node.simulator.state().adGroups.find(({ name }) => name === 'Living rooms');

describe('the targeting form', () => {
	it.each([1, 1.1])('becomes a spec, and keywords of their own: version %s', async (version) => {
		const raw = { targeting: '{"INTEREST": ["926295590241"]}' };
		node.simulator.plant({
			audiences: [{ id: '2542620905475', ad_account_id: SEED.adAccountId, name: 'Buyers' }],
		});
		const { output, hints } = await node.run({
			typeVersion: version,
			parameters: adGroup({
				locations: 'US, CA',
				audienceIncludeIds: ['2542620905475'],
				interests: 'Home Decor\nGardening',
				keywords: 'living room ideas, [red sofa], -"free sofa"',
				moreTargeting: {
					genders: ['female'],
					minimumAge: '25',
					maximumAge: '65+',
					devices: ['iphone', 'web'],
					locales: 'en',
					keywordMatchType: 'PHRASE',
					...(version === 1 ? {} : raw),
				},
				...(version === 1 ? raw : {}),
			}),
		});
		expect(created()?.targeting_spec).toEqual({
			LOCATION: ['US', 'CA'],
			AUDIENCE_INCLUDE: ['2542620905475'],
			INTEREST: ['926295590241', '935249274030', '901179409185'],
			GENDER: ['female'],
			APPTYPE: ['iphone', 'web'],
			LOCALE: ['en'],
			MINIMUM_AGE: '25',
			MAXIMUM_AGE: '65+',
		});
		expect(output[0].json).toMatchObject({
			id: created()?.id,
			keywords: [
				{ match_type: 'PHRASE', value: 'living room ideas', added: true },
				{ match_type: 'EXACT', value: 'red sofa', added: true },
				{ match_type: 'PHRASE_NEGATIVE', value: 'free sofa', added: true },
			],
			keyword_errors: [],
		});
		expect(hints).toEqual([]);
		expect(node.writes()).toEqual(['POST /ad_groups', 'POST /keywords']);
	});

	it('takes an audience ID from an expression, or none', async () => {
		node.simulator.plant({
			audiences: [{ id: '2542620905475', ad_account_id: SEED.adAccountId, name: 'Buyers' }],
		});
		await node.run({
			parameters: adGroup({
				name: '={{ $json.name }}',
				audienceIncludeIds: '={{ $json.audience }}',
			}),
			items: [
				{ name: 'With', audience: '2542620905475' },
				{ name: 'Without', audience: '' },
			],
		});
		const specs = node.simulator.state().adGroups.map((held) => [held.name, held.targeting_spec]);
		expect(specs).toEqual(
			expect.arrayContaining([
				['With', { LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620905475'] }],
				['Without', { LOCATION: ['US'] }],
			]),
		);
	});

	it('is refused with the near names of an interest that is none', async () => {
		const error = await errorOf(node.run({ parameters: adGroup({ interests: 'Home Dekor' }) }));
		expect(error.message).toContain('did you mean “Home Decor” (935249274030)');
		expect(error.context).toMatchObject({ kind: 'not-found', itemIndex: 0 });
		expect(node.writes()).toEqual([]);
	});

	it('shows what is wrong with a keyword beside the ad group that stands', async () => {
		node.simulator.addFault({
			match: { operationId: 'keywords/create' },
			fault: 'item-exception',
			items: [0],
			message: 'This keyword is not allowed.',
		});
		const { output, hints } = await node.run({ parameters: adGroup({ keywords: 'sofa' }) });
		expect(output[0].json).toMatchObject({
			id: created()?.id,
			keyword_errors: [{ value: 'sofa', kind: 'invalid' }],
		});
		expect(hints[0].message).toContain('1 of 1 keywords were not added');
	});
});

describe('the optimization goal', () => {
	const goal = {
		conversionEvent: 'CHECKOUT',
		conversionTagId: byId(SEED.conversionTagId),
		goalOptions: { clickWindowDays: 30, viewWindowDays: 0, cpaGoal: '12500000' },
	};
	const expected = {
		conversion_event: 'CHECKOUT',
		conversion_tag_id: SEED.conversionTagId,
		attribution_windows: { click_window_days: 30, view_window_days: 0 },
		cpa_goal_value_in_micro_currency: '12500000',
	};
	const json = JSON.stringify({
		conversionEvent: 'CHECKOUT',
		conversionTagId: SEED.conversionTagId,
		cpaGoal: '12500000',
		clickWindowDays: 30,
		viewWindowDays: 0,
	});

	it.each([
		['the fields', 1.1, goal],
		['the fields in version 1', 1, goal],
		['JSON in version 1', 1, { options: { optimizationGoal: json } }],
	])('comes from %s', async (_, typeVersion, fields) => {
		await node.run({ parameters: adGroup(fields), typeVersion });
		expect(created()?.optimization_goal_metadata).toEqual({
			conversion_tag_v3_goal_metadata: expected,
		});
	});

	it('is named by its field where the tag is missing', async () => {
		const error = await errorOf(
			node.run({ parameters: adGroup({ conversionEvent: 'CHECKOUT', conversionTagId: byId('') }) }),
		);
		expect(error.message).toContain('Conversion Tag: is missing');
	});
});

describe('Keyword', () => {
	const keyword = (operation: string, fields: INodeParameters) => ({
		resource: 'keyword',
		operation,
		adGroupId: byId(SEED.adGroups.running),
		...fields,
	});

	it('items of one parent become one request, and each gets its own result', async () => {
		const { output } = await node.run({
			parameters: keyword('add', { keywords: '={{ $json.word }}', matchType: 'EXACT' }),
			items: [{ word: 'sofa' }, { word: 'x'.repeat(121) }, { word: 'SOFA, "sofa bed"' }],
			continueOnFail: true,
		});
		expect(node.writes()).toEqual(['POST /keywords']);
		expect(output.map(({ json, pairedItem }) => [json.added_count, pairedItem])).toEqual([
			[1, { item: 0 }],
			[undefined, { item: 1 }],
			[1, { item: 2 }],
		]);
		expect(output[1].json.error).toContain('Keywords 1.: must not be longer than 120');
	});

	it('is listed and archived', async () => {
		await node.run({ parameters: keyword('add', { keywords: 'sofa, [red sofa], chair' }) });
		const listed = await node.run({
			parameters: keyword('getMany', { returnAll: true, filters: { textContains: 'sofa' } }),
		});
		expect(listed.output.map(({ json }) => json.value)).toEqual(['sofa', 'red sofa']);
		const archived = await node.run({
			parameters: { resource: 'keyword', operation: 'archive' },
			items: listed.output.map(({ json }) => json),
		});
		expect(archived.output.map(({ json }) => json.archived)).toEqual([true, true]);
		expect(node.writes()).toEqual(['POST /keywords', 'PATCH /keywords']);
	});

	it('of a campaign ignores the ad group that the form still holds', async () => {
		const { output } = await node.run({
			parameters: keyword('add', {
				parent: 'campaign',
				campaignId: byId(SEED.campaigns.running),
				keywords: '-cheap',
			}),
		});
		expect(output[0].json).toMatchObject({
			parent_type: 'campaign',
			parent_id: SEED.campaigns.running,
		});
	});
});

describe('Targeting', () => {
	it('finds options and estimates the audience that they make', async () => {
		const { output } = await node.run({
			parameters: { resource: 'targeting', operation: 'findOptions', nameContains: 'garden' },
		});
		expect(output.map(({ json }) => json)).toEqual([
			{ id: '901179409185', name: 'Gardening', type: 'interests', targeting_key: 'INTEREST' },
		]);
		const estimate = await node.run({
			parameters: {
				resource: 'targeting',
				operation: 'estimate',
				locations: 'US',
				interests: '={{ $json.id }}',
				moreTargeting: { genders: ['female'] },
			},
			items: output.map(({ json }) => json),
		});
		expect(estimate.output[0].json).toMatchObject({
			size: 'enough',
			verdict: expect.stringMatching(/^About [\d,]+ to [\d,]+ people a month\.$/),
			targeting_spec: { LOCATION: ['US'], INTEREST: ['901179409185'], GENDER: ['female'] },
		});
	});
});

describe('the pickers', () => {
	const functions = () => {
		const store = new CredentialStore();
		const credential = store.add('pinterestAdsApi', {
			environment: 'custom',
			apiBaseUrl: node.simulator.url,
			accessToken: SEED.tokens.access,
		});
		const parameters = {
			...adGroup({}),
			authentication: 'accessToken',
			adAccountId: byId(SEED.adAccountId),
		};
		return pickerFunctions({ store, credential, parameters }, new PinterestAds());
	};

	it('list tags, interests, Pins and audiences', async () => {
		node.simulator.plant({
			audiences: [{ id: '2542620905475', ad_account_id: SEED.adAccountId, name: 'Buyers' }],
		});
		const tags = await listSearch.searchConversionTags.call(functions());
		expect(tags.results.map(({ value }) => value)).toEqual([SEED.conversionTagId]);
		const interests = await listSearch.searchInterests.call(functions(), 'garden');
		expect(interests.results).toEqual([
			{ name: 'Gardening (901179409185)', value: '901179409185' },
		]);
		const pins = await listSearch.searchPins.call(functions(), 'desk');
		expect(pins.results).toEqual([
			{ name: `Minimalist desk setup (${SEED.pins.image})`, value: SEED.pins.image },
		]);
		expect(await loadOptions.getAudiences.call(functions())).toEqual([
			{
				name: 'Buyers (VISITOR)',
				value: '2542620905475',
				description: expect.any(String),
			},
		]);
	});
});
