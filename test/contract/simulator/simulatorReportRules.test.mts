import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ask, daysAgo, expectViolation } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const wish = (more: object) => ({
	...{ start_date: daysAgo(sim, 100), end_date: daysAgo(sim, 1), granularity: 'DAY' },
	...{ columns: ['SPEND_IN_MICRO_DOLLAR'], ...more },
});
const SIX = ['KEYWORD', 'APPTYPE', 'GENDER', 'LOCATION', 'PLACEMENT', 'COUNTRY'];

it.each<[string, object, RegExp]>([
	['types at a level without', { level: 'CAMPAIGN', targeting_types: ['GENDER'] }, /not possible/],
	['no types at a level with them', { level: 'CAMPAIGN_TARGETING' }, /targeting_types is needed/],
	[
		'a type of another level',
		{ level: 'AD_GROUP_TARGETING', targeting_types: ['AUDIENCE_MULTIPLIER'] },
		/AUDIENCE_MULTIPLIER is not available in AD_GROUP_TARGETING/,
	],
	[
		'a type of product items',
		{ level: 'CAMPAIGN_TARGETING', targeting_types: ['MEDIA_TYPE'] },
		/MEDIA_TYPE is not available in CAMPAIGN_TARGETING/,
	],
	[
		'a type that reports do not know',
		{ level: 'PIN_PROMOTION_TARGETING', targeting_types: ['QUIZ_RESULT'] },
		/targeting_types/,
	],
	['six types', { level: 'CAMPAIGN_TARGETING', targeting_types: SIX }, /targeting_types/],
])('%s', async (_, more, said) => {
	await expectViolation(sim, 'POST', `${A}/reports`, wish(more), said);
});

it('a product group of another account is not found', async () => {
	const body = wish({ level: 'PRODUCT_GROUP', product_group_ids: [SEED.productGroups.lamps] });
	expect((await ask(sim, 'POST', `${A}/reports`, { body })).status).toBe(200);
	const other = `/v5/ad_accounts/${SEED.euroAdAccountId}/reports`;
	expect((await ask(sim, 'POST', other, { body })).status).toBe(404);
});

it('five types are taken, and the values told apart by two columns', async () => {
	const body = wish({ level: 'CAMPAIGN_TARGETING', targeting_types: SIX.slice(1) });
	const { token } = (await ask(sim, 'POST', `${A}/reports`, { body })).body;
	sim.advance(60_000);
	const { url } = (await ask(sim, 'GET', `${A}/reports?token=${token}`)).body;
	const report = (await (await fetch(String(url))).json()) as Record<string, object[]>;
	expect(report[SEED.campaigns.running]).toContainEqual(
		expect.objectContaining({
			CAMPAIGN_ID: SEED.campaigns.running,
			TARGETING_TYPE: 'GENDER',
			TARGETING_VALUE: 'female',
			SPEND_IN_MICRO_DOLLAR: expect.any(Number),
		}),
	);
	expect(sim.violations()).toEqual([]);
});
