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
