import type { AdAccount } from '../connection/adAccounts';

/** What Pinterest calls the ad account's time zone, where it says so. */
function zoneOf(account: AdAccount): string | undefined {
	const { time_zone: timeZone } = account as { time_zone?: unknown };
	return typeof timeZone === 'string' && timeZone !== '' ? timeZone : undefined;
}

/**
 * Today in the ad account's time zone, as `YYYY-MM-DD`; undefined where Pinterest does not name the
 * zone (`time_zone` is newer than version 5.23 of the API description) or by no name that is known.
 */
export function todayOf(account: AdAccount, now: number): string | undefined {
	const timeZone = zoneOf(account);
	if (timeZone === undefined) return undefined;
	try {
		const parts = new Intl.DateTimeFormat('en-US', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		}).formatToParts(now);
		return ['year', 'month', 'day']
			.map((name) => parts.find(({ type }) => type === name)?.value)
			.join('-');
	} catch {
		return undefined;
	}
}

export const UNKNOWN_ZONE =
	'Pinterest does not say which time zone the ad account has, so the days of the period are counted from today in UTC. The numbers themselves are in the ad account’s time zone.';

/** What to write where the numbers are in the ad account's time zone. */
export const nameOfZone = (account: AdAccount): string => zoneOf(account) ?? 'The ad account’s';
