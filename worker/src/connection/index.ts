export { adAccountIdFor, getAdAccount, resolveAdAccount } from './adAccountOf';
export { listAdAccounts, type AdAccount } from './adAccounts';
export { checkConnection, type ConnectionRecord, type KnownOfToken } from './connection';
export { API_HOSTS, REQUIRED_SCOPES, SCOPES, apiBaseUrl, type Environment } from './environments';
export { RefreshOnce, type Post } from './refreshOnce';
export { mayRun, nextState, type ConnectionEvent, type ConnectionState } from './connectionState';
export { isTokenValid, refreshDue, type TokenTimes } from './token';
export {
	parseTokenAnswer,
	refreshRequest,
	type FormRequest,
	type RefreshGrant,
	type Tokens,
} from './tokenEndpoint';
