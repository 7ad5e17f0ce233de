import { z } from 'zod';
import { firstOf, listOf, optional } from '../../input';
import { json, text } from '../oldFields';
import { choice } from '../../values/choice';
import { choiceList, idList, list } from '../../values/lists';
import { keywordList, MATCH_TYPES } from '../keyword/keywordInput';

/**
 * Who sees the ads: Pinterest's targeting spec, by its own keys or by fields for the common ones.
 * Schema `TargetingSpec`.
 */

const AGE_BUCKETS = [
	'18-24',
	'19+',
	'20+',
	'21+',
	'25-34',
	'35-44',
	'45-49',
	'50-54',
	'55-64',
	'65+',
] as const;
const GENDERS = ['unknown', 'male', 'female'] as const;
const DEVICES = [
	'android_mobile',
	'android_tablet',
	'ipad',
	'iphone',
	'web',
	'web_mobile',
] as const;
const STRATEGIES = ['CHOOSE_YOUR_OWN', 'FIND_NEW_CUSTOMERS', 'RECONNECT_WITH_USERS'] as const;

/** Of a language, or of an interest's name: no longer than any of Pinterest's. */
const shortText = text.refine(
	({ length }) => length <= 255,
	'must not be longer than 255 characters',
);

const capitals = (value: string) => value.toUpperCase();

const location = text
	.transform(capitals)
	.refine(
		(code) => /^([A-Z]{2}|\d{3})$/.test(code),
		'must be a two-letter country code (US) or a three-digit US metro code (807)',
	);

const geo = text
	.transform(capitals)
	.refine(
		(code) => /^[A-Z]{2}-\S/.test(code),
		'must be a region (US-CA) or postal code (US-94107) that begins with its country',
	);

/** Either kind is sent as GEO; a form that asks for them separately is checked separately. */
const region = geo.refine(
	(code) => !isPostalCode(code),
	'must be a region (US-CA); postal codes have a field of their own',
);
const postalCode = geo.refine(
	(code) => isPostalCode(code),
	'must be a postal code that begins with its country (US-94107); regions have a field of their own',
);

const age = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z.string().trim(),
);

const retargeting = z
	.object({
		lookback_window: z.number().int().optional(),
		exclusion_window: z.number().int().optional(),
		tag_types: z.array(z.number().int()).optional(),
	})
	.strict();

/** The whole spec, each key checked by itself. */
const spec = z
	.object(
		{
			AGE_BUCKET: optional(choiceList(AGE_BUCKETS)),
			APPTYPE: optional(choiceList(DEVICES)),
			AUDIENCE_EXCLUDE: optional(idList('audience')),
			AUDIENCE_INCLUDE: optional(idList('audience')),
			GENDER: optional(choiceList(GENDERS)),
			GEO: optional(list(geo)),
			INTEREST: optional(idList('interest')),
			LOCALE: optional(list(shortText)),
			LOCATION: optional(list(location, { elements: 'words' })),
			MAXIMUM_AGE: optional(
				age.refine((value) => isAge(value.replace(/^65\+$/, '65')), 'must be 18 to 65, or 65+'),
			),
			MINIMUM_AGE: optional(age.refine(isAge, 'must be 18 to 65')),
			SHOPPING_RETARGETING: optional(listOf(retargeting)),
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

function isAge(value: string): boolean {
	return /^\d\d$/.test(value) && Number(value) >= 18 && Number(value) <= 65;
}

/** The targeting fields of an ad group's input. */
export const targetingFields = {
	/** The spec by Pinterest's own keys, or its JSON text. */
	targeting: optional(json(z.preprocess(withCapitalKeys, spec), '{"LOCATION": ["US"]}')),
	/** Countries and US metro areas; LOCATION. */
	locations: spec.shape.LOCATION,
	/** Regions or postal codes; GEO. */
	geos: spec.shape.GEO,
	audienceIncludeIds: spec.shape.AUDIENCE_INCLUDE,
	audienceExcludeIds: spec.shape.AUDIENCE_EXCLUDE,
	/** INTEREST. */
	interestIds: spec.shape.INTEREST,
	genders: spec.shape.GENDER,
	ageBuckets: spec.shape.AGE_BUCKET,
	minimumAge: spec.shape.MINIMUM_AGE,
	maximumAge: spec.shape.MAXIMUM_AGE,
	locales: spec.shape.LOCALE,
	/** APPTYPE. */
	devices: spec.shape.APPTYPE,
	/** GEO, as are postal codes; one kind or the other. */
	regions: optional(list(region)),
	postalCodes: optional(list(postalCode)),
	/** Names or IDs, for INTEREST; names are looked up at Pinterest. */
	interests: optional(list(shortText)),
	/** SHOPPING_RETARGETING: one, or a list. */
	shoppingRetargeting: optional(
		json(
			z.preprocess(
				(value) => (Array.isArray(value) || value === undefined ? value : [value]),
				listOf(retargeting),
			),
			'{"lookback_window": 30, "exclusion_window": 14, "tag_types": [0, 6]}',
		),
	),
	/** Not part of the spec: added to the ad group once it exists. */
	keywords: optional(keywordList),
	/** Of keywords that name none. Left out: BROAD. */
	keywordMatchType: optional(choice(MATCH_TYPES)).transform((type) => type ?? 'BROAD'),
};

type TargetingInput = Omit<
	z.output<z.ZodObject<typeof targetingFields>>,
	'keywords' | 'keywordMatchType'
>;

function withCapitalKeys(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [capitals(key), inner]));
}

/** One spec out of the raw one and the fields, which are added to it. Empty lists are left out. */
export function mergedTargeting(input: TargetingInput): TargetingSpec {
	const raw = input.targeting ?? {};
	const merged: TargetingSpec = {
		...raw,
		LOCATION: union(raw.LOCATION, input.locations),
		GEO: union(
			raw.GEO,
			[input.geos, input.regions, input.postalCodes].flatMap((some) => some ?? []),
		),
		AUDIENCE_INCLUDE: union(raw.AUDIENCE_INCLUDE, input.audienceIncludeIds),
		AUDIENCE_EXCLUDE: union(raw.AUDIENCE_EXCLUDE, input.audienceExcludeIds),
		INTEREST: union(raw.INTEREST, input.interestIds),
		GENDER: union(raw.GENDER, input.genders),
		AGE_BUCKET: union(raw.AGE_BUCKET, input.ageBuckets),
		LOCALE: union(raw.LOCALE, input.locales),
		APPTYPE: union(raw.APPTYPE, input.devices),
		SHOPPING_RETARGETING: input.shoppingRetargeting ?? raw.SHOPPING_RETARGETING,
		MINIMUM_AGE: input.minimumAge ?? raw.MINIMUM_AGE,
		MAXIMUM_AGE: input.maximumAge ?? raw.MAXIMUM_AGE,
	};
	return Object.fromEntries(
		Object.entries(merged).filter(([, value]) => value !== undefined && value.length > 0),
	);
}

const union = <T>(one: readonly T[] = [], other: readonly T[] = []) => [
	...new Set([...one, ...other]),
];

/** What Pinterest's schema does not express, and Pinterest refuses. */
export function requireTargetingRules(targeting: TargetingSpec, check: z.RefinementCtx): void {
	const refuse = (field: string, message: string) =>
		check.addIssue({ code: 'custom', path: [field], message });
	const { AGE_BUCKET, MINIMUM_AGE: from, MAXIMUM_AGE: to, GEO = [] } = targeting;
	if (!targeting.LOCATION && !targeting.GEO) {
		refuse(
			'locations',
			'is missing; Pinterest needs at least one place: a country or US metro code here (or LOCATION or GEO in the targeting spec)',
		);
	}
	if (GEO.some(isPostalCode) && !GEO.every(isPostalCode)) {
		refuse('geos', 'holds regions and postal codes; Pinterest takes one kind or the other');
	}
	if (AGE_BUCKET && (from !== undefined || to !== undefined)) {
		refuse(
			'ageBuckets',
			'cannot be combined with a minimum and maximum age; use one way or the other',
		);
	}
	if ((from === undefined) !== (to === undefined)) {
		refuse(
			from === undefined ? 'minimumAge' : 'maximumAge',
			'is missing; minimum and maximum age are used together',
		);
	} else if (from !== undefined && Number.parseInt(from) > Number.parseInt(to ?? from)) {
		refuse('minimumAge', 'must not be above the maximum age');
	}
	const excluded = new Set(targeting.AUDIENCE_EXCLUDE);
	const both = targeting.AUDIENCE_INCLUDE?.filter((one) => excluded.has(one));
	if (both?.length) {
		refuse('audienceExcludeIds', `includes ${firstOf(both)}, which is an included audience too`);
	}
}

/**
 * Regions are letters or a few digits (US-CA, GB-ENG, FR-75); a code with four digits or more is a postal
 * one, and so is a letter before a digit where postal codes begin like that (CA-M5V, GB-SW1A).
 */
const isPostalCode = (geo: string) => /\d{4}|^(CA|GB|IE)-[A-Z]{1,2}\d/.test(geo);
