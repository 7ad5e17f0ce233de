import type { MetricsResult } from '../metrics/fetchMetrics';
import { formatsFor, periodOf, timeLabels, type Format, type Formats } from './format';
import { oneLine } from './html';
import { DRAWN, measuresIn, type Measure, type Measures } from './measures';
import { rankingOf, type Ranking } from './ranking';
import { tallyBy } from './sums';
import { timelineOf } from './page/timeline';
import { keysIn, totalsOf, type Totals } from './reportTotals';

/** What fetchMetrics gives, and whose it is. */
export interface PictureInput extends MetricsResult {
	readonly ad_account_name: string | null;
	/** Name of the zone that the rows' days are in (IANA where it is known); UTC where it is not said. */
	readonly time_zone?: string | null;
}

export interface Figure {
	readonly label: string;
	readonly text: string;
}

export interface Series {
	readonly name: (typeof DRAWN)[number];
	readonly measure: Measure;
	/** One for each time. Null is a gap: rows without a value. No rows at all is zero. */
	readonly values: ReadonlyArray<number | null>;
}

/** What happens over time; undefined where the rows are totals. */
export interface OverTime {
	/** `day`, `hour`, `week`, `month` */
	readonly unit: string;
	readonly times: ReadonlyArray<Record<'short' | 'day' | 'full', string>>;
	readonly series: readonly Series[];
}

/** All that the page and the email tell, in the words and figures that both use. */
export interface Story {
	readonly title: string;
	readonly subject: string;
	readonly period: string;
	readonly account: string;
	/** Account, currency and time zone, each in a sentence's part. */
	readonly facts: readonly Figure[];
	readonly totals: Totals;
	readonly figures: readonly Figure[];
	readonly formats: Formats;
	readonly measures: Measures;
	readonly overTime: OverTime | undefined;
	readonly ranking: Ranking | undefined;
	readonly level: string;
	readonly currency: string | null;
	/** In plain words, what is not here and why. */
	readonly notes: readonly string[];
	readonly warnings: readonly string[];
	readonly empty: boolean;
}

export function storyOf(input: PictureInput): Story {
	const { rows, level, currency, granularity, warnings } = input;
	const range = { from: input.start_date, to: input.end_date };
	const formats = formatsFor(currency);
	const keys = keysIn(rows);
	const measures = measuresIn(keys);
	const totals = totalsOf(rows);
	const period = periodOf(range);
	const name = oneLine(input.ad_account_name ?? '').trim();
	const account = name === '' ? input.ad_account_id : name;
	const overTime = overTimeOf(input, measures, totals);
	const undated = granularity === 'TOTAL' ? 0 : rows.filter(({ date }) => date === null).length;
	return {
		title: `Pinterest Ads: ${account}, ${period}`,
		subject: `Pinterest Ads, ${period}: ${inShort(totals, measures, formats, rows.length === 0)}`,
		...{ period, account, totals, formats, measures, overTime, level, currency, warnings },
		facts: [
			{ label: 'Ad account', text: name === '' ? account : `${name} (${input.ad_account_id})` },
			{ label: 'Period', text: period },
			{ label: 'Time zone', text: input.time_zone ?? 'UTC' },
			{ label: 'Currency', text: currency ?? 'not known' },
		],
		figures: figuresOf(totals, measures, formats),
		ranking: rankingOf(rows, keys),
		notes: rows.length === 0 ? [] : notesOf(overTime, measures, undated),
		empty: rows.length === 0,
	};
}

/** For a line of subject: what was spent and what came of it, as far as the rows have it. */
function inShort(totals: Totals, measures: Measures, formats: Formats, empty: boolean): string {
	if (empty) return 'no activity';
	const said = (['conversions', 'clicks', 'impressions'] as const)
		.filter((name) => totals[name] !== null)
		.map((name) => `${formats.count(totals[name])} ${measures[name]?.label.toLowerCase()}`);
	const spent = totals.spend === null ? [] : [`${formats.money(totals.spend)} spent`];
	const parts = [...spent, ...said].slice(0, 2);
	return parts.length === 0 ? 'report' : parts.join(', ');
}

function figuresOf(totals: Totals, measures: Measures, formats: Formats): Figure[] {
	const { money, count, percent, times } = formats;
	const measured = Object.entries(measures).map(([name, { label, money: isMoney }]) => ({
		label,
		text: (isMoney ? money : count)(totals[name]),
	}));
	const ratios: ReadonlyArray<readonly [string, keyof Totals & string, Format]> = [
		['ROAS', 'roas', times],
		['CTR', 'ctr', percent],
		['Cost per click', 'cpc', money],
		['Cost per 1,000 impressions', 'cpm', money],
		['Cost per conversion', 'cost_per_conversion', money],
	];
	const known = ratios.filter(([, name]) => totals[name] !== null);
	return [
		...measured,
		...known.map(([label, name, format]) => ({ label, text: format(totals[name]) })),
	];
}

function overTimeOf(
	{ rows, granularity, start_date: from, end_date: to }: PictureInput,
	measures: Measures,
	totals: Totals,
): OverTime | undefined {
	const timeline = timelineOf(rows, granularity, { from, to });
	if (timeline === undefined) return undefined;
	const drawn = DRAWN.flatMap((name) => {
		const measure = measures[name];
		return measure === undefined ? [] : [{ name, measure }];
	});
	const sums = tallyBy(
		rows,
		drawn.map(({ measure }) => measure.key),
		(row) => timeline.keyOf(row),
	);
	const valueAt = (time: string, key: string) => {
		const tally = sums.get(time);
		return tally === undefined ? 0 : tally.of(key);
	};
	const { short, day, full } = timeLabels(timeline);
	return {
		unit: granularity.toLowerCase(),
		times: timeline.keys.map((key) => ({
			short: short(key),
			day: day(key),
			full: full(key),
		})),
		series: drawn.map(({ name, measure }) => ({
			name,
			measure,
			values: timeline.keys.map((time) =>
				totals[name] === null ? null : valueAt(time, measure.key),
			),
		})),
	};
}

function notesOf(overTime: OverTime | undefined, measures: Measures, undated: number): string[] {
	const absent = DRAWN.filter((name) => measures[name] === undefined);
	const notes: string[] = [];
	if (overTime === undefined) {
		notes.push(
			'These are totals of the whole period, so nothing can be drawn over time. Choose the granularity Day to see the days.',
		);
	} else {
		notes.push(
			`${capital(overTime.unit)}s without any activity count as 0. – means that Pinterest gave no value.`,
		);
	}
	if (absent.length > 0) {
		notes.push(`Not among the columns that were asked for: ${absent.join(', ')}.`);
	}
	if (undated > 0) {
		notes.push(`${undated} rows came without a date: they are in the totals, not in the charts.`);
	}
	return notes;
}

/** `3 campaigns`, `1 day` */
export const countedTimes = ({ times, unit }: OverTime): string =>
	`${times.length.toLocaleString('en')} ${unit}${times.length === 1 ? '' : 's'}`;

export const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
