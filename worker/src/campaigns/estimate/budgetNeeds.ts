import { fiveDollarsIn } from '../../values/currencies';
import { formatMicro } from '../../values/money';
import type { BillableEvent } from '../campaign/objectiveRules';

/** What a bid is for, and how many of them a day are worth calling it a campaign: ours, Pinterest names none. */
const EVENTS: Readonly<Record<BillableEvent, { one: string; many: string; aDay: number }>> = {
	CLICKTHROUGH: { one: 'click', many: 'clicks', aDay: 10 },
	IMPRESSION: { one: 'thousand views', many: 'thousand views', aDay: 1 },
	VIDEO_V_50_MRC: { one: 'video view', many: 'video views', aDay: 100 },
};

/** Amounts in micro-currency. */
export interface Spending {
	readonly billableEvent: BillableEvent;
	/** What may be spent a day; missing where nothing says so. */
	readonly daily?: number;
	/** Missing where Pinterest bids by itself. */
	readonly bid?: number;
	/** Missing where there is none, or it could not be read. */
	readonly floor?: number;
	readonly currency: string;
}

export interface BudgetNeeds {
	/** The least to spend a day with which it is likely to deliver, in micro-currency. */
	readonly least?: number;
	/** So many billable events (of views: thousands) a day for the money, dearest and cheapest; null: not known. */
	readonly eventsADay: readonly [least: number | null, most: number | null];
	/** In plain words. */
	readonly said: string;
	readonly warnings: readonly string[];
}

/**
 * What a budget has to be. Pinterest has no minimum; what is said here is the reference's ("Campaign Not Delivering":
 * below $5 a day delivery is slow), and that a day's budget has to pay for some events at the floor, and one at the bid.
 */
export function budgetNeeds({ billableEvent, daily, bid, floor, currency }: Spending): BudgetNeeds {
	const { one, many, aDay } = EVENTS[billableEvent];
	const money = (micro: number) => formatMicro(micro, currency);
	const wants = [fiveDollarsIn(currency), bid, floor === undefined ? undefined : floor * aDay];
	const known = wants.filter((micro) => micro !== undefined);
	const least = known.length === 0 ? undefined : Math.max(...known);
	const buys = (price: number | undefined) =>
		daily === undefined || price === undefined || price <= 0 ? null : Math.floor(daily / price);
	const eventsADay = [buys(bid), buys(floor)] as const;
	const warnings: string[] = [];
	if (bid !== undefined && floor !== undefined && bid < floor) {
		warnings.push(
			`The bid of ${money(bid)} is below Pinterest’s floor of ${money(floor)} for a ${one}: it would win nothing. Bid more, or let Pinterest bid (AUTOMATIC_BID).`,
		);
	}
	if (daily === undefined) {
		warnings.push('Nothing limits what is spent a day: set a budget, or a spend cap.');
	} else if (least !== undefined && daily < least) {
		warnings.push(
			`${money(daily)} a day is little: plan at least ${money(least)}, or it will hardly deliver.`,
		);
	}
	const said = [
		...(floor === undefined ? [] : [`A ${one} costs ${money(floor)} or more.`]),
		...(daily === undefined ? [] : [`${money(daily)} a day ${paysFor(eventsADay, many)}.`]),
	];
	return { least, eventsADay, said: said.join(' '), warnings };
}

function paysFor([least, most]: BudgetNeeds['eventsADay'], many: string): string {
	const counted = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
	if (least === null && most === null) return 'may be spent';
	if (least === null) return `pays for at most ${counted(most ?? 0)} ${many}`;
	if (most === null || most <= least) return `pays for about ${counted(least)} ${many}`;
	return `pays for ${counted(least)} to ${counted(most)} ${many}`;
}
