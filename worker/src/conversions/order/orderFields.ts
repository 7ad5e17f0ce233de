import type { Content, CustomData } from '../../pinterest/types';
import {
	eventField,
	textField,
	textsField,
	type EventFieldOf,
	type NamedGivenBy,
	type Options,
} from '../event/eventField';
import { readText, readTexts, type Read } from '../event/eventReaders';
import type { Listed } from '../../fields/kinds';
import { listedIn } from '../../values/list';
import { isPlaceholder } from '../event/placeholders';
import { readCount, readEventAmount } from './amounts';
import { readCurrency } from './currency';
import type { LineItems } from './lineItems';
import { LINE_ITEM_FIELDS } from './lineItemFields';

/** What a field is where it is not given, out of the line items. */
type OfLines = (lines: LineItems) => CustomData[keyof CustomData];

/** One of them. */
export type OrderField = EventFieldOf<CustomData> & { readonly ofLines?: OfLines };

/** One product of an order. */
export type LineItem = NamedGivenBy<typeof LINE_ITEM_FIELDS>;

/** Flags of several privacy laws; Pinterest wants them in one text with commas. */
const readFlags: Read<string> = (value, field, issues) => {
	const parts = (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
		typeof part === 'string' ? listedIn(part) : [part],
	);
	return readTexts(parts, field, issues)?.join(',');
};

/** An order number makes the event's id, so one that says nothing would make one event of many. */
const readOrderId: Read<string> = (value, field, issues) => {
	const text = readText(value, field, issues);
	if (text === undefined || !isPlaceholder(text)) return text;
	issues.warn(field, 'is a word for nothing, which many orders would share; left out');
	return undefined;
};

const amount = <Key extends string>(options: Options<Key, readonly []>) =>
	eventField<string | number>()('amount', readEventAmount, {
		...options,
		unit: 'whole currency units',
	});

/** Digits; written as text, as a form has no number that is empty. */
const count = <Key extends string>(options: Options<Key, readonly []>) =>
	eventField<string | number>()('text', readCount, options);

/** Line items are read by themselves, before all others. */
const readBefore: Read<readonly Content[]> = () => undefined;

/** What the event is about. */
export const ORDER_FIELDS = {
	value: {
		...amount({
			label: 'Value',
			description: 'The revenue, in the currency below',
			example: '49.99',
			sentAs: 'value',
		}),
		ofLines: ({ value }: LineItems) => value,
	},
	currency: textField(
		{
			label: 'Currency',
			description: 'The three-letter ISO code of the value’s currency',
			preset: 'USD',
			sentAs: 'currency',
		},
		readCurrency,
	),
	orderId: textField(
		{
			label: 'Order ID',
			description: 'The order’s number, for purchases',
			sentAs: 'order_id',
		},
		readOrderId,
	),
	numItems: {
		...count({
			label: 'Number of Items',
			description: 'How many products',
			sentAs: 'num_items',
		}),
		ofLines: ({ numItems }: LineItems) => numItems,
	},
	contentIds: {
		...textsField({
			label: 'Content IDs',
			description: 'Product IDs, separated by commas',
			sentAs: 'content_ids',
		}),
		ofLines: ({ contentIds }: LineItems) => contentIds,
	},
	contentName: textField({
		label: 'Content Name',
		description: 'The name of the page or product',
		sentAs: 'content_name',
	}),
	contentCategory: textField({
		label: 'Content Category',
		description: 'The category of the page or product',
		sentAs: 'content_category',
	}),
	contentBrand: textField({
		label: 'Content Brand',
		description: 'The brand of the page or product',
		sentAs: 'content_brand',
	}),
	lineItems: {
		...eventField<LineItem | readonly LineItem[] | string>()('json', readBefore, {
			label: 'Line Items',
			description:
				'The products, as a list such as [{"id": "A1", "name": "Lamp", "price": "19.90", "quantity": 2}]. Number of items, content IDs and value are taken from it where they are empty.',
			sentAs: 'contents',
			also: ['contents'],
		}),
		fields: LINE_ITEM_FIELDS,
		entry: { label: 'Line Item', fields: LINE_ITEM_FIELDS },
		ofLines: ({ contents }: LineItems) => contents,
	},
	searchString: textField({
		label: 'Search String',
		description: 'What the customer searched for',
		sentAs: 'search_string',
	}),
	optOutType: eventField<Listed<string>>()('text', readFlags, {
		label: 'Opt Out Type',
		description:
			'Privacy laws under which the customer opted out, separated by commas, such as LDP',
		sentAs: 'opt_out_type',
	}),
	predictedLtv: amount({
		label: 'Predicted LTV',
		description: 'What the customer is expected to spend in all, such as 250.00',
		sentAs: 'predicted_ltv',
	}),
	// These three only for advertisers whom Pinterest has told what to put there.
	externalMeasurementId: textField({
		label: 'External Measurement ID',
		description: 'Only if Pinterest has told you what to put here',
		sentAs: 'external_measurement_id',
	}),
	externalMeasurementVendorId: count({
		label: 'External Measurement Vendor ID',
		description: 'Only if Pinterest has told you what to put here',
		sentAs: 'external_measurement_vendor_id',
	}),
	np: textField({
		label: 'Named Partner',
		description: 'Only if Pinterest has told you what to put here',
		sentAs: 'np',
	}),
};
