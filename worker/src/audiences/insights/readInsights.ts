import {
	arrayOf,
	flagField,
	itemsOf,
	numberField,
	objectOf,
	textField,
	type Field,
	type Reader,
} from '../../client/readers';

/** A part of an audience: an age, a country, a kind of device. */
export interface Share {
	/** Pinterest's own word for it. */
	readonly key?: string | null;
	readonly name?: string | null;
	/** 0 to 1. */
	readonly ratio?: number | null;
}

/** An interest: also how much more of this audience have it than of everybody. */
export interface InterestShare extends Share {
	readonly id?: string | null;
	readonly index?: number | null;
	readonly subcategories?: readonly InterestShare[] | null;
}

const SHARE = { key: textField, name: textField, ratio: numberField };
const readShare = objectOf<Share>('a part of an audience', SHARE);
const listOf = <T>(read: Reader<T>): Field<readonly T[]> => ({
	read: arrayOf(read),
	odd: 'not a list',
});

const INTEREST = { ...SHARE, id: textField, index: numberField };
const readSub = objectOf<InterestShare>('an interest of an audience', INTEREST);
const readInterest = objectOf<InterestShare>('an interest of an audience', {
	...INTEREST,
	subcategories: listOf(readSub),
});

const shares = listOf(readShare);

const DEMOGRAPHICS = {
	ages: shares,
	genders: shares,
	devices: shares,
	countries: shares,
	metros: shares,
};

export type Demographics = {
	readonly [Name in keyof typeof DEMOGRAPHICS]?: readonly Share[] | null;
};

const readDemographics = objectOf<Demographics>('the demographics of an audience', DEMOGRAPHICS);

export interface Insights {
	readonly size?: number | null;
	readonly size_is_upper_bound?: boolean | null;
	readonly date?: string | null;
	readonly demographics?: Demographics | null;
	readonly categories?: readonly InterestShare[] | null;
}

/** Schema `AudienceInsightsResponse`. */
export const readInsights = objectOf<Insights>('insights', {
	size: numberField,
	size_is_upper_bound: flagField,
	date: textField,
	demographics: { read: readDemographics, odd: 'not an object' },
	categories: listOf(readInterest),
});

export interface Definition {
	readonly scope?: string | null;
	readonly type?: string | null;
	readonly date?: string | null;
}

/** Schema `AudienceDefinitionResponse`. */
export const readDefinitions = itemsOf(
	objectOf<Definition>('an audience', { scope: textField, type: textField, date: textField }),
);
