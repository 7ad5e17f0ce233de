import type { ShownChange } from '../changes';
import { html, type Html } from '../html';

/** How a figure has changed: an arrow and a colour for those who see them, words for the others. */
export function changeMark(change: ShownChange | undefined): Html | null {
	if (change === undefined) return null;
	return html`<span class="change ${change.tone}" title="${`Was ${change.wasInFull}`}"
		><span aria-hidden="true">${change.text}</span
		><span class="hidden"> (${change.spoken})</span></span
	>`;
}

/** A figure in a table, its change below. */
export const withChange = (figure: string, change: ShownChange | undefined): Html | string =>
	change === undefined ? figure : html`<span>${figure} ${changeMark(change)}</span>`;
