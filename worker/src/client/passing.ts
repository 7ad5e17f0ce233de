import type { HttpResponse } from '../ports';

type Said = Pick<HttpResponse, 'status' | 'body'>;

/** Pinterest's numbers for a rate limit, and for a fault of its own. */
const THROTTLED = 8;
const OWN_FAULT = 12;

/**
 * Numbers that say nothing by themselves: only beside these does a message decide. Any other number is that
 * of one certain refusal, whatever words it comes with.
 */
const VAGUE: ReadonlySet<number | undefined> = new Set([undefined, 0, 1, 400, OWN_FAULT]);

const THROTTLE_WORDS =
	/\brate[\s-]?limit\w*\b.{0,60}\b(?:exceeded|reached|hit)\b|\b(?:exceed\w*|reached|hit)\b.{0,60}\brate[\s-]?limit|\btoo many requests\b|\bthrottl/is;

const FAULT_WORDS =
	/\bsomething went wrong on our (?:end|side)\b|\binternal (?:server )?error\b|\btemporarily unavailable\b|\btry again later\b|\bservice unavailable\b/i;

/** "Retry after 37 seconds", "try again in 2 minutes", "wait 37s", "Retry-After: 37". */
const WAIT =
	/\b(?:retry|try again|try it again|come back|wait|available)(?: it| again)?[\s:_-]{1,3}(?:after|in|for|at least|about|another)?[\s:]{0,3}(?:about |at least )?(?=\d)/i;
const PART =
	/^(\d{1,9}(?:\.\d{1,6})?)(?:\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)(?![a-z_])|(?!\w|[.:-]\d))/i;
const SHORTEST = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * Whether Pinterest refuses only because there were too many requests, so that nothing was done: a 429, or a
 * 400 that says so (analytics and reports answer like that).
 */
export function isThrottle(answer: Said): boolean {
	if (answer.status === 429) return true;
	if (answer.status !== 400) return false;
	const words = wordsOf(answer.body);
	return codeOf(answer.body) === THROTTLED || THROTTLE_WORDS.test(words) || hasWait(answer);
}

/** Whether a 400 tells of a fault of Pinterest's own that passes: nothing is wrong with the request. */
export function isOwnFault(answer: Said): boolean {
	if (answer.status !== 400) return false;
	return saysOwnFault(codeOf(answer.body), wordsOf(answer.body));
}

/** The same of the number and words of an element's exception. */
export const saysOwnFault = (code: number | undefined, words: string): boolean =>
	code === OWN_FAULT || (VAGUE.has(code) && FAULT_WORDS.test(words));

/** The wait that a refusal names in its message, in milliseconds. */
export function saidWait({ body }: Pick<HttpResponse, 'body'>): number | undefined {
	const words = wordsOf(body);
	const begin = WAIT.exec(words);
	if (begin === null) return undefined;
	let rest = words.slice(begin.index + begin[0].length);
	let wait: number | undefined;
	for (let part = PART.exec(rest); part !== null; part = PART.exec(rest)) {
		// A number alone means seconds, and only where no other came before it.
		if (part[2] === undefined && wait !== undefined) break;
		wait = (wait ?? 0) + Number(part[1]) * factorOf(part[2]);
		rest = rest.slice(part[0].length).replace(/^(?:,|\s|and\b){1,6}/i, '');
	}
	return wait === undefined ? undefined : Math.ceil(wait);
}

function hasWait(answer: Said): boolean {
	return VAGUE.has(codeOf(answer.body)) && saidWait(answer) !== undefined;
}

function factorOf(unit = 's'): number {
	const word = unit.toLowerCase();
	if (word === 'ms' || word.startsWith('milli')) return SHORTEST.ms;
	return SHORTEST[word[0] as 's' | 'm' | 'h'];
}

/** Enough of it; Pinterest's sentences are short. */
const LONGEST = 1000;

/** What the message says of its own: quotations may hold any words of the input. */
function wordsOf(body: unknown): string {
	const message =
		typeof body === 'object' && body !== null && (body as { message?: unknown }).message;
	if (typeof message !== 'string') return '';
	return message.slice(0, LONGEST).replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<!\w)'[^']*'(?!\w)/g, '…');
}

/** Pinterest's number in an answer's body. */
export function codeOf(body: unknown): number | undefined {
	const code =
		typeof body === 'object' && body !== null ? (body as { code?: unknown }).code : undefined;
	if (typeof code === 'string' && /^\d{1,9}$/.test(code)) return Number(code);
	return typeof code === 'number' ? code : undefined;
}
