import type { Choice } from '../fields/field';
import type { Breakdown } from './breakdown/targetingTypes';
import {
	AD,
	AD_ACCOUNT,
	AD_GROUP,
	CAMPAIGN,
	PRODUCT_GROUP,
	type ListedKind,
	type Measured,
	type MetricsFacts,
} from '../entities';

/** At what level numbers are added up, with labels. The last three are of a part of what the others are about. */
export const LEVEL_CHOICES = {
	account: { label: 'Ad Account' },
	campaign: { label: 'Campaign' },
	adGroup: { label: 'Ad Group' },
	ad: { label: 'Ad' },
	keyword: {
		label: 'Keyword',
		description: 'The numbers of ad groups, campaigns and so on by keyword',
	},
	targeting: {
		label: 'Targeting',
		description: 'The numbers by age, place, interest and so on',
	},
	productGroup: { label: 'Product Group', description: 'What is promoted of a catalog' },
} as const satisfies Readonly<Record<string, Choice>>;

/** A level at which numbers are added up. */
export type LevelName = keyof typeof LEVEL_CHOICES;
/** The levels at which numbers are added up. */
export const LEVELS = Object.keys(LEVEL_CHOICES) as readonly LevelName[];

export interface Level extends Omit<MetricsFacts, 'level' | 'path'> {
	/** In the rows and their keys. */
	readonly name: string;
	/** Below the ad account. */
	readonly analyticsPath: string;
	/** What there is to choose from at the level. */
	readonly entities?: ListedKind;
	/** A row is about a part of the entity: by what it is broken down. */
	readonly breakdown?: Breakdown;
}

/** The levels that have an endpoint of their own; the others break these down. */
export const LEVEL: Readonly<Record<Exclude<LevelName, 'keyword' | 'targeting'>, Level>> = {
	account: asLevel(AD_ACCOUNT),
	campaign: listed(CAMPAIGN),
	adGroup: listed(AD_GROUP),
	ad: listed(AD),
	productGroup: listed(PRODUCT_GROUP),
};

function asLevel({ metrics: { level, path, ...facts } }: Measured): Level {
	return { name: level, analyticsPath: `/${path}`, ...facts };
}

function listed(kind: ListedKind & Measured): Level {
	return { ...asLevel(kind), entities: kind };
}
