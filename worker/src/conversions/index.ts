export { ACTION_SOURCES, EVENT_NAMES } from './eventNames';
export { countsAgain } from './readEvent';
export { IDENTIFIERS, type Identifier } from './identifiers';
export {
	LARGEST_EVENT_KB,
	prepareConversions,
	type PreparedConversion,
} from './prepareConversions';
export type { ConversionResult } from './results';
export { sendConversion, sendConversions, type SendOptions } from './sendConversions';
export { EVENT_SOURCES, UNPAID_ORDERS } from './shapes';
