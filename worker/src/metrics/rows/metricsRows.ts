import type { Column } from '../columns/columns';
import type { MeasuredEntity } from '../measuredEntities';
import type { Level } from '../levels';
import { placeOf, placesOf, type Places } from './rowPlaces';
import {
	hasActivity,
	inCurrency,
	textOrNull,
	timeOf,
	metricValue,
	type MetricValue,
} from './rowValues';
import type { RawRow } from './rawRow';
import { BREAKDOWN_COLUMNS } from '../breakdown/targetingBreakdown';
import type { Granularity } from '../periods';
import { daysOf, type DateRange } from '../windows';
import { CHANGE, isCompared, PERCENT, PREVIOUS } from '../comparison/comparisons';

/**
 * One row of metrics. Beside these fields it has one for each column asked for, named like the
 * column in lower case without its unit (`SPEND_IN_MICRO_DOLLAR` is `spend`); what Pinterest gave no
 * value for is null. Amounts are in the account's currency. Where the rows are compared, each figure has beside it
 * what it was before (`spend_previous`), and how it has changed (`spend_change`, `spend_change_percent`).
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
	/** Where it is compared: the day, or the week's or month's first, that it is compared with, and the range of it. */
	date_previous?: string | null;
	start_date_previous?: string | null;
	end_date_previous?: string | null;
	/** ISO 4217, of every amount in the row. */
	currency: string | null;
	[metric: string]: MetricValue | undefined;
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
	readonly entities: readonly MeasuredEntity[];
	/** Rows also for entities and times in which nothing happened. */
	readonly includeEmpty: boolean;
	/** Room beside each figure for what it was before: see `compareRows`. */
	readonly compared?: boolean;
}

/**
 * Makes rows of raw ones and joins names in. Every row of an entity is a copy of one blank row, since a
 * row that grows field by field leaves several times its size behind, and there may be 100,000.
 */
export class Tidier {
	private readonly basis: RowBasis;
	private readonly places: Places;
	private readonly columns: readonly Column[];
	private readonly blanks: MetricsRow[];
	private readonly dates = new Map<string, string>();

	constructor(basis: RowBasis) {
		const { entities, columns } = basis;
		this.basis = basis;
		this.places = placesOf(entities);
		this.blanks = entities.map((entity) => blankOf(entity, basis));
		const taken = new Set(this.blanks.flatMap((blank) => Object.keys(blank)));
		this.columns = columns.filter(({ key }) => !taken.has(key));
		for (const blank of this.blanks) {
			for (const column of this.columns)
				for (const key of fieldsOf(column, basis)) blank[key] = null;
		}
	}

	/** Nothing for an entity that is not asked for, and where nothing happened, unless empty rows are. */
	tidy(raw: RawRow): MetricsRow | undefined {
		const { level, columns, includeEmpty } = this.basis;
		const place = placeOf(this.places, raw[level.idColumn]);
		if (place === undefined || (!includeEmpty && !hasActivity(raw, columns))) return undefined;
		return this.filled(place, raw);
	}

	/** A row for each entity and, with the granularity DAY, each day. */
	*empty(): Generator<MetricsRow, void, undefined> {
		const { granularity, range } = this.basis;
		const dates = granularity === 'DAY' ? daysOf(range) : [undefined];
		for (const place of this.blanks.keys()) {
			for (const DATE of dates) yield this.filled(place, { DATE });
		}
	}

	/** A row of an entity without time and figures. */
	blankOf(id: string): MetricsRow {
		return { ...this.blanks[this.places.exact.get(id) ?? 0] };
	}

	/** Sorts by entity, in the order asked for, then by time. */
	readonly inOrder = (a: MetricsRow, b: MetricsRow): number =>
		this.placeIn(a) - this.placeIn(b) || inTime(a, b);

	private placeIn({ id }: MetricsRow): number {
		return this.places.exact.get(id) ?? 0;
	}

	/** One text for all rows of a day. */
	private oneOf(date: string): string {
		const known = this.dates.get(date);
		if (known !== undefined) return known;
		this.dates.set(date, date);
		return date;
	}

	private filled(place: number, raw: RawRow): MetricsRow {
		const { level, granularity, range, micro } = this.basis;
		const row = { ...this.blanks[place] };
		const { date: text, hour } = timeOf(raw, granularity);
		const date = text === null ? null : this.oneOf(text);
		const time = date ?? `${range.from}..${range.to}`;
		row.date = date;
		if (granularity === 'HOUR') row.hour = hour;
		for (const name of level.parentNames) row[name.toLowerCase()] = textOrNull(raw[name]);
		const key: string[] = [level.name, row.id];
		if (level.breakdown) {
			const [type, value] = BREAKDOWN_COLUMNS.map((name) => String(raw[name]));
			row.targeting_type = type;
			row.targeting_value = value;
			key.push(inKey(type), inKey(value));
		}
		key.push(hour === null ? time : `${time}T${hour}`, granularity);
		row.row_key = key.join('|');
		for (const column of this.columns) {
			const value = metricValue(raw[column.name], column);
			row[column.key] = column.unit === 'micro' ? inCurrency(value) : value;
			if (column.unit === 'micro' && micro) row[`${column.key}_micro`] = value;
		}
		return row;
	}
}

/** All that does not come from a raw row, in the order in which rows have their fields. */
function blankOf(
	entity: MeasuredEntity,
	{ adAccountId, level, granularity, range, currency, compared }: RowBasis,
): MetricsRow {
	return {
		row_key: '',
		level: level.name,
		ad_account_id: adAccountId,
		...entity,
		...Object.fromEntries(level.parentNames.map((name) => [name.toLowerCase(), null])),
		...(level.breakdown && { targeting_type: '', targeting_value: '', targeting_name: null }),
		granularity,
		date: null,
		...(granularity === 'HOUR' ? { hour: null } : {}),
		start_date: range.from,
		end_date: range.to,
		...(compared && { date_previous: null, start_date_previous: null, end_date_previous: null }),
		currency,
	};
}

/** What a row has of a column: its value, whole micro units, and what they were before. */
function fieldsOf(column: Column, { micro, compared }: RowBasis): string[] {
	const { key, unit } = column;
	const values = unit === 'micro' && micro ? [key, `${key}_micro`] : [key];
	if (!compared || !isCompared(column)) return values;
	return [
		...values,
		...[PREVIOUS, CHANGE, PERCENT].map((suffix) => key + suffix),
		// Of whole micro units the percentage is the same.
		...values.slice(1).flatMap((name) => [name + PREVIOUS, name + CHANGE]),
	];
}

/** A value may hold what separates the parts of a key. */
const inKey = (text: string) => text.replace(/[%|]/g, encodeURIComponent);

function inTime(a: MetricsRow, b: MetricsRow): number {
	const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
	if (dateA !== dateB) return dateA < dateB ? -1 : 1;
	return (a.hour ?? 0) - (b.hour ?? 0);
}
