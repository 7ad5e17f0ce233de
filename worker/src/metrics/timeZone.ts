import type { AdAccount } from '../connection/adAccounts';

/**
 * Today in the ad account's time zone, as `YYYY-MM-DD`; undefined where Pinterest does not name the
 * zone (`time_zone` is newer than version 5.23 of the API description) or by no name that is known.
 */
export function todayOf(account: AdAccount, now: number): string | undefined {
	const { time_zone: timeZone } = account as { time_zone?: unknown };
	if (typeof timeZone !== 'string' || timeZone === '') return undefined;
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
