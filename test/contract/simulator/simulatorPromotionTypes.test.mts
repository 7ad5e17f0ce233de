import { supplemented } from '../../../simulator/description/supplement.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ask as askWith, campaign, complaint, type Ask } from './simulatorClient.mts';

/** What the simulator knows of campaigns beyond the description of 5.23. */

let sim: Simulator;
let token: string;

const ask = async (method: string, path: string, more: Ask = {}) =>
	await askWith(sim, method, path, { token, ...more });

beforeAll(async () => {
	sim = await startSimulator();
});
afterAll(async () => await sim.close());
beforeEach(() => {
	sim.reset();
	sim.setNow('2027-01-31T12:00:00Z');
	({ token } = sim.mintToken({ expiresIn: 100 * 86_400 }));
});

const create = async (fields: object) => {
	const { body } = await ask('POST', `${A}/campaigns`, { body: [campaign(fields)] });
	return body.items[0];
};

it('knows no better than a description that has it already, and leaves that one as it is', () => {
	const own = { type: 'string', enum: ['NEWER'] };
	const schemas = {
		ObjectiveType: { enum: ['SALES', 'REACH'] },
		CampaignCreateRequest: { allOf: [{ properties: { intended_promotion_type: own } }] },
		CampaignResponse: { allOf: [{ $ref: '#/x' }, { properties: { id: {} } }] },
	};
	const before = JSON.stringify(schemas);
	const { components } = supplemented({ components: { schemas } }) as {
		components: { schemas: Record<string, unknown> };
	};
	expect(JSON.stringify(schemas)).toBe(before);
	expect(components.schemas).toEqual({
		ObjectiveType: { enum: ['SALES', 'REACH', 'LEADS', 'APP_INSTALL', 'CTV_CONSIDERATION'] },
		CampaignCreateRequest: schemas.CampaignCreateRequest,
		CampaignResponse: {
			allOf: [
				{ $ref: '#/x' },
				{ properties: { id: {}, intended_promotion_type: expect.anything() } },
			],
		},
	});
});

describe('what a campaign is for', () => {
	it.each([
		['AWARENESS', undefined, 'STANDARD_AD'],
		['CONSIDERATION', undefined, 'STANDARD_AD'],
		['CONSIDERATION', 'CATALOG', 'CATALOG'],
		['SALES', undefined, 'STANDARD_AD'],
		['LEADS', 'CATALOG', 'CATALOG'],
		['APP_INSTALL', 'STANDARD_AD', 'STANDARD_AD'],
		['WEB_CONVERSION', undefined, 'LEGACY'],
		['WEB_CONVERSION', 'STANDARD_AD', 'STANDARD_AD'],
		['CATALOG_SALES', 'LEGACY', 'LEGACY'],
		['CTV_CONSIDERATION', undefined, 'STANDARD_AD'],
	])('under %s, given %s, is answered as %s', async (objective_type, given, answered) => {
		const { data } = await create({ objective_type, intended_promotion_type: given });
		expect(data.intended_promotion_type).toBe(answered);
		const { body } = await ask('GET', `${A}/campaigns/${data.id}`);
		expect(body.intended_promotion_type).toBe(answered);
		expect(sim.violations()).toEqual([]);
	});

	it.each([
		['AWARENESS', 'CATALOG'],
		['SALES', 'LEGACY'],
		['CATALOG_SALES', 'CATALOG'],
		['CONSIDERATION', 'EVERYTHING'],
	])('cannot be for %s: %s', async (objective_type, intended_promotion_type) => {
		const body = [campaign({ objective_type, intended_promotion_type })];
		const reply = await ask('POST', `${A}/campaigns`, { body });
		expect(complaint(reply)).toContain('intended_promotion_type');
		expect(sim.violations()).toHaveLength(1);
	});

	it('can only be changed while the campaign is a draft', async () => {
		for (const [status, isTaken] of [
			['PAUSED', false],
			['DRAFT', true],
		] as const) {
			const { data } = await create({ objective_type: 'SALES', status });
			const change = { id: data.id, ad_account_id: SEED.adAccountId };
			const body = [{ ...change, intended_promotion_type: 'CATALOG' }];
			const { body: answer } = await ask('PATCH', `${A}/campaigns`, { body });
			expect(answer.items[0].data?.intended_promotion_type).toBe(isTaken ? 'CATALOG' : undefined);
		}
		expect(sim.violations()).toEqual([]);
	});
});

describe.each(['WEB_CONVERSION', 'CATALOG_SALES'])('from 1 February 2027 on, %s', (objective) => {
	const refusal = { message: expect.stringContaining(`${objective} is deprecated`) };

	it('is refused for a new campaign, to the second', async () => {
		sim.setNow('2027-01-31T23:59:59Z', true);
		expect((await create({ objective_type: objective })).data).toBeTruthy();
		sim.setNow('2027-02-01T00:00:00Z', true);
		expect((await create({ objective_type: objective })).exceptions).toMatchObject([refusal]);
		expect(sim.violations()).toEqual([]);
	});

	it('goes on where it is, and is no draft’s new objective', async () => {
		const { data } = await create({ objective_type: objective });
		const draft = await create({ objective_type: 'SALES', status: 'DRAFT' });
		sim.setNow('2027-03-01T00:00:00Z');
		const { body } = await ask('GET', `${A}/campaigns/${data.id}`);
		expect(body).toMatchObject({ objective_type: objective, intended_promotion_type: 'LEGACY' });
		const of = { ad_account_id: SEED.adAccountId };
		const changes = [
			{ ...of, id: data.id, status: 'ACTIVE', name: 'On' },
			{ ...of, id: draft.data.id, objective_type: objective },
		];
		const answer = await ask('PATCH', `${A}/campaigns`, { body: changes });
		expect(answer.body.items).toMatchObject([
			{ data: { status: 'ACTIVE', name: 'On' } },
			{ exceptions: [refusal] },
		]);
	});
});
