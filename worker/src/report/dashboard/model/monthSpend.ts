import { type KeptRow } from './campaigns';
import { PACE_DAYS, type Spans } from './periods';
import { fromMillionths, millionths } from './tally';
import { DAY_MS } from '../../../values/time';

/** What was spent since the first of the month, and where that is heading. */
export interface MonthSpend {
	readonly spent: number;
	/** What the whole month comes to if it goes on as in the last full days; null where nobody can tell. */
	readonly heading: number | null;
	/** What an average day of those took. */
	readonly perDay: number | null;
	/** How many full days that average is of. */
	readonly paceDays: number;
	/** Days of the month that are not over, today among them. */
	readonly daysLeft: number;
	readonly budget?: number;
	/** Share of the budget: 0.5 is half. */
	readonly used?: number;
	readonly headingShare?: number;
}

/**
 * Spend so far is what the table has, today's part among it. The rest of the month is taken to be as the last
 * seven full days were, or as many of them as there are figures of.
 */
export function monthSpendOf(
	rows: readonly KeptRow[],
	spans: Spans,
	monthlyBudget?: number,
): MonthSpend | undefined {
	if (rows.length === 0) return undefined;
	let [all, full, pace] = [0, 0, 0];
	let first = spans.today;
	for (const { date, spend } of rows) {
		if (date < first) first = date;
		const amount = millionths(spend ?? 0);
		if (date >= spans.month.from && date <= spans.today) all += amount;
		if (date >= spans.month.from && date < spans.today) full += amount;
		if (date >= spans.pace.from && date <= spans.pace.to) pace += amount;
	}
	const paceDays = Math.min(PACE_DAYS, daysFrom(first, spans.today));
	const daysLeft = spans.daysInMonth - Number(spans.today.slice(8)) + 1;
	const spent = fromMillionths(all);
	const perDay = paceDays === 0 ? null : fromMillionths(pace) / paceDays;
	const heading =
		perDay === null ? null : Math.max(spent, fromMillionths(full) + perDay * daysLeft);
	return {
		...{ spent, heading, perDay, paceDays, daysLeft },
		...(monthlyBudget !== undefined &&
			monthlyBudget > 0 && {
				budget: monthlyBudget,
				used: spent / monthlyBudget,
				...(heading !== null && { headingShare: heading / monthlyBudget }),
			}),
	};
}

/** Full days from the first with figures to yesterday. */
const daysFrom = (first: string, today: string): number =>
	Math.max(0, Math.round((Date.parse(today) - Date.parse(first)) / DAY_MS));
