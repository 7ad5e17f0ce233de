import type { ApiRequest } from '../description/description.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import { afterWork, insteadOfWork, type WireAnswer } from '../api/faultAnswers.mts';
import { envelope, Refusal, unauthenticated } from '../api/refusal.mts';
import { SEED } from '../world/seedIds.mts';
import type { Simulation } from '../simulation.mts';
import type { Token } from '../world/tokens.mts';
import type { Body } from '../world/world.mts';

type Form = Record<string, string | undefined>;

/** Beyond the description's schema: announced in its prose, sent by every current client. */
const EXTRA_FIELDS = ['continuous_refresh'];
const FIELDS: Record<string, string[]> = {
	authorization_code: ['grant_type', 'code', 'redirect_uri', ...EXTRA_FIELDS],
	refresh_token: ['grant_type', 'refresh_token', 'scope', ...EXTRA_FIELDS],
	client_credentials: ['grant_type', 'scope'],
};

/** `POST /oauth/token`: HTTP Basic, a form, and one of three grants. */
export function tokenAnswer(sim: Simulation, request: ApiRequest, entry: LedgerEntry): WireAnswer {
	const form = (request.body ?? {}) as Form;
	entry.operationId = 'oauth/token';
	const fault = sim.faults.strike(request, entry.operationId);
	entry.fault = fault?.fault;
	const early = fault && insteadOfWork(fault, 'org_read', request);
	if (early) return early;
	try {
		requireShape(sim, request, entry, form);
		requireApp(request.headers.authorization);
		const body = grants[String(form.grant_type)](sim, form);
		return { status: 200, body, headers: {}, wire: afterWork(fault) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.violation) entry.violations.push(error.message);
		return { status: error.status, body: envelope(error), headers: {} };
	}
}

function requireShape(sim: Simulation, request: ApiRequest, entry: LedgerEntry, form: Form): void {
	const operation = sim.description.match('POST', '/oauth/token');
	if (!operation) throw new Error('The API description has no token endpoint.');
	const grant = form.grant_type ?? '';
	// The description names a schema for each grant, but only by its discriminator.
	const judged = { ...request, body: { grant_type: grant } };
	entry.violations.push(...sim.description.judge(operation, judged).violations);
	const allowed = FIELDS[grant] ?? [];
	for (const name of Object.keys(form)) {
		if (!allowed.includes(name)) entry.violations.push(`form field ${name}: is not of ${grant}`);
	}
	for (const name of allowed) {
		const optional = EXTRA_FIELDS.includes(name) || (grant === 'refresh_token' && name === 'scope');
		if (!optional && !form[name]) entry.violations.push(`form field ${name}: is required`);
	}
	const broken = entry.violations[0];
	if (broken !== undefined) throw new Refusal(400, 1, `Invalid request: ${broken}`);
}

function requireApp(header = ''): void {
	const sent = /^Basic (\S+)$/.exec(header)?.[1];
	const expected = `${SEED.clientId}:${SEED.clientSecret}`;
	if (!sent || Buffer.from(sent, 'base64').toString() !== expected) throw unauthenticated();
}

const grants: Record<string, (sim: Simulation, form: Form) => Body> = {
	authorization_code: (sim, form) => {
		const code = sim.tokens.takeCode(String(form.code));
		if (!code || code.redirectUri !== form.redirect_uri) {
			throw new Refusal(400, 283, 'The authorization code is invalid or has expired.');
		}
		return issue(sim, 'authorization_code', code.userId, code.scopes);
	},
	refresh_token: (sim, form) => {
		const old = sim.tokens.find(String(form.refresh_token));
		if (old?.kind !== 'refresh' || !sim.tokens.isValid(old)) throw unauthenticated();
		const wanted = form.scope ? form.scope.split(',') : [...old.scopes];
		if (!wanted.every((scope) => old.scopes.includes(scope))) {
			throw new Refusal(400, 1, 'A refresh cannot widen the scopes.');
		}
		old.revoked = true;
		return issue(sim, 'refresh_token', old.userId, wanted);
	},
	client_credentials: (sim, form) => {
		const token = sim.tokens.mint({
			kind: 'client',
			userId: SEED.userId,
			scopes: String(form.scope).split(','),
		});
		return { response_type: 'client_credentials', ...bearer(sim, token) };
	},
};

/** A new pair; the refresh token that was used is dead by now. */
function issue(sim: Simulation, grant: string, userId: string, scopes: string[]): Body {
	const access = sim.tokens.mint({ kind: 'access', userId, scopes });
	const refresh = sim.tokens.mint({ kind: 'refresh', userId, scopes });
	return {
		response_type: grant,
		...bearer(sim, access),
		refresh_token: refresh.value,
		refresh_token_expires_in: secondsLeft(sim, refresh),
		refresh_token_expires_at: Math.floor((refresh.expiresAt ?? 0) / 1000),
	};
}

const bearer = (sim: Simulation, token: Token) => ({
	access_token: token.value,
	token_type: 'bearer',
	expires_in: secondsLeft(sim, token),
	scope: token.scopes.join(','),
});

const secondsLeft = (sim: Simulation, token: Token) =>
	Math.round(((token.expiresAt ?? 0) - sim.clock.now()) / 1000);
