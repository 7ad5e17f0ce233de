import { PinterestAdsError } from '../../client/errors';
import type { ColumnsOf, METRICS, MetricsTableRow } from '../tables';

type Column = keyof typeof METRICS.columns;

/** Which field of a campaign's figures each column is taken from. */
const TAKEN_FROM = {
	row_key: 'row_key',
	date: 'date',
	campaign_id: 'id',
	campaign_name: 'name',
	campaign_status: 'status',
	currency: 'currency',
	spend: 'spend',
	impressions: 'total_impression',
	clicks: 'total_clickthrough',
	outbound_clicks: 'outbound_click_1',
	engagements: 'total_engagement',
	conversions: 'total_conversions',
	checkouts: 'total_checkout',
	checkout_value: 'total_checkout_value',
} as const satisfies Record<Exclude<Column, 'refreshed_at'>, string>;

const TAKEN = Object.entries(TAKEN_FROM) as ReadonlyArray<
	readonly [keyof typeof TAKEN_FROM, string]
>;

/** A row as `fetchMetrics` gives it. */
export type Figures = Readonly<Record<string, unknown>>;

/** A row of the table; one without a `row_key` counts for nothing. */
export type KeptMetrics = Partial<MetricsTableRow>;

/** What makes the table equal to the figures. */
export interface MetricsChanges {
	/** What is new, and the new version of what has changed: all of it can be written at once. */
	readonly add: ReadonlyArray<ColumnsOf<typeof METRICS>>;
	/** The IDs of rows that are not right any more. To be removed after the others are there: so no day is without figures. */
	readonly remove: readonly number[];
}

/**
 * Compares the figures of campaigns by day with the rows that the table has of these days. Days after the last
 * one asked for, and campaigns without any figures, which may not have been asked for, are left alone.
 * @param rows in the order of their IDs
 * @param now in milliseconds since 1970
 * @throws PinterestAdsError `invalid` for figures of anything but campaigns, or not by day
 */
export function compareMetrics(
	figures: readonly Figures[],
	rows: readonly KeptMetrics[],
	now: number,
): MetricsChanges {
	if (figures.length === 0) return { add: [], remove: [] };
	const wrong = figures.find(
		({ level, granularity }) => level !== 'campaign' || granularity !== 'DAY',
	);
	if (wrong) throw notByCampaignAndDay();
	const lastDay = String(figures[0].end_date);
	const fresh = new Map(figures.map((one) => [one.row_key, one]));
	const campaigns = new Set(figures.map(({ id }) => id));
	const ofTheseDays = rows.filter(({ date }) => !(typeof date === 'string' && date > lastDay));
	const remove = doublesIn(ofTheseDays);
	const right = new Set<unknown>();
	for (const row of latestOf(ofTheseDays)) {
		const now = fresh.get(row.row_key);
		if (now && isSame(row, now)) right.add(row.row_key);
		else if (now || campaigns.has(row.campaign_id)) remove.push(idOf(row));
	}
	const refreshed_at = new Date(now).toISOString();
	const add = [...fresh.values()]
		.filter(({ row_key: key }) => !right.has(key))
		.map((one) => ({ ...columnsOf(one), refreshed_at }));
	return { add, remove };
}

/**
 * The IDs of rows of which there is a later version: two runs at the same time may both have written one.
 * @param rows in the order of their IDs
 */
export function doublesIn(rows: readonly KeptMetrics[]): number[] {
	const kept = new Map<string, KeptMetrics>();
	const doubles: number[] = [];
	for (const row of rows) {
		if (!hasKey(row)) continue;
		const earlier = kept.get(row.row_key);
		if (earlier) doubles.push(idOf(earlier));
		kept.set(row.row_key, row);
	}
	return doubles;
}

const latestOf = (rows: readonly KeptMetrics[]) =>
	new Map(rows.filter(hasKey).map((row) => [row.row_key, row])).values();

const hasKey = (row: KeptMetrics): row is KeptMetrics & { readonly row_key: string } =>
	typeof row.row_key === 'string' && row.row_key !== '';

const idOf = ({ id }: KeptMetrics) => Number(id);

const isSame = (row: KeptMetrics, figures: Figures) =>
	TAKEN.every(([column, field]) => isEqual(row[column] ?? null, figures[field] ?? null));

/** SQLite gives back one amount in a thousand with another last digit than it was given: 4.2918520000000004. */
const PRECISION = 1e-14;

function isEqual(kept: unknown, fresh: unknown): boolean {
	if (kept === fresh) return true;
	if (typeof kept !== 'number' || typeof fresh !== 'number') return false;
	return Math.abs(kept - fresh) <= PRECISION * Math.abs(fresh);
}

const columnsOf = (figures: Figures) =>
	Object.fromEntries(TAKEN.map(([column, field]) => [column, figures[field] ?? null])) as ColumnsOf<
		typeof METRICS
	>;

const notByCampaignAndDay = () =>
	new PinterestAdsError(
		'invalid',
		'The table keeps figures of campaigns by day, and these are not.',
		{
			hint: 'Get the metrics with the Level Campaign and the Granularity Day.',
		},
	);
