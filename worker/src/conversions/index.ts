export { ACTION_SOURCES, EVENT_NAMES } from './eventNames';
export { IDENTIFIERS, type Identifier } from './identifiers';
export {
	sendConversion,
	sendConversions,
	type ConversionResult,
	type SendOptions,
} from './sendConversions';
