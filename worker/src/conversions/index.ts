export { ACTION_SOURCES, EVENT_NAMES } from './event/eventNames';
export { countsAgain } from './event/readEvent';
export { IDENTIFIERS, type Identifier } from './person/identifiers';
export {
	LARGEST_EVENT_KB,
	prepareConversions,
	type PreparedConversion,
} from './prepareConversions';
export type { ConversionResult } from './sending/results';
export { sendConversion, sendConversions, type SendOptions } from './sending/sendConversions';
export { EVENT_SOURCES, UNPAID_ORDERS } from './shapes';
export { conversionTokenTest } from './sending/tokenTest';
