import type { Clock, Http, Logger } from './ports';

/** What every task is given: the ports, and what holds for the whole run. */
export interface WorkerContext {
	readonly http: Http;
	readonly clock: Clock;
	readonly logger: Logger;
	/** The ad account of inputs that name none. Left out: the first that the token can see. */
	readonly adAccountId?: string;
	/** Cancels requests and waits. */
	readonly signal?: AbortSignal;
	/** 0 ≤ x < 1, for the jitter of waits. Left out: Math.random. */
	readonly random?: () => number;
}
