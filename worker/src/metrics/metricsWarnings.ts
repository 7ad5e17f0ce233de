import { firstOf } from '../input';
import { isConversion, sumOf, type Column } from './columns/columns';
import type { MeasuredEntity } from './measuredEntities';
import type { Level } from './levels';
import type { AskedMetrics } from './metricsInput';
import type { MetricsRow } from './rows/metricsRows';
import { notAddable } from './rows/windowTotals';
import type { DateRange } from './windows';

/** Why there are no rows. */
export function emptyBecause(
	level: Level,
	entities: readonly MeasuredEntity[],
	rows: readonly MetricsRow[],
	{ range, timeZone }: AskedMetrics,
): string[] {
	if (rows.length > 0) return [];
	const days = range.from === range.to ? `on ${range.from}` : `from ${range.from} to ${range.to}`;
	const zone = timeZone === 'account' ? 'the ad account’s time zone' : 'UTC';
	if (level.entities === undefined) return [`The ad account had no activity ${days} (${zone}).`];
	const { noun, plural } = level.entities;
	if (entities.length === 0) return [`The ad account has no ${plural} yet.`];
	const which = entities.length === 1 ? `The ${noun}` : `None of the ${entities.length} ${plural}`;
	return [`${which} had ${entities.length === 1 ? 'no' : 'any'} activity ${days} (${zone}).`];
}

export const hourlyWarnings = (columns: readonly Column[]): string[] =>
	columns.some(isConversion)
		? ['Pinterest does not count conversions by the hour; those columns are empty.']
		: [];

/** For the level of the ad account, which is one. */
export const idsWarnings = (ids: readonly string[], adAccountId: string): string[] =>
	ids.every((id) => id === adAccountId)
		? []
		: [
				'IDs were left out: on this level the numbers are those of the whole ad account. For those of campaigns, ad groups or ads choose their level.',
			];

/** What of a preset a report cannot give. */
export const presetWarnings = (missing: readonly string[]): string[] =>
	missing.length === 0
		? []
		: [
				`These days come from a report, which does not have ${firstOf(missing)}: left out of the preset.`,
			];

/** What is empty in totals that had to be added up. */
export function totalsWarnings(
	columns: readonly Column[],
	windows: readonly DateRange[],
): string[] {
	const keys = new Map(columns.map(({ name, key }) => [name, key]));
	const empty = notAddable([...keys.keys()]);
	const inParts = `Pinterest gives the total of these days in ${windows.length} parts only`;
	const named = (names: readonly string[]) => names.map((name) => keys.get(name)).join(', ');
	const uniques = empty.filter((name) => sumOf(name) === 'unique');
	const others = empty.filter((name) => sumOf(name) !== 'unique');
	return [
		...(uniques.length > 0
			? [
					`${inParts}. Empty, because the same people would be counted more than once: ${named(uniques)}.`,
				]
			: []),
		...(others.length > 0
			? [`${inParts}. Empty, because it cannot be worked out from them: ${named(others)}.`]
			: []),
	];
}
