import type { MetricsResult } from '../metrics/fetchMetrics';

/** What fetchMetrics gives, and whose it is. */
export interface PictureInput extends MetricsResult {
	readonly ad_account_name: string | null;
	/** Name of the zone that the rows' days are in (IANA where it is known); UTC where it is not said. */
	readonly time_zone?: string | null;
}
