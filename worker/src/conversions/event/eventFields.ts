import type { JsonObject } from '../../client/readers';
import type { AppInfo, ConversionEvent, DeviceInfo, Writable } from '../../pinterest/types';
import { readAppInfo, readDeviceInfo } from '../person/appAndDevice';
import { declared, eventField, flagField, tableOf, textField } from './eventField';
import { isAbsent, type EventIssues } from './eventIssues';
import { EVENTS, PLACES } from './eventNames';
import { textIn } from './looseValues';
import { put, type Read } from './eventReaders';

const readLanguage: Read<string> = (value, field, issues) => {
	const code = /^([a-z]{2})(?:[-_]|$)/i.exec(textIn(value) ?? '')?.[1].toLowerCase();
	if (code === undefined) {
		issues.warn(field, 'must be a code of two letters (ISO 639-1), such as en; left out');
	}
	return code;
};

/** Of Pinterest's own list, somebody else's name for one of these, or a name of the advertiser's own. */
type AnyEventName = keyof typeof EVENTS | (string & {});

/** What every event says besides who it was and what it is about; `readEvent` reads them one by one. */
export const BASIC_FIELDS = {
	eventName: declared<AnyEventName>('choice', {
		label: 'Event',
		description: 'What the customer did',
		choices: EVENTS,
		preset: 'checkout',
	}),
	eventTime: declared<string | number | Date>('time', {
		label: 'Event Time',
		description:
			'When it happened: an ISO date and time, or a Unix timestamp. Without a time zone it is UTC. Empty means now.',
	}),
	eventId: declared<string>('text', {
		label: 'Event ID',
		description:
			'Tells repeated events apart, so that none is counted twice. Use the ID that the Pinterest tag sends. Empty means the one in the event data, or one made from the order ID or from the event itself.',
	}),
	actionSource: declared<keyof typeof PLACES>('choice', {
		label: 'Action Source',
		description: 'Where it happened',
		choices: PLACES,
		preset: 'web',
	}),
	eventSourceUrl: declared<string>('text', {
		label: 'Event Source URL',
		description: 'The page on which it happened',
	}),
};

/** Parts by Pinterest's names; their values are read by `appAndDevice`. */
type Parts<Sent> = {
	readonly [Key in keyof Sent]?: Sent[Key] | string | number | null;
};

/** What an event may say besides what every event says, who it was and what it is about. */
export const FURTHER_FIELDS = {
	partnerName: textField({
		label: 'Partner Name',
		description: 'Only if Pinterest asked you to send one',
		sentAs: 'partner_name',
	}),
	// Only if it is said: an opt-out by default would take people out whom nobody asked.
	optOut: flagField({
		label: 'Opt Out',
		description: 'Whether the customer opted out of tracking; only sent where it is given',
		sentAs: 'opt_out',
	}),
	language: textField(
		{
			label: 'Language',
			description: 'The customer’s language, two letters',
			sentAs: 'language',
		},
		readLanguage,
	),
	appId: textField({
		label: 'App ID',
		description: 'The app’s ID in its store',
		sentAs: 'app_id',
	}),
	appName: textField({
		label: 'App Name',
		description: 'The name of the app',
		sentAs: 'app_name',
	}),
	appVersion: textField({
		label: 'App Version',
		description: 'The version of the app',
		sentAs: 'app_version',
	}),
	appInfo: eventField<Parts<AppInfo> | string>()('json', readAppInfo, {
		label: 'App Info',
		description: 'What is known of the app, such as {"app_version": "7.9"}',
		sentAs: 'app_info',
	}),
	deviceBrand: textField({
		label: 'Device Brand',
		description: 'The brand of the customer’s device',
		sentAs: 'device_brand',
	}),
	deviceCarrier: textField({
		label: 'Device Carrier',
		description: 'The mobile carrier of the customer’s device',
		sentAs: 'device_carrier',
	}),
	deviceModel: textField({
		label: 'Device Model',
		description: 'The model of the customer’s device',
		sentAs: 'device_model',
	}),
	deviceType: textField({
		label: 'Device Type',
		description: 'The kind of the customer’s device',
		sentAs: 'device_type',
	}),
	deviceInfo: eventField<Parts<DeviceInfo> | string>()('json', readDeviceInfo, {
		label: 'Device Info',
		description: 'What is known of the device, such as {"os_family": "ios"}',
		sentAs: 'device_info',
	}),
	osVersion: textField({
		label: 'OS Version',
		description: 'The version of the device’s operating system',
		sentAs: 'os_version',
	}),
	wifi: flagField({
		label: 'Wi-Fi',
		description: 'Whether the device was on Wi-Fi; only sent where it is given',
		preset: true,
		sentAs: 'wifi',
	}),
};

const FURTHER = tableOf<ConversionEvent>(FURTHER_FIELDS);

/** The input's fields that are neither about the person nor about what was bought. */
export const EVENT_FIELDS: readonly string[] = [
	'adAccountId',
	...Object.keys(BASIC_FIELDS),
	...Object.keys(FURTHER_FIELDS),
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
