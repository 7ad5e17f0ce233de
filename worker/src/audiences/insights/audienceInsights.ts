import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { adAccountIdFor } from '../../connection/adAccountOf';
import { readInput } from '../../fields/inputs';
import { audienceInsightsInput, INSIGHT_AUDIENCES, type WantedInsights } from './insightsInput';
import {
	readDefinitions,
	readInsights,
	type Demographics,
	type Insights,
	type InterestShare,
	type Share,
} from './readInsights';

/** Who an audience is, and what it is interested in. Ratios are 0 to 1. */
export interface AudienceInsightsRecord {
	/** In words: “Your Total Audience”. */
	readonly audience: string;
	/** People. */
	readonly size: number | null;
	/** Whether it was rounded up to the next border. */
	readonly size_is_upper_bound: boolean | null;
	/** The day of the figures, YYYY-MM-DD. */
	readonly date: string | null;
	readonly ages: readonly Share[];
	readonly genders: readonly Share[];
	readonly devices: readonly Share[];
	readonly countries: readonly Share[];
	readonly metros: readonly Share[];
	/** With an `index`: how often they have it compared with everybody on Pinterest, 1 for as often. */
	readonly interests: readonly InterestShare[];
	/** Pinterest's own word for the audience. */
	readonly audience_insight_type: string;
	readonly ad_account_id: string;
}

/** One figure of an audience, as a row. */
export interface AudienceFigure {
	readonly audience: string;
	/** What it is about. */
	readonly dimension:
		'age' | 'gender' | 'device' | 'country' | 'metro' | 'interest' | 'subinterest';
	readonly name: string | null;
	/** 0 to 1. */
	readonly ratio: number | null;
	/** Of interests. */
	readonly index: number | null;
	/** Of a subinterest: the interest above it. */
	readonly interest: string | null;
	readonly date: string | null;
	readonly key: string | null;
	readonly audience_insight_type: string;
	readonly ad_account_id: string;
}

/** An audience that Pinterest has insights about. */
export interface InsightAudience {
	readonly scope: string | null;
	readonly type: string | null;
	readonly date: string | null;
	readonly ad_account_id: string;
}

/**
 * Who sees and engages with the Pins of an ad account, compared with everybody. One record for each audience, or
 * one for each figure, or what Pinterest has audiences of. Operations `audience_insights/get`,
 * `audience_insights_scope_and_type/get`; the sandbox has neither.
 */
export async function getAudienceInsights(
	context: WorkerContext,
	input: WantedInsights = {},
): Promise<Array<AudienceInsightsRecord | AudienceFigure | InsightAudience>> {
	const wanted = readInput(audienceInsightsInput, input);
	if (wanted.output === 'available') return await listInsightAudiences(context, input);
	refuseSandbox(context);
	const id = await adAccountIdFor(context, wanted.adAccountId);
	const records: AudienceInsightsRecord[] = [];
	for (const type of wanted.audiences) {
		const insights = await clientOf(context).call(
			{
				method: 'GET',
				path: `/ad_accounts/${id}/audience_insights`,
				query: { audience_insight_type: type },
				category: 'ads_read',
				doing: 'read the insights about the audience',
			},
			readInsights,
		);
		records.push(recordOf(id, type, insights));
	}
	return wanted.output === 'figures' ? records.flatMap(figuresOf) : records;
}

/** What Pinterest has audiences of: whose Pins (scope), and what people did with them (type). */
export async function listInsightAudiences(
	context: WorkerContext,
	input: WantedInsights = {},
): Promise<InsightAudience[]> {
	const { adAccountId } = readInput(audienceInsightsInput, input);
	refuseSandbox(context);
	const id = await adAccountIdFor(context, adAccountId);
	const definitions = await clientOf(context).call(
		{
			method: 'GET',
			path: `/ad_accounts/${id}/insights/audiences`,
			category: 'ads_read',
			doing: 'list the audiences that there are insights about',
		},
		readDefinitions,
	);
	return definitions.map(({ scope, type, date }) => ({
		...{ scope: scope ?? null, type: type ?? null, date: date ?? null },
		ad_account_id: id,
	}));
}

function refuseSandbox({ sandbox }: WorkerContext): void {
	if (sandbox !== true) return;
	throw new PinterestAdsError('invalid', 'Pinterest’s sandbox has no insights about audiences.', {
		action: 'use-production',
	});
}

type InsightType = keyof typeof INSIGHT_AUDIENCES;

function recordOf(
	ad_account_id: string,
	type: InsightType,
	{ size, size_is_upper_bound, date, demographics, categories }: Insights,
): AudienceInsightsRecord {
	const of = (name: keyof Demographics) => demographics?.[name] ?? [];
	return {
		audience: INSIGHT_AUDIENCES[type].label,
		size: size ?? null,
		size_is_upper_bound: size_is_upper_bound ?? null,
		date: date ?? null,
		ages: of('ages'),
		genders: of('genders'),
		devices: of('devices'),
		countries: of('countries'),
		metros: of('metros'),
		interests: categories ?? [],
		audience_insight_type: type,
		ad_account_id,
	};
}

const DIMENSIONS = {
	ages: 'age',
	genders: 'gender',
	devices: 'device',
	countries: 'country',
	metros: 'metro',
} as const;

function figuresOf(record: AudienceInsightsRecord): AudienceFigure[] {
	const { audience, date, audience_insight_type, ad_account_id } = record;
	const row = (
		dimension: AudienceFigure['dimension'],
		{ name, ratio, index, key, id }: InterestShare,
		interest: string | null = null,
	): AudienceFigure => ({
		...{ audience, dimension, name: name ?? null, ratio: ratio ?? null, index: index ?? null },
		...{ interest, date, key: key ?? id ?? null, audience_insight_type, ad_account_id },
	});
	const people = Object.entries(DIMENSIONS).flatMap(([list, dimension]) =>
		record[list as keyof typeof DIMENSIONS].map((share) => row(dimension, share)),
	);
	const interests = record.interests.flatMap((one) => [
		row('interest', one),
		...(one.subcategories ?? []).map((sub) => row('subinterest', sub, one.name ?? null)),
	]);
	return [...people, ...interests];
}
