import { PinterestAdsError } from '../../client/errors';
import type { ReportRequest } from '../../pinterest/types';
import { chunksOf } from '../chunks';
import type { KeyedRow } from './jsonRows';
import type { Level } from '../levels';
import type { RawRow } from '../rows/rawRow';
import { partRow } from '../breakdown/targetingBreakdown';
import { isReportType, REPORT_TYPES_AT_ONCE } from '../breakdown/targetingTypes';

/** All states in which something may have been spent: nobody is told which ones a report has by itself. */
const STATUSES = [
	'RUNNING',
	'PAUSED',
	'NOT_STARTED',
	'COMPLETED',
	'ADVERTISER_DISABLED',
	'ARCHIVED',
] as const;
const AD_STATUSES = [
	'APPROVED',
	'PAUSED',
	'PENDING',
	'REJECTED',
	'ADVERTISER_DISABLED',
	'ARCHIVED',
] as const;
const PRODUCT_GROUP_STATUSES = ['RUNNING', 'PAUSED', 'EXCLUDED', 'ARCHIVED'] as const;

/** What the numbers are about, and what keeps the archived in. */
export type ReportFilters = Pick<ReportRequest, 'level'> & Partial<ReportRequest>;

/** By our level's name: Pinterest's, and what keeps the archived in. */
const REPORT_LEVELS: Readonly<Record<string, ReportFilters>> = {
	account: { level: 'ADVERTISER' },
	campaign: { level: 'CAMPAIGN', campaign_statuses: STATUSES },
	ad_group: { level: 'AD_GROUP', ad_group_statuses: STATUSES },
	ad: { level: 'PIN_PROMOTION', ad_statuses: AD_STATUSES },
	product_group: { level: 'PRODUCT_GROUP', product_group_statuses: PRODUCT_GROUP_STATUSES },
	account_targeting: { level: 'ADVERTISER_TARGETING' },
	campaign_targeting: { level: 'CAMPAIGN_TARGETING', campaign_statuses: STATUSES },
	ad_group_targeting: { level: 'AD_GROUP_TARGETING', ad_group_statuses: STATUSES },
	ad_targeting: { level: 'PIN_PROMOTION_TARGETING', ad_statuses: AD_STATUSES },
};

/** The types of a breakdown that no report knows. */
export const typesWithoutReport = ({ breakdown }: Level): string[] =>
	(breakdown?.types ?? []).filter((type) => !isReportType(type));

/** Level and filters of the reports that a level takes: one, or for a breakdown one for every 5 types. */
export function reportFilters({ name, breakdown }: Level): ReportFilters[] {
	if (breakdown === undefined) return [{ ...REPORT_LEVELS[name] }];
	return chunksOf(breakdown.types.filter(isReportType), REPORT_TYPES_AT_ONCE).map((types) => ({
		...REPORT_LEVELS[name],
		targeting_types: types,
	}));
}

/**
 * A row of a report, whose it is told by the key that it stands under where the row does not say.
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
