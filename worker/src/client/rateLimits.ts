import type { Clock } from '../ports';
import { PinterestAdsError } from './errors';
import { REQUESTS_PER_MINUTE, type RateCategory, type UsedUp } from './rateCategories';

export type { RateCategory } from './rateCategories';

/** Over all categories: 100 calls per second per user per app. */
const REQUESTS_PER_SECOND = 100;
const MINUTE = 60_000;

/**
 * Holds requests back before Pinterest has to refuse them: by our own count in the category's
 * window, and by what the last answer's headers said is left.
 */
export class RateLimits {
	private readonly sent = new Map<RateCategory, number[]>();
	private readonly blockedUntil: UsedUp;
	/** Past what is waited for: for this run alone, as the next one may find that there is more. */
	private readonly longUntil: UsedUp = new Map();
	private lastSecond: number[] = [];
	private readonly clock: Clock;
	private readonly maxWaitMs: number;

	/** @param usedUp what other runs of the connection know, and are told */
	constructor(clock: Clock, maxWaitMs: number, usedUp: UsedUp = new Map()) {
		this.clock = clock;
		this.maxWaitMs = maxWaitMs;
		this.blockedUntil = usedUp;
	}

	/** Waits until a request of this category may leave, and counts it. */
	async admit(category: RateCategory, signal?: AbortSignal): Promise<void> {
		for (;;) {
			const wait = this.waitFor(category);
			if (wait <= 0) break;
			if (wait > this.maxWaitMs) {
				throw new PinterestAdsError('rate-limited', 'Pinterest’s rate limit is used up.', {
					retryAfterMs: wait,
				});
			}
			await this.clock.sleep(wait, signal);
		}
		const now = this.clock.now();
		this.window(category).push(now);
		this.lastSecond.push(now);
	}

	/** Learns from an answer's `X-RateLimit-Remaining` and `X-RateLimit-Reset` (seconds left). */
	learn(category: RateCategory, headers: Readonly<Record<string, string>>): void {
		const remaining = firstInteger(headers['x-ratelimit-remaining']);
		const reset = firstInteger(headers['x-ratelimit-reset']);
		if (remaining === 0 && reset !== undefined) {
			const isLong = reset * 1000 > this.maxWaitMs;
			const until = isLong ? this.longUntil : this.blockedUntil;
			until.set(category, this.clock.now() + reset * 1000);
		}
	}

	private waitFor(category: RateCategory): number {
		const now = this.clock.now();
		const window = this.window(category);
		while (window.length > 0 && window[0] <= now - MINUTE) window.shift();
		this.lastSecond = this.lastSecond.filter((time) => time > now - 1000);
		const known = [this.blockedUntil, this.longUntil].map((until) => until.get(category) ?? 0);
		const byHeader = Math.max(...known) - now;
		const byMinute = window.length >= REQUESTS_PER_MINUTE[category] ? window[0] + MINUTE - now : 0;
		const bySecond =
			this.lastSecond.length >= REQUESTS_PER_SECOND ? this.lastSecond[0] + 1000 - now : 0;
		return Math.max(byHeader, byMinute, bySecond);
	}

	private window(category: RateCategory): number[] {
		const known = this.sent.get(category);
		if (known) return known;
		const fresh: number[] = [];
		this.sent.set(category, fresh);
		return fresh;
	}
}

/**
 * The first whole number of a header: `120000, 120000;w=60;name="…"` names the limit in force
 * first, so the whole header is not a number.
 */
export function firstInteger(header: string | undefined): number | undefined {
	const digits = header === undefined ? null : /^\s*(\d+)/.exec(header);
	return digits ? Number(digits[1]) : undefined;
}
