import type { Checkout } from './checkouts.mts';

/** What came to where the network begins. */
export interface Sent {
	readonly requests: number;
	readonly events: number;
	/** Identifiers of the first event that are SHA-256 digests. */
	readonly digests: number;
}

/** Makes everything ready for these orders; only `run` is measured. */
export type Prepare = (orders: readonly Checkout[]) => Ready | Promise<Ready>;

export interface Ready {
	run(): Promise<Sent>;
}
