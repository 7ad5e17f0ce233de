import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeProperties,
} from 'n8n-workflow';
import {
	apiBaseUrl,
	faultFrom,
	isTransportFault,
	type Post,
	readTokenTimes,
	refreshDue,
	type RefreshGrant,
	RefreshOnce,
	writeTokenTimes,
} from '../worker/src/port';
import { addressFields } from './apiAddress';
import { ORDER_HEADER, type Order } from './orderHeader';
import { tokenFields } from './pastedTokenFields';
import {
	conversionTokenRefused,
	conversionTokenTestFrom,
	pastedTokenTest,
} from './pastedTokenTest';

/** What has happened so far to the one request for which n8n has read this credential. */
interface Visit {
	signed: boolean;
	underTest: boolean;
	/** Why the tokens are to be renewed before anything is sent. */
	renewing?: 'expiring' | 'asked';
	renewed: boolean;
	/** The tokens are to be forgotten, and then nothing is to be sent. */
	disconnecting: boolean;
}

/** n8n hands one and the same object to `authenticate` and `preAuthentication` of a request. */
const visits = new WeakMap<ICredentialDataDecryptedObject, Visit>();

/** What n8n stores in place of the tokens; see `validUntil` below for why that one is not empty. */
const FORGOTTEN = {
	accessToken: '',
	refreshToken: '',
	conversionToken: '',
	validUntil: 'unknown',
};

const refreshes = new RefreshOnce(() => Date.now());

/**
 * "Paste a token": an access token and, to have it renewed, a refresh token with the app's id and
 * secret; or a conversion token, which nothing renews. n8n calls `preAuthentication` after a 401 and
 * stores what it returns; a request that must not leave with the present token gets there by a 401 of our
 * own, before anything is sent.
 */
export class PinterestAdsApi implements ICredentialType {
	name = 'pinterestAdsApi';

	displayName = 'Pinterest Ads API';

	icon = {
		light: 'file:../icons/pinterestAds.svg',
		dark: 'file:../icons/pinterestAds.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/illixis/n8n-nodes-pinterest-ads/blob/main/docs/connect.md';

	properties: INodeProperties[] = [
		...addressFields,
		...tokenFields,
		// n8n calls preAuthentication only for credentials with such a property, and before every
		// request while it is empty: so it never is.
		{
			displayName: 'Valid Until',
			name: 'validUntil',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: 'unknown',
		},
	];

	test: ICredentialTestRequest = {
		...pastedTokenTest,
		request: { ...pastedTokenTest.request, headers: { [ORDER_HEADER]: 'test' satisfies Order } },
	};

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { [ORDER_HEADER]: order, ...headers } = requestOptions.headers ?? {};
		const visit = visitOf(credentials);
		visit.signed = true;
		visit.underTest ||= order === 'test';
		if (visit.disconnecting) throw tokensForgotten();
		if (order === 'disconnect') {
			visit.disconnecting = true;
			throw expired();
		}
		if (!visit.underTest && !visit.renewed && grantOf(credentials)) {
			const times = readTokenTimes(credentials.validUntil, tokenOf(credentials));
			const expiring = refreshDue(times, Date.now());
			visit.renewing = order === 'renew' ? 'asked' : expiring ? 'expiring' : undefined;
			if (visit.renewing) throw expired();
		}
		const authorization = `Bearer ${tokenOf(credentials)}`;
		const request =
			visit.underTest && isConversionToken(credentials)
				? conversionTokenTestFrom(requestOptions, credentials.adAccountId)
				: requestOptions;
		return { ...request, headers: { ...headers, authorization } };
	}

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const visit = visitOf(credentials);
		if (visit.disconnecting) return FORGOTTEN;
		const grant = grantOf(credentials);
		if (visit.signed && visit.underTest && isConversionToken(credentials)) {
			throw conversionTokenRefused();
		}
		// Called before the request was even signed, or again after a renewal: nothing to cure.
		if (!visit.signed || visit.renewed || !grant) return {};
		// The form may still hold the old tokens, and saving it would write them over the new ones.
		if (visit.underTest) throw notRenewedInTest();
		visit.renewed = true;
		const spent = tokenOf(credentials);
		const outcome = await refreshes.refresh(grant, spent, postWith(this));
		if (!isTransportFault(outcome)) {
			const { accessToken, refreshToken = grant.refreshToken } = outcome;
			return { accessToken, refreshToken, validUntil: writeTokenTimes(accessToken, outcome) };
		}
		// The present token is still good for up to a day, so the request goes on with it.
		if (visit.renewing === 'expiring') return {};
		throw outcome;
	}
}

function visitOf(credentials: ICredentialDataDecryptedObject): Visit {
	const known = visits.get(credentials);
	if (known) return known;
	const fresh: Visit = {
		signed: false,
		underTest: false,
		renewed: false,
		disconnecting: false,
	};
	visits.set(credentials, fresh);
	return fresh;
}

/** Tokens are copied with spaces, line ends or the word "Bearer" around them. */
function tokenOf(credentials: ICredentialDataDecryptedObject): string {
	const { accessToken, conversionToken } = credentials;
	const token = isConversionToken(credentials) ? conversionToken : accessToken;
	return trimmed(token).replace(/^Bearer\s+/i, '');
}

const trimmed = (value: unknown) => String(value ?? '').trim();

/** Credentials stored before there was a choice hold an access token. */
const isConversionToken = ({ tokenKind }: ICredentialDataDecryptedObject) =>
	tokenKind === 'conversion';

function grantOf(credentials: ICredentialDataDecryptedObject): RefreshGrant | undefined {
	if (isConversionToken(credentials)) return undefined;
	const clientId = trimmed(credentials.clientId);
	const clientSecret = trimmed(credentials.clientSecret);
	const refreshToken = trimmed(credentials.refreshToken);
	if (!clientId || !clientSecret || !refreshToken) return undefined;
	const baseUrl = apiBaseUrl(trimmed(credentials.environment), trimmed(credentials.apiBaseUrl));
	return { baseUrl, clientId, clientSecret, refreshToken };
}

function postWith({ helpers }: IHttpRequestHelper): Post {
	return async (request) => {
		const answer = (await helpers.httpRequest({
			...request,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Refresh token and app secret are for Pinterest alone, wherever it points to.
			disableFollowRedirect: true,
			sendCredentialsOnCrossOriginRedirect: false,
			timeout: 30_000,
			// An answer that comes byte by byte is never silent.
			abortSignal: AbortSignal.timeout(60_000),
		})) as IN8nHttpFullResponse;
		return { status: answer.statusCode, body: answer.body };
	};
}

/** What n8n takes for the API's own 401. */
function expired(): Error {
	return Object.assign(new Error('The access token has to be renewed first.'), {
		response: { status: 401 },
	});
}

/** Ends the request that had the tokens forgotten: it was only the way to get there. */
function tokensForgotten(): Error {
	return faultFrom('cancelled', 'The tokens of the credential have been cleared.');
}

function notRenewedInTest(): Error {
	return faultFrom(
		'refresh-refused',
		'Invalid access token: Pinterest does not accept it. A test renews nothing: if it has merely expired, the next workflow that uses this credential renews it with the refresh token, or do it now with the node’s operation Connection: Refresh Token. Otherwise paste a new access token and refresh token.',
	);
}
