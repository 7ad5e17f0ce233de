import { feedsOf, groupsOf, lastResultOf } from '../../../catalogs/ownersCatalogs';
import { resultRecord, type FeedResultRecord } from '../../../catalogs/listFeeds';
import type { Entity } from '../../../entities';
import { chunksOf } from '../../../values/grouping';
import { askEach, leftOut, notChecked, tried, type Scope } from '../diagnosisReads';
import { called, finding, type Finding, type Subject } from '../finding';

/** Each costs a request. */
const MOST_FEEDS = 10;
const IDS_A_LIST = 100;
const MOST_CODES = 3;

/**
 * Whether the feeds were read that fill what a campaign promotes. Operations `catalogs_product_groups/list`,
 * `feeds/list`, `feed_processing_results/list`; they need the scope catalogs:read.
 */
export async function feedFindings(
	scope: Scope,
	campaign: Subject,
	promotions: readonly Entity[],
): Promise<Finding[]> {
	const ids = promotions.flatMap(({ catalog_product_group_id: id }) =>
		typeof id === 'string' ? [id] : [],
	);
	if (ids.length === 0) return [];
	const feeds = await tried(feedsBehind(scope, [...new Set(ids)]));
	if (!feeds.ok) return [notChecked(campaign, 'the feeds of its catalog', feeds.error)];
	const { context, adAccountId } = scope;
	const asked = await askEach([...feeds.record.keys()], MOST_FEEDS, async (id) => {
		const result = await lastResultOf(context, adAccountId, id);
		return result && resultRecord(result);
	});
	const findings = [...asked.known].flatMap(([id, outcome]) => {
		const subject: Subject = { level: 'feed', id, name: feeds.record.get(id) ?? null };
		if (!outcome.ok) return [notChecked(subject, 'what came of it', outcome.error)];
		return outcome.record ? judge(subject, outcome.record) : [];
	});
	return [...findings, ...leftOut(asked, campaign, 'the feeds of its catalog')];
}

/** Their names, by ID: of each product group its own feed, or all of its catalog where it has none. */
async function feedsBehind(
	{ context, adAccountId }: Scope,
	productGroupIds: readonly string[],
): Promise<Map<string, string | null>> {
	/** By catalog: its feeds, or null for all of them. */
	const wanted = new Map<string | undefined, Set<string> | null>();
	for (const some of chunksOf(productGroupIds, IDS_A_LIST)) {
		for await (const group of groupsOf(context, adAccountId, { productGroupIds: some })) {
			const catalogId = group.catalog_id ?? undefined;
			const known = wanted.get(catalogId);
			const feedId = group.feed_id ?? undefined;
			if (feedId === undefined || known === null) wanted.set(catalogId, null);
			else wanted.set(catalogId, (known ?? new Set<string>()).add(feedId));
		}
	}
	const feeds = new Map<string, string | null>();
	for (const [catalogId, some] of wanted) {
		for await (const { id, name } of feedsOf(context, adAccountId, { catalogId })) {
			if (some === null || some.has(id)) feeds.set(id, name ?? null);
		}
	}
	return feeds;
}

function judge(subject: Subject, { status, at, products, ingested, errors }: FeedResultRecord) {
	const codes = Object.entries(errors).sort(([, a], [, b]) => b - a);
	const said = codes.slice(0, MOST_CODES).map(([code, count]) => `${code}: ${count}`);
	const why = said.length === 0 ? '' : ` (${said.join(', ')})`;
	if (status === 'FAILED') {
		const message = `${called(subject)} failed${at === null ? '' : ` on ${dayOf(at)}`}${why}.`;
		return [finding(subject, 'slows', 'feed_failed', message)];
	}
	if (products === null || ingested === null || ingested >= products) return [];
	const message = `${called(subject)}: ${products - ingested} of its ${products} products did not get into the catalog${why}.`;
	return [finding(subject, 'info', 'feed_items_wrong', message)];
}

/** "Monday, November 23, 2026, 03:00 UTC" */
function dayOf(at: string): string {
	const time = new Date(at);
	const day = time.toLocaleDateString('en-US', {
		...{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
	} as const);
	return `${day}, ${time.toISOString().slice(11, 16)} UTC`;
}
