import { unreadableAnswer } from '../../client/client';
import { idOf, plainText } from '../../client/readers';
import type { Column } from '../columns/columns';
import type { Level } from '../levels';
import type { RawRow } from './rawRow';
import { BREAKDOWN_COLUMNS } from '../breakdown/targetingBreakdown';
import type { Granularity } from '../periods';

export type MetricValue = string | number | boolean | null;

export const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/**
 * Looks at what a row says before anything is made of it.
 * @param idColumn the column that says whose numbers it holds
 * @throws PinterestAdsError `unavailable` for values that are none: wrong numbers are worse than no numbers
 */
export function checkRow(
	raw: RawRow,
	{ idColumn, parentNames, breakdown }: Level,
	columns: readonly Column[],
): void {
	const id = raw[idColumn];
	if (typeof id !== 'number' && idOf(id) === undefined) {
		throw unreadableRow('a row that does not say whose numbers it holds');
	}
	for (const { name, unit } of columns) {
		const value = raw[name];
		if (typeof value === 'object' && value !== null) throw oddColumn(name);
		if (unit === 'micro' && typeof value === 'string' && !isNumeric(value)) throw oddColumn(name);
	}
	for (const name of parentNames) {
		if (typeof raw[name] === 'object' && raw[name] !== null) throw oddColumn(name);
	}
	if (breakdown === undefined) return;
	for (const name of BREAKDOWN_COLUMNS) {
		const value = raw[name];
		if (typeof value !== 'string' && typeof value !== 'number') {
			throw unreadableRow('a row that does not say which targeting it is about');
		}
	}
}

const isNumeric = (text: string) => text.trim() === '' || Number.isFinite(Number(text));

const oddColumn = (name: string) => unreadableRow(`a row whose ${name} is not a value`);

const unreadableRow = (what: string) => unreadableAnswer('get the metrics', what);

const DATE = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/;

/**
 * Day and hour of a row. The hour comes in a field of its own or within the date.
 * @throws PinterestAdsError `unavailable` where there is a date or an hour that is not one
 */
export function timeOf(
	raw: RawRow,
	granularity: Granularity,
): { date: string | null; hour: number | null } {
	const { DATE: given } = raw;
	if (granularity === 'TOTAL' || given === undefined || given === null) {
		return { date: null, hour: null };
	}
	const date = typeof given === 'string' ? DATE.exec(given)?.[0] : undefined;
	if (date === undefined || Number.isNaN(Date.parse(date))) {
		throw unreadableRow('a row whose DATE is not a date');
	}
	if (granularity !== 'HOUR') return { date, hour: null };
	const said = raw.HOUR ?? /^.{10}[T ](\d{2})/.exec(given as string)?.[1];
	if (said === undefined) return { date, hour: null };
	const hour = Number(plainText(said) || NaN);
	if (Number.isInteger(hour) && hour >= 0 && hour <= 23) return { date, hour };
	throw unreadableRow('a row whose HOUR is not an hour');
}

export function metricValue(value: unknown, { name, unit }: Column): MetricValue {
	if (value === undefined || value === null) return null;
	if (typeof value === 'boolean') return value;
	if (name.endsWith('_ID')) return String(value as string | number);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) return String(value as string);
	return unit === 'micro' ? Math.round(number) : number;
}

/**
 * Micro units as an amount. One division of a whole number gives the number nearest to the exact
 * decimal, which prints as that decimal; sums of many belong in micro units.
 */
export const inCurrency = (micro: MetricValue): MetricValue =>
	typeof micro === 'number' ? micro / 1_000_000 : micro;

export function hasActivity(raw: RawRow, columns: readonly Column[]): boolean {
	return columns.some(({ name, describes }) => {
		const value = raw[name];
		return !describes && value !== undefined && value !== null && Number(value) !== 0;
	});
}
