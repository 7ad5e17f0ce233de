import { html, type Html } from '../../../report/html';
import { readMoment } from '../../../values/time';
import { LONGEST_LAUNCH_MS } from '../lease';
import { textsIn } from './questions';

/** What the pages of a launch have in common. */

const MINUTE_MS = 60_000;

/** For the launch itself and its last page, once all is answered. */
const LEFT_TO_LAUNCH_MS = 5 * MINUTE_MS;
/** A page that is asked again stays at least so long. */
const LEAST_MS = 3 * MINUTE_MS;

/**
 * Until when a page can be sent. A run ends by itself after a time that counts from its beginning, pages that somebody
 * has left in the middle included: those are over before, so that nobody is told of a run that was cut off.
 * @param beganAt ISO 8601
 */
export function openUntil(beganAt: unknown, now: number): string {
	const began = readMoment(beganAt) ?? now;
	const until = began + LONGEST_LAUNCH_MS - LEFT_TO_LAUNCH_MS;
	return new Date(Math.max(until, now + LEAST_MS)).toISOString();
}

/** What is above the questions: what is to be corrected, else what the page is about. */
export function corrected(problems: unknown, otherwise: Html): Html {
	const list = textsIn(problems);
	if (list.length === 0) return otherwise;
	const lines = list.map((problem) => html`<br />• ${problem}`);
	return html`<b>Please correct this. Nothing has been created yet.</b>${lines}`;
}
