import type { RateCategory } from '../client/rateLimits';
import type { Method } from '../ports';

/** Of what belongs to the user and not to an ad account. */
const OF_THE_USER = new Set(['boards', 'media', 'pins', 'search', 'user_account', 'users']);

/** Read with a POST. Operations `ad_groups/audience_sizing`, `ad_groups_bid_floor/get`, `items/post` and their like. */
const READING_POSTS =
	/^\/(?:ad_accounts\/[^/]+\/(?:ad_groups\/audience_sizing|bid_floor|bulk\/download)|catalogs\/(?:items|reports))$/;

/**
 * Which of Pinterest's limits a call counts for (`x-ratelimit-category`), by its path, as the API description has
 * them. Of what is newer than the description: as its likes.
 */
export function categoryOf(method: Method, path: string): RateCategory {
	const [, first, , third] = path.split('/');
	const isRead = method === 'GET' || READING_POSTS.test(path);
	if (OF_THE_USER.has(first)) {
		if (/\/analytics(?:\/|$)/.test(path)) return 'org_analytics';
		return isRead ? 'org_read' : 'org_write';
	}
	if (first === 'catalogs') return isRead ? 'catalogs_read' : 'catalogs_write';
	if (first === 'trends') return 'trends_read';
	if (first === 'ad_accounts' && third === 'events') return 'ads_conversions';
	if (
		/\/(?:analytics|targeting_analytics|reports|mmm_reports|metrics_ready_state)(?:\/|$)/.test(path)
	) {
		return 'ads_analytics';
	}
	return isRead ? 'ads_read' : 'ads_write';
}
