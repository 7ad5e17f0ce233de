import type { z } from 'zod';
import type { ReadBy } from '../../fields/field';
import { firstOf } from '../../input';
import { isPostalCode } from './places';
import type { TARGETING_FIELDS } from './targetingFields';
import type { TargetingSpec } from './targetingSpec';

/** What has been read of the fields that make the spec. */
export type TargetingInput = Omit<
	ReadBy<typeof TARGETING_FIELDS>,
	'interests' | 'keywords' | 'keywordMatchType'
>;

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
