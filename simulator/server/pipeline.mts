import { handlers } from './handlers.mts';
import type { Call } from '../api/call.mts';
import {
	afterWork,
	insteadOfWork,
	madeUp,
	refused,
	wentWrong,
	type WireAnswer,
} from '../api/faultAnswers.mts';
import type { ApiRequest, Judgement, ApiOperation } from '../description/description.mts';
import type { FaultRule } from '../api/faults.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import { permitted } from './roles.mts';
import { RATE_LIMIT_MESSAGE } from '../api/rateLimits.mts';
import { missingScope, notFound, notPermitted, Refusal, unauthenticated } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { Token } from '../world/tokens.mts';
import type { AdAccount } from '../world/world.mts';

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
		return refused(notFound('Endpoint'));
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
		if (fault?.fault === 'done-500') return { ...refused(wentWrong(fault, 500)), headers };
		if (fault?.fault === 'done-answer') return madeUp(fault, request);
		return { ...done, headers, wire: afterWork(fault) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.violation) entry.violations.push(error.message);
		return { ...refused(error), headers };
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
