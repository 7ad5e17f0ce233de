/**
 * The worker's tasks, and what is needed to call them and to read what they give. Every task takes
 * `(context, input)`. See worker/README.md.
 * @module worker
 */
// First: without it, nothing else can be loaded.
import './zodInUse';
export * from './audiences';
export * from './automation';
export * from './campaigns';
export * from './catalogs';
export * from './changes';
export {
	checkConnection,
	getAdAccount,
	getAdAccountInput,
	listAdAccounts,
	listAdAccountsInput,
	mayRun,
	nextState,
	type AdAccount,
	type AdAccountFilters,
	type AdAccountReference,
	type ConnectionEvent,
	type ConnectionRecord,
	type ConnectionState,
} from './connection';
export * from './conversions';
export * from './conversionTags';
export * from './leads';
export * from './metrics';
export * from './rawCall';
export * from './report';
export {
	choicesFor,
	columnChoices,
	goalTagChoices,
	interestChoices,
	type PickerChoice,
	type ChoicePage,
	type PickerKind,
} from './pickers';
export { errorFromFault } from './client/client';
export { fieldName } from './fieldName';
export { applies } from './fields/applies';
export type { AppliesWhen, Choice, Field, FieldKind, Fields, GivenBy, Need } from './fields/field';
export { requireAccessToken } from './client/conversionToken';
export { ERROR_ACTIONS, type ErrorAction } from './client/errorActions';
export {
	ERROR_KINDS,
	isRetryable,
	isRetryableAfterLooking,
	type ErrorKind,
	type KindMeaning,
} from './client/errorKinds';
export { PinterestAdsError, isPinterestAdsError } from './client/errors';
export type { TokenKind, WorkerContext } from './context';
export { SPENDING_FIELDS } from './spending/spendingFields';
export type { SpendingPolicy } from './spending/spendingPolicy';
export { previewed } from './preview/previewed';
export type { Preview, PreviewChange, PreviewRequest } from './preview/preview';
export { failed, succeeded, type Outcome } from './outcome';
export { idsListed, type IdOf } from './values/address';
export { inCurrency } from './values/money';
export type { Clock, Http, HttpRequest, HttpResponse, Logger, TransportFault } from './ports';
