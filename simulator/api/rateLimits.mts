import type { MovableClock } from '../world/clock.mts';
import type { Settings } from '../world/world.mts';

/** Requests per window by category: Standard access a minute, Trial access a day. */
const STANDARD: Record<string, number> = {
	ads_read: 1000,
	ads_write: 400,
	ads_analytics: 300,
	ads_conversions: 120_000,
	org_read: 1000,
	org_write: 100,
	trends_read: 300,
};
const TRIAL: Record<string, number> = {
	ads_read: 1000,
	ads_write: 300,
	ads_analytics: 1000,
	ads_conversions: 1000,
	org_read: 1000,
	org_write: 300,
	trends_read: 1000,
};
const MINUTE = 60;
const DAY = 86_400;

export interface RateVerdict {
	admitted: boolean;
	headers: Record<string, string>;
}

/** Counts requests in fixed windows, as Pinterest's proxy does, and says so in its headers. */
export class RateLimiter {
	private readonly clock: MovableClock;
	private readonly settings: Settings;
	private windows = new Map<string, { start: number; used: number }>();

	constructor(clock: MovableClock, settings: Settings) {
		this.clock = clock;
		this.settings = settings;
	}

	/** `scope` is whom the limit counts for: the user, or the ad account for conversions. */
	admit(category: string, scope: string): RateVerdict {
		const { trial, limits } = this.settings;
		const limit = limits[category] ?? (trial ? TRIAL : STANDARD)[category] ?? 1000;
		const length = trial ? DAY : MINUTE;
		const now = this.clock.seconds();
		const start = now - (now % length);
		const key = `${category} ${scope}`;
		const known = this.windows.get(key);
		const window = known?.start === start ? known : { start, used: 0 };
		this.windows.set(key, window);
		const admitted = window.used < limit;
		if (admitted) window.used += 1;
		return {
			admitted,
			headers: rateHeaders(category, limit, length, limit - window.used, start + length - now),
		};
	}

	reset(): void {
		this.windows.clear();
	}
}

/** In the form measured at Pinterest: the limit in force first, the policy after it. */
export function rateHeaders(
	category: string,
	limit: number,
	windowSeconds: number,
	remaining: number,
	resetSeconds: number,
): Record<string, string> {
	const name = category === 'ads_conversions' ? 'ads_conversions_ad_account_id' : category;
	return {
		'x-ratelimit-limit': `${limit}, ${limit};w=${windowSeconds};name="${name}"`,
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String(resetSeconds),
	};
}

export const RATE_LIMIT_MESSAGE =
	'This request exceeded a rate limit. This can happen if the client exceeds one\nof the published rate limits within a short time window.';
