import { z } from 'zod';
import type { JsonObject } from '../../client/readers';
import { id, longId, optional, limit } from '../../input';
import type { KeywordsCreate } from '../../pinterest/types';
import { choice } from '../../values/choice';
import { choiceList, list } from '../../values/lists';
import { keywordsIn } from './keywordText';

export const MATCH_TYPES = [
	'BROAD',
	'PHRASE',
	'EXACT',
	'EXACT_NEGATIVE',
	'PHRASE_NEGATIVE',
] as const satisfies ReadonlyArray<KeywordsCreate['keywords'][number]['match_type']>;
export type MatchType = (typeof MATCH_TYPES)[number];

/** A keyword as it is sent. */
export type NewKeyword = Required<Pick<KeywordsCreate['keywords'][number], 'value'>> & {
	readonly match_type: MatchType;
};

/** What keywords are added to. */
export type ParentKind = 'adGroup' | 'campaign' | 'adAccount';

const PARENTS = ['adGroup', 'campaign', 'adAccount'] as const;

const MAX_LENGTH = 120;

const NEGATIVE: readonly MatchType[] = ['EXACT_NEGATIVE', 'PHRASE_NEGATIVE'];

const matchType = choice(MATCH_TYPES);

/** In the notation of Ads Manager, or an object; Pinterest's own name of the match type is taken too. */
const keyword = z.union([z.string(), z.number(), z.object({}).passthrough()], {
	errorMap: () => ({ message: 'must be text, or an object with value and matchType' }),
});

/**
 * Keywords from a list, or from a text with commas, semicolons or line breaks between them; each may say its own
 * match type.
 */
export const keywordList = z.preprocess(
	(value) => (typeof value === 'string' ? keywordsIn(value) : value),
	list(keyword),
);

/** A keyword list's elements, before they are known to be good. */
export type RawKeywords = z.output<typeof keywordList>;

/**
 * Reads keywords; what is wrong with one becomes an issue at its place.
 * @param standard the match type of keywords that name none
 */
export function readKeywords(
	raw: RawKeywords,
	standard: MatchType,
	parent: ParentKind,
	check: z.RefinementCtx,
): NewKeyword[] {
	return raw.flatMap((one, n) => {
		const refuse = (message: string) => {
			check.addIssue({ code: 'custom', path: ['keywords', n], message });
			return [];
		};
		const read = typeof one === 'object' ? fromObject(one) : fromText(String(one));
		if (typeof read === 'string') return refuse(read);
		const { match_type = standard, value } = read;
		if (value === '') return refuse('must not be empty');
		if (value.length > MAX_LENGTH) {
			return refuse(`must not be longer than ${MAX_LENGTH} characters`);
		}
		if (parent !== 'adGroup' && !NEGATIVE.includes(match_type)) {
			return refuse(
				`is ${match_type}, but campaigns and ad accounts take negative keywords only: use EXACT_NEGATIVE or PHRASE_NEGATIVE, or add it to an ad group`,
			);
		}
		return [{ match_type, value }];
	});
}

interface Reading {
	readonly match_type?: MatchType;
	readonly value: string;
}

function fromObject(given: JsonObject): Reading | string {
	const { value, matchType: camelCase, match_type } = given;
	if (typeof value !== 'string' && typeof value !== 'number') return 'has no value';
	const named = camelCase ?? match_type;
	if (named === undefined || named === null || named === '') return fromText(String(value));
	const type = matchType.safeParse(named);
	if (!type.success) return `Match Type must be one of ${MATCH_TYPES.join(', ')}`;
	return { match_type: type.data, value: String(value).trim() };
}

/** `[exact]`, `"phrase"`, `-[not exact]`, `-"not phrase"`, `-not phrase`, as Ads Manager writes them. */
function fromText(text: string): Reading | string {
	const [, minus, rest] = /^(-?)\s*(.*)$/s.exec(text.trim()) ?? [];
	const inside = /^(?:\[(.*)\]|["“](.*)["”])$/s.exec(rest);
	if (inside === null && /^["“[]/.test(rest)) return 'has no closing quote or bracket';
	const [, exact, phrase] = inside ?? [];
	if (exact !== undefined) {
		return { match_type: minus ? 'EXACT_NEGATIVE' : 'EXACT', value: exact.trim() };
	}
	if (phrase !== undefined) {
		return { match_type: minus ? 'PHRASE_NEGATIVE' : 'PHRASE', value: phrase.trim() };
	}
	return minus ? { match_type: 'PHRASE_NEGATIVE', value: rest } : { value: rest };
}

const parentFields = {
	adAccountId: optional(id),
	/** Left out: what an ID is given of. */
	parent: optional(choice(PARENTS)),
	adGroupId: optional(id),
	campaignId: optional(id),
};

interface ParentInput {
	readonly parent?: ParentKind;
	readonly adGroupId?: string;
	readonly campaignId?: string;
}

/** A parent that is chosen; the ad account's own ID is known later. */
export type ChosenParent =
	{ readonly kind: 'adGroup' | 'campaign'; readonly id: string } | { readonly kind: 'adAccount' };

function chosenParent(input: ParentInput, check: z.RefinementCtx): ChosenParent {
	const { adGroupId, campaignId } = input;
	const kind = input.parent ?? (adGroupId === undefined && campaignId ? 'campaign' : 'adGroup');
	if (kind === 'adAccount') return { kind };
	const field = kind === 'adGroup' ? 'adGroupId' : 'campaignId';
	const parentId = input[field];
	if (parentId !== undefined) return { kind, id: parentId };
	check.addIssue({ code: 'custom', path: [field], message: 'is missing' });
	return z.NEVER;
}

/** The input of `addKeywords`. */
export const addInput = z
	.object({
		...parentFields,
		keywords: keywordList.pipe(z.array(z.any()).min(1, 'is empty')),
		/** Of keywords that name none. Left out: BROAD. */
		matchType: optional(matchType).transform((type) => type ?? 'BROAD'),
	})
	.strict()
	.transform((input, check) => {
		const parent = chosenParent(input, check);
		const { keywords, matchType: standard, adAccountId } = input;
		const kind = input.parent ?? parent?.kind ?? 'adGroup';
		return { adAccountId, parent, keywords: readKeywords(keywords, standard, kind, check) };
	});

/** The input of `listKeywords`. */
export const listInput = z
	.object({
		...parentFields,
		/** One or several; left out: all. */
		matchTypes: optional(choiceList(MATCH_TYPES, { leaveOutEmpty: true })),
		/** Upper and lower case alike. */
		textContains: optional(z.string()),
		/** At most so many; left out: all. */
		limit: optional(limit),
	})
	.strict()
	.transform((input, check) => ({ ...input, parent: chosenParent(input, check) }));

/** The input of `archiveKeywords`. */
export const archiveInput = z.object({ adAccountId: optional(id), keywordId: longId }).strict();
