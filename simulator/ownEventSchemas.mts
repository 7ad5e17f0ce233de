import {
	closed,
	flag,
	free,
	listOf,
	nullableText,
	nullableWhole,
	object,
	text,
	whole,
} from './ownSchemaParts.mts';

const texts = listOf(text);
const userData = object({
	...Object.fromEntries(
		'em ph ge db fn ln ct st zp country external_id hashed_maids'
			.split(' ')
			.map((name) => [name, texts]),
	),
	client_ip_address: text,
	client_user_agent: text,
	click_id: nullableText,
	partner_id: nullableText,
});
const lineItem = closed(
	object({
		id: text,
		item_name: text,
		item_category: text,
		item_brand: text,
		item_price: text,
		quantity: whole,
	}),
);
const customData = closed(
	object({
		currency: nullableText,
		value: nullableText,
		predicted_ltv: nullableText,
		content_ids: texts,
		content_name: nullableText,
		content_category: nullableText,
		content_brand: nullableText,
		contents: listOf(lineItem),
		num_items: whole,
		order_id: nullableText,
		search_string: nullableText,
		opt_out_type: nullableText,
		external_measurement_id: nullableText,
		external_measurement_vendor_id: nullableWhole,
		np: nullableText,
	}),
);
const event = closed(
	object(
		{
			event_name: text,
			action_source: text,
			event_time: whole,
			event_id: text,
			event_source_url: nullableText,
			opt_out: flag,
			partner_name: nullableText,
			user_data: userData,
			custom_data: customData,
			app_id: nullableText,
			app_name: nullableText,
			app_version: nullableText,
			app_info: free,
			device_brand: nullableText,
			device_carrier: nullableText,
			device_model: nullableText,
			device_type: nullableText,
			device_info: free,
			os_version: nullableText,
			wifi: flag,
			language: nullableText,
		},
		['event_name', 'action_source', 'event_time', 'event_id', 'user_data'],
	),
);
export const events = closed(
	object({ data: listOf(event, { minItems: 1, maxItems: 1000 }) }, ['data']),
);
