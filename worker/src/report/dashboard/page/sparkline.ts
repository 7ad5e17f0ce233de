import { html, type Html } from '../../html';
import type { Days } from '../model/campaigns';

interface Spark {
	readonly days: Days;
	/** Of the class that colours it, a figure's name. */
	readonly name: string;
	/** For whoever does not see it: `Highest 26 Nov: 120.00 USD.` */
	readonly label: string;
}

const HEIGHT = 40;
const WIDTH = 200;

/** A bar for each day, with the day of the period before as a wider, paler one behind it. */
export function sparkline({ days, name, label }: Spark): Html {
	const top = Math.max(0, ...numbers(days.current), ...numbers(days.before));
	const count = Math.max(days.current.length, 1);
	return html`<svg
		class="spark ${name}"
		viewBox="0 0 ${WIDTH} ${HEIGHT}"
		preserveAspectRatio="none"
		role="img"
		aria-label="${label}"
	>
		<path class="before" d="${bars(days.before, top, count, 0.86)}" />
		<path class="now" d="${bars(days.current, top, count, 0.5)}" />
	</svg>`;
}

/** Without the period before, one line high. */
export const rowSpark = (values: readonly number[], label: string): Html =>
	html`<svg
		class="spark row spend"
		viewBox="0 0 ${WIDTH} ${HEIGHT}"
		preserveAspectRatio="none"
		role="img"
		aria-label="${label}"
	>
		<path
			class="now"
			d="${bars(values, Math.max(0, ...values), Math.max(values.length, 1), 0.7)}"
		/>
	</svg>`;

const numbers = (values: ReadonlyArray<number | null>): number[] =>
	values.filter((value) => value !== null);

/** One path for all bars, as each element of its own would be ten times as long. */
function bars(
	values: ReadonlyArray<number | null>,
	top: number,
	count: number,
	share: number,
): string {
	const band = WIDTH / count;
	const width = rounded(band * share);
	return values
		.map((value, n) => {
			if (value === null || value <= 0 || top <= 0) return '';
			// A line at least: a little is not nothing.
			const height = rounded(Math.max((value / top) * HEIGHT, 0.8));
			const left = rounded(band * (n + (1 - share) / 2));
			return `M${left} ${HEIGHT}v-${height}h${width}v${height}z`;
		})
		.join('');
}

const rounded = (value: number): number => Number(value.toFixed(1));
