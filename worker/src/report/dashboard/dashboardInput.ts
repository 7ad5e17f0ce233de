import type {
	AudienceRow,
	ConnectionRow,
	ConversionRow,
	ErrorRow,
	MetricsTableRow,
} from '../../automation/tables';
import type { DashboardSettings } from './dashboardSettings';
import type { PlatformWords } from './platformWords';

/** How many full days are shown, and compared with as many before them. */
export const DASHBOARD_PERIODS = [7, 14, 30, 90] as const;
export type DashboardPeriod = (typeof DASHBOARD_PERIODS)[number];

/** At most so many conversions are read: the newest of the last day, and the newest that were not sent. */
export const CONVERSIONS_READ = 1000;
/** At most so many rows of errors, the newest. */
export const ERRORS_READ = 100;

/** Rows as the tables have them; null for a table that could not be read. */
export interface DashboardTables {
	readonly connection: Partial<ConnectionRow> | null;
	/** In the order of their ids. */
	readonly audiences: readonly AudienceRow[] | null;
	/** From {@link DashboardRequest.metrics_from} on, in the order of their ids. */
	readonly metrics: ReadonlyArray<Partial<MetricsTableRow>> | null;
	/** Those of the last 24 hours, the newest first, {@link CONVERSIONS_READ} at most. */
	readonly conversions: readonly ConversionRow[] | null;
	/** Those that were not sent, whenever they came, the newest first, {@link CONVERSIONS_READ} at most. */
	readonly unsent: readonly ConversionRow[] | null;
	/** The newest first, {@link ERRORS_READ} at most. */
	readonly errors: readonly ErrorRow[] | null;
}

/** Something that runs by itself, or waits to be called. */
export interface DashboardWorkflow {
	readonly name: string;
	/** `unknown`: nobody has asked. */
	readonly state: 'published' | 'not published' | 'not installed' | 'unknown';
	/** When it runs, as cron expressions in UTC; none where it waits to be called. */
	readonly crons: readonly string[];
	/** In one sentence: what does not happen while it is not published. */
	readonly does: string;
}

/** What came of a button, as the address says it after the redirect. */
export const PRESSED = [
	...(['synced', 'error', 'skipped', 'resting'] as const),
	...(['started', 'unknown', 'failed', 'stale'] as const),
] as const;
export type PressedOutcome = (typeof PRESSED)[number];

export interface Pressed {
	readonly outcome: PressedOutcome;
	/** Empty where all were to be synced. */
	readonly audienceKey: string;
}

/** What Pinterest has said of a campaign that somebody asked about; `error` where it gave no answer. */
export interface AskedCampaign {
	readonly campaignId: string;
	readonly name?: string | null;
	readonly summary?: string;
	readonly findings?: ReadonlyArray<{
		readonly severity: string;
		readonly message: string;
		readonly hint: string;
	}>;
	readonly error?: string;
}

/** All that the page is made of. */
export interface DashboardInput {
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly period: DashboardPeriod;
	readonly tables: DashboardTables;
	readonly workflows: readonly DashboardWorkflow[];
	readonly pressed?: Pressed;
	readonly asked?: AskedCampaign;
	/** What its user has chosen. */
	readonly settings?: DashboardSettings;
	/** Goes with each button, so that only this page can press it. */
	readonly formKey: string;
	/** What the page says of the platform that runs it. */
	readonly words: PlatformWords;
}
