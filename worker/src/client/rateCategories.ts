/**
 * Pinterest's rate-limit categories, as each operation of the API description names its own
 * (`x-ratelimit-category`), with the requests a minute that a user of an app with Standard access
 * has in each. Conversions: the API description's 5,000, the lowest of the published figures. Catalogs, trends
 * and analytics of Pins: none is published, so they are taken to be as their likes of ads.
 */
export const REQUESTS_PER_MINUTE = {
	ads_read: 1000,
	ads_write: 400,
	ads_analytics: 300,
	ads_conversions: 5000,
	catalogs_read: 1000,
	catalogs_write: 400,
	org_read: 1000,
	org_write: 100,
	org_analytics: 300,
	trends_read: 300,
} as const;

export type RateCategory = keyof typeof REQUESTS_PER_MINUTE;

/** Until when a category is used up, in milliseconds since 1970. */
export type UsedUp = Map<RateCategory, number>;
