import { compact, MISSING, type Format } from '../format';
import { html, type Html } from '../html';
import { labelEvery, linear, niceTicks } from './scale';

export interface Bar {
	/** Null where there is no value: a gap. */
	readonly value: number | null;
	readonly short: string;
	readonly full: string;
	/** What it was before, where that is drawn, and when that was. */
	readonly previous?: number | null;
	readonly before?: string;
}

export interface Chart {
	/** Unique in the page. */
	readonly id: string;
	readonly title: string;
	readonly bars: readonly Bar[];
	readonly format: Format;
	/** A count, whose axis has no half. */
	readonly whole: boolean;
}

/** Pixels down, per cent across: so a chart fills any width while its letters keep their size. */
const HEIGHT = 190;
const TOP = 12;
const BOTTOM = 164;
const LEFT = 14;
const RIGHT = 99;
const WIDEST_BAR = 10;
/** So many labels of a date fit on a phone. */
const LABELS = 5;

/** More points than these are a line without marks. */
const MARKED = 14;

/** Bars over time, and what was before as a broken line. What they say in numbers is in the table beside them. */
export function barChart({ id, title, bars, format, whole }: Chart): Html {
	const values = bars.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]);
	const ticks = niceTicks(Math.max(0, ...values), whole);
	const y = linear(ticks[ticks.length - 1], BOTTOM, TOP);
	const band = (RIGHT - LEFT) / bars.length;
	const width = Math.min(band * (bars.length > 40 ? 0.86 : 0.72), WIDEST_BAR);
	const every = labelEvery(bars.length, LABELS);
	const centre = (index: number) => LEFT + band * (index + 0.5);
	return html`<svg
		class="chart ${id}"
		width="100%"
		height="${HEIGHT}"
		role="img"
		aria-labelledby="${id}-title ${id}-desc"
	>
		<title id="${id}-title">${title}</title>
		<desc id="${id}-desc">${described(bars, format)}</desc>
		${ticks.map((tick) => gridLine(tick, y(tick)))}${bars.map((bar, index) => {
			const left = percent(centre(index) - width / 2);
			return column(bar, left, percent(width), y, format);
		})}${lineBefore(bars, centre, y, format)}${bars.map(({ short }, index) => (index % every === 0 ? timeLabel(short, centre(index)) : null))}
	</svg>`;
}

const percent = (value: number): string => `${Number(value.toFixed(3))}%`;
const pixels = (value: number): number => Number(value.toFixed(1));

function gridLine(tick: number, y: number): Html {
	return html`<line x1="${LEFT}%" x2="100%" y1="${pixels(y)}" y2="${pixels(y)}" /><text
			x="${LEFT - 1.5}%"
			y="${pixels(y + 4)}"
			text-anchor="end"
			>${compact(tick)}</text
		>`;
}

function column(
	{ value, full, ...was }: Bar,
	x: string,
	width: string,
	y: (value: number) => number,
	format: Format,
): Html | null {
	if (value === null || value <= 0) return null;
	// A pixel at least: a little is not nothing.
	const top = Math.min(y(value), BOTTOM - 1);
	return html`<rect x="${x}" y="${pixels(top)}" width="${width}" height="${pixels(BOTTOM - top)}"
		><title>${full}: ${format(value)}${told(was, format)}</title></rect
	>`;
}

/** ` (before, 9 Nov 2026: 0.20 USD)` */
const told = ({ previous, before }: Pick<Bar, 'previous' | 'before'>, format: Format): string =>
	previous === undefined || previous === null
		? ''
		: ` (before${before === undefined ? '' : `, ${before}`}: ${format(previous)})`;

/** From each time to the next, with a gap where there is no value. */
function lineBefore(
	bars: readonly Bar[],
	centre: (index: number) => number,
	y: (value: number) => number,
	format: Format,
): Html[] {
	const points = bars.map(({ previous }, index) =>
		previous === undefined || previous === null
			? undefined
			: { x: percent(centre(index)), y: pixels(y(previous)) },
	);
	const lines = points.map((point, index) => {
		const next = points[index + 1];
		if (point === undefined || next === undefined) return null;
		const ends = html`x1="${point.x}" x2="${next.x}" y1="${point.y}" y2="${next.y}"`;
		// The ground under it keeps it apart from the bars.
		return html`<line class="ground" ${ends} /><line class="before" ${ends} />`;
	});
	const marks = points.map((point, index) => {
		const isAlone = points[index - 1] === undefined && points[index + 1] === undefined;
		if (point === undefined || (bars.length > MARKED && !isAlone)) return null;
		return html`<circle class="before" cx="${point.x}" cy="${point.y}" r="3"
			><title>${bars[index].full}${told(bars[index], format)}</title></circle
		>`;
	});
	return [...lines, ...marks].filter((part) => part !== null);
}

function timeLabel(label: string, centre: number): Html {
	const last = centre > 90;
	return html`<text
		x="${last ? '100%' : percent(centre)}"
		y="${BOTTOM + 19}"
		text-anchor="${last ? 'end' : 'middle'}"
		>${label}</text
	>`;
}

function described(bars: readonly Bar[], format: Format): string {
	const known = bars.filter(({ value }) => value !== null);
	if (known.length === 0) return MISSING;
	const most = known.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a));
	const least = known.reduce((a, b) => ((b.value ?? 0) < (a.value ?? 0) ? b : a));
	return `${bars.length} ${bars.length === 1 ? 'bar' : 'bars'}. Most: ${format(most.value)} (${most.full}). Least: ${format(least.value)} (${least.full}).`;
}
