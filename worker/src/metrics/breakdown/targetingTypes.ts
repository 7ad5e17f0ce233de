import type { Choice } from '../../fields/field';
import type { ReportRequest } from '../../pinterest/types';

type Choices = Readonly<Record<string, Choice>>;

/** By what the numbers of every level can be broken down (parameter `targeting_types`). */
const COMMON_CHOICES = {
	KEYWORD: { label: 'Keyword' },
	APPTYPE: { label: 'Device' },
	GENDER: { label: 'Gender' },
	LOCATION: { label: 'Location' },
	PLACEMENT: { label: 'Placement' },
	COUNTRY: { label: 'Country' },
	TARGETED_INTEREST: { label: 'Interest Targeted' },
	PINNER_INTEREST: { label: 'Interest of People' },
	AUDIENCE_INCLUDE: { label: 'Audience' },
	GEO: { label: 'Postal Code' },
	AGE_BUCKET: { label: 'Age' },
	REGION: { label: 'Region' },
	AGE_BUCKET_AND_GENDER: {
		label: 'Age and Gender',
		description: 'A beta feature of Pinterest that not every app may use',
	},
} as const satisfies Choices;
const COMMON = Object.keys(COMMON_CHOICES) as ReadonlyArray<keyof typeof COMMON_CHOICES>;

/** By what numbers can be broken down, with labels. */
export const TARGETING_TYPE_CHOICES = {
	...COMMON_CHOICES,
	AUDIENCE_MULTIPLIER: { label: 'Audience Multiplier', description: 'Of campaigns only' },
	CREATIVE_ENHANCEMENTS: {
		label: 'Creative Enhancement',
		description: 'Of ad groups only, and a beta feature of Pinterest',
	},
	CREATIVE_TYPE: { label: 'Creative Type', description: 'Of campaigns only' },
	QUIZ_RESULT: { label: 'Quiz Result', description: 'Of ads only' },
} as const satisfies Choices;

/** By what numbers can be broken down. */
export type TargetingType = keyof typeof TARGETING_TYPE_CHOICES;
/** By what numbers can be broken down. */
export const TARGETING_TYPES = Object.keys(TARGETING_TYPE_CHOICES) as readonly TargetingType[];

/** The levels whose numbers can be broken down by targeting, with labels. */
export const BROKEN_DOWN_CHOICES = {
	account: { label: 'Ad Accounts' },
	campaign: { label: 'Campaigns' },
	adGroup: { label: 'Ad Groups' },
	ad: { label: 'Ads' },
} as const satisfies Choices;

/** A level whose numbers can be broken down by targeting. */
export type BrokenDown = keyof typeof BROKEN_DOWN_CHOICES;
/** The levels whose numbers can be broken down by targeting. */
export const BROKEN_DOWN = Object.keys(BROKEN_DOWN_CHOICES) as readonly BrokenDown[];

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
