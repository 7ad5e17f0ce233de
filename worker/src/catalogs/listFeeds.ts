import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { isObject } from '../client/readers';
import { readInput } from '../fields/inputs';
import { inOrder, mostToRead } from '../fields/sorting';
import { listFeedsInput, type FeedFilters } from './catalogFields';
import { isoOf, type Feed, type Issue, type Result } from './catalogReaders';
import { isNamed } from './listCatalogs';
import { feedsOf, issuesOf, lastResultOf } from './ownersCatalogs';

/** A feed, which fills a catalog. Times are ISO 8601, UTC. */
export interface FeedRecord {
	readonly name: string | null;
	/** Whether it is read at all: ACTIVE, INACTIVE. */
	readonly status: string | null;
	/** What came of reading it the last time; null: it was never read. Missing where it was not asked for. */
	readonly last_result?: FeedResultRecord | null;
	/** RETAIL, HOTEL, CREATIVE_ASSETS. */
	readonly catalog_type: string | null;
	readonly format: string | null;
	/** Where Pinterest reads it. */
	readonly location: string | null;
	readonly created_at: string | null;
	readonly updated_at: string | null;
	readonly id: string;
	/** Where the feeds of one catalog were asked for: Pinterest does not say it of a feed of products. */
	readonly catalog_id?: string;
	/** Through which it was asked for. */
	readonly ad_account_id: string;
}

/** What came of reading a feed. */
export interface FeedResultRecord {
	/** COMPLETED, FAILED, PROCESSING. */
	readonly status: string | null;
	/** When it began. */
	readonly at: string | null;
	/** In the feed; null while that is not known. */
	readonly products: number | null;
	/** Of these, those that the catalog has got. */
	readonly ingested: number | null;
	/** By Pinterest’s code, with how many products it is about. */
	readonly errors: Readonly<Record<string, number>>;
	readonly warnings: Readonly<Record<string, number>>;
	/** Examples of products that are wrong; missing where they were not asked for. */
	readonly issues?: readonly ItemIssueRecord[];
	readonly id: string;
}

/** What is wrong with one product. */
export interface ItemIssueRecord {
	/** The shop’s own ID of it. */
	readonly item_id: string | null;
	/** Its place in the feed, from 0. */
	readonly item_number: number | null;
	readonly errors: readonly ItemProblem[];
	readonly warnings: readonly ItemProblem[];
}

export interface ItemProblem {
	/** Pinterest’s, such as PRICE_MISSING. */
	readonly code: string;
	/** The column of the feed. */
	readonly attribute: string | null;
	readonly provided_value: string | null;
}

/** Many more than the examples of one feed. */
const MOST_ISSUES = 1000;

/**
 * The feeds of the catalogs of the business that owns the ad account, with what came of reading each the last
 * time. Operations `feeds/list`, `feed_processing_results/list`, `items_issues/list`. The sign-in that Pinterest
 * fetches a feed with is never handed out.
 * @throws PinterestAdsError `token-scope` where the token lacks catalogs:read
 */
export async function listFeeds(
	context: WorkerContext,
	filters: FeedFilters = {},
): Promise<FeedRecord[]> {
	const wanted = readInput(listFeedsInput, filters);
	const { nameContains, catalogId, lastResult, itemIssues } = wanted;
	const most = mostToRead(wanted);
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	const feeds: Feed[] = [];
	for await (const feed of feedsOf(context, accountId, { catalogId })) {
		if (isNamed(feed, nameContains)) feeds.push(feed);
		if (feeds.length >= most) break;
	}
	const records: FeedRecord[] = [];
	for (const feed of inOrder(feeds, wanted)) {
		const result = lastResult ? await lastResultOf(context, accountId, feed.id) : undefined;
		const issues =
			result && itemIssues && hasProblems(result)
				? await examples(issuesOf(context, accountId, result.id))
				: undefined;
		records.push({
			name: feed.name ?? null,
			status: feed.status ?? null,
			...(lastResult ? { last_result: result ? resultRecord(result, issues) : null } : {}),
			catalog_type: feed.catalog_type ?? null,
			format: feed.format ?? null,
			location: withoutSignIn(feed.location),
			created_at: isoOf(feed.created_at),
			updated_at: isoOf(feed.updated_at),
			id: feed.id,
			...(catalogId === undefined ? {} : { catalog_id: catalogId }),
			ad_account_id: accountId,
		});
	}
	return records;
}

/** An address may carry a name and a password: `https://shop:secret@…`. */
const withoutSignIn = (location: string | null | undefined): string | null =>
	location?.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1') ?? null;

/** Of the whole file and of single products alike. */
function problemsIn(result: Result, which: 'errors' | 'warnings'): Record<string, number> {
	return { ...result.ingestion_details?.[which], ...result.validation_details?.[which] };
}

const hasProblems = (result: Result) =>
	(['errors', 'warnings'] as const).some(
		(which) => Object.keys(problemsIn(result, which)).length > 0,
	);

export function resultRecord(result: Result, issues?: readonly Issue[]): FeedResultRecord {
	return {
		status: result.status ?? null,
		at: isoOf(result.created_at),
		products: result.product_counts?.original ?? null,
		ingested: result.product_counts?.ingested ?? null,
		errors: problemsIn(result, 'errors'),
		warnings: problemsIn(result, 'warnings'),
		...(issues ? { issues: issues.map(issueRecord) } : {}),
		id: result.id,
	};
}

async function examples(issues: AsyncGenerator<Issue>): Promise<Issue[]> {
	const found: Issue[] = [];
	for await (const issue of issues) {
		found.push(issue);
		if (found.length >= MOST_ISSUES) break;
	}
	return found;
}

const issueRecord = ({ item_id, item_number, errors, warnings }: Issue): ItemIssueRecord => ({
	item_id: item_id ?? null,
	item_number: item_number ?? null,
	errors: itemProblems(errors),
	warnings: itemProblems(warnings),
});

const itemProblems = (problems: Issue['errors']): ItemProblem[] =>
	Object.entries(problems ?? {}).map(([code, details]) => {
		const { attribute_name, provided_value } = isObject(details) ? details : {};
		return { code, attribute: textIn(attribute_name), provided_value: textIn(provided_value) };
	});

const textIn = (value: unknown) => (typeof value === 'string' ? value : null);
