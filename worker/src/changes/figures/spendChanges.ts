import { formatMicro } from '../../values/money';
import { placeAndTime, type LookResult, type Look } from '../changeEvent';

export interface SeenSpend {
	readonly limitMicro: number;
	/** The days (UTC) that were over the limit. */
	readonly days: readonly string[];
}

export interface DaySpend {
	/** `YYYY-MM-DD`, UTC. */
	readonly date: string;
	readonly micro: number;
}

/**
 * @param seen undefined: the spend is looked at for the first time, and nothing is told
 * @param days today and yesterday: Pinterest’s figures come in late
 */
export function compareSpend(
	look: Look,
	seen: SeenSpend | undefined,
	days: readonly DaySpend[],
	limitMicro: number,
): LookResult<SeenSpend> {
	// Under another limit, none of the days has been told.
	const told = seen?.limitMicro === limitMicro ? seen.days : [];
	const over = days.filter(({ micro }) => micro > limitMicro);
	const news = seen === undefined ? [] : over.filter(({ date }) => !told.includes(date));
	const dates = new Set(days.map(({ date }) => date));
	// A day that was told stays so, even if Pinterest corrects its figure downwards and up again.
	const kept = [...told.filter((date) => dates.has(date)), ...over.map(({ date }) => date)];
	return {
		seen: { limitMicro, days: [...new Set(kept)].sort() },
		events: news.map(({ date, micro }) => ({
			key: `spend:${date}:${limitMicro}`,
			event: {
				change: 'spend_over_limit',
				what: `The ad account has spent ${formatMicro(micro, look.currency)} on ${date} (UTC), more than the limit of ${formatMicro(limitMicro, look.currency)}.`,
				hint: 'Look at what the campaigns spend, and lower budgets or pause campaigns if that is not what you want. Pinterest may still change the figure.',
				level: 'ad_account',
				...{ id: look.adAccountId, name: null, before: null, after: micro },
				...{ date, limit_micro: limitMicro, currency: look.currency ?? null },
				...placeAndTime(look),
			},
		})),
	};
}
