import { clientOf } from '../../client/client';
import { errorFromException } from '../../client/answerErrors';
import { PinterestAdsError } from '../../client/errors';
import { isObject, plainText } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { Delivery } from '../../delivery/delivery';
import { whyNotSeen, type Looked } from '../../delivery/lookAgain';
import { replyOf } from '../../delivery/reply';
import { attempt, contained, failed, succeeded, unexpected, type Outcome } from '../../outcome';
import { hasId, isFields, KEYWORD, KINDS, type Entity, type Fields } from '../../entities';
import { listEntities, listPath } from '../../entityLists';
import type { MatchType, NewKeyword, ParentKind } from './keywordInput';

/** What keywords belong to. An ad account's ID is its own. */
export interface KeywordParent {
	readonly kind: ParentKind;
	readonly id: string;
}

/** Keywords to add to one parent. */
export interface KeywordOrder {
	readonly adAccountId: string;
	readonly parent: KeywordParent;
	readonly keywords: readonly NewKeyword[];
	/** The parent was created just now, so it has no keywords that had to be looked for first. */
	readonly isNewParent?: boolean;
}

/** A keyword that exists: schema `Keyword`, and how it came about. */
export interface KeywordRecord {
	readonly [field: string]: unknown;
	readonly id: string;
	readonly match_type: string;
	readonly value: string;
	/** False where the parent had it already. */
	readonly added: boolean;
	/** It was found after Pinterest's answer had been lost. */
	readonly recovered?: true;
}

/** Pinterest names no limit; so many keep a request small. */
export const KEYWORDS_A_REQUEST = 100;

export const pathOf = (adAccountId: string) => listPath(KEYWORD, adAccountId);

/** Pinterest tells keywords apart without regard to case; it may tidy up blanks as well. */
export function keyOf({ match_type, value }: Fields | NewKeyword): string {
	const text = plainText(value).normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
	return `${plainText(match_type)} ${text}`;
}

/**
 * Adds keywords to one parent, none of them twice: those that the parent has already are left alone,
 * and after a lost answer the parent's keywords are read, for about a minute, before anything is sent
 * again. Operations `keywords/create` and `keywords/get`.
 * @returns one outcome per keyword, in their order
 */
export async function addToParent(
	context: WorkerContext,
	order: KeywordOrder,
): Promise<Array<Outcome<KeywordRecord>>> {
	// Of two that differ in case only, the first is sent.
	const wanted = new Map<string, NewKeyword>();
	for (const keyword of order.keywords) {
		if (!wanted.has(keyOf(keyword))) wanted.set(keyOf(keyword), keyword);
	}
	const settled = new Map<string, Outcome<KeywordRecord>>();
	if (order.isNewParent !== true) {
		const listed = await contained(heldBy(context, order), (cause) =>
			unexpected('unavailable', `Could not list the keywords of the ${nameOf(order)}`, cause),
		);
		if (!listed.ok) return order.keywords.map(() => listed);
		// It decides what is added, so it has to be read to its end.
		const { held, unread } = listed.record;
		if (unread !== undefined) return order.keywords.map(() => failed(unread));
		for (const [key, one] of held) {
			if (wanted.has(key)) settled.set(key, succeeded(recordOf(one, { added: false })));
		}
	}
	const missing = [...wanted.values()].filter((keyword) => !settled.has(keyOf(keyword)));
	const outcomes = await additionTo(context, order).deliver(missing);
	missing.forEach((keyword, n) => settled.set(keyOf(keyword), outcomes[n]));
	const seen = new Set<string>();
	return order.keywords.map((keyword) => {
		const key = keyOf(keyword);
		const outcome = settled.get(key)!;
		const isRepeated = seen.has(key);
		seen.add(key);
		return outcome.ok && isRepeated ? succeeded({ ...outcome.record, added: false }) : outcome;
	});
}

/** The delivery of keywords to one parent. */
function additionTo(
	context: WorkerContext,
	order: KeywordOrder,
): Delivery<NewKeyword, KeywordRecord> {
	return new Delivery<NewKeyword, KeywordRecord>({
		context,
		plural: 'keywords',
		limits: { elements: KEYWORDS_A_REQUEST },
		post: async (keywords) =>
			replyOf(
				await contained(send(context, order, keywords), (cause) =>
					unexpected('outcome-unknown', `Could not add keywords to the ${nameOf(order)}`, cause),
				),
				(answer) => {
					const answers = new Map(answersIn(answer));
					return keywords.map((keyword) => answers.get(keyOf(keyword)) ?? 'unsaid');
				},
				'create',
			),
		whenLost: {
			then: 'look-up',
			find: async (lost) => {
				const { held, unread } = await heldBy(context, order);
				const found = lost.map(({ element }) => held.get(keyOf(element)));
				const how = { added: true, recovered: true } as const;
				return { found: found.map((one) => one && recordOf(one, how)), unread };
			},
		},
		unknown: (keyword, { looked }) => unknown(order, keyword, looked),
	});
}

export interface KeywordsAnswer {
	readonly keywords?: unknown;
	readonly errors?: unknown;
}

async function send(
	context: WorkerContext,
	{ adAccountId, parent }: KeywordOrder,
	keywords: readonly NewKeyword[],
): Promise<KeywordsAnswer> {
	return await clientOf(context).call(
		{
			method: 'POST',
			path: pathOf(adAccountId),
			body: { parent_id: parent.id, keywords },
			category: 'ads_write',
			repeat: 'unsafe',
			doing: `add ${keywords.length === 1 ? 'a keyword' : `${keywords.length} keywords`} to the ${KINDS[parent.kind].noun} ${parent.id}`,
		},
		readKeywordsAnswer,
	);
}

/** A keyword may be in both lists at worst: then it exists. */
function* answersIn(answer: KeywordsAnswer): Iterable<[string, Outcome<KeywordRecord>]> {
	for (const { data, error_messages } of elements(answer.errors)) {
		if (isKeyword(data)) yield [keyOf(data), failed(refusal(data, error_messages))];
	}
	for (const held of elements(answer.keywords)) {
		if (hasId(held) && isKeyword(held))
			yield [keyOf(held), succeeded(recordOf(held, { added: true }))];
	}
}

/** What the answer says of each keyword; nothing where it is no object: then each is looked for. */
export const readKeywordsAnswer = (answer: unknown): KeywordsAnswer =>
	isObject(answer) ? answer : {};

/** Those of a batch's answer that can be read: an odd one costs only itself. */
export const elements = (list: unknown): Fields[] =>
	Array.isArray(list) ? list.filter(isFields) : [];

/** Whether it says which keyword it is. */
export const isKeyword = (one: unknown): one is Fields =>
	isFields(one) && typeof one.value === 'string' && typeof one.match_type === 'string';

export function refusal(
	data: Fields,
	messages: unknown,
	doing = `add the keyword ${describe(data)}`,
): PinterestAdsError {
	const said = [messages].flat().filter((one) => typeof one === 'string' && one !== '');
	const message = said.length === 0 ? undefined : said.join('; ');
	const kind = /\bnot found\b/i.test(message ?? '') ? 'not-found' : 'invalid';
	return errorFromException({ message }, doing, { kind, field: 'Keywords' });
}

export const describe = ({ match_type, value }: Fields | NewKeyword) =>
	`“${plainText(value)}” (${plainText(match_type)})`;

const nameOf = ({ parent }: KeywordOrder) => `${KINDS[parent.kind].noun} ${parent.id}`;

function unknown(order: KeywordOrder, keyword: NewKeyword, looked?: Looked): PinterestAdsError {
	const why =
		whyNotSeen(looked) ??
		`the answer was lost, and it is not among the keywords of the ${nameOf(order)}`;
	return new PinterestAdsError(
		'outcome-unknown',
		`It is not known whether the keyword ${describe(keyword)} was added: ${why}`,
		{
			hint: `Wait a few minutes and run it again: keywords that are there already are not added a second time. In Ads Manager (ad account ${order.adAccountId}) they are listed with the ${nameOf(order)}.`,
		},
	);
}

const recordOf = (
	held: Entity,
	how: Pick<KeywordRecord, 'added' | 'recovered'>,
): KeywordRecord => ({
	...held,
	id: String(held.id),
	match_type: plainText(held.match_type),
	value: plainText(held.value),
	...how,
});

/** The keywords that the parent has, and why the list could not be read to its end. */
async function heldBy(
	context: WorkerContext,
	{ adAccountId, parent }: KeywordOrder,
): Promise<{ readonly held: ReadonlyMap<string, Entity>; readonly unread?: PinterestAdsError }> {
	const held = new Map<string, Entity>();
	const read = await attempt(
		(async () => {
			for await (const keyword of keywordsOf(context, adAccountId, parent)) {
				if (keyword.archived !== true) held.set(keyOf(keyword), keyword);
			}
		})(),
	);
	return read.ok ? { held } : { held, unread: read.error };
}

/**
 * The keywords of one parent. Operation `keywords/get`: without a filter it lists the ad account's own;
 * with one, what belongs to another level is passed over.
 */
export async function* keywordsOf(
	context: WorkerContext,
	adAccountId: string,
	parent: KeywordParent,
	matchTypes?: readonly MatchType[],
): AsyncGenerator<Entity> {
	const filter = {
		adGroup: { ad_group_id: parent.id },
		campaign: { campaign_id: parent.id },
		adAccount: {},
	}[parent.kind];
	const query = { ...filter, match_types: matchTypes };
	const doing = `list the keywords of the ${KINDS[parent.kind].noun} ${parent.id}`;
	const listed = listEntities(context, KEYWORD, adAccountId, query, { doing });
	for await (const one of listed) {
		const { parent_id } = one;
		const isOthers = typeof parent_id === 'string' && withoutPrefix(parent_id) !== parent.id;
		if (!isOthers) yield one;
	}
}

const withoutPrefix = (id: string) => id.replace(/^(AG|C)/, '');
