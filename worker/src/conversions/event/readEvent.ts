import { isObject } from '../../client/readers';
import type { JsonObject } from '../../client/readers';
import { succeeded, failed, type Outcome } from '../../outcome';
import type { ConversionEvent, UserData, Writable } from '../../pinterest/types';
import { idOfA } from '../../input';
import { readCustomData } from '../order/customData';
import { country } from '../person/countries';
import { eventIdOf, isKeptByInput, isOnlyByNow } from './eventId';
import { readActionSource, readEventName } from './eventNames';
import { readEventTime } from './eventTime';
import { conversionInput, ownName, type NewConversion } from '../conversionFields';
import { namesOf } from './eventField';
import { addFurther } from './eventFields';
import { EventIssues, isAbsent, unknownField, unreadableEvent } from './eventIssues';
import { readUserData } from '../person/identifiers';
import { readText } from './eventReaders';
import { isPlaceholder } from './placeholders';
import { textIn } from './looseValues';
import { withoutEmails } from './pageAddress';
import { translate } from '../shapes';

export type { ConversionEvent };

export interface ReadEvent {
	readonly event: ConversionEvent;
	/** The ad account that the input names. */
	readonly adAccountId?: string;
	readonly warnings: string[];
	/** Whether Pinterest would count it again if the same input came in another run of its caller. */
	readonly countsAgain?: true;
}

const FIELDS: ReadonlySet<string> = new Set(namesOf(conversionInput.fields));

/**
 * Reads one input into the event that Pinterest is sent. It walks tables by hand where the worker's
 * other inputs go through zod: a schema of this size would cost as much as all the hashing, and a
 * thousand events come at once.
 * @param now milliseconds
 * @param position of the input in its run
 * @param said what has been said once for all events of the run
 */
export function readEvent(
	input: unknown,
	now: number,
	position = 0,
	said?: Set<string>,
): Outcome<ReadEvent> {
	if (!isObject(input)) {
		const message = 'An event must be an object with at least an event name';
		return failed(unreadableEvent([{ field: '', message }]));
	}
	const { eventSource } = input;
	if (isAbsent(eventSource) || eventSource === 'fields') {
		return readFields(input, new EventIssues(ownName, said), { now, position });
	}
	const translation = translate(input);
	if (!translation.ok) return translation;
	const { fields, nameOf, warnings, settled, isPrepared, idJoint, phoneCountry } =
		translation.record;
	const issues = new EventIssues(nameOf, said);
	for (const warning of warnings) issues.note(warning);
	// A value that the input itself gives was written by somebody else.
	const isOwn = !isAbsent(input.value) || !isAbsent(input.lineItems);
	issues.isOfShop = eventSource !== 'json' && !isOwn;
	issues.isPrepared = isPrepared === true && !isOwn;
	const code = textIn(phoneCountry) ?? '';
	const from = code === '' ? undefined : country(code);
	return readFields(fields, issues, { now, position, settled, idJoint, phoneCountry: from });
}

/** Whether Pinterest would count an event that it has again, if the same input came in another run of its caller. */
export function countsAgain(input: NewConversion, now: number): boolean {
	const read = readEvent(input, now);
	return read.ok && read.record.countsAgain === true;
}

interface Occasion {
	readonly now: number;
	readonly position: number;
	/** The time was held against a clock before, and must stay what it is. */
	readonly settled?: boolean;
	readonly idJoint?: string;
	/** Two lower-case letters. */
	readonly phoneCountry?: string;
}

function readFields(
	fields: JsonObject,
	issues: EventIssues,
	{ now, position, settled, idJoint, phoneCountry }: Occasion,
): Outcome<ReadEvent> {
	for (const name in fields) {
		if (!FIELDS.has(name)) issues.note(unknownField(name));
	}
	const givenTime = readEventTime(fields.eventTime, now, issues);
	const userData = readUserData(fields, issues, phoneCountry);
	const customData = readCustomData(fields, issues);
	const url = pageOf(fields.eventSourceUrl, issues);
	addClickId(userData, url);
	if (!issues.hasProblems) requireIdentifier(userData, issues);

	const time = givenTime === undefined || (givenTime > now && !settled) ? now : givenTime;
	const event: Writable<ConversionEvent> = {
		event_name: readEventName(fields.eventName, issues),
		action_source: readActionSource(fields.actionSource, issues),
		event_time: Math.floor(time / 1000),
		event_id: '',
		user_data: userData,
	};
	if (url !== undefined) event.event_source_url = url;
	if (customData !== undefined) event.custom_data = customData;
	addFurther(event, fields, issues);

	const orderId = customData?.order_id;
	const basis = {
		eventId: ownId(fields.eventId, 'eventId', issues),
		joint: idJoint,
		orderId: typeof orderId === 'string' ? orderId : undefined,
		givenTime,
		retryKey: optionalText(fields.retryKey, 'retryKey', issues),
		now,
		position,
	};
	const adAccountId = readAdAccountId(fields.adAccountId, issues);
	if (issues.hasProblems) return failed(issues.toError());
	event.event_id = eventIdOf(event, basis);
	if (isOnlyByNow(event.event_name, basis)) warnOfRepeats(issues);
	const isKept = event.action_source !== 'offline' && isKeptByInput(event.event_name, basis);
	const countsAgain = isKept ? undefined : true;
	return succeeded({ event, adAccountId, warnings: issues.warnings, countsAgain });
}

/** An id that says nothing would make one event of all that have it. */
function ownId(value: unknown, field: string, issues: EventIssues): string | undefined {
	const text = optionalText(value, field, issues);
	if (text === undefined || !isPlaceholder(text)) return text;
	issues.warn(field, 'is a word for nothing, which many events would share; left out');
	return undefined;
}

function warnOfRepeats(issues: EventIssues): void {
	const [id, time] = ['eventId', 'eventTime'].map((name) => issues.nameOf([name]));
	issues.warn(
		'eventId',
		`there is none, no ${time}, and no order that it could be made of, so sending this input again later would count it twice; give ${id} or ${time}`,
	);
}

const optionalText = (value: unknown, field: string, issues: EventIssues) =>
	isAbsent(value) ? undefined : readText(value, field, issues);

function pageOf(value: unknown, issues: EventIssues): string | undefined {
	const given = optionalText(value, 'eventSourceUrl', issues);
	const url = given && withoutEmails(given);
	if (url !== given) issues.warn('eventSourceUrl', 'an email address in it was left out');
	return url;
}

const AD_ACCOUNT_ID = idOfA('adAccount');

function readAdAccountId(value: unknown, issues: EventIssues): string | undefined {
	if (isAbsent(value)) return undefined;
	// As it nearly always is; what it goes through otherwise would be gone through for every event.
	if (typeof value === 'string' && /^\d{1,18}$/.test(value)) return value;
	const parsed = AD_ACCOUNT_ID.safeParse(value);
	if (parsed.success) return parsed.data;
	issues.problem('adAccountId', 'must be an ID: digits only, at most 18');
	return undefined;
}

/** Pinterest's click id travels in the landing page's address, where no cookie could keep it. */
function addClickId(userData: Writable<UserData>, url: string | undefined): void {
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

function requireIdentifier(userData: UserData, issues: EventIssues): void {
	if (userData.em !== undefined || userData.hashed_maids !== undefined) return;
	if (userData.client_ip_address !== undefined && userData.client_user_agent !== undefined) return;
	const [email, maids, ip, agent] = NEEDED.map((name) => issues.nameOf([name]));
	issues.problem(
		'',
		`Pinterest cannot match it to anybody: give ${email}, or ${maids} (a mobile advertising ID), or both ${ip} and ${agent}. Other identifiers alone, a phone number for example, are not enough`,
	);
}

const NEEDED = ['email', 'maids', 'clientIpAddress', 'clientUserAgent'];
