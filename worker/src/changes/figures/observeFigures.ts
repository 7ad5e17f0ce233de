import type { WorkerContext } from '../../context';
import { fetchMetrics } from '../../metrics/fetchMetrics';
import { plusDays, toDay } from '../../metrics/windows';
import { groupedBy } from '../../values/grouping';
import type { Look } from '../changeEvent';
import type { WatchedPerformance } from '../watchedChanges';
import { PACE_DAYS } from './budgetChanges';
import type { Performance, PerformanceScope } from './performanceChanges';
import type { DaySpend } from './spendChanges';

/** What the ad account has spent on each day from the first one to today, UTC. */
export async function spendSince(
	context: WorkerContext,
	{ adAccountId, at }: Look,
	from: string,
): Promise<DaySpend[]> {
	const today = toDay(at);
	const { rows } = await fetchMetrics(context, {
		...{ adAccountId, level: 'account', granularity: 'DAY' },
		...{ startDate: from, endDate: today, includeToday: true },
		...{ columns: ['SPEND_IN_MICRO_DOLLAR'], micro: true },
	});
	const spent = new Map(rows.map((row) => [row.date, Number(row.spend_micro ?? 0)]));
	const days: DaySpend[] = [];
	for (let date = from; date <= today; date = plusDays(date, 1)) {
		days.push({ date, micro: spent.get(date) ?? 0 });
	}
	return days;
}

/** Yesterday: Pinterest’s figures come in late. */
export const firstOfSpend = ({ at }: Look): string => plusDays(toDay(at), -1);

/** The first day that says how fast money is spent, or of the month. */
export function firstOfPace({ at }: Look): string {
	const today = toDay(at);
	const [month, lately] = [`${today.slice(0, 7)}-01`, plusDays(today, -PACE_DAYS)];
	return month < lately ? month : lately;
}

export interface ObservedPerformance {
	readonly scope: PerformanceScope;
	readonly performances: readonly Performance[];
}

/** The columns of what counts as a conversion, and what one of them is called. */
const COUNTED = {
	all: ['TOTAL_CONVERSIONS', 'conversion'],
	checkouts: ['TOTAL_CHECKOUT', 'checkout'],
	leads: ['TOTAL_LEAD', 'lead'],
	signups: ['TOTAL_SIGNUP', 'sign-up'],
} as const;

/** What the campaigns, or the ad account, made of what they spent on the last whole days. */
export async function performanceOf(
	context: WorkerContext,
	{ adAccountId, at }: Look,
	{ of, days, counted, campaignIds }: WatchedPerformance,
): Promise<ObservedPerformance> {
	const [from, to] = [plusDays(toDay(at), -days), plusDays(toDay(at), -1)];
	const [column, name] = COUNTED[counted];
	const isWhole = of === 'account';
	const { rows } = await fetchMetrics(context, {
		...{ adAccountId, level: of, granularity: 'DAY', startDate: from, endDate: to, micro: true },
		...(isWhole || campaignIds === undefined ? {} : { ids: campaignIds }),
		columns: ['SPEND_IN_MICRO_DOLLAR', column, 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR'],
	});
	const sum = (some: typeof rows, key: string) =>
		some.reduce((total, row) => total + Number(row[key] ?? 0), 0);
	const performances = [...groupedBy(rows, ({ id }) => id)].map(([id, own]) => ({
		...{ id, name: own[0].name },
		daysOfSpend: own.filter((row) => Number(row.spend_micro ?? 0) > 0).length,
		spendMicro: sum(own, 'spend_micro'),
		conversions: sum(own, column.toLowerCase()),
		valueMicro: sum(own, 'total_checkout_value_micro'),
	}));
	const level = isWhole ? 'ad_account' : 'campaign';
	return { performances, scope: { level, from, to, days, counted: name } };
}
