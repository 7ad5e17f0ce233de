import { PinterestAdsError } from '../../client/errors';
import type { ReportRequest } from '../../pinterest/types';
import { chunksOf } from '../../values/grouping';
import type { KeyedRow } from './jsonRows';
import type { Level } from '../levels';
import type { RawRow } from '../rows/rawRow';
import { partRow } from '../breakdown/targetingBreakdown';
import { isReportType, REPORT_TYPES_AT_ONCE } from '../breakdown/targetingTypes';

/** What the numbers are about, and what keeps the archived in. */
export type ReportFilters = Pick<ReportRequest, 'level'> & Partial<ReportRequest>;

/** The types of a breakdown that no report knows. */
export const typesWithoutReport = ({ breakdown }: Level): string[] =>
	(breakdown?.types ?? []).filter((type) => !isReportType(type));

/** Level and filters of the reports that a level takes: one, or for a breakdown one for every 5 types. */
export function reportFilters({ report, breakdown }: Level): ReportFilters[] {
	const { level, statuses } = report;
	if (breakdown === undefined) return [{ level, ...statuses }];
	return chunksOf(breakdown.types.filter(isReportType), REPORT_TYPES_AT_ONCE).map((types) => ({
		...statuses,
		level: `${level}_TARGETING` as ReportRequest['level'],
		targeting_types: types,
	}));
}

/**
 * A row of a report, whose it is told by the key that it is under where the row does not say.
 * What the rows of a breakdown look like is not described. Both forms that are likely are read: type
 * and value as two more columns, and as in the synchronous answers, `{ targeting_type,
 * targeting_value, metrics }`.
 * @throws PinterestAdsError `unavailable` where it is in neither form: parts taken for each other
 * would be wrong numbers
 */
export function reportRow(level: Level, adAccountId: string, { key, row }: KeyedRow): RawRow {
	const { idColumn, breakdown } = level;
	if (breakdown === undefined) return isMissing(row[idColumn]) ? { ...row, [idColumn]: key } : row;
	const part = partRow(level, adAccountId, row);
	if (isMissing(part.TARGETING_TYPE) || isMissing(part.TARGETING_VALUE)) {
		throw new PinterestAdsError(
			'unavailable',
			'Could not get the metrics: Pinterest’s report does not say which targeting its rows are about.',
			{
				hint: 'Begin at most 90 days ago, without columns that only reports have: no report is needed then.',
			},
		);
	}
	return isMissing(part[idColumn]) ? { ...part, [idColumn]: key } : part;
}

const isMissing = (value: unknown) => value === undefined || value === null;
