export {
	conversionInput,
	LARGEST_EVENT_KB,
	type DocumentEvent,
	type FieldsEvent,
	type NewConversion,
} from './conversionFields';
export { ACTION_SOURCES, EVENT_NAMES } from './event/eventNames';
export { countsAgain } from './event/readEvent';
export type { LineItem } from './order/orderFields';
export { IDENTIFIERS, type Identifier } from './person/identifiers';
export { prepareConversions, type PreparedConversion } from './prepareConversions';
export type { ConversionResult } from './sending/results';
export { sendConversion, sendConversions, type SendOptions } from './sending/sendConversions';
export { EVENT_SOURCES, UNPAID_ORDERS } from './shapes/sources';
export { conversionTokenTest } from './sending/tokenTest';
export * from './intake';
export {
	carriedBy,
	readCarried,
	type AboutEvent,
	type Carried,
	type CarriedWord,
	type EventIdFrom,
} from './carried/carriedText';
export { countCarried, type CarriedEvents, type KeptConversion } from './carried/countCarried';
export { diagnoseConversions, type ConversionDiagnosis } from './diagnosis/diagnoseConversions';
export type { ConversionFinding } from './diagnosis/conversionFinding';
export type { DiagnosedEvent } from './diagnosis/diagnosedEvents';
export { diagnoseConversionsInput, type ConversionsToDiagnose } from './diagnosis/diagnosisInput';
export type { Matched } from './diagnosis/matched';
export { getEventQuality } from './quality/eventQuality';
export { getEventQualityInput, type EventQualityFilters } from './quality/qualityFields';
export type { Coverage, EventIssue, EventQuality, EventScore } from './quality/readScores';
