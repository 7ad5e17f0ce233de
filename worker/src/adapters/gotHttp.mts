import { once } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import got, { RequestError, type Got, type OptionsOfTextResponseBody } from 'got';
import type { Download, Http, HttpRequest, HttpResponse } from '../ports.ts';
import { openDownload } from '../port/download.ts';
import { faultFrom, faultFromCode } from '../port/faults.ts';
import { jsonBytes } from './jsonBytes.mts';
import { isCurable } from '../port/unauthorized.ts';

export interface GotHttpOptions {
	/** With its version, without a slash at its end: `https://api.pinterest.com/v5`. */
	readonly baseUrl: string;
	/** The access token, or where to get the present one; asked before every request. */
	readonly accessToken: string | (() => string | Promise<string>);
	/**
	 * Called after a 401, once however many requests meet it at the same time; then they are repeated
	 * once. May throw a TransportFault (`refresh-refused`).
	 */
	readonly refresh?: () => Promise<void>;
	/** For the whole of a request, in milliseconds; of a file, for silence. */
	readonly timeoutMs?: number;
	/** For the whole of a file, in milliseconds. */
	readonly downloadTotalMs?: number;
}

const TIMEOUT_MS = 60_000;
const DOWNLOAD_TOTAL_MS = 10 * 60_000;

/** The Http port over got, for any Node.js program. Connections are kept and used again. */
export function createGotHttp(options: GotHttpOptions): Http {
	const client = got.extend({
		agent: {
			http: new HttpAgent({ keepAlive: true }),
			https: new HttpsAgent({ keepAlive: true }),
		},
		// When and how often is decided in one place, the worker's client.
		retry: { limit: 0 },
		throwHttpErrors: false,
		// The API never redirects; whoever does must not get contacts to see.
		followRedirect: false,
		timeout: { request: options.timeoutMs ?? TIMEOUT_MS },
		headers: { 'user-agent': 'illixis-worker', accept: 'application/json' },
	});
	let renewing: Promise<void> | undefined;

	async function renew(): Promise<void> {
		renewing ??= options.refresh?.().finally(() => {
			renewing = undefined;
		});
		await renewing;
	}

	return {
		async send(request) {
			const token = await tokenOf(options);
			const answer = await exchange(client, options.baseUrl, token, request);
			if (!isCurable(answer) || !options.refresh) return answer;
			// Somebody else's renewal may have been quicker than this answer.
			if ((await tokenOf(options)) === token) await renew();
			return await exchange(client, options.baseUrl, await tokenOf(options), request);
		},
		download: async (url, signal) =>
			await download(
				client,
				url,
				{
					silence: options.timeoutMs ?? TIMEOUT_MS,
					total: options.downloadTotalMs ?? DOWNLOAD_TOTAL_MS,
				},
				signal,
			),
	};
}

async function tokenOf({ accessToken }: GotHttpOptions): Promise<string> {
	return typeof accessToken === 'string' ? accessToken : await accessToken();
}

async function exchange(
	client: Got,
	baseUrl: string,
	token: string,
	{ method, path, body, signal }: HttpRequest,
): Promise<HttpResponse> {
	const options: OptionsOfTextResponseBody = {
		method,
		headers: {
			authorization: `Bearer ${token}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		signal,
		responseType: 'text',
		// As bytes: given an object, got would hold a large body several times over.
		...(body === undefined ? {} : { body: jsonBytes(body) }),
	};
	try {
		const answer = await client(baseUrl + path, options);
		return {
			status: answer.statusCode,
			headers: joined(answer.headers),
			body: parsed(answer.body),
		};
	} catch (error) {
		throw toFault(error);
	}
}

/** Large files may take long, but not forever; silence may not. */
async function download(
	client: Got,
	url: string,
	{ silence, total }: { readonly silence: number; readonly total: number },
	signal?: AbortSignal,
): Promise<Download> {
	const timeout = { request: total, response: silence, socket: silence };
	const stream = client.stream(url, { timeout, signal });
	try {
		const [{ statusCode }] = (await once(stream, 'response')) as [{ statusCode: number }];
		return openDownload(statusCode, stream, toFault);
	} catch (error) {
		throw toFault(error);
	}
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
	);
}

/** JSON, or the text where it is none. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function toFault(error: unknown): unknown {
	if (!(error instanceof RequestError)) return error;
	if (error.code === 'ERR_ABORTED') return faultFrom('cancelled', 'cancelled');
	const { syscall } = (error.cause ?? {}) as { syscall?: string };
	return faultFromCode(error.code, syscall === 'connect');
}
