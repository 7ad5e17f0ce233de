import type { ReportRequest } from '../../pinterest/types';

/** By what the numbers of a level can be broken down (parameter `targeting_types`). */
const COMMON = [
	'KEYWORD',
	'APPTYPE',
	'GENDER',
	'LOCATION',
	'PLACEMENT',
	'COUNTRY',
	'TARGETED_INTEREST',
	'PINNER_INTEREST',
	'AUDIENCE_INCLUDE',
	'GEO',
	'AGE_BUCKET',
	'REGION',
	'AGE_BUCKET_AND_GENDER',
] as const;

/** By what numbers can be broken down. */
export const TARGETING_TYPES = [
	...COMMON,
	'AUDIENCE_MULTIPLIER',
	'CREATIVE_ENHANCEMENTS',
	'CREATIVE_TYPE',
	'QUIZ_RESULT',
] as const;
export type TargetingType = (typeof TARGETING_TYPES)[number];

/** The levels whose numbers can be broken down by targeting. */
export const BROKEN_DOWN = ['account', 'campaign', 'adGroup', 'ad'] as const;
/** A level whose numbers can be broken down by targeting. */
export type BrokenDown = (typeof BROKEN_DOWN)[number];

/** Which types Pinterest knows at a level, and how many of them one request may name. */
export const TYPES_OF: Readonly<
	Record<BrokenDown, { readonly types: readonly TargetingType[]; readonly atOnce: number }>
> = {
	account: { types: COMMON, atOnce: 15 },
	campaign: { types: [...COMMON, 'AUDIENCE_MULTIPLIER', 'CREATIVE_TYPE'], atOnce: 14 },
	adGroup: { types: [...COMMON, 'CREATIVE_ENHANCEMENTS'], atOnce: 14 },
	ad: { types: [...COMMON, 'QUIZ_RESULT'], atOnce: 14 },
};

/** How many types a report may name at most. */
export const REPORT_TYPES_AT_ONCE = 5;

/** The only ones that a report cannot break down by. */
const NOT_IN_REPORTS: readonly string[] = ['CREATIVE_TYPE', 'QUIZ_RESULT'];

type ReportTargetingType = Extract<
	TargetingType,
	NonNullable<ReportRequest['targeting_types']>[number]
>;

/** Whether a report of Pinterest’s can break numbers down by this type. */
export const isReportType = (type: TargetingType): type is ReportTargetingType =>
	!NOT_IN_REPORTS.includes(type);
/** Which numbers are broken down, and by what. */
export interface Breakdown {
	readonly of: BrokenDown;
	readonly types: readonly TargetingType[];
}
