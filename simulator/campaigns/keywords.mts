import { bodyOf, ok, listed, ownedOne, type Call, type Handler } from '../api/call.mts';
import { pageOf } from '../api/paging.mts';
import { notFound } from '../api/refusal.mts';
import type { Body, Keyword } from '../world/world.mts';

const MAX_LENGTH = 120;
const NEGATIVE = ['EXACT_NEGATIVE', 'PHRASE_NEGATIVE'];

const keywordBody = (keyword: Keyword): Body => ({
	id: keyword.id,
	parent_id: keyword.parent_id,
	parent_type: keyword.parent_type,
	match_type: keyword.match_type,
	value: keyword.value,
	archived: keyword.archived,
	bid: null,
	type: 'keyword',
});

/** Without a filter only the keywords of the ad account itself, as at Pinterest. */
export const listKeywords: Handler = (call) => {
	const { campaign_id, ad_group_id, ad_group_ids, match_types } = call.query as {
		campaign_id?: string;
		ad_group_id?: string;
		ad_group_ids?: string[];
		match_types?: string[];
	};
	const given = [campaign_id, ad_group_id, ...(ad_group_ids ?? [])].filter(
		(id): id is string => id !== undefined,
	);
	const parents = given.length > 0 ? given : [call.account.id];
	const all = listed(call, call.sim.world.keywords).filter(
		(keyword) =>
			!keyword.archived &&
			parents.includes(keyword.parent_id) &&
			(!match_types || match_types.includes(keyword.match_type)),
	);
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map(keywordBody) });
};

function parentOf(call: Call, id: string): { id: string; type: string } {
	const { campaigns, adGroups } = call.sim.world;
	const bare = id.replace(/^(AG|C)/, '');
	if (ownedOne(call, adGroups, bare)) return { id: bare, type: 'adgroup' };
	if (ownedOne(call, campaigns, bare)) return { id: bare, type: 'campaign' };
	if (bare === call.account.id) return { id: bare, type: 'advertiser' };
	throw notFound('Parent of the keywords');
}

interface KeywordResult {
	keyword?: Keyword;
	error?: { data: Body; error_messages: string[] };
}

const answerOf = (results: KeywordResult[]) =>
	ok({
		keywords: results.flatMap(({ keyword }) => (keyword ? [keywordBody(keyword)] : [])),
		errors: results.flatMap(({ error }) => (error ? [error] : [])),
	});

export const createKeywords: Handler = (call) => {
	const { keywords, parent_id } = bodyOf(call) as { keywords: Body[]; parent_id: string };
	const parent = parentOf(call, parent_id);
	const results = keywords.map(({ match_type, value }, index): KeywordResult => {
		const wrong = wrongWith(String(match_type), String(value), parent.type);
		const struck =
			call.fault?.fault === 'item-exception' && (call.fault.items ?? [0]).includes(index);
		if (wrong) call.violation(`keyword ${index}: ${wrong}`);
		if (wrong || struck) {
			const message = wrong ?? call.fault?.message ?? 'The keyword was refused.';
			return { error: { data: { match_type, value }, error_messages: [message] } };
		}
		const keyword: Keyword = {
			id: call.sim.world.ids.next('keyword'),
			ad_account_id: call.account.id,
			parent_id: parent.id,
			parent_type: parent.type,
			match_type: String(match_type),
			value: String(value),
			archived: false,
		};
		call.sim.keep(call.sim.world.keywords, keyword);
		return { keyword };
	});
	return answerOf(results);
};

function wrongWith(matchType: string, value: string, parentType: string): string | undefined {
	if (matchType === 'null') return 'match_type is missing.';
	if (value.trim() === '') return 'The keyword is empty.';
	if (value.length > MAX_LENGTH) return `The keyword is longer than ${MAX_LENGTH} characters.`;
	return parentType !== 'adgroup' && !NEGATIVE.includes(matchType)
		? 'Campaigns and ad accounts take negative keywords only.'
		: undefined;
}

export const updateKeywords: Handler = (call) => {
	const { keywords } = bodyOf(call) as { keywords: Array<{ id: string; archived?: boolean }> };
	const results = keywords.map((change): KeywordResult => {
		const keyword = ownedOne(call, call.sim.world.keywords, change.id);
		if (!keyword) {
			// The error's data has to be a keyword by the description; an unknown one has no text.
			const data = { id: change.id, match_type: null, value: '' };
			return { error: { data, error_messages: ['Keyword not found.'] } };
		}
		if (change.archived !== undefined) keyword.archived = change.archived;
		return { keyword };
	});
	return answerOf(results);
};
