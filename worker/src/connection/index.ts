export {
	adAccountIdFor,
	getAdAccount,
	getAdAccountInput,
	resolveAdAccount,
	type AdAccountReference,
} from './adAccountOf';
export {
	listAdAccounts,
	listAdAccountsInput,
	type AdAccount,
	type AdAccountFilters,
} from './adAccounts';
export { checkConnection, type ConnectionRecord, type KnownOfToken } from './connection';
export {
	API_HOSTS,
	CATALOG_SCOPE,
	REQUIRED_SCOPES,
	SCOPES,
	apiBaseUrl,
	type Environment,
} from './environments';
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
