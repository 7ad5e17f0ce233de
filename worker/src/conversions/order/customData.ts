import type { JsonObject } from '../../client/readers';
import type { CustomData, Writable } from '../../pinterest/types';
import { tableOf, type FieldOf } from '../event/eventField';
import type { EventIssues } from '../event/eventIssues';
import { givenName, put } from '../event/eventReaders';
import { textIn } from '../event/looseValues';
import { readLineItems } from './lineItems';
import { ORDER_FIELDS, type OrderField } from './orderFields';

interface CustomField extends FieldOf<CustomData> {
	readonly ofLines: OrderField['ofLines'];
}

const DECLARED: Readonly<Record<string, OrderField>> = ORDER_FIELDS;

/** What the event is about, in the order in which it is sent. */
export const CUSTOM_DATA: readonly CustomField[] = tableOf<CustomData>(DECLARED).map((field) => {
	const { ofLines } = DECLARED[field.names[0]];
	return { ...field, ofLines };
});

const [LINE_ITEMS] = CUSTOM_DATA.filter(({ key }) => key === 'contents');

/**
 * Reads all custom data of an input. What is not given and the line items tell completely is taken
 * from them. Where a value comes without a currency it is in US dollars, as the reference has it
 * (Pinterest itself would take the ad account's). A currency without a value is checked and sent
 * like any other.
 */
export function readCustomData(input: JsonObject, issues: EventIssues): CustomData | undefined {
	issues.currency = textIn(input.currency)?.toUpperCase();
	const linesName = givenName(LINE_ITEMS.names, input);
	const lines =
		linesName === undefined ? undefined : readLineItems(input[linesName], linesName, issues);
	let customData: Writable<CustomData> | undefined;
	for (const field of CUSTOM_DATA) {
		const form =
			readField(field, input, issues) ??
			(lines && field.ofLines?.(lines)) ??
			otherwise(field, customData);
		if (form === undefined) continue;
		customData ??= {};
		put(customData, field, form);
	}
	if (lines?.isValueLost && customData?.value === undefined) {
		issues.warn('value', 'cannot be made of the line items, as some cannot be read; give it');
	}
	return customData;
}

function readField({ names, read }: CustomField, input: JsonObject, issues: EventIssues) {
	const name = givenName(names, input);
	return name === undefined ? undefined : read(input[name], name, issues);
}

const otherwise = ({ key }: CustomField, before: CustomData | undefined) =>
	key === 'currency' && before?.value !== undefined ? 'USD' : undefined;
