import { DateTime } from 'luxon';
import type { z } from 'zod';
import { createAdGroupInput } from '../../../worker/src/campaigns/adGroup/adGroupInput.ts';
import { createAdInput } from '../../../worker/src/campaigns/ad/adInput.ts';
import { createCampaignInput } from '../../../worker/src/campaigns/campaign/campaignInput.ts';
import {
	addKeywordsInput,
	listKeywordsInput,
} from '../../../worker/src/campaigns/keyword/keywordFields.ts';
import { launchInput } from '../../../worker/src/campaigns/launch/input/launchInput.ts';
import { listAdsInput, listCampaignsInput } from '../../../worker/src/campaigns/read/readFields.ts';
import { readWanted } from '../../../worker/src/changes/index.ts';
import { readEvent } from '../../../worker/src/conversions/event/readEvent.ts';
import { parseInput } from '../../../worker/src/input.ts';
import { parseMetricsInput, readMetricsInput } from '../../../worker/src/metrics/metricsInput.ts';
import { listAudiences, listCampaigns, recordsFromValue } from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { adAccountId, api } from '../campaigns/adsInMemory.mts';
import { fakeContext, json } from '../client/fakePorts.mts';

const AD_GROUP = { campaignId: '7', name: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US' };
const CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION' };
const NOW = Date.UTC(2026, 11, 1, 12);

const by =
	<T extends z.ZodTypeAny>(schema: T, rest: object = {}) =>
	(input: object): z.output<T> =>
		parseInput(schema, { ...rest, ...input }) as z.output<T>;

const adGroup = by(createAdGroupInput.schema, AD_GROUP);
const event = (input: object) => {
	const read = readEvent(
		{ eventName: 'checkout', actionSource: 'web', email: 'jane@example.com', ...input },
		NOW,
	);
	if (!read.ok) throw read.error;
	return read.record.event;
};

/** Fields that take a list of IDs, each with what it makes of one. */
const ID_LISTS: ReadonlyArray<[string, (ids: unknown) => unknown]> = [
	['Metric: Get, IDs', (ids) => parseMetricsInput({ ids }).ids],
	[
		'Campaign: Get Many',
		(campaignIds) => by(listCampaignsInput.schema)({ campaignIds }).campaignIds,
	],
	['Ad: Get Many', (adIds) => by(listAdsInput.schema)({ adIds }).adIds],
	[
		'the trigger’s campaigns',
		(campaignIds) =>
			readWanted({ changes: ['ad_approved'], campaignIds: untyped(campaignIds) }).campaignIds,
	],
	[
		'Ad Group: Create, audiences',
		(ids) => adGroup({ audienceIncludeIds: ids }).targeting.AUDIENCE_INCLUDE,
	],
	[
		'Ad Group: Create, targeting spec',
		(ids) => adGroup({ targeting: { INTEREST: ids } }).targeting.INTEREST,
	],
	[
		'Campaign: Launch, Pins',
		(pinIds) =>
			by(launchInput.schema, { ...CAMPAIGN, ...AD_GROUP, campaignId: undefined })({
				pinIds,
			}).adGroups[0].ads.map(({ input }) => input?.pinId),
	],
	['Conversion: Send, Content IDs', (ids) => event({ contentIds: ids }).custom_data?.content_ids],
];

const LISTS: ReadonlyArray<[string, unknown]> = [
	['commas', '11,22'],
	['commas and blanks', ' 11, 22, '],
	['semicolons', '11; 22'],
	['line breaks', '11\r\n22\n'],
	['tabs', '11\t22'],
	['JSON', '["11", "22"]'],
	['JSON of numbers', '[11,22]'],
	['the brackets of tag managers', '[11, 22]'],
	['a list', ['11', '22']],
	['a list of numbers', [11, 22]],
];

describe.each(ID_LISTS)('%s', (_field, read) => {
	it.each(LISTS)('reads IDs given with %s', (_how, ids) => {
		expect(read(ids)).toEqual(['11', '22']);
	});
});

it.each([
	['campaign', 'C11', (id: string) => parseMetricsInput({ ids: id, level: 'campaign' }).ids],
	[
		'campaign',
		'C11',
		(id: string) => by(listCampaignsInput.schema)({ campaignIds: id }).campaignIds,
	],
	['campaign', 'c11', (id: string) => [adGroup({ campaignId: id }).campaignId]],
	[
		'campaign',
		'C11',
		(id: string) => readWanted({ changes: ['ad_approved'], campaignIds: id }).campaignIds,
	],
	['ad group', 'AG11', (id: string) => parseMetricsInput({ ids: id, level: 'adGroup' }).ids],
	[
		'ad group',
		'AG11',
		(id: string) => [by(createAdInput.schema, { pinId: '5' })({ adGroupId: id }).adGroupId],
	],
])('takes the ID of a %s as Ads Manager’s files have it, %s', (_of, id, read) => {
	expect(read(id)).toEqual(['11']);
});

describe('an address of Ads Manager in place of IDs', () => {
	const address = 'https://ads.pinterest.com/advertiser/5/reporting/?campaignIds=11,22';

	it.each([
		['Metric: Get', (ids: string) => parseMetricsInput({ ids }).ids],
		[
			'Campaign: Get Many',
			(ids: string) => by(listCampaignsInput.schema)({ campaignIds: ids }).campaignIds,
		],
		[
			'the trigger’s campaigns',
			(ids: string) => readWanted({ changes: ['ad_approved'], campaignIds: ids }).campaignIds,
		],
	])('names them all in %s', (_field, read) => {
		expect(read(address)).toEqual(['11', '22']);
	});
});

describe('an empty element of a list', () => {
	it('is left out where the list narrows a search down', () => {
		const ids = ['11', null, ''];
		expect(parseMetricsInput({ ids }).ids).toEqual(['11']);
		expect(by(listCampaignsInput.schema)({ campaignIds: ids }).campaignIds).toEqual(['11']);
	});

	it('is refused where something is written: it may be whom to exclude', () => {
		expect(() => adGroup({ audienceExcludeIds: ['11', null] })).toThrow('is missing');
	});
});

/** Each moment in every form that times come in. */
const MOMENT = Date.UTC(2026, 10, 30, 22, 30);
const TIMES: ReadonlyArray<[string, unknown]> = [
	['Unix seconds', MOMENT / 1000],
	['Unix seconds as text', ` ${MOMENT / 1000} `],
	['Unix seconds with a fraction', `${MOMENT / 1000}.25`],
	['Unix milliseconds', MOMENT],
	['Unix milliseconds as text', String(MOMENT)],
	['ISO', '2026-11-30T22:30:00Z'],
	['ISO in no zone', '2026-11-30 22:30'],
	['ISO with an offset', '2026-12-01T00:30:00+02:00'],
	['ISO with a short offset', '2026-11-30T17:30-05'],
	['ISO with a comma', '2026-11-30T22:30:00,5z'],
	['a Date', new Date(MOMENT)],
	['a DateTime', DateTime.fromMillis(MOMENT, { zone: 'Asia/Tokyo' })],
];

describe.each(TIMES)('%s', (_form, time) => {
	it('is the same moment for campaigns and conversions, and its day (UTC) for metrics', () => {
		expect(by(createCampaignInput.schema, CAMPAIGN)({ startTime: time }).startTime).toBe(
			MOMENT / 1000,
		);
		expect(event({ eventTime: time }).event_time).toBe(MOMENT / 1000);
		const metrics = parseMetricsInput({ startDate: time });
		expect(readMetricsInput(metrics, NOW).range.from).toBe('2026-11-30');
	});
});

it.each([
	'2026-02-30',
	'20261130',
	20261130,
	'20261130223000',
	'yesterday',
	'2026-11-30T25:00Z',
	{},
])('%j is no time anywhere', (time) => {
	expect(() => by(createCampaignInput.schema, CAMPAIGN)({ startTime: time })).toThrow(
		'is not a time',
	);
	expect(() => event({ eventTime: time })).toThrow('not a time');
	expect(() => parseMetricsInput({ startDate: time })).toThrow('must be a day of the calendar');
});

it.each([
	['AGE_BUCKET', ['age bucket', 'Age-Bucket', 'agebucket']],
	['DELETED_DRAFT', ['deleted draft', 'Deleted_Draft']],
])('the choice %s is meant by %j', (word, spellings) => {
	for (const spelling of [word, ...spellings]) {
		const read =
			word === 'AGE_BUCKET'
				? parseMetricsInput({ targetingTypes: spelling }).targetingTypes
				: by(listCampaignsInput.schema)({ statuses: spelling }).statuses;
		expect(read).toEqual([word]);
	}
});

it.each([
	'ACTIVE, PAUSED',
	'active;paused',
	'Active\nPaused',
	'ACTIVE PAUSED',
	'["ACTIVE","PAUSED"]',
])('%j are two statuses', (statuses) => {
	expect(by(listCampaignsInput.schema)({ statuses }).statuses).toEqual(['ACTIVE', 'PAUSED']);
});

it.each(['exact;phrase', 'EXACT PHRASE', ['exact', 'Phrase']])(
	'%j are two match types',
	(matchTypes) => {
		expect(by(listKeywordsInput.schema, { adGroupId: '1' })({ matchTypes }).matchTypes).toEqual([
			'EXACT',
			'PHRASE',
		]);
	},
);

describe('keywords', () => {
	const read = (keywords: unknown) =>
		by(addKeywordsInput.schema, { adGroupId: '1' })({ keywords }).keywords.map(
			({ value, match_type }) => `${match_type} ${value}`,
		);

	it.each<[string, unknown, string[]]>([
		['commas', 'sofa, bed', ['BROAD sofa', 'BROAD bed']],
		['semicolons', 'sofa; bed', ['BROAD sofa', 'BROAD bed']],
		['lines', '[sofa]\n-bed', ['EXACT sofa', 'PHRASE_NEGATIVE bed']],
		['JSON', '["sofa", "bed"]', ['BROAD sofa', 'BROAD bed']],
		['a comma in brackets', '[table, round], bed', ['EXACT table, round', 'BROAD bed']],
		['a comma in quotes', '-"table, round"', ['PHRASE_NEGATIVE table, round']],
		['a year in brackets', '[2026]', ['EXACT 2026']],
		['inches', '5" pipe, 6" pipe', ['BROAD 5" pipe', 'BROAD 6" pipe']],
	])('are read with %s', (_how, text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it('without an end to a bracket take no time', () => {
		const begun = Date.now();
		expect(() => read('[a,'.repeat(5000))).toThrow('has no closing quote or bracket');
		expect(Date.now() - begun).toBeLessThan(5000);
	});
});

it('an address with a comma or a semicolon in it is one', () => {
	const urls = (click: unknown) =>
		by(createCampaignInput.schema, CAMPAIGN)({ trackingUrls: { click } }).trackingUrls?.click;
	const tracker = 'https://example.com/clk;dc_trk_aid=1;dc_lat=?a=1,2';
	expect(urls(tracker)).toEqual([tracker]);
	expect(urls(`${tracker}, https://example.com/2;\nhttps://example.com/3`)).toEqual([
		tracker,
		'https://example.com/2',
		'https://example.com/3',
	]);
	expect(urls('https://example.com/1,https://example.com/2')).toHaveLength(2);
});

it('names keep their blanks', () => {
	const { interests } = adGroup({ interests: 'home decor; garden' });
	expect(interests).toEqual(['home decor', 'garden']);
	expect(adGroup({ interests: ['food, drinks'] }).interests).toEqual(['food, drinks']);
});

it('contacts are divided like any other list', () => {
	expect(recordsFromValue('a@example.com; b@example.com\tc@example.com')).toHaveLength(3);
});

it.each(['READY; TOO_SMALL', 'ready,too_small', ['READY', 'TOO_SMALL', '']])(
	'audiences are listed by the statuses %j',
	async (status) => {
		const statuses = ['READY', 'INITIALIZING', 'TOO_SMALL'];
		const items = statuses.map((one, n) => ({ id: `${n + 1}`, status: one }));
		const { context } = fakeContext([json({ items })]);
		const found = await listAudiences(context, {
			...{ adAccountId: '5', status: untyped(status), limit: untyped('10') },
		});
		expect(found.map(({ id }) => id)).toEqual(['1', '3']);
	},
);

it('campaigns are asked for by the IDs of one text', async () => {
	const { context, requests } = api();
	await listCampaigns(context, { adAccountId, campaignIds: '11; 22' });
	expect(decodeURIComponent(String(requests.at(-1)?.path))).toMatch(
		/campaign_ids=11&campaign_ids=22/,
	);
});
