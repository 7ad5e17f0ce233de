import { adAccountId } from '../connection/adAccountField';
import type { Fields } from '../fields/field';
import { labelOf } from '../fields/labels';
import { declared, type NamedGivenBy } from './event/eventField';
import { BASIC_FIELDS, FURTHER_FIELDS } from './event/eventFields';
import type { FieldPath } from './event/eventIssues';
import { ORDER_FIELDS } from './order/orderFields';
import { PERSON_FIELDS } from './person/personFields';
import { DOCUMENT_KINDS, SOURCES, UNPAID, type DocumentKind } from './shapes/sources';

/** What a form with some orders' worth of line items needs, and a body that is not an event exceeds. */
export const LARGEST_EVENT_KB = 64;

/** Every field of the input that an event is read from. */
const FIELDS = {
	adAccountId,
	eventSource: declared<keyof typeof SOURCES>('choice', {
		label: 'Event Comes From',
		description: 'What says what happened',
		choices: SOURCES,
		preset: 'fields',
	}),
	event: declared<string | object>('json', {
		label: 'Event Data',
		description:
			'The event or order, as an object or as text; a webhook’s body with its headers will do. The names of an event may be Pinterest’s, flat (event_name, email, value) or within user_data and custom_data, or those of the other fields here (eventName). What other fields say counts instead of what it says.',
		appliesWhen: { eventSource: DOCUMENT_KINDS },
	}),
	unpaidOrders: declared<keyof typeof UNPAID>('choice', {
		label: 'Unpaid Orders',
		description:
			'What to do with an order that is not paid yet, or was cancelled or refunded. A draft is always refused.',
		choices: UNPAID,
		preset: 'warn',
		appliesWhen: { eventSource: DOCUMENT_KINDS.filter((kind) => kind !== 'json') },
	}),
	maxEventKb: declared<number>('number', {
		label: 'Largest Event (KB)',
		description: 'Larger Event Data is refused',
		least: 1,
		preset: LARGEST_EVENT_KB,
	}),
	...BASIC_FIELDS,
	...PERSON_FIELDS,
	...ORDER_FIELDS,
	...FURTHER_FIELDS,
	test: declared<boolean>('flag', {
		label: 'Test Only',
		description: 'Whether Pinterest only checks the events and does not record them',
	}),
	retryKey: declared<string>('forPrograms', {
		label: 'Retry Key',
		description:
			'Stays the same when the same input is sent again: a run’s ID and the position in it, say. Used where nothing else tells two events apart.',
	}),
};

/** The input that an event is read from. `readEvent` reads it, by the readers of its fields. */
export const conversionInput = { fields: FIELDS };

type Given = NamedGivenBy<typeof FIELDS>;

/** An event by its fields. */
export type FieldsEvent = Omit<Given, 'eventSource' | 'eventName'> & {
	readonly eventSource?: 'fields' | null;
	readonly eventName: NonNullable<Given['eventName']>;
};

/** An event, or an order that tells of one, as a document: an object or its JSON. What fields beside it say counts instead. */
export type DocumentEvent = Omit<Given, 'eventSource' | 'event'> & {
	readonly eventSource: DocumentKind;
	readonly event: string | object;
};

/** What `sendConversion` takes. */
export type NewConversion = FieldsEvent | DocumentEvent;

/** What a place in the input is called. */
export const ownName = (path: FieldPath): string => labelOf(FIELDS as Fields, path);
