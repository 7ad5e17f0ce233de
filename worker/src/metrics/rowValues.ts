import type { Column } from './columns';
import type { RawRow } from './sync';
import type { Granularity } from './windows';

export type Value = string | number | boolean | null;

export const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** Day and hour of a row. The hour comes in a field of its own or within the date. */
export function timeOf(
	raw: RawRow,
	granularity: Granularity,
): { date: string | null; hour: number | null } {
	if (granularity === 'TOTAL' || typeof raw.DATE !== 'string') return { date: null, hour: null };
	const date = raw.DATE.slice(0, 10);
	if (granularity !== 'HOUR') return { date, hour: null };
	const hour = raw.HOUR ?? /^.{10}[T ](\d{2})/.exec(raw.DATE)?.[1];
	return { date, hour: hour === undefined || hour === null ? null : Number(hour) };
}

export function valueOf(value: unknown, { name, unit }: Column): Value {
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
export const inCurrency = (micro: Value): Value =>
	typeof micro === 'number' ? micro / 1_000_000 : micro;

export function hasActivity(raw: RawRow, columns: readonly Column[]): boolean {
	return columns.some(({ name, describes }) => {
		const value = raw[name];
		return !describes && value !== undefined && value !== null && Number(value) !== 0;
	});
}
