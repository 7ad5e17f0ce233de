import fc from 'fast-check';
import {
	callApi,
	estimateCampaign,
	getAudienceInsights,
	PinterestAdsError,
	previewAd,
	researchKeywords,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { adAccountId, api } from './adsInMemory.mts';

type Question = (context: WorkerContext, input: never) => Promise<unknown>;

/** What only asks, with all the fields that may hold something odd. */
const QUESTIONS: ReadonlyArray<[string, Question, Record<string, unknown>]> = [
	[
		'estimateCampaign',
		estimateCampaign,
		{
			...{ objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH', locations: 'US' },
			...{ budget: 5_000_000, bid: 2_000_000, budgetType: 'DAILY', creativeType: 'VIDEO' },
			...{ startTime: '2027-01-01', endTime: '2027-02-01', keywords: 'sofa', minimumAge: 20 },
			...{ dailySpendCap: 9_000_000, isCampaignBudgetOptimization: false, maximumAge: 30 },
			optimizationGoal: { conversionEvent: 'CHECKOUT', conversionTagId: '5' },
		},
	],
	['previewAd', previewAd, { previewOf: 'image', imageUrl: 'https://a.example.com/1', title: 'A' }],
	[
		'researchKeywords',
		researchKeywords,
		{
			...{ find: 'trends', terms: 'sofa', region: 'US', country: 'US', interests: 'home_decor' },
			...{ mostTrends: 5, matchType: 'EXACT', withWeeks: true },
		},
	],
	['getAudienceInsights', getAudienceInsights, { audiences: 'YOUR_ENGAGED_AUDIENCE' }],
	[
		'callApi',
		callApi,
		{
			...{ path: '/ad_accounts', query: { page_size: 5 }, answer: 'elements', mostElements: 5 },
			...{ method: 'GET', body: null, unsafe: false },
		},
	],
];

/** What leads elsewhere, where there may be nothing, is not odd. */
const PLACES = ['path', 'query'];

const odd = fc.oneof(
	fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
	fc.constantFrom(Symbol('odd'), () => 1, { toString: 1 }, '\u0000', -0, Infinity, '../..', '//x'),
);

it.each(QUESTIONS)('an odd value in %s is an error that can be read', async (_, ask, good) => {
	await expect(ask(api().context, untyped({ adAccountId, ...good }))).resolves.toBeDefined();
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...Object.keys(good).filter((name) => !PLACES.includes(name))),
			odd,
			async (field, value) => {
				const asked = ask(api().context, untyped({ adAccountId, ...good, [field]: value }));
				await asked.catch((error: unknown) => {
					expect(error).toBeInstanceOf(PinterestAdsError);
					expect((error as Error).message).not.toMatch(/undefined|\[object/);
				});
			},
		),
		{ numRuns: 60 },
	);
});
