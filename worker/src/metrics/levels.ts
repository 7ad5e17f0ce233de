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

/** At what level numbers are added up. The last three are of a part of what the others are about. */
export const LEVELS = [
	'account',
	'campaign',
	'adGroup',
	'ad',
	'keyword',
	'targeting',
	'productGroup',
] as const;
/** A level at which numbers are added up. */
export type LevelName = (typeof LEVELS)[number];

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
