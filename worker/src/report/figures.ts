import { shownChange, type Sense, type ShownChange } from './changes';
import type { Format, Formats } from './format';
import { MEASURES, senseOf, type Measures } from './measures';
import { addsUp, type Totals } from './reportTotals';

export interface Figure {
	readonly label: string;
	readonly text: string;
	/** Where the text is short. */
	readonly inFull?: string;
	/** Against the period that it is compared with. */
	readonly change?: ShownChange;
	/** Conversions of the last days are still to come. */
	readonly grows?: boolean;
}

interface Compare {
	readonly own: Totals;
	readonly before: Totals | undefined;
	readonly measures: Measures;
	readonly formats: Formats;
}

/** The totals as they are shown. @param isFresh whether conversions are still to come */
export function figuresOf({ own, before, measures, formats }: Compare, isFresh: boolean): Figure[] {
	const { money, count, percent, times, short } = formats;
	const figure = (name: keyof Totals & string, label: string, look: Look): Figure => {
		const [text, inFull] = [look.short(own[name]), look.full(own[name])];
		const change = before && shownChange(own[name], before[name], addsUp(name), look.sense, look);
		const grows = isFresh && GROWS.includes(name);
		return {
			...{ label, text },
			...(text === inFull ? {} : { inFull }),
			...(change && { change }),
			...(grows && { grows }),
		};
	};
	const measured = MEASURES.flatMap((name) => {
		const measure = measures[name];
		if (measure === undefined) return [];
		const look = measure.money
			? { short: short.money, full: money }
			: { short: short.count, full: count };
		return [figure(name, measure.label, { ...look, sense: senseOf(name) })];
	});
	const amount = { short: short.money, full: money, sense: 'less' } as const;
	const ratios: ReadonlyArray<readonly [string, keyof Totals & string, Look]> = [
		['ROAS', 'roas', { short: times, full: times, sense: 'more' }],
		['CTR', 'ctr', { short: percent, full: percent, sense: 'more' }],
		['Cost per click', 'cpc', amount],
		['Cost per 1,000 impressions', 'cpm', amount],
		['Cost per conversion', 'cost_per_conversion', amount],
	];
	const known = ratios.filter(
		([, name]) => own[name] !== null || (before?.[name] ?? null) !== null,
	);
	return [...measured, ...known.map(([label, name, look]) => figure(name, label, look))];
}

interface Look {
	readonly short: Format;
	readonly full: Format;
	readonly sense: Sense;
}

/** What conversions that come later change. */
const GROWS: readonly string[] = ['conversions', 'conversion_value', 'roas', 'cost_per_conversion'];
