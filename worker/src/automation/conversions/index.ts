export { deadConversions } from './deadConversions';
export { dueConversions, type DueConversions, type GivenUp } from './dueConversions';
export { afterFailure, type FailedConversion, type FailedRecord } from './failedConversion';
export {
	firstOfItsEvent,
	isOffline,
	type FirstConversion,
	type KnownRow,
	type Written,
} from './knownConversion';
export { mainOf, newConversionRow } from './newConversion';
export { CONVERSION_RULES, WAITED_TOO_LONG } from './rules';
