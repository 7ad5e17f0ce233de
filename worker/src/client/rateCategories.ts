/**
 * Pinterest's rate-limit categories, as each operation of the API description names its own
 * (`x-ratelimit-category`), with the requests a minute that a user of an app with Standard access
 * has in each. Conversions: the API description's 5,000, the lowest of the published figures.
 */
export const REQUESTS_PER_MINUTE = {
	ads_read: 1000,
	ads_write: 400,
	ads_analytics: 300,
	ads_conversions: 5000,
	// Not among the published figures that are known here: as for any other reading.
	catalogs_read: 1000,
	org_read: 1000,
	org_write: 100,
} as const;

export type RateCategory = keyof typeof REQUESTS_PER_MINUTE;
