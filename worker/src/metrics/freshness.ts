import { columnOf, isConversion } from './columns/columns';
import type { AskedMetrics } from './metricsInput';
import { plusDays } from './windows';

/**
 * Days whose conversions may still become more: Pinterest counts a conversion on the day of the click or view that
 * led to it, which may be that many days before.
 */
export interface FreshDays {
	/** The first of them, `YYYY-MM-DD`; all later ones are fresh as well. */
	readonly from: string;
	/** How long after a click, an engagement or a view a conversion still counts. */
	readonly window_days: number;
}

/** What counts where nothing was chosen, as in Ads Manager. */
const USUAL = { click: 30, engagement: 30, view: 1 };

/** Undefined where no conversion is asked for, they belong to the day on which they happen, or the days are long over. */
export function freshDays(asked: AskedMetrics): FreshDays | undefined {
	const { range, granularity, columns, conversionReportTime: by, today } = asked;
	const isWithout = !columns.some((name) => isConversion(columnOf(name)));
	if (isWithout || granularity === 'HOUR' || by === 'TIME_OF_CONVERSION') return undefined;
	const days = Math.max(
		asked.clickWindowDays ?? USUAL.click,
		asked.engagementWindowDays ?? USUAL.engagement,
		asked.viewWindowDays ?? USUAL.view,
	);
	const first = plusDays(today, -days);
	const from = first > range.from ? first : range.from;
	return from > range.to ? undefined : { from, window_days: days };
}
