import { z } from 'zod';
import type { JsonObject } from '../../client/readers';
import type { KeywordsCreate } from '../../pinterest/types';
import { choice } from '../../values/choice';
import { list } from '../../values/lists';
import { keywordsIn } from './keywordText';
import { MATCH_TYPES } from './matchTypes';

export type MatchType = keyof typeof MATCH_TYPES;

/** A keyword as it is given: in the notation of Ads Manager, or with its match type beside it. */
export type GivenKeyword =
	| string
	| {
			readonly value: string;
			readonly matchType?: MatchType | null;
			/** The same by Pinterest's own name. */
			readonly match_type?: MatchType | null;
	  };

/** A keyword as it is sent. */
export type NewKeyword = Required<Pick<KeywordsCreate['keywords'][number], 'value'>> & {
	readonly match_type: MatchType;
};

/** What keywords are added to. */
export type ParentKind = 'adGroup' | 'campaign' | 'adAccount';

const MAX_LENGTH = 120;

const NEGATIVE: readonly MatchType[] = ['EXACT_NEGATIVE', 'PHRASE_NEGATIVE'];

const WORDS = Object.keys(MATCH_TYPES) as [MatchType, ...MatchType[]];

const matchType = choice(WORDS);

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
	if (!type.success) return `Match Type must be one of ${WORDS.join(', ')}`;
	return { match_type: type.data, value: String(value).trim() };
}

/** `[exact]`, `"phrase"`, `-[not exact]`, `-"not phrase"`, `-not phrase`, as Ads Manager writes them. */
function fromText(text: string): Reading | string {
	const trimmed = text.trim();
	const minus = trimmed.startsWith('-');
	const rest = trimmed.slice(minus ? 1 : 0).trimStart();
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
