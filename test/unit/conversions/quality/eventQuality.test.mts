import { getEventQuality } from '../../../../worker/src/index.ts';
import { readScores } from '../../../../worker/src/conversions/quality/readScores.ts';
import { fakeContext, json } from '../../client/fakePorts.mts';

const SCORE = {
	ingestion_source: 'CONVERSIONS_API',
	source_platform: 'WEB',
	lookback_period: '14d',
	overall_status: 'FAIR',
	quality_components: {
		hashed_email: {
			CHECKOUT: {
				coverage: 62.5,
				issues: [{ id: 'e1', name: 'Hash', reason: 'Some values are not SHA-256.' }],
			},
			AddToCart: { coverage: 10 },
		},
		external_event_id: { CHECKOUT: { coverage: 100, overlap: 40 } },
		product_id: null,
	},
};

it('reads the scores by the names that events are sent by', async () => {
	const { context, requests } = fakeContext([json([SCORE])]);
	expect(await getEventQuality(context, { adAccountId: '5', lookback: '1d' })).toEqual([
		{
			...{ ingestion_source: 'CONVERSIONS_API', source_platform: 'WEB', overall_status: 'FAIR' },
			events: [
				{
					event_name: 'checkout',
					carries: {
						hashed_email: {
							...{ coverage: 62.5, overlap: null },
							issues: [{ name: 'Hash', reason: 'Some values are not SHA-256.' }],
						},
						external_event_id: { coverage: 100, overlap: 40, issues: [] },
					},
				},
				{
					event_name: 'add_to_cart',
					carries: { hashed_email: { coverage: 10, overlap: null, issues: [] } },
				},
			],
		},
	]);
	expect(requests.map(({ method, path }) => [method, path])).toEqual([
		['GET', '/ad_accounts/5/conversion_eqs?lookback_period=1d'],
	]);
});

it('asks for 14 days, one source and one platform', async () => {
	const { context, requests } = fakeContext([json([])]);
	const wanted = { ingestionSource: 'TAG', sourcePlatform: 'WEB' } as const;
	expect(await getEventQuality(context, { adAccountId: '5', ...wanted })).toEqual([]);
	expect(requests[0].path).toBe(
		'/ad_accounts/5/conversion_eqs?lookback_period=14d&source_platform=WEB&ingestion_source=TAG',
	);
});

const withDetails = (details: unknown) => ({
	...SCORE,
	quality_components: { hashed_email: { CHECKOUT: details } },
});

it.each([
	['no list', { items: [SCORE] }, /no list/],
	[
		'a score without its source',
		[{ ...SCORE, ingestion_source: null }],
		/without an ingestion source/,
	],
	['a coverage above all', [withDetails({ coverage: 101 })], /coverage is not a percentage/],
	['no coverage', [withDetails({})], /without a coverage/],
	['issues that are none', [withDetails({ coverage: 1, issues: 'many' })], /issues is not a list/],
])('refuses an answer with %s', async (_what, answer, said) => {
	const { context } = fakeContext([json(answer)]);
	await expect(getEventQuality(context, { adAccountId: '5' })).rejects.toMatchObject({
		kind: 'unavailable',
		message: expect.stringMatching(said),
	});
});

it('hands out the scores beside one that cannot be read', () => {
	const { scores, odd } = readScores([{ ...SCORE, overall_status: 7 }, SCORE]);
	expect(scores).toHaveLength(1);
	expect(odd).toContain('overall_status');
});

it('takes coverages for shares of 1 where nothing is above that', () => {
	const { scores } = readScores([withDetails({ coverage: 0.5, overlap: 0.25 })]);
	expect(scores[0].events[0].carries.hashed_email).toMatchObject({ coverage: 50, overlap: 25 });
	const mixed = {
		...SCORE,
		quality_components: { hashed_email: { LEAD: { coverage: 0.5 }, CHECKOUT: { coverage: 90 } } },
	};
	const [lead] = readScores([mixed]).scores[0].events;
	expect(lead.carries.hashed_email.coverage).toBe(0.5);
});
