/** What a connection says of how much may be spent by it. Each as it was written; empty means no limit. */
export interface SpendingPolicy {
	readonly highestDailyBudget?: string | number;
	readonly highestLifetimeBudget?: string | number;
	readonly highestBid?: string | number;
	readonly largestIncrease?: string | number;
	/** Left out: it may. */
	readonly maySwitchOn?: boolean | string;
}

export type LimitName = keyof SpendingPolicy;
