import type { UsedUp } from './client/rateCategories';
import type { Clock, Http, Logger } from './ports';
import type { SpendingPolicy } from './spending/spendingPolicy';

/**
 * What a connection signs with: an access token (OAuth2 or pasted), or a conversion token, which Pinterest
 * takes for `events/create` and for no other operation. Both look alike.
 */
export type TokenKind = 'access' | 'conversion';

/** What every task is given: the ports, and what holds for the whole run. */
export interface WorkerContext {
	readonly http: Http;
	readonly clock: Clock;
	readonly logger: Logger;
	/** Left out: `access`. */
	readonly tokenKind?: TokenKind;
	/**
	 * The ad account of inputs that name none. Left out: the first that the token can see; a conversion
	 * token sees none.
	 */
	readonly adAccountId?: string;
	/** Whether this is Pinterest's sandbox, which has no reports. */
	readonly sandbox?: boolean;
	/**
	 * Whether the conversion goal of an ad group is looked up before it is sent, so that a tag that may not be
	 * optimized for yet is warned about. Costs a request. Left out: it is.
	 */
	readonly checksGoals?: boolean;
	/** How much may be spent by this connection. Left out: there is no limit. */
	readonly spending?: SpendingPolicy;
	/**
	 * Which of Pinterest's limits are used up for now, as its answers say. Contexts of the same connection may share one:
	 * what one has used up, the others wait for instead of being refused. Left out: what this context finds out.
	 */
	readonly usedUp?: UsedUp;
	/** Nothing is sent that would change something, see `previewed`. Left out: it is. */
	readonly preview?: boolean;
	/** Cancels requests and waits. */
	readonly signal?: AbortSignal;
	/** 0 ≤ x < 1, for the jitter of waits. Left out: Math.random. */
	readonly random?: () => number;
}
