import type { ApiRequest } from '../description/description.mts';

export const FAULT_KINDS = [
	/** Answered instead of doing the work. */
	'429',
	/** The same as a 400, and as a 429 without headers: only the message names the wait. */
	'throttle-400',
	'throttle-429',
	/** A 400 for a fault of Pinterest's own that passes. */
	'own-fault',
	/** To `location`, with the status 307 or another. */
	'redirect',
	'500',
	'502',
	'503',
	'html',
	/** Never answered; the connection stays open. Nothing is done. */
	'hang',
	/** An answer that comes byte by byte and never ends. Nothing is done. */
	'drip',
	/** The connection is cut before the work is done. */
	'cut-before',
	/** The work is done, then the connection is cut. */
	'cut-after',
	/** The work is done, then a 500 is answered. */
	'done-500',
	/** The work is done, then half of the answer arrives. */
	'truncated',
	/** What `answer` says, instead of the work or after it: whatever Pinterest never answers. */
	'answer',
	'done-answer',
	/** The named elements of a batch are refused inside a 200. */
	'item-exception',
	/** The named events fail inside a 200, or inside a 422; the others are processed. */
	'partial-200',
	'partial-422',
	/** A list hands out the same bookmark forever. */
	'bookmark-loop',
	/** The same with two bookmarks in turn, and with ever new ones. */
	'bookmark-circle',
	'bookmark-endless',
	/** A report ends badly. */
	'report-failed',
	'report-expired',
	'report-cancelled',
	/** A report is forgotten as soon as it is asked for. */
	'report-lost',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** An answer made up by a test. A body that is text is no JSON. */
export interface MadeUpAnswer {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

export interface FaultRule {
	/** Which requests; nothing given means every API request. */
	match?: {
		method?: string;
		/** A part of the path, or a regular expression between slashes. */
		path?: string | RegExp;
		operationId?: string;
		/** Only in the same process. */
		when?: (request: AskedRequest) => boolean;
	};
	fault: FaultKind;
	/** Of `answer` and `done-answer`. A function only in the same process. */
	answer?: MadeUpAnswer | ((request: AskedRequest) => MadeUpAnswer);
	/** How often it strikes; without it, always. */
	count?: number;
	/** Lets the first so many matching requests pass. */
	after?: number;
	/** Strikes by chance instead of always. */
	probability?: number;
	/** Makes chance repeatable. */
	seed?: number;
	/** What `X-RateLimit-Reset` says: of a `429`, and where it is given of a 5xx; or the wait of a throttle's message. */
	resetSeconds?: number;
	/** For `redirect`; the status is 307 where none is given. */
	location?: string;
	status?: number;
	/** Which elements of a batch; the first one by default. */
	items?: number[];
	/** For refused elements: what Pinterest says. */
	code?: number;
	message?: string;
}

export type AskedRequest = Pick<ApiRequest, 'method' | 'path' | 'query'> & { body?: unknown };

interface Armed {
	rule: FaultRule;
	seen: number;
	struck: number;
	random: () => number;
}

/** A small repeatable generator (mulberry32): the same seed gives the same faults. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Faults on demand. The first rule that matches and is due strikes. */
export class Faults {
	private armed: Armed[] = [];

	add(rule: FaultRule): void {
		if (!FAULT_KINDS.includes(rule.fault)) {
			throw new Error(`There is no fault "${String(rule.fault)}": ${FAULT_KINDS.join(', ')}.`);
		}
		const random = rule.seed === undefined ? Math.random : seededRandom(rule.seed);
		this.armed.push({ rule, seen: 0, struck: 0, random });
	}

	clear(): void {
		this.armed = [];
	}

	list(): Array<FaultRule & { struck: number }> {
		return this.armed.map(({ rule, struck }) => ({ ...rule, struck }));
	}

	/** The fault that this request suffers. */
	strike(request: AskedRequest, operationId?: string): FaultRule | undefined {
		for (const armed of this.armed) {
			const { rule } = armed;
			if (rule.count !== undefined && armed.struck >= rule.count) continue;
			if (!matches(rule, request, operationId)) continue;
			armed.seen += 1;
			if (armed.seen <= (rule.after ?? 0)) continue;
			if (rule.probability !== undefined && armed.random() >= rule.probability) continue;
			armed.struck += 1;
			return rule;
		}
		return undefined;
	}
}

function matches({ match }: FaultRule, request: AskedRequest, operationId?: string) {
	const { method, path } = request;
	if (match?.when && !match.when(request)) return false;
	if (match?.method && match.method.toUpperCase() !== method.toUpperCase()) return false;
	if (match?.operationId && match.operationId !== operationId) return false;
	if (!match?.path) return true;
	if (typeof match.path !== 'string') return match.path.test(path);
	const expression = /^\/(.*[\\^$*+?()[\]|].*)\/([imsu]*)$/.exec(match.path);
	return expression
		? new RegExp(expression[1], expression[2]).test(path)
		: path.includes(match.path);
}
