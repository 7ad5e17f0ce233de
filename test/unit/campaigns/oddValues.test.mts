import fc from 'fast-check';
import {
	addKeywords,
	archiveKeywords,
	createAdGroups,
	createAds,
	createCampaigns,
	estimateAudience,
	getCampaigns,
	duplicateCampaigns,
	launchCampaigns,
	updateAdGroups,
	updateAds,
	updateCampaigns,
} from '../../../worker/src/campaigns/index.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { WorkerContext } from '../../../worker/src/context.ts';
import type { Outcome } from '../../../worker/src/outcome.ts';
import { parseMetricsInput } from '../../../worker/src/metrics/metricsInput.ts';
import { AD, AD_GROUP, adAccountId, api, CAMPAIGN, type Body } from './adsInMemory.mts';
import { untyped } from '../../untyped.mts';

/** Pinterest with all that the good inputs speak of. */
function contextOfAll(): WorkerContext {
	const amounts = { budget_in_micro_currency: 5_000_000, bid_in_micro_currency: 2_000_000 };
	const { pinterest, context } = api({ adGroup: amounts });
	pinterest.plant({
		ads: [{ id: '9', fields: { ad_group_id: '8', creative_type: 'REGULAR', pin_id: '5' } }],
		pins: [{ id: '5' }],
		conversionTags: [{ id: '5' }],
	});
	pinterest.world.keywords.set('3', {
		...{ id: '3', ad_account_id: adAccountId, parent_id: '8', parent_type: 'adgroup' },
		...{ match_type: 'BROAD', value: 'lamp', archived: false },
	});
	return context;
}

type Task = (
	context: WorkerContext,
	inputs: readonly unknown[],
) => Promise<Array<Outcome<unknown>>>;

/** A good input of every task, with all the fields that may hold something odd. */
const TASKS: ReadonlyArray<[string, Task, Body]> = [
	[
		'createCampaigns',
		createCampaigns as Task,
		{
			...CAMPAIGN,
			dailySpendCap: 5_000_000,
			startTime: '2027-01-01',
			endTime: '2027-02-01',
			trackingUrls: { click: ['https://track.example.com/c'] },
			isCampaignBudgetOptimization: true,
		},
	],
	[
		'createAdGroups',
		createAdGroups as Task,
		{
			...AD_GROUP,
			budget: 5_000_000,
			bid: 2_000_000,
			endTime: '2027-02-01',
			targeting: { LOCATION: ['US'] },
			minimumAge: 20,
			maximumAge: 30,
			optimizationGoal: { conversionEvent: 'CHECKOUT', conversionTagId: '5' },
			frequencyGoal: { frequency: 3, timeRange: 'DAY' },
			shoppingRetargeting: { lookback_window: 30 },
		},
	],
	[
		'createAds',
		createAds as Task,
		{ ...AD, name: 'Sofa', carouselDestinationUrls: [], trackingUrls: {} },
	],
	[
		'updateCampaigns',
		updateCampaigns as Task,
		{ adAccountId, campaignId: '7', status: 'PAUSED', clear: [], startTime: '2027-01-01' },
	],
	[
		'updateAdGroups',
		updateAdGroups as Task,
		{ adAccountId, adGroupId: '8', status: 'PAUSED', bidMultiplier: 2, startTime: '2027-01-01' },
	],
	[
		'updateAds',
		updateAds as Task,
		{ adAccountId, adId: '9', status: 'PAUSED', carouselIosDeepLinks: [] },
	],
	['getCampaigns', getCampaigns as Task, { adAccountId, campaignId: '7' }],
	[
		'addKeywords',
		addKeywords as Task,
		{ adAccountId, adGroupId: '8', keywords: ['sofa', { value: 'bed', matchType: 'EXACT' }] },
	],
	['archiveKeywords', archiveKeywords as Task, { adAccountId, keywordId: '3' }],
	[
		'launchCampaigns',
		launchCampaigns as Task,
		{
			...CAMPAIGN,
			...AD_GROUP,
			campaignId: undefined,
			pinIds: ['5'],
			budget: 5_000_000,
			startTime: '2027-01-01',
			keywords: 'sofa',
		},
	],
	[
		'duplicateCampaigns',
		duplicateCampaigns as Task,
		{
			...{
				adAccountId,
				campaignId: '7',
				intoAdAccountId: undefined,
				name: 'Copy',
				levels: 'everything',
			},
			...{ amountFactor: 0.5, statuses: ['ACTIVE'], replaceIds: { '1': '2' }, keywords: true },
			...{ startTime: '2027-01-01', dailySpendCap: 9_000_000, rejectedAds: true },
		},
	],
];

/** What JSON can hold; names that JavaScript gives a meaning among it. */
const odd = fc.letrec((tie) => ({
	any: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom<unknown>(
			null,
			true,
			-1,
			0.5,
			1e308,
			'',
			' ',
			'[]',
			'{}',
			'null',
			'[object Object]',
			'9'.repeat(500),
		),
		fc.string(),
		fc.array(tie('any'), { maxLength: 3 }),
		fc.dictionary(
			fc.constantFrom('valueOf', 'toString', 'toJSON', 'length', 'then', '__proto__', 'a', 'value'),
			tie('any'),
			{ maxKeys: 3 },
		),
	),
})).any;

const nameOf = (input: Body) => JSON.stringify(input.name ?? input.campaignId ?? input.adId ?? '');

describe.each(TASKS)('%s', (_name, task, good) => {
	const fields = [...Object.keys(good), 'startTime', 'endTime', 'targeting', 'keywords', 'unknown'];
	const others = (n: number) =>
		'name' in good ? { ...good, name: `${String(good.name)} ${n}` } : good;

	it('makes one error, and no other, of an odd value in one of three inputs', async () => {
		const alone = await task(contextOfAll(), [others(0), others(2)]);
		expect(alone).toMatchObject([{ ok: true }, { ok: true }]);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...fields), odd, async (field, value) => {
				const inputs = [others(0), { ...others(1), [field]: value }, others(2)];
				const outcomes = await task(contextOfAll(), inputs);
				expect(outcomes).toHaveLength(3);
				expect([outcomes[0].ok, outcomes[2].ok]).toEqual([true, true]);
				const [, one] = outcomes;
				if (!one.ok) expect(one.error).toBeInstanceOf(PinterestAdsError);
			}),
			{ numRuns: 60 },
		);
	});

	it('makes an error of an input that is no object', async () => {
		for (const value of [null, undefined, [], 'x', 5, true, { valueOf: 1, toString: 2 }]) {
			const outcomes = await task(contextOfAll(), [others(0), value, others(2)]);
			expect(outcomes[1]).toMatchObject({ ok: false });
		}
		expect(nameOf(good)).toBeDefined();
	});
});

it.each(['locales', 'interests'])('a text of any length is none of the %s', async (field) => {
	const inputs = [{ ...AD_GROUP, [field]: 'a'.repeat(1_000_000) }];
	const [outcome] = await createAdGroups(api().context, inputs);
	expect(outcome).toMatchObject({
		ok: false,
		error: { message: expect.stringContaining('must not be longer than 255 characters') },
	});
});

it('a text of any length is no column', () => {
	const read = () => parseMetricsInput({ columns: ['A'.repeat(1_000_000)] });
	expect(read).toThrow('Column Names or IDs 1.: must be the name of a column');
});

it.each<unknown>([{ valueOf: 2 }, { toString: 1 }, { valueOf: null, toString: null }])(
	'a start time of %j is said to be none',
	async (startTime) => {
		const inputs = [
			CAMPAIGN,
			{ ...CAMPAIGN, name: 'Summer', startTime: untyped(startTime) },
			{ ...CAMPAIGN, name: 'Fall' },
		];
		const outcomes = await createCampaigns(api().context, inputs);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({
			error: {
				kind: 'invalid',
				field: 'Start Time',
				message: expect.stringContaining('is not a time'),
			},
		});
	},
);

it('an odd value in a question for metrics or reach is an error that can be read', async () => {
	const metrics = {
		...{ adAccountId, level: 'campaign', ids: ['7'], period: 'last7days', startDate: '2026-01-01' },
		...{ clickWindowDays: 30, columns: 'CTR', includeToday: true, granularity: 'DAY' },
	};
	const reach = { adAccountId, locations: 'US', creativeTypes: ['VIDEO'], minimumAge: 20 };
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...Object.keys(metrics)),
			fc.constantFrom(...Object.keys(reach)),
			odd,
			async (field, other, value) => {
				const read = async () => parseMetricsInput({ ...metrics, [field]: value });
				await read().catch((error: unknown) => expect(error).toBeInstanceOf(PinterestAdsError));
				await estimateAudience(api().context, untyped({ ...reach, [other]: value })).catch(
					(error: unknown) => expect(error).toBeInstanceOf(PinterestAdsError),
				);
			},
		),
	);
});
