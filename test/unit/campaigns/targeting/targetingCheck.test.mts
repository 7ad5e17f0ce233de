import { createAdGroups, createAds } from '../../../../worker/src/campaigns/index.ts';
import type { MadeUpAnswer } from '../../../../simulator/api/faults.mts';
import { AD, AD_GROUP, adAccountId, api, type Body } from '../adsInMemory.mts';

/** Pinterest with a few audiences and Pins, and answers of its own for paths that begin so. */
function apiWith(own: Record<string, MadeUpAnswer>) {
	const fake = api();
	const { pinterest, requests } = fake;
	pinterest.plant({
		audiences: [
			{ id: '5', name: 'Buyers' },
			{ id: '6', name: 'Staff' },
		],
		pins: [{ id: '1' }, { id: '2' }, { id: '3' }],
	});
	for (const [path, answer] of Object.entries(own)) {
		pinterest.answerWith({ when: (request) => request.path.startsWith(path) }, answer);
	}
	return {
		...fake,
		asked: (path: string) => requests.filter((request) => request.path.startsWith(path)),
		sent: () => fake.posted().flatMap(({ body }) => body as Body[]),
	};
}

const INTERESTS = '/resources/targeting/INTEREST';
const AUDIENCES = '/resources/targeting/AUDIENCE_INCLUDE';
const tree = {
	body: [
		{ '11': 'Home & Garden', '12': 'Décor', '13': 'Weddings' },
		{ '14': 'Weddings', '15': 'DIY and Crafts' },
	],
};

const groups = (changes: Body[]) => changes.map((change) => ({ ...AD_GROUP, ...change }));

describe('the targeting of ad groups', () => {
	it('is looked up with one request a list, for any number of them', async () => {
		const fake = apiWith({ [INTERESTS]: tree });
		const change = { interests: 'home and garden, 15', audienceIncludeIds: '5' };
		const outcomes = await createAdGroups(
			fake.context,
			groups([change, { ...change, audienceExcludeIds: '6' }, { ...change, interests: 'DECOR' }]),
		);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(fake.asked(INTERESTS)).toHaveLength(1);
		expect(fake.asked(AUDIENCES).map(({ path }) => path)).toEqual([
			`${AUDIENCES}?ad_account_id=${adAccountId}`,
		]);
		expect(fake.sent().map(({ targeting_spec }) => (targeting_spec as Body).INTEREST)).toEqual([
			['15', '11'],
			['15', '11'],
			['12'],
		]);
	});

	it('asks for nothing where it names neither interests nor audiences', async () => {
		const fake = apiWith({});
		await createAdGroups(fake.context, groups([{ regions: 'US-CA' }]));
		expect(fake.asked('/resources')).toEqual([]);
	});

	it('is Pinterest’s to judge where its IDs cannot be looked up', async () => {
		const fake = apiWith({});
		fake.pinterest.disconnect(Infinity, ({ path }) => path.startsWith('/resources/'));
		const [outcome] = await createAdGroups(
			fake.context,
			groups([{ interestIds: '99', audienceIncludeIds: '5' }]),
		);
		expect(outcome.ok).toBe(true);
		expect(fake.sent()).toMatchObject([
			{ targeting_spec: { INTEREST: ['99'], AUDIENCE_INCLUDE: ['5'] } },
		]);
	});

	it('fails where a name cannot be looked up, since nothing could be sent for it', async () => {
		const fake = apiWith({ [INTERESTS]: { status: 403, body: { code: 29, message: 'No.' } } });
		const [outcome] = await createAdGroups(fake.context, groups([{ interests: 'Weddings' }]));
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
		expect(fake.sent()).toEqual([]);
	});

	it('asks for the ID where a name means several interests', async () => {
		const fake = apiWith({ [INTERESTS]: tree });
		const [outcome] = await createAdGroups(fake.context, groups([{ interests: 'weddings' }]));
		expect(outcome).toMatchObject({
			ok: false,
			error: { message: expect.stringContaining('“Weddings” (13), “Weddings” (14)') },
		});
	});

	it('believes an ID that is not listed but can be read', async () => {
		const fake = apiWith({
			'/resources/targeting/interests/77': { body: { id: '77', name: 'New', level: 3 } },
			[INTERESTS]: tree,
			[AUDIENCES]: { body: null },
		});
		fake.pinterest.plant({ audiences: [{ id: '8', name: 'Shared' }] });
		const [outcome] = await createAdGroups(
			fake.context,
			groups([{ interestIds: '77', audienceIncludeIds: '8' }]),
		);
		expect(outcome.ok).toBe(true);
	});

	it.each([
		[{ regions: 'US-94107' }, 'Regions 1.', /postal codes have a field of their own/],
		[{ postalCodes: 'US-CA' }, 'Postal Codes 1.', /regions have a field of their own/],
		[{ postalCodes: '94107' }, 'Postal Codes 1.', /begins with its country/],
		[{ regions: 'US-CA', postalCodes: 'US-94107' }, 'Geos', /one kind or/],
		[{ shoppingRetargeting: '{"days": 3}' }, 'Shopping Retargeting 1.', /days/],
		[{ keywords: 'ok, [open' }, 'Keywords 2.', /closing/],
		[
			{ ageBuckets: ['25-34'], minimumAge: 20, maximumAge: 30 },
			'Age Buckets',
			/cannot be combined/,
		],
	])('is refused with %j', async (change, field, message) => {
		const fake = apiWith({});
		const [outcome] = await createAdGroups(fake.context, groups([change]));
		expect(outcome).toMatchObject({
			ok: false,
			error: { kind: 'invalid', field, message: expect.stringMatching(message) },
		});
		expect(fake.requests).toEqual([]);
	});

	it('takes postal codes of countries that write letters', async () => {
		const postalCodes = 'US-94107, ca-m5v 2t6, GB-SW1A 1AA';
		const { context, sent } = apiWith({});
		const [outcome] = await createAdGroups(context, groups([{ locations: '', postalCodes }]));
		expect(outcome.ok).toBe(true);
		expect(sent()[0].targeting_spec).toEqual({ GEO: ['US-94107', 'CA-M5V 2T6', 'GB-SW1A 1AA'] });
	});
});

describe('the Pins of ads', () => {
	const ads = (pinIds: string[]) => pinIds.map((pinId, n) => ({ ...AD, pinId, name: `Ad ${n}` }));

	it('are not asked for again once they may not be read', async () => {
		const fake = apiWith({
			'/pins/': { status: 401, body: { code: 3, message: 'Missing scope.' } },
		});
		const outcomes = await createAds(fake.context, ads(['1', '2', '3']));
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(fake.asked('/pins/')).toHaveLength(1);
	});

	it('are each asked for once, as the account’s owner sees them', async () => {
		const fake = apiWith({});
		await createAds(fake.context, ads(['1', '2', '1', '3', '2']));
		expect(fake.asked('/pins/').map(({ path }) => path)).toEqual(
			['1', '2', '3'].map((id) => `/pins/${id}?ad_account_id=${adAccountId}`),
		);
	});

	it('that are another’s are promoted with a warning: it may be agreed with them', async () => {
		const fake = apiWith({ '/pins/': { body: { id: '1', is_owner: false } } });
		const [outcome] = await createAds(fake.context, ads(['1']));
		expect(outcome).toMatchObject({
			ok: true,
			record: { warnings: [expect.stringContaining('Pin 1 does not belong to the owner')] },
		});
	});
});
