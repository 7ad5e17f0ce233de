import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { readInput } from '../../fields/inputs';
import { inOrder, mostToRead } from '../../fields/sorting';
import { contained, failed, succeeded, unexpected, type Outcome } from '../../outcome';
import type { KeywordsUpdate } from '../../pinterest/types';
import { Accounts } from '../../connection/adAccountOf';
import { hasId, KINDS, type Fields } from '../../entities';
import { endedByPreview, previewIn } from '../../preview/preview';
import { begun, forEachGood, goodOnes } from '../drafts';
import { Delivery } from '../../delivery/delivery';
import type { Reply } from '../../delivery/plan';
import { replyOf } from '../../delivery/reply';
import { groupedBy } from '../../values/grouping';
import {
	addKeywordsInput,
	archiveKeywordInput,
	listKeywordsInput,
	type ChosenParent,
	type KeywordFilters,
	type KeywordsToAdd,
	type KeywordToArchive,
} from './keywordFields';
import type { NewKeyword } from './keywordInput';
import {
	addToParent,
	describe,
	elements,
	keywordsOf,
	KEYWORDS_A_REQUEST,
	pathOf,
	readKeywordsAnswer,
	refusal,
	type KeywordsAnswer,
	type KeywordParent,
	type KeywordRecord,
} from './keywordRequests';

/** A keyword that could not be added, and why. */
export interface KeywordError {
	readonly match_type: string;
	readonly value: string;
	readonly message: string;
	readonly kind: string;
	readonly retryable: boolean;
}

/** Which keywords were added, and which were not. */
export interface KeywordResults {
	readonly keywords: KeywordRecord[];
	readonly keyword_errors: KeywordError[];
}

/** What became of one input's keywords. */
export interface AddedKeywords extends KeywordResults {
	readonly ad_account_id: string;
	readonly parent_id: string;
	readonly parent_type: 'ad_group' | 'campaign' | 'ad_account';
	readonly added_count: number;
	/** The parent had them before. */
	readonly existing_count: number;
	readonly failed_count: number;
	readonly warnings: string[];
}

interface Order {
	readonly adAccountId: string;
	readonly parent: KeywordParent;
	readonly keywords: readonly NewKeyword[];
}

const PARENT_TYPES = {
	adGroup: 'ad_group',
	campaign: 'campaign',
	adAccount: 'ad_account',
} as const;

/**
 * Adds keywords to ad groups, campaigns or ad accounts (these two take negative ones only), all inputs
 * of the same parent together. What the parent has already, in whatever case, is not added again.
 * @param inputs each with keywords as a list, or as text with commas or line breaks: plain texts, Ads
 * Manager's notation (`[exact]`, `"phrase"`, `-negative`) or `{ value, matchType }`
 * @returns one outcome per input, in their order: an error where none of its keywords was added
 */
export async function addKeywords(
	context: WorkerContext,
	inputs: readonly KeywordsToAdd[],
): Promise<Array<Outcome<AddedKeywords>>> {
	const accounts = new Accounts(context);
	const orders = await forEachGood(begun(inputs), async (raw): Promise<Order> => {
		const input = readInput(addKeywordsInput, raw);
		const { id: adAccountId } = await accounts.find(input.adAccountId);
		return { adAccountId, parent: parentOf(input.parent, adAccountId), keywords: input.keywords };
	});
	const added = new Map<Order, Array<Outcome<KeywordRecord>>>();
	const byParent = groupedBy(goodOnes(orders), ({ adAccountId, parent }) =>
		[adAccountId, parent.kind, parent.id].join('/'),
	);
	for (const group of byParent.values()) {
		const keywords = group.flatMap((order) => order.keywords);
		const outcomes = await addToParent(context, { ...group[0], keywords });
		for (const order of group) added.set(order, outcomes.splice(0, order.keywords.length));
	}
	return orders.map((order) =>
		order.ok ? summary(order.record, added.get(order.record) ?? []) : order,
	);
}

const parentOf = (parent: ChosenParent, adAccountId: string): KeywordParent =>
	parent.kind === 'adAccount' ? { kind: parent.kind, id: adAccountId } : parent;

function summary(
	{ adAccountId, parent, keywords: sent }: Order,
	outcomes: ReadonlyArray<Outcome<KeywordRecord>>,
): Outcome<AddedKeywords> {
	const preview = additionPreviewed(adAccountId, parent, sent, outcomes);
	if (preview) return failed(preview);
	const [first] = outcomes;
	if (!first.ok && outcomes.every(({ ok }) => !ok)) return failed(allFailed(sent, outcomes));
	const results = resultsOf(sent, outcomes);
	const { keywords, keyword_errors } = results;
	const added = keywords.filter((keyword) => keyword.added).length;
	return succeeded({
		ad_account_id: adAccountId,
		parent_id: parent.id,
		parent_type: PARENT_TYPES[parent.kind],
		added_count: added,
		existing_count: keywords.length - added,
		failed_count: keyword_errors.length,
		...results,
		warnings: keyword_errors.map(({ message }) => message),
	});
}

/** What a preview says of one input; nothing where it is none, or where the parent has them all. */
function additionPreviewed(
	adAccountId: string,
	{ kind, id }: KeywordParent,
	sent: readonly NewKeyword[],
	outcomes: ReadonlyArray<Outcome<KeywordRecord>>,
): PinterestAdsError | undefined {
	const missing = sent.filter((_, n) => {
		const outcome = outcomes[n];
		return !outcome.ok && previewIn(outcome.error) !== undefined;
	});
	if (missing.length === 0) return undefined;
	const there = sent.length - missing.length;
	const where = `the ${KINDS[kind].noun} ${id}`;
	const beside = there === 0 ? '' : `; ${there} ${there === 1 ? 'is' : 'are'} there already`;
	return endedByPreview({
		would: `Would add ${missing.length} ${missing.length === 1 ? 'keyword' : 'keywords'} to ${where}${beside}.`,
		changes: missing.map((keyword) => ({ field: 'Keyword', from: 'none', to: describe(keyword) })),
		requests: [
			{ method: 'POST', path: pathOf(adAccountId), body: { parent_id: id, keywords: missing } },
		],
		details: { to_add: missing.length, existing: there },
		ad_account_id: adAccountId,
	});
}

/** Outcomes of keywords as an output shows them. @param sent the keywords, in the same order */
export function resultsOf(
	sent: readonly NewKeyword[],
	outcomes: ReadonlyArray<Outcome<KeywordRecord>>,
): KeywordResults {
	return {
		keywords: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.record] : [])),
		keyword_errors: outcomes.flatMap((outcome, n) => {
			if (outcome.ok) return [];
			const { message, kind, retryable } = outcome.error;
			return [{ ...sent[n], message, kind, retryable }];
		}),
	};
}

/** So many are said in one message; `details` has them all. */
const MOST_REASONS = 5;

/** One keyword's own error, or the first of several with the others beside it. */
function allFailed(
	sent: readonly NewKeyword[],
	outcomes: ReadonlyArray<Outcome<KeywordRecord>>,
): PinterestAdsError {
	const errors = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
	const [first] = errors;
	if (errors.length === 1 || errors.every((error) => error === first)) return first;
	const reasons = [...new Set(errors.map(({ message }) => message))];
	const more = reasons.length - MOST_REASONS;
	const said = reasons.slice(0, MOST_REASONS).join('; ') + (more > 0 ? `; and ${more} more` : '');
	const { keyword_errors } = resultsOf(sent, outcomes);
	return first.with({ message: said, details: { keyword_errors } });
}

/**
 * The keywords of an ad group, a campaign or the ad account itself (not of what is below it), in
 * Pinterest's order. Operation `keywords/get`.
 */
export async function listKeywords(
	context: WorkerContext,
	filters: KeywordFilters,
): Promise<Fields[]> {
	const read = readInput(listKeywordsInput, filters);
	const { matchTypes, textContains, ...given } = read;
	const limit = mostToRead(read);
	const { id: adAccountId } = await new Accounts(context).find(given.adAccountId);
	const parent = parentOf(given.parent, adAccountId);
	const part = textContains?.trim().toLowerCase() ?? '';
	const found: Fields[] = [];
	for await (const keyword of keywordsOf(context, adAccountId, parent, matchTypes)) {
		if (!String(keyword.value).toLowerCase().includes(part)) continue;
		found.push({ ...keyword, id: String(keyword.id), ad_account_id: adAccountId });
		if (found.length >= limit) break;
	}
	return inOrder(found, read);
}

/**
 * Archives keywords, which is how Pinterest deletes them. Archiving one twice is the same as once.
 * Operation `keywords/update`.
 * @returns one outcome per input, in their order
 */
export async function archiveKeywords(
	context: WorkerContext,
	inputs: readonly KeywordToArchive[],
): Promise<Array<Outcome<Fields>>> {
	const accounts = new Accounts(context);
	const orders = await forEachGood(begun(inputs), async (raw) => {
		const { keywordId, adAccountId } = readInput(archiveKeywordInput, raw);
		return { keywordId, adAccountId: (await accounts.find(adAccountId)).id };
	});
	const archived = new Map<string, Outcome<Fields>>();
	for (const [adAccountId, group] of groupedBy(goodOnes(orders), (one) => one.adAccountId)) {
		const ids = [...new Set(group.map(({ keywordId }) => keywordId))];
		const outcomes = await archivingIn(context, adAccountId).deliver(ids);
		ids.forEach((id, n) => archived.set(`${adAccountId}/${id}`, outcomes[n]));
	}
	return orders.map((order) => {
		if (!order.ok) return order;
		const { adAccountId, keywordId } = order.record;
		return archived.get(`${adAccountId}/${keywordId}`)!;
	});
}

/** The delivery of IDs that are to be archived. */
function archivingIn(context: WorkerContext, adAccountId: string): Delivery<string, Fields> {
	return new Delivery<string, Fields>({
		context,
		plural: 'keywords',
		limits: { elements: KEYWORDS_A_REQUEST },
		post: async (ids) => {
			if (context.preview) return await archivingPreviewed(context, adAccountId, ids);
			const doing = `archive ${ids.length === 1 ? `the keyword ${ids[0]}` : `${ids.length} keywords`}`;
			const called = clientOf(context).call(
				{
					method: 'PATCH',
					path: pathOf(adAccountId),
					body: { keywords: ids.map((id) => ({ id, archived: true })) } satisfies KeywordsUpdate,
					category: 'ads_write',
					doing,
				},
				readKeywordsAnswer,
			);
			return replyOf(
				await contained(called, (cause) => unexpected('unavailable', `Could not ${doing}`, cause)),
				(answer) => {
					const done = archivedIn(answer, adAccountId);
					return ids.map((id) => done.get(id) ?? 'unsaid');
				},
			);
		},
		whenLost: { then: 'leave' },
		unknown: unsaid,
	});
}

/** In a preview each ends as the request that it would be alone. */
async function archivingPreviewed(
	context: WorkerContext,
	adAccountId: string,
	ids: readonly string[],
): Promise<Reply<Fields>> {
	const ends = ids.map((id) => {
		const body = { keywords: [{ id, archived: true }] } satisfies KeywordsUpdate;
		return endedByPreview({
			would: `Would archive the keyword ${id}.`,
			changes: [{ field: 'Archived', to: 'on' }],
			requests: [{ method: 'PATCH', path: pathOf(adAccountId), body }],
			...{ ad_account_id: adAccountId, id },
		});
	});
	return await Promise.resolve({ then: 'answered', answers: ends.map((end) => failed(end)) });
}

/** What an answer says of each ID. A keyword may be in both lists at worst: then it is archived. */
function archivedIn(
	{ keywords, errors }: KeywordsAnswer,
	adAccountId: string,
): Map<string, Outcome<Fields>> {
	const done = new Map<string, Outcome<Fields>>();
	for (const { data, error_messages } of elements(errors)) {
		const [refused] = elements([data]);
		if (!refused || !hasId(refused)) continue;
		const id = String(refused.id);
		done.set(id, failed(refusal(refused, error_messages, `archive the keyword ${id}`)));
	}
	for (const held of elements(keywords)) {
		if (!hasId(held)) continue;
		const id = String(held.id);
		done.set(id, succeeded({ archived: true, ...held, id, ad_account_id: adAccountId }));
	}
	return done;
}

function unsaid(id: string): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not archive the keyword ${id}: Pinterest’s answer does not say what became of it.`,
		{ hint: 'Run it again: archiving a keyword twice is the same as once.' },
	);
}
