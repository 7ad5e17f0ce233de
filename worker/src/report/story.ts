import { comparedOf, growingOf, unfinished, type Compared } from './compared';
import { figuresOf, type Figure } from './figures';
import { formatsFor, periodOf, type Formats } from './format';
import { oneLine } from './html';
import { DRAWN, measuresIn, type MeasureName, type Measures } from './measures';
import { capital, overTimeOf, type OverTime } from './overTime';
import type { PictureInput } from './pictureInput';
import { rankingOf, type Ranking } from './ranking';
import { allTotals, keysIn, totalsIn, totalsOf, type Totals } from './reportTotals';

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
	/** Undefined where it is not compared. */
	readonly compared: Compared | undefined;
	/** Of which figures conversions are still to come, in plain words. */
	readonly growing: string | undefined;
	/** In plain words, what is not here and why. */
	readonly notes: readonly string[];
	readonly warnings: readonly string[];
	readonly empty: boolean;
}

/** At each figure that grows. */
const STAR = ' (*)';

export function storyOf(input: PictureInput): Story {
	const { rows, level, currency, granularity, warnings, comparison } = input;
	const range = { from: input.start_date, to: input.end_date };
	const formats = formatsFor(currency);
	const keys = keysIn(rows);
	const measures = measuresIn(keys);
	const own = totalsOf(rows);
	const before = comparison && totalsIn(comparison.rows, keys);
	const totals = allTotals(input);
	const period = periodOf(range);
	const name = oneLine(input.ad_account_name ?? '').trim();
	const account = name === '' ? input.ad_account_id : name;
	const figures = figuresOf({ own, before, measures, formats }, input.fresh !== undefined);
	const overTime = overTimeOf(input, measures, own, figures);
	const undated = granularity === 'TOTAL' ? 0 : rows.filter(({ date }) => date === null).length;
	const compared = comparedOf(input);
	return {
		title: `Pinterest Ads: ${account}, ${period}`,
		subject: `Pinterest Ads, ${period}: ${inShort(own, { figures, measures, formats, empty: rows.length === 0 })}`,
		...{ period, account, totals, formats, measures, overTime, level, currency, warnings },
		facts: [
			{ label: 'Ad account', text: name === '' ? account : `${name} (${input.ad_account_id})` },
			{ label: 'Time zone', text: input.time_zone ?? 'UTC' },
			{ label: 'Currency', text: currency ?? 'not known' },
		],
		...{ figures, compared },
		growing: figures.some(({ grows }) => grows) ? growingOf(input, compared, STAR) : undefined,
		ranking: rankingOf(rows, keys, comparison?.rows),
		notes: rows.length === 0 ? [] : [...unfinished(input), ...notesOf(overTime, measures, undated)],
		empty: rows.length === 0,
	};
}

/** For a line of subject: what was spent and what came of it, as far as the rows have it, and how that has changed. */
function inShort(
	totals: Totals,
	{ figures, measures, formats, empty }: Pick<Story, 'figures' | 'measures' | 'formats' | 'empty'>,
): string {
	if (empty) return 'no activity';
	const changeOf = (name: MeasureName) => {
		const { change } = figures.find(({ label }) => label === measures[name]?.label) ?? {};
		const signed = change?.text.replace('▲ ', '+').replace('▼ ', '−') ?? '';
		return /^[+−]\d/.test(signed) ? ` (${signed})` : '';
	};
	const said = (['conversions', 'clicks', 'impressions'] as const)
		.filter((name) => totals[name] !== null)
		.map(
			(name) =>
				`${formats.count(totals[name])} ${measures[name]?.label.toLowerCase()}${changeOf(name)}`,
		);
	const spent =
		totals.spend === null ? [] : [`${formats.money(totals.spend)} spent${changeOf('spend')}`];
	const parts = [...spent, ...said].slice(0, 2);
	return parts.length === 0 ? 'report' : parts.join(', ');
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
