import { bodyOf } from '../../fields/body';
import { group, number, text } from '../../fields/kinds';
import type { RuleFields } from '../../pinterest/types';

type Data = NonNullable<RuleFields['event_data']>;

/** Of what an event tells: schema `EventData`. */
const FIELDS = {
	leadType: text({
		label: 'Lead Type',
		description: 'What somebody was interested in',
		example: 'Newsletter',
		sentAs: 'lead_type',
	}),
	searchQuery: text({
		label: 'Search Query',
		description: 'What somebody searched for',
		example: 'boots',
		sentAs: 'search_query',
	}),
	pageName: text({
		label: 'Page Name',
		description: 'What the page is called',
		sentAs: 'page_name',
	}),
	promoCode: text({
		label: 'Promo Code',
		description: 'The code that was used',
		example: 'WINTER10',
		sentAs: 'promo_code',
	}),
	property: text({
		label: 'Property',
		description: 'The brand or site that it was on',
		sentAs: 'property',
	}),
	orderId: text({ label: 'Order ID', description: 'The order’s ID', sentAs: 'order_id' }),
	orderQuantity: number({
		label: 'Order Quantity',
		description: 'How many things were bought',
		least: 1,
		isWhole: true,
		sentAs: 'order_quantity',
	}),
	value: text({
		label: 'Value',
		description: 'What the order was worth',
		example: '199.98',
		sentAs: 'value',
	}),
	videoTitle: text({
		label: 'Video Title',
		description: 'The video that was watched',
		sentAs: 'video_title',
	}),
};

/** What an event has to say for somebody to be in the audience. */
export const eventData = group({
	label: 'Event Data',
	description: 'Only events that say this. An object with what has to be the same.',
	example: '{\n  "leadType": "Newsletter"\n}',
	fields: FIELDS,
	sentAs: 'event_data',
	send: (read): Data => bodyOf<Data>()(FIELDS, read),
});
