import { html, type Html } from '../../html';
import type { Change } from '../model/change';
import type { PlatformWords } from '../platformWords';
import { clockOf, since } from '../times';

export type Tone = 'good' | 'warn' | 'bad' | 'none';

/** A state: its colour, its shape and its word say the same. */
export const pill = (tone: Tone, word: string): Html =>
	html`<span class="pill ${tone}"><i aria-hidden="true"></i>${word}</span>`;

/** `3 hours ago`, with the time itself for whoever points at it. */
export const ago = (moment: number, now: number): Html =>
	html`<time datetime="${new Date(moment).toISOString()}" title="${clockOf(moment)}"
		>${since(moment, now)}</time
	>`;

/** `in 3 hours (30 Nov 2026, 06:00 UTC)` */
export const agoAndTime = (moment: number, now: number): Html =>
	html`${ago(moment, now)} <span class="muted">(${clockOf(moment)})</span>`;

const ARROWS = { up: '▲', down: '▼', same: '=' } as const;
const WORDS = { up: 'up', down: 'down', same: 'unchanged' } as const;
/** Beyond, a percentage says no more than that there was nearly nothing before. */
const TENFOLD = 9.995;

const PERCENT = new Intl.NumberFormat('en', {
	...{ style: 'percent', maximumFractionDigits: 1 },
});

/** `▲ 12.3%`, read out as “up 12.3%”. */
export function changeMark(change: Change | undefined): Html | null {
	if (change === undefined) return null;
	const { share, direction, tone } = change;
	const words = share === null ? 'from 0' : direction === 'same' ? '' : amountOf(Math.abs(share));
	return html`<span class="change ${tone}"
		><span aria-hidden="true">${ARROWS[direction]}</span
		><span class="hidden"> ${WORDS[direction]}</span> ${words}</span
	>`;
}

const amountOf = (share: number): string =>
	share > TENFOLD ? `${Math.round(share + 1).toLocaleString('en')}×` : PERCENT.format(share);

/** A section of the page, with what it is called, and how old what it says is. */
export const section = (id: string, title: string, age: Html | string | null, body: Html): Html =>
	html`<section id="${id}" aria-labelledby="${id}-title">
		<div class="head">
			<h2 id="${id}-title">${title}</h2>
			<span class="muted small">${age}</span>
		</div>
		${body}
	</section>`;

/** `Fill in *Monthly Budget*`, with what is between asterisks emphasized. */
export const emphasized = (text: string): Array<Html | string> =>
	text.split('*').map((part, n) => (n % 2 === 1 ? html`<em>${part}</em>` : part));

export const unreadable = (table: string, { makeTables }: PlatformWords): Html =>
	html`<p class="card">
		The table ${table} could not be read, so nothing can be said here. ${makeTables} Then look
		again.
	</p>`;
