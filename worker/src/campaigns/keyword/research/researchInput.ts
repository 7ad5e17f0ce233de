import { withDefault } from '../../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../../fields/inputs';
import { choice, choices, flag, listOf, number, text } from '../../../fields/kinds';
import { anyText } from '../../../fields/textReaders';
import { adAccountId } from '../../fields';
import { country } from '../../targeting/places';
import { MATCH_TYPES } from '../matchTypes';
import { AGES, GENDERS, INTERESTS, REGIONS, TREND_TYPES } from './trendChoices';

/** A request for each, or for some of them. */
const MOST_TERMS = 200;
/** Schema `KeywordList`. */
const MOST_OF_A_TREND = 50;
const LONGEST_TERM = 120;

const term = anyText.refine(
	({ length }) => length > 0 && length <= LONGEST_TERM,
	`must be 1 to ${LONGEST_TERM} characters long`,
);

const OF_TRENDS = { find: ['trends'] };

const RESEARCH_FIELDS = {
	adAccountId,
	find: withDefault(
		choice({
			label: 'Find',
			description: 'Where the keywords come from',
			choices: {
				suggested: {
					label: 'Suggestions',
					description: 'What people search for that begins with your terms',
				},
				related: { label: 'Related Terms', description: 'What is about the same as your terms' },
				trends: { label: 'Trends', description: 'What is searched for most in a region, or more' },
				given: { label: 'Figures Only', description: 'How often your own terms are searched for' },
			},
		}),
		'suggested',
	),
	terms: listOf(term, {
		label: 'Terms',
		description:
			'The terms to begin with, separated by commas or line breaks. Of trends: only keywords that contain one of them; empty means all.',
		example: 'sofa, living room ideas',
		rows: 3,
	}),
	region: withDefault(
		choice({
			label: 'Region',
			description: 'Where the trends are',
			choices: REGIONS,
			appliesWhen: OF_TRENDS,
		}),
		'US',
	),
	trendType: withDefault(
		choice({
			label: 'Trend Type',
			description: 'How the keywords are ranked',
			choices: TREND_TYPES,
			appliesWhen: OF_TRENDS,
		}),
		'monthly',
	),
	/** Left out: the first country of the region, or the US. */
	country: text(
		{
			label: 'Country',
			description:
				'Where the searches are counted, in two letters. Empty means the first country of the region, or the US.',
			example: 'US',
		},
		country,
	),
	matchType: withDefault(
		choice({
			label: 'Match Type',
			description: 'What the keywords are given as, ready to be added to an ad group',
			choices: MATCH_TYPES,
		}),
		'BROAD',
	),
	mostPerTerm: withDefault(
		number({
			label: 'Most per Term',
			description: 'How many suggestions for each term',
			...{ least: 1, most: 10, isWhole: true },
			appliesWhen: { find: ['suggested'] },
		}),
		10,
	),
	mostTrends: withDefault(
		number({
			label: 'Most Trends',
			description: 'How many trends, from the first place down',
			...{ least: 1, most: 50, isWhole: true },
			appliesWhen: OF_TRENDS,
		}),
		50,
	),
	interests: choices({
		label: 'Trend Interests',
		description: 'Only trends of these interests',
		choices: INTERESTS,
		appliesWhen: OF_TRENDS,
		isFilter: true,
	}),
	genders: choices({
		label: 'Trend Genders',
		description: 'Only what these people search for',
		choices: GENDERS,
		appliesWhen: OF_TRENDS,
		isFilter: true,
	}),
	ages: choices({
		label: 'Trend Ages',
		description: 'Only what people of these ages search for',
		choices: AGES,
		appliesWhen: OF_TRENDS,
		isFilter: true,
	}),
	withWeeks: flag({
		label: 'Weeks of Trends',
		description:
			'Whether to give each trend’s searches week by week for a year, as a share of 100 in its best week',
		appliesWhen: OF_TRENDS,
	}),
	withoutVolume: flag({
		label: 'Without Volume',
		description:
			'Whether to leave out how often each keyword is searched for, which saves requests',
	}),
};

/** The input of `researchKeywords`. */
export const researchKeywordsInput = inputOf(RESEARCH_FIELDS, (input, check) => {
	const { find, terms = [] } = input;
	const refuse = (field: string, message: string) =>
		check.addIssue({ code: 'custom', path: [field], message });
	if (find !== 'trends' && terms.length === 0) refuse('terms', 'is missing');
	const most = find === 'trends' ? MOST_OF_A_TREND : find === 'given' ? Infinity : MOST_TERMS;
	if (terms.length > most) refuse('terms', `must hold at most ${most} terms, not ${terms.length}`);
	if (find === 'given' && input.withoutVolume === true) {
		refuse('withoutVolume', 'must be off: there is nothing else to find out about your own terms');
	}
	return { ...input, terms };
});

/** What `researchKeywords` takes. @interface */
export type KeywordsToResearch = GivenTo<typeof researchKeywordsInput>;
export type ResearchInput = ReadFrom<typeof researchKeywordsInput>;
