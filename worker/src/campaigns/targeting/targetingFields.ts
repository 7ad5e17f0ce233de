import { withDefault, type Field } from '../../fields/field';
import { choice, listOf } from '../../fields/kinds';
import { shortText } from '../../fields/textReaders';
import { keywordList, type GivenKeyword, type RawKeywords } from '../keyword/keywordInput';
import { MATCH_TYPES } from '../keyword/matchTypes';
import { postalCode, region } from './places';
import { SPEC_FIELDS } from './specFields';
import { targeting } from './targetingSpec';

/** Not part of the spec: added to the ad group once it exists. */
const keywords: Field<
	GivenKeyword | readonly GivenKeyword[],
	RawKeywords,
	'optional',
	never,
	never,
	undefined
> = {
	...{ kind: 'list', need: 'optional', schema: keywordList, rows: 3 },
	label: 'Keywords',
	description:
		'Separated by commas or line breaks: broad, [exact], "phrase", and a minus for negative ones. Added once the ad group exists.',
	example: 'living room ideas, [red sofa], "sofa bed", -[free sofa]',
};

/** Who sees the ads: the targeting fields of an ad group's input. */
export const TARGETING_FIELDS = {
	...SPEC_FIELDS,
	targeting,
	/** GEO, as are postal codes; one kind or the other. */
	regions: listOf(region, {
		label: 'Regions',
		description: 'Each begins with its country, separated by commas; not with postal codes',
		example: 'US-CA, DE-BY',
	}),
	postalCodes: listOf(postalCode, {
		label: 'Postal Codes',
		description: 'Each begins with its country, separated by commas; not together with regions',
		example: 'US-94107, DE-10115',
	}),
	/** For INTEREST, as are IDs. */
	interests: listOf(shortText, {
		label: 'Interests',
		description: 'Names or IDs of Pinterest’s interests, separated by commas. Names are looked up.',
		example: 'Home Decor, Gardening',
	}),
	keywords,
	keywordMatchType: withDefault(
		choice({
			label: 'Keyword Match Type',
			description: 'Of keywords that say none themselves',
			choices: MATCH_TYPES,
		}),
		'BROAD',
	),
};
