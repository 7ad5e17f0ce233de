import { z } from 'zod';
import { json, type Listed } from '../../fields/kinds';
import { optional } from '../../input';
import { choiceList } from '../../values/lists';
import { capitals } from './places';
import { retargetings, SPEC_FIELDS } from './specFields';

/** Who sees the ads: Pinterest's targeting spec, by its own keys. Schema `TargetingSpec`. */

const STRATEGIES = ['CHOOSE_YOUR_OWN', 'FIND_NEW_CUSTOMERS', 'RECONNECT_WITH_USERS'] as const;

/** The whole spec, each key checked by itself. */
const spec = z
	.object(
		{
			AGE_BUCKET: optional(SPEC_FIELDS.ageBuckets.schema),
			APPTYPE: optional(SPEC_FIELDS.devices.schema),
			AUDIENCE_EXCLUDE: optional(SPEC_FIELDS.audienceExcludeIds.schema),
			AUDIENCE_INCLUDE: optional(SPEC_FIELDS.audienceIncludeIds.schema),
			GENDER: optional(SPEC_FIELDS.genders.schema),
			GEO: optional(SPEC_FIELDS.geos.schema),
			INTEREST: optional(SPEC_FIELDS.interestIds.schema),
			LOCALE: optional(SPEC_FIELDS.locales.schema),
			LOCATION: optional(SPEC_FIELDS.locations.schema),
			MAXIMUM_AGE: optional(SPEC_FIELDS.maximumAge.schema),
			MINIMUM_AGE: optional(SPEC_FIELDS.minimumAge.schema),
			SHOPPING_RETARGETING: optional(retargetings),
			TARGETING_STRATEGY: optional(choiceList(STRATEGIES)),
		},
		{ errorMap: withoutKeywords },
	)
	.strict();

export type TargetingSpec = z.output<typeof spec>;

/** Other tools put keywords into the spec; they would just be an unknown name. */
function withoutKeywords(
	issue: z.ZodIssueOptionalMessage,
	{ defaultError }: { defaultError: string },
) {
	const isKeyword = (key: string) => key === 'KEYWORD' || key === 'KEYWORDS';
	return {
		message:
			issue.code === 'unrecognized_keys' && issue.keys.some(isKeyword)
				? 'KEYWORD is not part of the targeting spec at Pinterest: leave it out here; give them in the ad group’s own field Keywords, or add them later as keywords of their own'
				: defaultError,
	};
}

function withCapitalKeys(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [capitals(key), inner]));
}

type Key = keyof TargetingSpec;
type GivenFor<Value> = (Value extends Array<infer Element> ? Listed<Element> : Value) | null;

/** A spec as somebody may write it: its keys in capitals or not, a list of one without brackets. */
export type GivenSpec = {
	readonly [Name in Key as Name | Lowercase<Name>]?: GivenFor<NonNullable<TargetingSpec[Name]>>;
};

export const targeting = json<GivenSpec, TargetingSpec>(
	{
		label: 'Targeting Spec',
		description: 'Anything else by Pinterest’s own keys. The other fields are added to it.',
		example: '{"LOCATION": ["US"]}',
	},
	z.preprocess(withCapitalKeys, spec),
);
