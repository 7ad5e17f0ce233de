/**
 * What an adapter needs: the ports and their faults, Pinterest's addresses, and how tokens are renewed. For
 * programs that send requests with something else than got. See worker/README.md.
 * @module port
 */
export * from '../ports';
export { quoted } from '../client/redact';
export { openDownload } from './download';
export { faultFrom, faultFromCode } from './faults';
export { isCurable } from './unauthorized';
export {
	API_HOSTS,
	CONSENT_PAGE,
	ISSUING_PATH,
	PROBE_PATH,
	CATALOG_SCOPE,
	REQUIRED_SCOPES,
	SCOPES,
	apiBaseUrl,
	type Environment,
} from '../connection/environments';
export { RefreshOnce, type Post } from '../connection/refreshOnce';
export {
	fingerprint,
	isTokenValid,
	milliseconds,
	readTokenTimes,
	refreshDue,
	writeTokenTimes,
	type TokenTimes,
} from '../connection/token';
export {
	parseTokenAnswer,
	refreshRequest,
	renewalFault,
	type FormRequest,
	type RefreshGrant,
	type TokenAnswer,
	type Tokens,
} from '../connection/tokenEndpoint';
