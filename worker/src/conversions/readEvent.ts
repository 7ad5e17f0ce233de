import { succeeded, failed, type Outcome } from '../outcome';
import { id } from '../input';
import { CUSTOM_DATA, readCustomData, readText, type CustomData } from './customData';
import { eventIdOf, isOnlyByNow } from './eventId';
import { readActionSource, readEventName } from './eventNames';
import { readEventTime } from './eventTime';
import { Findings, isAbsent } from './findings';
import { IDENTIFIERS, readUserData, type UserData } from './identifiers';

/** One element of the request's `data` (operation events/create). */
export interface ConversionEvent {
	event_name: string;
	action_source: string;
	/** Unix seconds. */
	event_time: number;
	event_id: string;
	event_source_url?: string;
	partner_name?: string;
	opt_out?: boolean;
	language?: string;
	user_data: UserData;
	custom_data?: CustomData;
}

export interface ReadEvent {
	readonly event: ConversionEvent;
	/** The ad account that the input names. */
	readonly adAccountId?: string;
	readonly warnings: string[];
}

const FIELDS: ReadonlySet<string> = new Set([
	'adAccountId',
	'eventName',
	'eventTime',
	'eventId',
	'actionSource',
	'eventSourceUrl',
	'partnerName',
	'optOut',
	'language',
	'retryKey',
	...IDENTIFIERS.flatMap(({ fields }) => fields),
	...CUSTOM_DATA.flatMap(({ names }) => names),
]);

/**
 * Reads one input into the event that Pinterest is sent. It walks tables by hand where the worker's
 * other inputs go through zod: a schema of this size would cost as much as all the hashing, and a
 * thousand events come at once.
 * @param now milliseconds
 * @param position of the input in its run
 */
export function readEvent(input: unknown, now: number, position = 0): Outcome<ReadEvent> {
	const findings = new Findings();
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		findings.problem('', 'An event must be an object with at least an event name');
		return failed(findings.toError());
	}
	const fields = input as Readonly<Record<string, unknown>>;
	for (const name in fields) {
		if (!FIELDS.has(name)) findings.warnings.push(unknownField(name));
	}
	const givenTime = readEventTime(fields.eventTime, now, findings);
	const userData = readUserData(fields, findings);
	const customData = readCustomData(fields, findings);
	const url = optionalText(fields.eventSourceUrl, 'eventSourceUrl', findings);
	addClickId(userData, url);
	if (!findings.hasProblems) requireIdentifier(userData, findings);

	const event: ConversionEvent = {
		event_name: readEventName(fields.eventName, findings),
		action_source: readActionSource(fields.actionSource, findings),
		event_time: Math.floor(Math.min(givenTime ?? now, now) / 1000),
		event_id: '',
		user_data: userData,
	};
	if (url !== undefined) event.event_source_url = url;
	if (customData !== undefined) event.custom_data = customData;
	addRest(event, fields, findings);

	const orderId = customData?.order_id;
	const basis = {
		eventId: optionalText(fields.eventId, 'eventId', findings),
		orderId: typeof orderId === 'string' ? orderId : undefined,
		givenTime,
		retryKey: optionalText(fields.retryKey, 'retryKey', findings),
		now,
		position,
	};
	const adAccountId = readAdAccountId(fields.adAccountId, findings);
	if (findings.hasProblems) return failed(findings.toError());
	event.event_id = eventIdOf(event, basis);
	if (isOnlyByNow(basis)) {
		findings.warn(
			'eventId',
			'neither an Event ID, an Order ID nor an Event Time was given, so sending this input again later would count it twice',
		);
	}
	return succeeded({ event, adAccountId, warnings: findings.warnings });
}

function addRest(
	event: ConversionEvent,
	fields: Readonly<Record<string, unknown>>,
	findings: Findings,
): void {
	const partner = optionalText(fields.partnerName, 'partnerName', findings);
	if (partner !== undefined) event.partner_name = partner;
	const optOut = readBoolean(fields.optOut, 'optOut', findings);
	// Only if it is said: an opt-out by default would take people out whom nobody asked.
	if (optOut !== undefined) event.opt_out = optOut;
	const language = optionalText(fields.language, 'language', findings);
	if (language === undefined) return;
	const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(language)?.[1].toLowerCase();
	if (code !== undefined) event.language = code;
	else findings.warn('language', 'must be a code of two letters (ISO 639-1), such as en; left out');
}

const optionalText = (value: unknown, field: string, findings: Findings) =>
	isAbsent(value) ? undefined : readText(value, field, findings);

function readBoolean(value: unknown, field: string, findings: Findings): boolean | undefined {
	if (isAbsent(value)) return undefined;
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	findings.problem(field, 'must be true or false');
	return undefined;
}

function readAdAccountId(value: unknown, findings: Findings): string | undefined {
	if (isAbsent(value)) return undefined;
	const parsed = id.safeParse(value);
	if (parsed.success) return parsed.data;
	findings.problem('adAccountId', 'must be an ID: digits only, at most 18');
	return undefined;
}

/** Pinterest's click id travels in the landing page's address, where no cookie could keep it. */
function addClickId(userData: UserData, url: string | undefined): void {
	if (userData.click_id !== undefined || url === undefined || !url.includes('epik=')) return;
	const epik = /[?&]epik=([^&#\s]+)/.exec(url)?.[1];
	if (epik !== undefined) userData.click_id = percentDecoded(epik);
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function requireIdentifier(userData: UserData, findings: Findings): void {
	if (userData.em !== undefined || userData.hashed_maids !== undefined) return;
	if (userData.client_ip_address !== undefined && userData.client_user_agent !== undefined) return;
	findings.problem(
		'',
		'Pinterest cannot match it to anybody: give an Email, or a Device ID (mobile advertising ID), or both Client IP Address and Client User Agent. Other identifiers alone, a phone number for example, are not enough',
	);
}

const unknownField = (name: string) =>
	/^[\w.-]{1,40}$/.test(name)
		? `The field “${name}” is not known and was left out`
		: 'A field with an unknown name was left out';
