import {
	idField,
	isObject,
	numberField,
	objectField,
	objectOf,
	ownId,
	textField,
	type Field,
} from '../client/readers';
import type { CatalogFields, FeedFields, ProductCounts, Read } from '../pinterest/types';

/** Readers of what Pinterest says of catalogs. What is not named here stays as it came. */

/** A time as text, such as `2026-11-30T04:00:00Z`. */
const timeField: Field<string> = {
	read: (value) =>
		typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined,
	odd: 'not a time',
};

/** A number of things; they may be none. */
const countField: Field<number> = {
	...numberField,
	read: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined),
};

/** As far as `Date` goes, in seconds or milliseconds: the one is described, the other is in the examples. */
const LAST = 8.64e15;
const instantField: Field<number> = {
	read: (value) => (typeof value === 'number' && value >= 0 && value <= LAST ? value : undefined),
	odd: 'not a time',
};

/** How many there are of each code. */
const countsField: Field<Readonly<Record<string, number>>> = {
	read: (value) => {
		if (!isObject(value)) return undefined;
		const counts = Object.entries(value).filter(([, count]) => count !== null);
		const isRead = counts.every(([, count]) => countField.read(count) !== undefined);
		return isRead ? (Object.fromEntries(counts) as Record<string, number>) : undefined;
	},
	odd: 'not a list of counts',
};

/** What is wrong with an item, by code. */
const detailsField: Field<Readonly<Record<string, unknown>>> = {
	read: (value) => (isObject(value) ? value : undefined),
	odd: 'not an object',
};

/** A catalog: schema `Catalog`. */
export type Catalog = Read<CatalogFields, 'name' | 'catalog_type' | 'created_at' | 'updated_at'>;

export const readCatalog = objectOf<Catalog>('a catalog', {
	id: ownId,
	...{ name: textField, catalog_type: textField },
	...{ created_at: timeField, updated_at: timeField },
});

/** A feed, whatever its catalog holds: schemas `CatalogsRetailFeed` and its likes. */
export type Feed = Read<
	FeedFields,
	'name' | 'status' | 'catalog_type' | 'format' | 'location' | 'created_at' | 'updated_at'
>;

export const readFeed = objectOf<Feed>('a feed', {
	id: ownId,
	...{ name: textField, status: textField, catalog_type: textField },
	...{ format: textField, location: textField, created_at: timeField, updated_at: timeField },
});

/** What came of reading a feed: schema `CatalogsFeedProcessingResult`. */
export interface Result {
	readonly id: string;
	/** COMPLETED, FAILED, PROCESSING. */
	readonly status?: string | null;
	readonly created_at?: string | null;
	readonly product_counts?: {
		readonly original?: number | null;
		readonly ingested?: number | null;
	} | null;
	readonly validation_details?: Problems | null;
	readonly ingestion_details?: Problems | null;
}

interface Problems {
	readonly errors?: Readonly<Record<string, number>> | null;
	readonly warnings?: Readonly<Record<string, number>> | null;
}

const problemsField = objectField(
	objectOf<Problems>('what went wrong', { errors: countsField, warnings: countsField }),
);

export const readResult = objectOf<Result>('the result of a feed', {
	id: ownId,
	...{ status: textField, created_at: timeField },
	product_counts: objectField(
		objectOf('the counts of a feed', { original: countField, ingested: countField }),
	),
	...{ validation_details: problemsField, ingestion_details: problemsField },
});

/** What is wrong with one product of a feed: schema `CatalogsItemValidationIssues`. */
export interface Issue {
	readonly item_id?: string | null;
	/** Its place in the feed, from 0. */
	readonly item_number?: number | null;
	readonly errors?: Readonly<Record<string, unknown>> | null;
	readonly warnings?: Readonly<Record<string, unknown>> | null;
}

export const readIssue = objectOf<Issue>('an issue of a feed', {
	...{ item_id: textField, item_number: countField },
	...{ errors: detailsField, warnings: detailsField },
});

/** A product group of a catalog: schemas `CatalogsRetailProductGroup` and its likes. */
export interface Group {
	readonly id: string;
	readonly name?: string | null;
	readonly description?: string | null;
	readonly status?: string | null;
	readonly type?: string | null;
	readonly catalog_type?: string | null;
	readonly country?: string | null;
	readonly locale?: string | null;
	readonly filters?: unknown;
	readonly catalog_id?: string | null;
	readonly feed_id?: string | null;
	readonly created_at?: number | null;
}

export const readGroup = objectOf<Group>('a product group', {
	id: ownId,
	...{ name: textField, description: textField, status: textField, type: textField },
	...{ catalog_type: textField, country: textField, locale: textField },
	...{ catalog_id: idField, feed_id: idField, created_at: instantField },
});

/** How many products a group holds, by what can be bought: schema `CatalogsRetailProductGroupProductCounts`. */
export type Counts = Pick<
	ProductCounts,
	'total' | 'in_stock' | 'out_of_stock' | 'preorder' | 'videos'
>;

export const readCounts = objectOf<Counts>('the counts of a product group', {
	...{ total: countField, in_stock: countField, out_of_stock: countField },
	...{ preorder: countField, videos: countField },
});

/** ISO 8601, UTC; null where it is not known. */
export const isoOf = (time: string | null | undefined): string | null =>
	time === undefined || time === null ? null : new Date(time).toISOString();

/** The same of seconds, or of milliseconds: nothing that Pinterest holds is from before 1973. */
export const isoOfInstant = (time: number | null | undefined): string | null =>
	time === undefined || time === null
		? null
		: new Date(time < SECONDS_BELOW ? time * 1000 : time).toISOString();

const SECONDS_BELOW = 1e11;
