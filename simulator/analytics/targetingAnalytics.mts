import { questionOf, withTime } from './analytics.mts';
import { rowsOf, type Level, type Question, type Row } from './analyticsRows.mts';
import { ok, type Handler } from '../api/call.mts';
import { noFacts, partOf } from '../world/metrics.mts';
import type { Ad, Body, World } from '../world/world.mts';

/** What Pinterest would find among those who saw the ads; the rest is found in what they target. */
const VALUES: Record<string, readonly string[]> = {
	APPTYPE: ['android_mobile', 'iphone', 'web'],
	GENDER: ['female', 'male', 'unknown'],
	LOCATION: ['501', '807'],
	PLACEMENT: ['BROWSE', 'SEARCH'],
	COUNTRY: ['CA', 'US'],
	TARGETED_INTEREST: ['Home Decor', 'Gardening'],
	PINNER_INTEREST: ['Living Room', 'Recipes', 'Gardening'],
	GEO: ['US:94102', 'US:10001'],
	AGE_BUCKET: ['18-24', '25-34', '35-44', '65+'],
	REGION: ['US-CA', 'DE-BY'],
	AGE_BUCKET_AND_GENDER: ['25-34|female', '25-34|male'],
	AUDIENCE_MULTIPLIER: ['NONE'],
	CREATIVE_ENHANCEMENTS: ['NONE'],
	CREATIVE_TYPE: ['REGULAR'],
	QUIZ_RESULT: ['NONE'],
};

/** Values that Pinterest answers as numbers. */
const NUMBERS = ['LOCATION', 'AUDIENCE_INCLUDE'];

/** An ad's facts are spread over these, so that every breakdown adds up to the whole. */
function valuesOf(world: World, type: string, ad: Ad): readonly string[] {
	const adGroupId = String(ad.fields.ad_group_id);
	if (type === 'KEYWORD') {
		const own = [...world.keywords.values()]
			.filter(({ parent_id }) => parent_id === adGroupId)
			.map(({ value }) => value);
		return own.length > 0 ? own : ['linen curtain', 'oak side table'];
	}
	if (type === 'AUDIENCE_INCLUDE') {
		const spec = world.adGroups.get(adGroupId)?.fields.targeting_spec as Body | undefined;
		return (spec?.AUDIENCE_INCLUDE as string[] | undefined) ?? [];
	}
	return VALUES[type] ?? [];
}

export interface TargetingPart {
	readonly type: string;
	readonly value: string;
	readonly row: Row;
}

/** The rows of a question by the values of each type. */
export function targetingParts(
	world: World,
	types: readonly string[],
	question: Question,
): TargetingPart[] {
	const ads = [...world.ads.values()].filter((ad) => ad.ad_account_id === question.accountId);
	return types.flatMap((type) => {
		const valuesByAd = new Map(ads.map((ad) => [ad.id, valuesOf(world, type, ad)]));
		return [...new Set([...valuesByAd.values()].flat())].flatMap((value) =>
			rowsOf(world, {
				...question,
				part: (ad, facts) => {
					const all = valuesByAd.get(ad.id) ?? [];
					const place = all.indexOf(value);
					return place < 0 ? noFacts() : partOf(facts, place, all.length);
				},
			}).map((row) => ({ type, value, row })),
		);
	});
}

function breakdown(level: Level, idsName?: string): Handler {
	return (call) => {
		const types = call.query.targeting_types as string[];
		const parts = targetingParts(call.sim.world, types, questionOf(call, level, idsName));
		const data = parts.map(({ type, value, row }) => ({
			targeting_type: type,
			targeting_value: NUMBERS.includes(type) ? Number(value) : value,
			metrics: withNumericIds(withTime(row)),
		}));
		return ok({ data });
	};
}

/** The ids in metrics are numbers, as in the description's example, where one holds them. */
const withNumericIds = (metrics: Body): Body =>
	Object.fromEntries(
		Object.entries(metrics).map(([name, value]) => {
			const isId = name.endsWith('_ID') && Number.isSafeInteger(Number(value));
			return [name, isId ? Number(value) : value];
		}),
	);

export const accountBreakdown = breakdown('AD_ACCOUNT');
export const campaignBreakdown = breakdown('CAMPAIGN', 'campaign_ids');
export const adGroupBreakdown = breakdown('AD_GROUP', 'ad_group_ids');
export const adBreakdown = breakdown('AD', 'ad_ids');
