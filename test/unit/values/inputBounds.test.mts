import { createAdGroupInput } from '../../../worker/src/campaigns/adGroup/adGroupInput.ts';
import { createCampaignInput } from '../../../worker/src/campaigns/campaign/campaignInput.ts';
import { addKeywordsInput } from '../../../worker/src/campaigns/keyword/keywordFields.ts';
import { launchInput } from '../../../worker/src/campaigns/launch/input/launchInput.ts';
import { listAdsInput } from '../../../worker/src/campaigns/read/readFields.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import { fieldName, firstOf, MOST_IN_A_LIST, parseInput } from '../../../worker/src/input.ts';
import { parseMetricsInput } from '../../../worker/src/metrics/metricsInput.ts';
import type { z } from 'zod';

const AD_GROUP = { campaignId: '7', name: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US' };
const CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION' };
const LAUNCH = { campaign: CAMPAIGN, adGroups: [{ ...AD_GROUP, campaignId: undefined, ads: [] }] };

function errorOf(read: () => unknown): PinterestAdsError {
	try {
		read();
	} catch (error) {
		expect(error).toBeInstanceOf(PinterestAdsError);
		return error as PinterestAdsError;
	}
	throw new Error('It was accepted.');
}

const by = (schema: z.ZodTypeAny) => (input: unknown) => parseInput(schema, input);

const bad = (count: number) => Array.from({ length: count }, (_, n) => `bad-${n}`);

/** A list in each of the inputs that have one. */
const LISTS: ReadonlyArray<[string, (input: unknown) => unknown, (list: unknown) => unknown]> = [
	[
		'the audiences of an ad group',
		by(createAdGroupInput.schema),
		(list) => ({ ...AD_GROUP, audienceIncludeIds: list }),
	],
	[
		'the interests of an ad group',
		by(createAdGroupInput.schema),
		(list) => ({ ...AD_GROUP, interestIds: list }),
	],
	[
		'the locations of an ad group',
		by(createAdGroupInput.schema),
		(list) => ({ ...AD_GROUP, locations: list }),
	],
	[
		'a targeting spec',
		by(createAdGroupInput.schema),
		(list) => ({ ...AD_GROUP, targeting: { INTEREST: list } }),
	],
	['a filter of ads', by(listAdsInput.schema), (list) => ({ adIds: list })],
	['the ids of metrics', parseMetricsInput, (list) => ({ ids: list })],
	['the ids of campaigns', parseMetricsInput, (list) => ({ level: 'campaign', ids: list })],
	[
		'the Pins of a launch',
		by(launchInput.schema),
		(list) => ({ ...CAMPAIGN, ...AD_GROUP, pinIds: list }),
	],
	['the ad groups of a launch', by(launchInput.schema), (list) => ({ ...LAUNCH, adGroups: list })],
	[
		'the ads of an ad group in a launch',
		by(launchInput.schema),
		(list) => ({ ...LAUNCH, adGroups: [{ ...LAUNCH.adGroups[0], ads: list }] }),
	],
];

/** The error's record, as it gets into an output: 100,000 of them must not fill the memory. */
const sizeOf = (error: PinterestAdsError) => JSON.stringify(error.toRecord()).length;

describe.each(LISTS)('%s', (_what, read, withList) => {
	it('of 100,000 that are wrong are refused in a few words, and none of them is looked into', () => {
		const error = errorOf(() => read(withList(bad(100_000))));
		expect(error.message).toContain(`must hold at most ${MOST_IN_A_LIST}, not 100000`);
		expect(sizeOf(error)).toBeLessThan(5_000);
	});

	it('of as many as are allowed name the first that are wrong and count the others', () => {
		const error = errorOf(() => read(withList(bad(MOST_IN_A_LIST))));
		expect(error.message).toMatch(/10000 of its 10000 elements are wrong|and \d+ more/);
		expect(sizeOf(error)).toBeLessThan(10_000);
	});
});

it('names ten problems of many fields, and how many more there are', () => {
	const names = Array.from({ length: 5_000 }, (_, n) => `${'x'.repeat(500)}${n}`);
	const strange = Object.fromEntries(names.map((name) => [name, 1]));
	const error = errorOf(() => parseInput(createCampaignInput.schema, { ...CAMPAIGN, ...strange }));
	expect(error.message).toMatch(/has unknown names: x+…, .* and 4990 more$/);
	expect(sizeOf(error)).toBeLessThan(5_000);
});

it('of keywords that are wrong names the first', () => {
	const long = Array.from({ length: 9_000 }, (_, n) => `${'k'.repeat(200)}${n}`);
	const error = errorOf(() =>
		parseInput(addKeywordsInput.schema, { adGroupId: '1', keywords: long }),
	);
	expect(error.message).toMatch(/must not be longer than 120 characters.*and 8990 more$/);
	expect(sizeOf(error)).toBeLessThan(5_000);
});

it('takes as many as are allowed', () => {
	const ids = Array.from({ length: MOST_IN_A_LIST }, (_, n) => n + 1);
	expect(parseMetricsInput({ ids }).ids).toHaveLength(MOST_IN_A_LIST);
	const pinIds = ids.map((n) => `${n}`);
	const input = { ...CAMPAIGN, ...AD_GROUP, campaignId: undefined, pinIds };
	expect(parseInput(launchInput.schema, input).adGroups[0].ads).toHaveLength(MOST_IN_A_LIST);
});

it('says the first of many words', () => {
	expect(firstOf(['a', 'b'])).toBe('a, b');
	expect(firstOf(bad(12), 2)).toBe('bad-0, bad-1 and 10 more');
	expect(fieldName(['pinIds', 2])).toBe('Pin IDs 3.');
});
