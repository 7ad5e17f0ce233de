import { PinterestAdsError } from '../client/errors';
import type { Column } from './columns';
import type { Entity } from './entities';
import type { Level } from './levels';
import type { RawRow } from './sync';
import { BREAKDOWN_COLUMNS } from './targetingBreakdown';
import { daysOf, type DateRange, type Granularity } from './windows';

type Value = string | number | boolean | null;

/**
 * One row of metrics. Beside these fields it has one for each column asked for, named like the
 * column in lower case without its unit (`SPEND_IN_MICRO_DOLLAR` is `spend`); what Pinterest gave no
 * value for is null. Amounts are in the account's currency.
 */
export interface MetricsRow {
	/** The same for the same numbers on every run: what to upsert by. */
	row_key: string;
	level: string;
	ad_account_id: string;
	id: string;
	name: string | null;
	status: string | null;
	campaign_id?: string;
	/** What an ad group, ad or product group is in; null where nothing was delivered. */
	campaign_name?: string | null;
	ad_group_id?: string;
	ad_group_name?: string | null;
	/** Of a breakdown: by what, which value of it, and what that is called. */
	targeting_type?: string;
	targeting_value?: string;
	targeting_name?: string | null;
	granularity: Granularity;
	/** `YYYY-MM-DD`, UTC: the day, or the week's or month's first; null for a total. */
	date: string | null;
	/** 0 to 23, with the granularity HOUR. */
	hour?: number | null;
	/** The range asked for. */
	start_date: string;
	end_date: string;
	/** ISO 4217, of every amount in the row. */
	currency: string | null;
	[metric: string]: Value | undefined;
}

export interface RowBasis {
	readonly adAccountId: string;
	readonly currency: string | null;
	readonly level: Level;
	readonly range: DateRange;
	readonly granularity: Granularity;
	readonly columns: readonly Column[];
	/** Beside `spend` also `spend_micro`: whole micro units, which add up without rounding. */
	readonly micro: boolean;
	readonly entities: readonly Entity[];
	/** Rows also for entities and times in which nothing happened. */
	readonly includeEmpty: boolean;
}

/** Tidies raw rows and joins names in; sorted by entity, then by time. */
export function tidyRows(rawRows: Iterable<RawRow>, basis: RowBasis): MetricsRow[] {
	const places = placesOf(basis.entities);
	const placed: Array<{ place: number; row: MetricsRow }> = [];
	const keys = new Set<string>();
	for (const raw of rawRows) {
		const place = placeOf(places, raw[basis.level.idColumn]);
		if (place === undefined) continue;
		if (!basis.includeEmpty && !hasActivity(raw, basis.columns)) continue;
		const row = tidyRow(raw, basis.entities[place], basis);
		keys.add(row.row_key);
		placed.push({ place, row });
	}
	if (basis.includeEmpty) placed.push(...emptyRows(basis, keys));
	return placed.sort((a, b) => a.place - b.place || inTime(a.row, b.row)).map(({ row }) => row);
}

interface Places {
	readonly exact: ReadonlyMap<string, number>;
	/** By the ids as numbers; undefined where two are the same number. */
	readonly rounded: ReadonlyMap<number, number | undefined>;
}

function placesOf(entities: readonly Entity[]): Places {
	const rounded = new Map<number, number | undefined>();
	for (const [place, { id }] of entities.entries()) {
		rounded.set(Number(id), rounded.has(Number(id)) ? undefined : place);
	}
	return { exact: new Map(entities.map(({ id }, place) => [id, place])), rounded };
}

/**
 * Breakdowns come with ids as numbers, and a number of more than some 16 digits has lost the last ones.
 * @throws PinterestAdsError `unavailable` where it could be more than one of the ids
 */
function placeOf({ exact, rounded }: Places, id: unknown): number | undefined {
	const place = exact.get(String(id));
	if (place !== undefined || typeof id !== 'number' || Number.isSafeInteger(id)) return place;
	if (rounded.has(id) && rounded.get(id) === undefined) {
		throw new PinterestAdsError(
			'unavailable',
			`Could not get the metrics: Pinterest’s answer names an ID only as about ${id}.`,
			{ hint: 'Ask for fewer IDs at a time.' },
		);
	}
	return rounded.get(id);
}

function emptyRows(basis: RowBasis, keys: ReadonlySet<string>) {
	const dates = basis.granularity === 'DAY' ? daysOf(basis.range) : [undefined];
	return basis.entities.flatMap((entity, place) =>
		dates
			.map((date) => ({ place, row: tidyRow({ DATE: date }, entity, basis) }))
			.filter(({ row }) => !keys.has(row.row_key)),
	);
}

function tidyRow(raw: RawRow, entity: Entity, basis: RowBasis): MetricsRow {
	const { level, granularity, range } = basis;
	const { date, hour } = timeOf(raw, granularity);
	const time = date === null ? `${range.from}..${range.to}` : date;
	const part = level.breakdown ? BREAKDOWN_COLUMNS.map((name) => String(raw[name])) : [];
	const row: MetricsRow = {
		row_key: [
			...[level.name, entity.id, ...part.map(inKey)],
			...[hour === null ? time : `${time}T${hour}`, granularity],
		].join('|'),
		level: level.name,
		ad_account_id: basis.adAccountId,
		...entity,
		...parentNames(raw, level),
		...(level.breakdown && {
			targeting_type: part[0],
			targeting_value: part[1],
			targeting_name: null,
		}),
		granularity,
		date,
		...(granularity === 'HOUR' ? { hour } : {}),
		start_date: range.from,
		end_date: range.to,
		currency: basis.currency,
	};
	for (const column of basis.columns) {
		if (column.key in row) continue;
		const value = valueOf(raw[column.name], column);
		row[column.key] = column.unit === 'micro' ? inCurrency(value) : value;
		if (column.unit === 'micro' && basis.micro) row[`${column.key}_micro`] = value;
	}
	return row;
}

/** A value may hold what separates the parts of a key. */
const inKey = (text: string) => text.replace(/[%|]/g, encodeURIComponent);

const parentNames = (raw: RawRow, { parentNames: names }: Level) =>
	Object.fromEntries(names.map((name) => [name.toLowerCase(), textOf(raw[name])]));

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** Day and hour of a row. The hour comes in a field of its own or within the date. */
function timeOf(
	raw: RawRow,
	granularity: Granularity,
): { date: string | null; hour: number | null } {
	if (granularity === 'TOTAL' || typeof raw.DATE !== 'string') return { date: null, hour: null };
	const date = raw.DATE.slice(0, 10);
	if (granularity !== 'HOUR') return { date, hour: null };
	const hour = raw.HOUR ?? /^.{10}[T ](\d{2})/.exec(raw.DATE)?.[1];
	return { date, hour: hour === undefined || hour === null ? null : Number(hour) };
}

function valueOf(value: unknown, { name, unit }: Column): Value {
	if (value === undefined || value === null) return null;
	if (typeof value === 'boolean') return value;
	if (name.endsWith('_ID')) return String(value as string | number);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || Number.isNaN(number)) return String(value as string);
	return unit === 'micro' ? Math.round(number) : number;
}

/**
 * Micro units as an amount. One division of a whole number gives the number nearest to the exact
 * decimal, which prints as that decimal; sums of many belong in micro units.
 */
const inCurrency = (micro: Value): Value => (typeof micro === 'number' ? micro / 1_000_000 : micro);

function hasActivity(raw: RawRow, columns: readonly Column[]): boolean {
	return columns.some(({ name, describes }) => {
		const value = raw[name];
		return !describes && value !== undefined && value !== null && Number(value) !== 0;
	});
}

function inTime(a: MetricsRow, b: MetricsRow): number {
	const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
	if (dateA !== dateB) return dateA < dateB ? -1 : 1;
	return (a.hour ?? 0) - (b.hour ?? 0);
}
