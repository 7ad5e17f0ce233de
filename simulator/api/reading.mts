import { SEED } from '../world/seedIds.mts';
import type { Simulation } from '../simulation.mts';

/** A repeated parameter becomes an array; a comma stays what it is. */
export function readQuery(url: string): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const [name, value] of new URLSearchParams(url.split('?')[1] ?? '')) {
		const before = query[name];
		if (before === undefined) query[name] = value;
		else query[name] = [...(Array.isArray(before) ? before : [before]), value];
	}
	return query;
}

/** JSON, or the fields of a form. */
export function readBody(text: string, contentType: string): { body?: unknown; error?: string } {
	if (text === '') return {};
	if (contentType.startsWith('application/x-www-form-urlencoded')) {
		return { body: Object.fromEntries(new URLSearchParams(text)) };
	}
	try {
		return { body: JSON.parse(text) };
	} catch {
		return { error: 'The request body is not JSON.' };
	}
}

/** What the ledger shows of an Authorization header. */
export function labelOf(sim: Simulation, authorization: string): string {
	const [scheme, credentials = ''] = authorization.split(' ');
	if (scheme === 'Basic') {
		const [client] = Buffer.from(credentials, 'base64').toString().split(':');
		return client === SEED.clientId ? 'Basic app' : 'Basic unknown';
	}
	return `${scheme} ${sim.tokens.find(credentials)?.label ?? 'unknown'}`;
}

const SECRET_FIELDS = ['access_token', 'refresh_token', 'code', 'client_secret'];

/** The body of a token request or answer with labels in place of tokens; any other body as it is. */
export function withoutSecrets(sim: Simulation, body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	if (!SECRET_FIELDS.some((name) => typeof (body as Record<string, unknown>)[name] === 'string')) {
		return body;
	}
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [
			name,
			SECRET_FIELDS.includes(name) && typeof value === 'string'
				? (sim.tokens.find(value)?.label ?? `(${name})`)
				: value,
		]),
	);
}
