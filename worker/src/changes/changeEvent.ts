import type { ErrorAction } from '../client/errorActions';
import type { ChangeKind } from './changeKinds';

/** One change, as the caller gets it. Times are ISO 8601 UTC, amounts whole micro-currency. */
export interface ChangeEvent {
	readonly change: ChangeKind;
	/** What happened, in words. */
	readonly what: string;
	/** What to do; empty where there is nothing. */
	readonly hint: string;
	/** The same for programs, where it is about the connection. */
	readonly action?: ErrorAction;
	readonly level:
		'audience' | 'ad' | 'campaign' | 'ad_account' | 'token' | 'event' | 'conversion_tag';
	/** Of a conversion event its name; null for a token. */
	readonly id: string | null;
	readonly name: string | null;
	readonly ad_account_id: string;
	/** The state that was seen before; null where it was not there before. */
	readonly before: string | number | null;
	readonly after: string | number | null;
	readonly observed_at: string;
	/** Of a day's spend: the day (UTC). */
	readonly date?: string;
	/** Of a month's spend, a cost per conversion and a ROAS: the first and the last day (UTC). */
	readonly start_date?: string;
	readonly end_date?: string;
	/** Of an amount: the limit, and the currency of all amounts. */
	readonly limit_micro?: number;
	/** Of a ROAS: the limit. */
	readonly limit?: number;
	readonly currency?: string | null;
}

/** What a look tells: what changed, and what is to be remembered for the next one. */
export interface LookResult<Part> {
	/** Each with a text that no other change has: the same change seen again has the same. */
	readonly events: ReadonlyArray<{ readonly event: ChangeEvent; readonly key: string }>;
	readonly seen: Part;
}

/** Where and when it was looked. */
export interface Look {
	readonly adAccountId: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly currency?: string;
}

export const placeAndTime = ({ adAccountId, at }: Look) => ({
	ad_account_id: adAccountId,
	observed_at: new Date(at).toISOString(),
});
