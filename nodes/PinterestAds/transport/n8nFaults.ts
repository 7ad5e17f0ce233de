import {
	faultFrom,
	faultFromCode,
	type HttpResponse,
	ISSUING_PATH,
	isTransportFault,
	quoted,
	renewalFault,
	type TransportFault,
} from '../../../worker/src/port';

/** What n8n, axios and the OAuth2 client put on their errors; none of it is exported as a type. */
interface Thrown {
	name?: string;
	message?: string;
	code?: unknown;
	/** Of the OAuth2 client's `ResponseError`: the token endpoint's answer. */
	status?: unknown;
	syscall?: unknown;
	failure?: { cause?: unknown };
	response?: { status?: unknown; headers?: unknown; data?: unknown };
	config?: { url?: unknown };
	cause?: unknown;
}

/** Depth to which errors are unwrapped: NodeApiError → NodeOperationError → the library's own. */
const MAX_DEPTH = 5;

/**
 * The API's answer inside an error of n8n's request helper: a 401 that a new token did not cure. No
 * other status is thrown; one that is there all the same belongs to an answer that broke off.
 */
export function answerInside(error: unknown): HttpResponse | undefined {
	const response = chain(error).find((thrown) => thrown.response?.status === 401)?.response;
	return response?.headers === undefined
		? undefined
		: { status: 401, headers: lowerCased(response.headers), body: response.data };
}

/** Why n8n's request helper brought no answer. */
export function faultInside(error: unknown): TransportFault {
	const errors = chain(error);
	for (const thrown of errors) {
		if (isTransportFault(thrown)) return thrown;
		const refresh = refreshFault(thrown);
		if (refresh) return refresh;
	}
	const cancelled = errors.find(({ name }) => name === 'AbortError' || name === 'CanceledError');
	if (cancelled) return faultFrom('cancelled', 'cancelled');
	const code = errors.findLast((thrown) => typeof thrown.code === 'string')?.code;
	if (code === undefined) return unexplained(errors);
	const connecting = errors.some(({ syscall }) => syscall === 'connect');
	return faultFromCode(code as string, connecting);
}

/** n8n refuses some requests itself (a blocked address); only its words tell why. */
function unexplained(errors: readonly Thrown[]): TransportFault {
	const message = errors.findLast((thrown) => thrown.message)?.message;
	return faultFrom('no-answer', quoted(message ?? 'no answer'));
}

/**
 * n8n's own renewal of an OAuth2 token. Pinterest answers a refused one with `{ code, message }`, which
 * n8n would show as "Bad request"; only the OAuth2 client's error underneath tells what it was.
 */
function refreshFault(thrown: Thrown): TransportFault | undefined {
	const revoked = thrown.failure?.cause === 'credential-invalid' || thrown.code === 'EAUTH';
	const noRefreshToken = /no refresh token is available/i.test(thrown.message ?? '');
	if (revoked || noRefreshToken) return renewalFault(400);
	if (thrown.code === 'ESTATUS') return renewalFault(Number(thrown.status));
	const url = String(thrown.config?.url ?? '');
	return url.endsWith(ISSUING_PATH)
		? renewalFault(thrown.response?.status as number | undefined)
		: undefined;
}

function chain(error: unknown): Thrown[] {
	const errors: Thrown[] = [];
	let current = error;
	while (typeof current === 'object' && current !== null && errors.length < MAX_DEPTH) {
		errors.push(current as Thrown);
		current = (current as Thrown).cause;
	}
	return errors;
}

export function lowerCased(headers: unknown): Record<string, string> {
	const entries = Object.entries((headers ?? {}) as object);
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
