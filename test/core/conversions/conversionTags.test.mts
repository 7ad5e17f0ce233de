import type { INodeParameters } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { listSearch } from '../../../nodes/PinterestAds/methods/listSearch.ts';
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
const tag = (operation: string, fields: INodeParameters = {}): INodeParameters => ({
	...{ resource: 'conversionTag', operation, adAccountId: byId(SEED.adAccountId) },
	...fields,
});
const NEW = '2617998078301';
const plantNew = () =>
	node.simulator.plant({ conversionTags: [{ id: NEW, name: 'New tag', events: [] }] });

describe('Conversion Tag', () => {
	it('Create gives the code to paste, and says of a tag that exists what is different', async () => {
		const items = [{ name: 'Lamp shop' }, { name: 'Example shop tag' }];
		const { output } = await node.run({
			parameters: tag('create', {
				name: '={{ $json.name }}',
				simplify: false,
				automaticMatch: { matchEmail: true, matchPhone: true },
				options: { metadataFrequency: 0.5 },
			}),
			items,
		});
		expect(node.writes()).toEqual(['POST /conversion_tags']);
		const [made, found] = output.map(({ json }) => json);
		expect(made).toMatchObject({
			...{ name: 'Lamp shop', created: true, last_fired_at: null },
			automatic_match: ['email', 'phone'],
			configs: { md_frequency: 0.5 },
			code_snippet: expect.stringContaining(`pintrk('load', '${String(made.id)}')`),
		});
		expect(found).toMatchObject({
			...{ id: SEED.conversionTagId, created: false },
			warnings: [expect.stringContaining('Match by Phone is off')],
		});
	});

	it('Get takes an ID from the item, and one that is unknown costs no other item its tag', async () => {
		const { output } = await node.run({
			parameters: tag('get', { conversionTagId: byId('={{ $json.tag }}') }),
			items: [{ tag: SEED.conversionTagId }, { tag: '404404' }],
			continueOnFail: true,
		});
		expect(output[0].json).toMatchObject({ name: 'Example shop tag', id: SEED.conversionTagId });
		expect(output[1].json.error).toEqual(expect.stringContaining('404404'));
	});

	it('Get Many gives one item per tag, as the filters have it', async () => {
		plantNew();
		const { output } = await node.run({
			parameters: tag('getMany', { returnAll: true, filters: { nameContains: 'new' } }),
		});
		expect(output.map(({ json }) => json)).toEqual([
			expect.objectContaining({ name: 'New tag', last_fired_at: null, id: NEW }),
		]);
	});

	it('Create without a name is refused before anything is asked', async () => {
		const error = await errorOf(node.run({ parameters: tag('create', { name: ' ' }) }));
		expect(error.message).toContain('Name');
		expect(node.simulator.ledger()).toEqual([]);
	});
});

describe('the list of tags of a goal', () => {
	const functions = (parameters: INodeParameters) => {
		const store = new CredentialStore();
		const credential = store.add('pinterestAdsApi', {
			environment: 'custom',
			apiBaseUrl: node.simulator.url,
			accessToken: SEED.tokens.access,
		});
		const all = { ...parameters, authentication: 'accessToken' };
		return pickerFunctions({ store, credential, parameters: all }, new PinterestAds());
	};

	it.each([
		['adGroup', 'create', {}],
		['campaign', 'launch', { adGroupsFrom: 'fields' }],
	])(
		'in %s: %s says beside each name whether it may be optimized for',
		async (resource, operation, more) => {
			plantNew();
			const parameters = {
				...{ resource, operation, adAccountId: byId(SEED.adAccountId), conversionEvent: 'LEAD' },
				...more,
			};
			const { results } = await listSearch.searchGoalTags.call(functions(parameters));
			expect(results).toEqual([
				{
					name: `Example shop tag (${SEED.conversionTagId}) – ready for Lead`,
					value: SEED.conversionTagId,
				},
				{ name: `New tag (${NEW}) – not for Lead: never fired`, value: NEW },
			]);
		},
	);

	it('is the one that the form of an ad group asks for, while Conversion Tag: Get lists all alike', () => {
		const { properties } = new PinterestAds().description;
		const searches = properties
			.filter(({ name }) => name === 'conversionTagId')
			.map(({ displayOptions, modes = [] }) => [
				displayOptions?.show?.resource?.[0],
				modes[0].typeOptions?.searchListMethod,
			]);
		expect(searches).toEqual(
			expect.arrayContaining([
				['adGroup', 'searchGoalTags'],
				['campaign', 'searchGoalTags'],
				['conversionTag', 'searchConversionTags'],
			]),
		);
	});
});

it('an ad group on a tag that may not be optimized for is created, and its warning shown', async () => {
	plantNew();
	node.simulator.plant({
		campaigns: [
			{ id: '626735565838000077', fields: { name: 'Web', objective_type: 'WEB_CONVERSION' } },
		],
	});
	const { output, hints } = await node.run({
		parameters: {
			...{ resource: 'adGroup', operation: 'create', name: 'Goal', locations: 'US' },
			campaignId: byId('626735565838000077'),
			budget: '20000000',
			billableEvent: 'IMPRESSION',
			...{ conversionEvent: 'LEAD', conversionTagId: byId(NEW) },
			options: { bidStrategy: 'AUTOMATIC_BID' },
		},
	});
	const said = expect.stringContaining(`“New tag” (${NEW})`);
	expect(output[0].json.warnings).toEqual(expect.arrayContaining([said]));
	expect(hints.map(({ message }) => message).join(' ')).toEqual(said);
});
