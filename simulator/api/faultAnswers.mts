import type { Answer } from './call.mts';
import type { AskedRequest, FaultRule } from './faults.mts';
import { RATE_LIMIT_MESSAGE, rateHeaders } from './rateLimits.mts';
import { envelope, Refusal } from './refusal.mts';

export interface WireAnswer extends Answer {
	headers: Record<string, string>;
	/** Media type of a body that is text already; JSON is made of the others. */
	type?: string;
	/** A fault that the connection has to play, after the work or instead of it. */
	wire?: 'hang' | 'drip' | 'cut-before' | 'cut-after' | 'truncated' | 'html';
}

/** What a fault does to the answer of work that was done. */
export const afterWork = (fault: FaultRule | undefined) =>
	fault?.fault === 'cut-after' || fault?.fault === 'truncated' ? fault.fault : undefined;

export const wentWrong = (
	{ code = 11, message = 'Something went wrong.' }: FaultRule,
	status: number,
) => new Refusal(status, code, message);

export const refused = (refusal: Refusal): WireAnswer => ({
	status: refusal.status,
	body: envelope(refusal),
	headers: {},
});

/** The answer that a fault makes up. */
export function madeUp({ answer = {} }: FaultRule, request: AskedRequest): WireAnswer {
	const made = typeof answer === 'function' ? answer(request) : answer;
	const { status = 200, headers = {}, body = null } = made;
	const type = typeof body === 'string' ? 'text/plain' : undefined;
	return { status, body, headers: { ...headers }, type };
}

/** The answer of a fault that comes before any work. */
export function insteadOfWork(
	fault: FaultRule,
	category: string,
	request: AskedRequest,
): WireAnswer | undefined {
	switch (fault.fault) {
		case '429': {
			const reset = fault.resetSeconds ?? 1;
			const headers = rateHeaders(category, 1000, 60, 0, reset);
			return { ...refused(new Refusal(429, 8, fault.message ?? RATE_LIMIT_MESSAGE)), headers };
		}
		case 'throttle-400':
		case 'throttle-429': {
			const [status, code] = fault.fault === 'throttle-400' ? [400, 1] : [429, 8];
			const said = `You have exceeded your rate limit. Retry after ${fault.resetSeconds ?? 1} seconds.`;
			return refused(new Refusal(status, fault.code ?? code, fault.message ?? said));
		}
		case 'own-fault': {
			const said = 'Something went wrong on our end. Sorry about that.';
			return refused(new Refusal(400, fault.code ?? 12, fault.message ?? said));
		}
		case 'answer':
			return madeUp(fault, request);
		case 'redirect':
			return {
				status: fault.status ?? 307,
				body: null,
				headers: { location: fault.location ?? '/elsewhere' },
			};
		case '500':
		case '502':
		case '503': {
			const { resetSeconds: reset } = fault;
			const headers = reset === undefined ? {} : rateHeaders(category, 1000, 60, 998, reset);
			return { ...refused(wentWrong(fault, Number(fault.fault))), headers };
		}
		case 'html':
			return { status: 200, body: null, headers: {}, wire: 'html' };
		case 'hang':
		case 'drip':
		case 'cut-before':
			return { status: 0, body: null, headers: {}, wire: fault.fault };
		default:
			return undefined;
	}
}
