import type { JsonObject } from '../../client/readers';
import type { ConversionEvent, Writable } from '../../pinterest/types';
import { readAppInfo, readDeviceInfo } from '../person/appAndDevice';
import { isAbsent, type EventIssues } from './eventIssues';
import { textIn } from './looseValues';
import { put, readBoolean, readText, type FieldOf, type Read } from './eventReaders';

const readLanguage: Read<string> = (value, field, issues) => {
	const code = /^([a-z]{2})(?:[-_]|$)/i.exec(textIn(value) ?? '')?.[1].toLowerCase();
	if (code === undefined) {
		issues.warn(field, 'must be a code of two letters (ISO 639-1), such as en; left out');
	}
	return code;
};

/** What an event may say besides what every event says, who it was and what it is about. */
export const FURTHER: ReadonlyArray<FieldOf<ConversionEvent>> = [
	{ names: ['partnerName'], key: 'partner_name', read: readText },
	// Only if it is said: an opt-out by default would take people out whom nobody asked.
	{ names: ['optOut'], key: 'opt_out', read: readBoolean },
	{ names: ['language'], key: 'language', read: readLanguage },
	{ names: ['appId'], key: 'app_id', read: readText },
	{ names: ['appName'], key: 'app_name', read: readText },
	{ names: ['appVersion'], key: 'app_version', read: readText },
	{ names: ['appInfo'], key: 'app_info', read: readAppInfo },
	{ names: ['deviceBrand'], key: 'device_brand', read: readText },
	{ names: ['deviceCarrier'], key: 'device_carrier', read: readText },
	{ names: ['deviceModel'], key: 'device_model', read: readText },
	{ names: ['deviceType'], key: 'device_type', read: readText },
	{ names: ['deviceInfo'], key: 'device_info', read: readDeviceInfo },
	{ names: ['osVersion'], key: 'os_version', read: readText },
	{ names: ['wifi'], key: 'wifi', read: readBoolean },
];

/** The input's fields that are neither about the person nor about what was bought. */
export const EVENT_FIELDS: readonly string[] = [
	'adAccountId',
	'eventName',
	'eventTime',
	'eventId',
	'actionSource',
	'eventSourceUrl',
	...FURTHER.flatMap(({ names }) => names),
];

export function addFurther(
	event: Writable<ConversionEvent>,
	input: JsonObject,
	issues: EventIssues,
): void {
	for (const field of FURTHER) {
		const [name] = field.names;
		const value = input[name];
		if (isAbsent(value)) continue;
		const form = field.read(value, name, issues);
		if (form !== undefined) put(event, field, form);
	}
}
