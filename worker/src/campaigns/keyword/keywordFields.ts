import { z } from 'zod';
import { required, withDefault, type Field, type ReadBy } from '../../fields/field';
import { inputOf, type GivenTo } from '../../fields/inputs';
import { choice, choices, idOf, limit, sorting, text, type Listed } from '../../fields/kinds';
import { adAccountId } from '../fields';
import { keywordList, readKeywords, type GivenKeyword, type RawKeywords } from './keywordInput';
import { MATCH_TYPES } from './matchTypes';

/** What keywords belong to. */
const parentFields = {
	adAccountId,
	/** Left out: what an ID is given of. */
	parent: choice({
		label: 'Parent',
		description: 'What the keywords belong to',
		choices: {
			adGroup: { label: 'Ad Group', description: 'Keywords of every match type' },
			campaign: {
				label: 'Campaign',
				description: 'Negative keywords for all ad groups of the campaign',
			},
			adAccount: {
				label: 'Ad Account',
				description: 'Negative keywords for everything in the ad account',
			},
		},
		preset: 'adGroup',
	}),
	adGroupId: idOf('adGroup', {
		label: 'Ad Group',
		description: 'The ad group that the keywords belong to',
		appliesWhen: { parent: ['adGroup'] },
	}),
	campaignId: idOf('campaign', {
		label: 'Campaign',
		description: 'The campaign that the keywords belong to',
		appliesWhen: { parent: ['campaign'] },
	}),
};

/** A parent that is chosen; the ad account's own ID is known later. */
export type ChosenParent =
	{ readonly kind: 'adGroup' | 'campaign'; readonly id: string } | { readonly kind: 'adAccount' };

function chosenParent(input: ReadBy<typeof parentFields>, check: z.RefinementCtx): ChosenParent {
	const { adGroupId, campaignId } = input;
	const kind = input.parent ?? (adGroupId === undefined && campaignId ? 'campaign' : 'adGroup');
	if (kind === 'adAccount') return { kind };
	const field = kind === 'adGroup' ? 'adGroupId' : 'campaignId';
	const parentId = input[field];
	if (parentId !== undefined) return { kind, id: parentId };
	check.addIssue({ code: 'custom', path: [field], message: 'is missing' });
	return z.NEVER;
}

const keywords: Field<Listed<GivenKeyword>, RawKeywords, 'required', never, never, undefined> = {
	...{ kind: 'list', need: 'required', rows: 4 },
	label: 'Keywords',
	description:
		'Separated by commas or line breaks, up to 120 characters each. [exact], "phrase" and a minus for negative ones, as Ads Manager writes them, go before the match type below.',
	example: 'living room ideas, [red sofa], "sofa bed", -[free sofa]',
	schema: keywordList.pipe(z.array(z.any()).min(1, 'is empty')),
};

const ADD_FIELDS = {
	...parentFields,
	keywords,
	matchType: withDefault(
		choice({
			label: 'Match Type',
			description: 'Of keywords that say none themselves',
			choices: MATCH_TYPES,
		}),
		'BROAD',
	),
};

/** The input of `addKeywords`. */
export const addKeywordsInput = inputOf(ADD_FIELDS, (input, check) => {
	const parent = chosenParent(input, check);
	const kind = input.parent ?? parent?.kind ?? 'adGroup';
	return {
		adAccountId: input.adAccountId,
		parent,
		keywords: readKeywords(input.keywords, input.matchType, kind, check),
	};
});
/** What `addKeywords` takes. @interface */
export type KeywordsToAdd = GivenTo<typeof addKeywordsInput>;

const LIST_FIELDS = {
	...parentFields,
	limit,
	matchTypes: choices({
		label: 'Match Types',
		description: 'Only keywords of these match types',
		choices: MATCH_TYPES,
		isFilter: true,
	}),
	/** Upper and lower case alike. */
	textContains: text({
		label: 'Text Contains',
		description: 'Only keywords that contain this text',
	}),
	sort: sorting({ value: 'Keyword', bid: 'Bid', match_type: 'Match Type' }),
};

/** The input of `listKeywords`. */
export const listKeywordsInput = inputOf(LIST_FIELDS, (input, check) => ({
	...input,
	parent: chosenParent(input, check),
}));
/** What `listKeywords` takes. @interface */
export type KeywordFilters = GivenTo<typeof listKeywordsInput>;

const ARCHIVE_FIELDS = {
	adAccountId,
	keywordId: required(
		idOf('keyword', {
			label: 'Keyword',
			description: 'The ID of the keyword, as a list of keywords gives it',
			example: '2886610576653',
		}),
	),
};

/** The input of `archiveKeywords`. */
export const archiveKeywordInput = inputOf(ARCHIVE_FIELDS);
/** What `archiveKeywords` takes. @interface */
export type KeywordToArchive = GivenTo<typeof archiveKeywordInput>;
