export { rowsOfCall } from './callRows';
export { deadConversions } from './deadConversions';
export {
	claimsOf,
	dueConversions,
	type ClaimTogether,
	type ConversionClaims,
	type DueConversions,
	type GivenUp,
} from './dueConversions';
export { afterFailure, type FailedConversion, type FailedRecord } from './failedConversion';
export {
	firstOfItsEvent,
	isOffline,
	type FirstConversion,
	type KnownRow,
	type Written,
} from './knownConversion';
export { judgeCall, type JudgedCall, type WrittenCall } from './judgeCall';
export { mainOf, newConversionRow } from './newConversion';
export { CONVERSION_RULES, WAITED_TOO_LONG } from './rules';
