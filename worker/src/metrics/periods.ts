import type { Choice } from '../fields/field';

/** Into which times numbers are divided, with labels. */
export const GRANULARITY_CHOICES = {
	TOTAL: { label: 'Total', description: 'One row for the whole period' },
	DAY: { label: 'Day' },
	HOUR: { label: 'Hour', description: 'Not older than 8 days, and without conversions' },
	WEEK: { label: 'Week' },
	MONTH: { label: 'Month' },
} as const satisfies Readonly<Record<string, Choice>>;

/** Into which times numbers are divided. */
export type Granularity = keyof typeof GRANULARITY_CHOICES;
/** Into which times numbers are divided. */
export const GRANULARITIES = Object.keys(GRANULARITY_CHOICES) as readonly Granularity[];

/** Periods that are named instead of dated, relative to today, with labels. */
export const PERIOD_CHOICES = {
	today: { label: 'Today' },
	yesterday: { label: 'Yesterday' },
	last7days: { label: 'Last 7 Days' },
	last14days: { label: 'Last 14 Days' },
	last30days: { label: 'Last 30 Days' },
	last60days: { label: 'Last 60 Days' },
	last90days: { label: 'Last 90 Days' },
	last180days: { label: 'Last 180 Days' },
	last365days: { label: 'Last 365 Days' },
	thisWeek: { label: 'This Week', description: 'From Monday on' },
	lastWeek: { label: 'Last Week', description: 'Monday to Sunday' },
	thisMonth: { label: 'This Month' },
	lastMonth: { label: 'Last Month' },
	thisYear: { label: 'This Year' },
	lastYear: { label: 'Last Year', description: 'January to December' },
	custom: { label: 'From – To' },
} as const satisfies Readonly<Record<string, Choice>>;

/** A period that is named instead of dated. */
export type Period = keyof typeof PERIOD_CHOICES;
/** Periods that are named instead of dated, relative to today. */
export const PERIODS = Object.keys(PERIOD_CHOICES) as readonly Period[];
