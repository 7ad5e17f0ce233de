import { formatMicro } from '../../values/money';
import { placeAndTime, type Look, type LookResult } from '../changeEvent';
import type { DaySpend } from './spendChanges';
import { DAY_MS, dayAt } from '../../values/time';

export interface SeenBudget {
	readonly budgetMicro: number;
	/** The month (`2026-11`) of which it was told. */
	readonly month: string | null;
}

/** What the ad account has spent this month, and where that is heading. */
export interface MonthPace {
	/** `2026-11`, UTC. */
	readonly month: string;
	/** First and last day. */
	readonly from: string;
	readonly to: string;
	/** Today so far included. */
	readonly spentMicro: number;
	/** Lately, on a whole day. */
	readonly dailyMicro: number;
	/** By the end of the month, if it goes on like this. */
	readonly expectedMicro: number;
}

/** So many whole days say how fast money is spent now: each day of the week once. */
export const PACE_DAYS = 7;

/**
 * Where this month's spend is heading: what is spent already, and for the days that are left what a day has cost
 * lately. A month's own first days would say little of it, so the days before count as well.
 * @param days this month's up to today, and the {@link PACE_DAYS} before today; one that is left out is 0
 * @param at now, in milliseconds since 1970
 */
export function paceOf(days: readonly DaySpend[], at: number): MonthPace {
	const today = dayAt(at);
	const month = today.slice(0, 7);
	const next = new Date(`${month}-01T00:00:00Z`);
	const to = dayAt(next.setUTCMonth(next.getUTCMonth() + 1) - DAY_MS);
	const spent = new Map(days.map(({ date, micro }) => [date, micro]));
	const on = (date: string) => spent.get(date) ?? 0;
	const spentMicro = days
		.filter(({ date }) => date.startsWith(month) && date <= today)
		.reduce((sum, { micro }) => sum + micro, 0);
	const lately = Array.from({ length: PACE_DAYS }, (_, n) =>
		on(dayAt(at - (PACE_DAYS - n) * DAY_MS)),
	);
	// What began to spend within these days has not been slow before.
	const first = lately.findIndex((micro) => micro > 0);
	const counted = first < 0 ? [] : lately.slice(first);
	const dailyMicro =
		counted.length === 0
			? on(today)
			: Math.round(counted.reduce((sum, micro) => sum + micro, 0) / counted.length);
	const daysLeft = Number(to.slice(8)) - Number(today.slice(8));
	const restOfToday = Math.max(0, dailyMicro - on(today));
	return {
		...{ month, from: `${month}-01`, to, spentMicro, dailyMicro },
		expectedMicro: spentMicro + restOfToday + daysLeft * dailyMicro,
	};
}

/**
 * Told once a month, and at the first look as well: nothing else would tell it in this month.
 * @param seen undefined: the budget is looked at for the first time
 */
export function compareBudget(
	look: Look,
	seen: SeenBudget | undefined,
	pace: MonthPace,
	budgetMicro: number,
): LookResult<SeenBudget> {
	const { month, expectedMicro, spentMicro } = pace;
	const told = seen?.budgetMicro === budgetMicro ? seen.month : null;
	const isOver = Math.max(expectedMicro, spentMicro) > budgetMicro;
	if (!isOver || told === month) return { events: [], seen: { budgetMicro, month: told } };
	return {
		seen: { budgetMicro, month },
		events: [
			{
				key: `budget:${month}:${budgetMicro}`,
				event: {
					change: 'spend_over_budget',
					...inWords(pace, budgetMicro, look.currency),
					level: 'ad_account',
					...{ id: look.adAccountId, name: null, before: spentMicro, after: expectedMicro },
					...{ start_date: pace.from, end_date: pace.to },
					...{ limit_micro: budgetMicro, currency: look.currency ?? null },
					...placeAndTime(look),
				},
			},
		],
	};
}

function inWords(pace: MonthPace, budgetMicro: number, currency: string | undefined) {
	const [spent, budget] = [pace.spentMicro, budgetMicro].map((micro) =>
		formatMicro(micro, currency),
	);
	const [daily, expected] = [pace.dailyMicro, pace.expectedMicro].map((micro) =>
		formatMicro(micro, currency),
	);
	const what =
		pace.spentMicro > budgetMicro
			? `The ad account has spent ${spent} in ${pace.month} (UTC) so far, more than the budget of ${budget} for the month.`
			: `The ad account is heading for ${expected} in ${pace.month} (UTC), more than the budget of ${budget}: it has spent ${spent} so far, lately ${daily} a day.`;
	return {
		what,
		hint: 'Look at what the campaigns spend, and lower budgets or pause campaigns if that is not what you want.',
	};
}
