import type { JsonObject } from '../../client/readers';
import type { CustomData, Writable } from '../../pinterest/types';
import { listedIn } from '../../values/list';
import { readEventAmount, readCount } from './amounts';
import { readCurrency } from './currency';
import type { EventIssues } from '../event/eventIssues';
import { readLineItems, type LineItems } from './lineItems';
import { textIn } from '../event/looseValues';
import { isPlaceholder } from '../event/placeholders';
import {
	givenName,
	put,
	readText,
	readTexts,
	type FieldOf,
	type Read,
} from '../event/eventReaders';

type CustomField = FieldOf<CustomData> & {
	/** What it is where it is not given, out of the line items. */
	readonly ofLines?: (lines: LineItems) => CustomData[keyof CustomData];
};

/** Flags of several privacy laws; Pinterest wants them in one text with commas. */
const readFlags: Read<string> = (value, field, issues) => {
	const parts = (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
		typeof part === 'string' ? listedIn(part) : [part],
	);
	return readTexts(parts, field, issues)?.join(',');
};

const LINE_ITEMS: CustomField = {
	names: ['lineItems', 'contents'],
	key: 'contents',
	// By itself, before all others.
	read: () => undefined,
	ofLines: ({ contents }) => contents,
};

/** An order number makes the event's id, so one that says nothing would make one event of many. */
const readOrderId: Read<string> = (value, field, issues) => {
	const text = readText(value, field, issues);
	if (text === undefined || !isPlaceholder(text)) return text;
	issues.warn(field, 'is a word for nothing, which many orders would share; left out');
	return undefined;
};

/** What the event is about: input name, Pinterest's name and how the value is read. */
export const CUSTOM_DATA: readonly CustomField[] = [
	{ names: ['value'], key: 'value', read: readEventAmount, ofLines: ({ value }) => value },
	{ names: ['currency'], key: 'currency', read: readCurrency },
	{ names: ['orderId'], key: 'order_id', read: readOrderId },
	{ names: ['numItems'], key: 'num_items', read: readCount, ofLines: (lines) => lines.numItems },
	{
		names: ['contentIds'],
		key: 'content_ids',
		read: readTexts,
		ofLines: (lines) => lines.contentIds,
	},
	{ names: ['contentName'], key: 'content_name', read: readText },
	{ names: ['contentCategory'], key: 'content_category', read: readText },
	{ names: ['contentBrand'], key: 'content_brand', read: readText },
	LINE_ITEMS,
	{ names: ['searchString'], key: 'search_string', read: readText },
	{ names: ['optOutType'], key: 'opt_out_type', read: readFlags },
	{ names: ['predictedLtv'], key: 'predicted_ltv', read: readEventAmount },
	// These three only for advertisers whom Pinterest has told what to put there.
	{ names: ['externalMeasurementId'], key: 'external_measurement_id', read: readText },
	{
		names: ['externalMeasurementVendorId'],
		key: 'external_measurement_vendor_id',
		read: readCount,
	},
	{ names: ['np'], key: 'np', read: readText },
];

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
