import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';
import {
	apiBaseUrl,
	type Download,
	type Http,
	type HttpRequest,
	type HttpResponse,
	isCurable,
	isTransportFault,
	type TransportFault,
} from '../../../worker/src/port';
import { download } from './download';
import type { CredentialType, NodeFunctions } from './functions';
import { answerInside, faultInside, lowerCased } from './n8nFaults';
import { renewIfDue } from './renewToken';
import { cancelledBy, timeLimit } from './timeLimit';
import { tokenStateOf, type TokenState } from './tokenState';

/** Of silence. Long enough for a full batch of records; a request that hangs must not hold an execution. */
const TIMEOUT_MS = 60_000;
/** From first to last byte: an answer that comes byte by byte would never be silent. */
const TOTAL_MS = 120_000;
/** The same for the file of a report, which may be large. */
const DOWNLOAD_TOTAL_MS = 10 * 60_000;

interface Options {
	/** Where they have been read already. */
	readonly credentials?: ICredentialDataDecryptedObject;
	readonly timeoutMs?: number;
	/** For the whole of a request. */
	readonly totalMs?: number;
	/** For the whole of a file. */
	readonly downloadTotalMs?: number;
}

/**
 * The Http port over n8n's authenticated helper, which signs requests, follows n8n's proxy settings,
 * stops with the execution, renews tokens and stores the new ones.
 * Every request fails with a PinterestAdsError `token-expired` while the credential has no token.
 * @throws PinterestAdsError `invalid` where the credential's address is none
 */
export async function createN8nHttp(
	functions: NodeFunctions,
	credentialType: CredentialType,
	{
		credentials: known,
		timeoutMs = TIMEOUT_MS,
		totalMs = TOTAL_MS,
		downloadTotalMs = DOWNLOAD_TOTAL_MS,
	}: Options = {},
): Promise<Http> {
	const credentials =
		known ?? (await functions.getCredentials<ICredentialDataDecryptedObject>(credentialType));
	const { environment, apiBaseUrl: custom } = credentials as Record<string, string | undefined>;
	const baseUrl = apiBaseUrl(environment, custom);
	const token = tokenStateOf(credentials, credentialType);
	if (!token.connected) {
		return {
			send: async () => await Promise.reject(notConnected(credentialType, token.tokenKind)),
		};
	}
	await renewIfDue(functions, credentialType, token);
	const { renewable } = token;
	const limits = { timeoutMs, totalMs, downloadTotalMs };
	return new N8nHttp({ functions, credentialType, baseUrl, renewable, ...limits });
}

interface Setup {
	readonly functions: NodeFunctions;
	readonly credentialType: CredentialType;
	readonly baseUrl: string;
	readonly renewable: boolean;
	readonly timeoutMs: number;
	readonly totalMs: number;
	readonly downloadTotalMs: number;
}

class N8nHttp implements Http {
	private readonly setup: Setup;

	constructor(setup: Setup) {
		this.setup = setup;
	}

	async send(request: HttpRequest): Promise<HttpResponse> {
		const first = await this.attempt(request, false);
		if (!isRefused(first) || !this.setup.renewable) return given(first);
		// n8n renews on any 401, and a new token would lack the same scope: it is asked to only now.
		const second = await this.attempt(request, true);
		if (!isTransportFault(second) || second.fault !== 'refresh-refused') return given(second);
		// Another process may have used the refresh token a moment ago and stored what it got.
		const third = await this.attempt(request, false);
		return given(isRefused(third) ? second : third);
	}

	async download(url: string, signal?: AbortSignal): Promise<Download> {
		const { functions, timeoutMs, downloadTotalMs } = this.setup;
		return await download(functions, url, timeoutMs, timeLimit(downloadTotalMs, signal));
	}

	private async attempt(
		request: HttpRequest,
		renew: boolean,
	): Promise<HttpResponse | TransportFault> {
		const { functions, credentialType, totalMs } = this.setup;
		const limit = timeLimit(totalMs, request.signal);
		try {
			const answer = (await limit.within(
				functions.helpers.httpRequestWithAuthentication.call(
					cancelledBy(functions, limit.signal),
					credentialType,
					this.optionsFor(request, renew),
				),
			)) as IN8nHttpFullResponse;
			const { statusCode: status, headers, body } = answer;
			return { status, headers: lowerCased(headers), body };
		} catch (error) {
			return answerInside(error) ?? limit.faultOf(error, faultInside);
		}
	}

	private optionsFor(request: HttpRequest, renew: boolean): IHttpRequestOptions {
		return {
			method: request.method,
			url: this.setup.baseUrl + request.path,
			body: request.body as IDataObject | undefined,
			json: true,
			timeout: this.setup.timeoutMs,
			returnFullResponse: true,
			// Only a status that is thrown makes n8n renew the token.
			ignoreHttpStatusErrors: renew ? { ignore: true, except: [401] } : true,
			sendCredentialsOnCrossOriginRedirect: false,
			// The API never redirects; whoever does must not get contacts to see.
			disableFollowRedirect: true,
		};
	}
}

function isRefused(outcome: HttpResponse | TransportFault): boolean {
	return !isTransportFault(outcome) && isCurable(outcome);
}

function given(outcome: HttpResponse | TransportFault): HttpResponse {
	if (isTransportFault(outcome)) throw outcome;
	return outcome;
}

function notConnected(
	credentialType: CredentialType,
	tokenKind: TokenState['tokenKind'],
): PinterestAdsError {
	if (tokenKind === 'conversion') {
		return new PinterestAdsError(
			'token-expired',
			'Conversion Token: the Pinterest credential has none.',
			{
				field: 'Conversion Token',
				hint: 'In Pinterest Ads Manager, open Conversions > Set up API, generate a conversion token, and paste it into the Pinterest credential in n8n.',
			},
		);
	}
	const oAuth2 = credentialType === 'pinterestAdsOAuth2Api';
	return new PinterestAdsError(
		'token-expired',
		oAuth2
			? 'The Pinterest credential is not connected yet.'
			: 'Access Token: the Pinterest credential has none.',
		{
			field: oAuth2 ? undefined : 'Access Token',
			hint: oAuth2
				? 'Open the Pinterest credential in n8n and click the connect button to sign in to Pinterest.'
				: 'Open the Pinterest credential in n8n and paste an access token from your app at developers.pinterest.com.',
		},
	);
}
