import { isHopeless } from '../../../client/errorKinds';
import type { WorkerContext } from '../../../context';
import { adAccountIdFor } from '../../../connection/adAccountOf';
import { readInput } from '../../../fields/inputs';
import { attempt } from '../../../outcome';
import { groupedBy } from '../../../values/grouping';
import type { MatchType } from '../keywordInput';
import {
	researchKeywordsInput,
	type KeywordsToResearch,
	type ResearchInput,
} from './researchInput';
import { relatedTerms, suggestedTerms } from './terms';
import { trendsOf, type ReadTrend } from './trends';
import { volumesOf, type Volume } from './volume';

/** A keyword with its figures. `value` and `matchType` are what `addKeywords` takes. */
export interface ResearchedKeyword {
	readonly value: string;
	readonly matchType: MatchType;
	/** How often it is searched for, as Pinterest rounds it: `5M+`; null where Pinterest does not say. */
	readonly volume: string | null;
	/** The number in it, to sort by. */
	readonly volume_at_least: number | null;
	/** Of a trend: by how many percent searches have grown in a week, a month and a year. */
	readonly growth_week?: number | null;
	readonly growth_month?: number | null;
	readonly growth_year?: number | null;
	/** Of a trend: its searches by the last day of each week, as a share of 100 in the best one. */
	readonly weeks?: Readonly<Record<string, number>> | null;
	/** Its place in what Pinterest gave, from 1. */
	readonly rank: number;
	/** Where it comes from: `suggested`, `related`, `trends` or `given`. */
	readonly found: ResearchInput['find'];
	/** The terms that led to it. */
	readonly terms: readonly string[];
	/** Where the searches were counted, in two letters. */
	readonly country: string;
}

export interface KeywordResearch {
	/** Each keyword once, in Pinterest's order. */
	readonly keywords: readonly ResearchedKeyword[];
	readonly warnings: readonly string[];
}

interface Candidate {
	readonly value: string;
	readonly terms: string[];
	readonly trend?: ReadTrend;
}

/**
 * Keywords to target, with how often they are searched for. Operations `terms_suggested/list`,
 * `terms_related/list`, `trending_keywords/list` (scope user_accounts:read), `country_keywords_metrics/get`.
 * @throws PinterestAdsError; where only the volume cannot be had, the keywords come without it, with a warning
 */
export async function researchKeywords(
	context: WorkerContext,
	input: KeywordsToResearch,
): Promise<KeywordResearch> {
	const wanted = readInput(researchKeywordsInput, input);
	const country = wanted.country ?? (wanted.find === 'trends' ? wanted.region.slice(0, 2) : 'US');
	const candidates = distinct(await candidatesOf(context, wanted));
	const { volumes, warnings } = await volumeOf(context, wanted, country, candidates);
	const keywords = candidates.map((candidate, n): ResearchedKeyword => {
		const volume = volumes.get(candidate.value.toLowerCase());
		return {
			value: candidate.value,
			matchType: wanted.matchType,
			volume: volume?.text ?? null,
			volume_at_least: volume?.atLeast ?? null,
			...(candidate.trend && figuresOf(candidate.trend, wanted.withWeeks === true)),
			rank: n + 1,
			found: wanted.find,
			terms: candidate.terms,
			country,
		};
	});
	return { keywords, warnings };
}

async function candidatesOf(context: WorkerContext, wanted: ResearchInput): Promise<Candidate[]> {
	const { find, terms, mostPerTerm } = wanted;
	switch (find) {
		case 'given':
			return terms.map((value) => ({ value, terms: [value] }));
		case 'trends': {
			const trends = await trendsOf(context, wanted);
			return trends.map((trend) => ({
				value: trend.keyword,
				terms: terms.filter((term) => contains(trend.keyword, term)),
				trend,
			}));
		}
		default: {
			const asked = distinctTexts(terms);
			const found =
				find === 'related'
					? await relatedTerms(context, asked)
					: await suggestedTerms(context, asked, mostPerTerm);
			return found.map(({ value, term }) => ({ value, terms: [term] }));
		}
	}
}

const contains = (keyword: string, term: string) =>
	keyword.toLowerCase().includes(term.toLowerCase());

/** As each is written first. */
const distinctTexts = (texts: readonly string[]): string[] =>
	[...groupedBy(texts, (text) => text.toLowerCase()).values()].map(([first]) => first);

/** Each once, in whatever case, with all the terms that led to it. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
	const byText = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const value = candidate.value.trim();
		if (value === '') continue;
		const known = byText.get(value.toLowerCase());
		if (known === undefined) byText.set(value.toLowerCase(), { ...candidate, value });
		else known.terms.push(...candidate.terms.filter((term) => !known.terms.includes(term)));
	}
	return [...byText.values()];
}

interface Volumes {
	readonly volumes: ReadonlyMap<string, Volume>;
	readonly warnings: readonly string[];
}

async function volumeOf(
	context: WorkerContext,
	{ find, withoutVolume, adAccountId }: ResearchInput,
	country: string,
	candidates: readonly Candidate[],
): Promise<Volumes> {
	if (withoutVolume === true || candidates.length === 0)
		return { volumes: new Map(), warnings: [] };
	const values = candidates.map(({ value }) => value);
	const asked = await attempt(volumesIn(context, adAccountId, country, values));
	if (asked.ok) return { volumes: asked.record, warnings: [] };
	const { kind, message } = asked.error;
	// Nothing else was asked for; or nothing else can end better.
	if (find === 'given' || (isHopeless(kind) && kind !== 'token-scope')) throw asked.error;
	return { volumes: new Map(), warnings: [`The volume of the keywords is not known. ${message}`] };
}

const volumesIn = async (
	context: WorkerContext,
	adAccountId: string | undefined,
	country: string,
	keywords: readonly string[],
) => await volumesOf(context, await adAccountIdFor(context, adAccountId), country, keywords);

const figuresOf = (trend: ReadTrend, withWeeks: boolean) => ({
	growth_week: trend.pct_growth_wow ?? null,
	growth_month: trend.pct_growth_mom ?? null,
	growth_year: trend.pct_growth_yoy ?? null,
	...(withWeeks ? { weeks: (trend.time_series ?? null) as Record<string, number> | null } : {}),
});
