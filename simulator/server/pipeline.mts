import { handlers } from './handlers.mts';
import type { Answer, Call } from '../api/call.mts';
import type { ApiRequest, Judgement, ApiOperation } from '../description/description.mts';
import type { AskedRequest, FaultRule } from '../api/faults.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import { permitted } from './roles.mts';
import { RATE_LIMIT_MESSAGE, rateHeaders } from '../api/rateLimits.mts';
import {
	envelope,
	missingScope,
	notFound,
	notPermitted,
	Refusal,
	unauthenticated,
} from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { Token } from '../world/tokens.mts';
import type { AdAccount } from '../world/world.mts';

export interface WireAnswer extends Answer {
	headers: Record<string, string>;
	/** Media type of a body that is text already; JSON is made of the others. */
	type?: string;
	/** A fault that the connection has to play, after the work or instead of it. */
	wire?: 'hang' | 'drip' | 'cut-before' | 'cut-after' | 'truncated' | 'html';
}

/**
 * Judges one API request and answers it. The order is Pinterest's: token, scope, rate limit, the
 * shape of the request, the role on the ad account, and only then the work. What breaks the
 * description is written down whatever the answer is, also when a fault comes first.
 */
export function answer(sim: Simulation, request: ApiRequest, entry: LedgerEntry): WireAnswer {
	const operation = sim.description.match(request.method, request.path);
	const handler = operation && handlers[operation.operationId];
	if (!operation || !handler) {
		entry.violations.push(
			operation
				? `operation ${operation.operationId} is not simulated`
				: `${request.method} ${entry.path} is not in the API description`,
		);
		return refuse(notFound('Endpoint'));
	}
	entry.operationId = operation.operationId;
	const judgement = sim.description.judge(operation, request);
	entry.violations.push(...judgement.violations);
	const fault = sim.faults.strike(request, operation.operationId);
	entry.fault = fault?.fault;
	const early = fault && insteadOfWork(fault, operation.category, request);
	if (early) return early;
	let headers: Record<string, string> = {};
	try {
		const token = authenticate(sim, operation, request.headers.authorization);
		const rate = sim.limiter.admit(operation.category, scopeOf(operation, judgement, token));
		headers = rate.headers;
		if (!rate.admitted) throw new Refusal(429, 8, RATE_LIMIT_MESSAGE);
		const shape = judgement.violations[0];
		if (shape !== undefined) throw new Refusal(400, 1, `Invalid request: ${shape}`);
		const done = handler(callOf(sim, operation, request, judgement, token, entry, fault));
		if (fault?.fault === 'done-500') return { ...refuse(wentWrong(fault, 500)), headers };
		if (fault?.fault === 'done-answer') return madeUp(fault, request);
		return { ...done, headers, wire: afterWork(fault) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.violation) entry.violations.push(error.message);
		return { ...refuse(error), headers };
	}
}

/** What a fault does to the answer of work that was done. */
export const afterWork = (fault: FaultRule | undefined) =>
	fault?.fault === 'cut-after' || fault?.fault === 'truncated' ? fault.fault : undefined;

const wentWrong = ({ code = 11, message = 'Something went wrong.' }: FaultRule, status: number) =>
	new Refusal(status, code, message);

const refuse = (refusal: Refusal): WireAnswer => ({
	status: refusal.status,
	body: envelope(refusal),
	headers: {},
});

function madeUp({ answer = {} }: FaultRule, request: AskedRequest): WireAnswer {
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
			return { ...refuse(new Refusal(429, 8, fault.message ?? RATE_LIMIT_MESSAGE)), headers };
		}
		case 'throttle-400':
		case 'throttle-429': {
			const [status, code] = fault.fault === 'throttle-400' ? [400, 1] : [429, 8];
			const said = `You have exceeded your rate limit. Retry after ${fault.resetSeconds ?? 1} seconds.`;
			return refuse(new Refusal(status, fault.code ?? code, fault.message ?? said));
		}
		case 'own-fault': {
			const said = 'Something went wrong on our end. Sorry about that.';
			return refuse(new Refusal(400, fault.code ?? 12, fault.message ?? said));
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
			return { ...refuse(wentWrong(fault, Number(fault.fault))), headers };
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

/** Any one of the operation's security schemes admits; scopes are judged after the token itself. */
function authenticate(sim: Simulation, operation: ApiOperation, header = ''): Token {
	const value = /^Bearer (\S+)$/.exec(header)?.[1];
	const token = value === undefined ? undefined : sim.tokens.find(value);
	if (!token || token.kind === 'refresh' || !sim.tokens.isValid(token)) throw unauthenticated();
	const scheme = {
		access: 'pinterest_oauth2',
		client: 'client_credentials',
		conversion: 'conversion_token',
		refresh: '',
	}[token.kind];
	const wanted = operation.security.find((requirement) => scheme in requirement)?.[scheme];
	if (!wanted) throw unauthenticated();
	if (!wanted.every((scope) => token.scopes.includes(scope))) throw missingScope();
	return token;
}

const scopeOf = (operation: ApiOperation, judgement: Judgement, token: Token) =>
	operation.category === 'ads_conversions'
		? (judgement.params.ad_account_id ?? token.userId)
		: token.userId;

function callOf(
	sim: Simulation,
	operation: ApiOperation,
	request: ApiRequest,
	judgement: Judgement,
	token: Token,
	entry: LedgerEntry,
	fault: FaultRule | undefined,
): Call {
	const { params, query } = judgement;
	const accountId = params.ad_account_id ?? query.ad_account_id;
	const account =
		accountId === undefined ? undefined : accountFor(sim, accountId, operation, token);
	return {
		sim,
		operationId: operation.operationId,
		params,
		query,
		body: request.body,
		token,
		get account(): AdAccount {
			if (!account) throw new Error(`${operation.operationId} has no ad account`);
			return account;
		},
		fault,
		violation: (what) => entry.violations.push(what),
	};
}

function accountFor(
	sim: Simulation,
	id: unknown,
	operation: ApiOperation,
	token: Token,
): AdAccount {
	const account = sim.world.adAccounts.get(String(id));
	if (!account) throw notFound('Ad account', 2);
	if (!permitted(operation, account.roles[token.userId] ?? [])) throw notPermitted();
	return account;
}
