import type { INodeProperties } from 'n8n-workflow';
import { conversionInput, type Field } from '../../../../worker/src';
import { formOf, type Form } from '../../form/form';

const { fields } = conversionInput;

type Name = keyof typeof fields;

/** What the form asks for only where no document says what happened. */
const SAID_IN_FIELDS = [
	'eventName',
	'email',
	'value',
	'currency',
	'orderId',
	'eventTime',
	'clientIpAddress',
	'clientUserAgent',
] as const satisfies readonly Name[];

const inFields = { eventSource: ['fields'] };

/** Line items may also come as a list of an earlier node, which fields for each cannot take. */
const lineItemsJson: Field = {
	...fields.lineItems,
	...{ label: 'Line Items as JSON', entry: undefined },
};

const asked = {
	...fields,
	lineItemsJson,
	...(Object.fromEntries(
		SAID_IN_FIELDS.map((name): [Name, Field] => [name, { ...fields[name], appliesWhen: inFields }]),
	) as Pick<typeof fields, (typeof SAID_IN_FIELDS)[number]>),
};

/** Event has a choice for a name of one's own, which is written here. */
const customEventName: INodeProperties = {
	displayName: 'Custom Event Name',
	name: 'customEventName',
	type: 'string',
	default: '',
	placeholder: 'e.g. booked_a_demo',
	displayOptions: { show: { ...inFields, eventName: ['custom'] } },
	description: 'The name of your own event. Empty sends Pinterest’s general event “custom”.',
};

const EMPTY = { starts: '' };

/** What Send and Prepare ask for alike, and what one of them does. */
export function eventForm({ first = [], without = [] }: OwnFields): Form<object> {
	const [eventName, ...others] = SAID_IN_FIELDS;
	return formOf(asked, {
		first: [
			...(['adAccountId', 'eventSource', 'event', eventName] as const),
			customEventName,
			...others,
			'eventId',
			...first,
		],
		without: ['retryKey', ...without],
		sinceVersion1_1: { lineItemsJson: 'options' },
		shown: {
			event: {
				starts: '={{ $json }}',
				description:
					'The event or order, as an object or as text; the whole item of a Webhook node will do. The names of an event may be Pinterest’s, flat (event_name, email, value) or within user_data and custom_data, or this form’s (eventName). What you add under Options counts instead of what it says.',
			},
			optOut: {
				description: 'Whether the customer opted out of tracking; only sent if you add this option',
			},
			wifi: {
				description: 'Whether the device was on Wi-Fi; only sent if you add this option',
			},
			lineItems: EMPTY,
			lineItemsJson: EMPTY,
			appInfo: EMPTY,
			deviceInfo: EMPTY,
		},
	});
}

interface OwnFields {
	readonly first?: ReadonlyArray<Name | INodeProperties>;
	readonly without?: readonly Name[];
}
