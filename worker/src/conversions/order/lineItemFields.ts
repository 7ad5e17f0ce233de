import { eventField, textField } from '../event/eventField';
import { readCount, readEventAmount } from './amounts';

/** What a line item says. Pinterest's own names are understood too. */
export const LINE_ITEM_FIELDS = {
	id: textField({ label: 'ID', description: 'The product’s ID', sentAs: 'id' }),
	name: textField({
		label: 'Name',
		description: 'The product’s name',
		sentAs: 'item_name',
		also: ['item_name'],
	}),
	category: textField({
		label: 'Category',
		description: 'The product’s category',
		sentAs: 'item_category',
		also: ['item_category'],
	}),
	brand: textField({
		label: 'Brand',
		description: 'The product’s brand',
		sentAs: 'item_brand',
		also: ['item_brand'],
	}),
	price: eventField<string | number>()('amount', readEventAmount, {
		label: 'Price',
		description: 'The price of one',
		unit: 'whole currency units',
		sentAs: 'item_price',
		also: ['item_price'],
	}),
	quantity: eventField<string | number>()('number', readCount, {
		label: 'Quantity',
		description: 'How many were bought',
		sentAs: 'quantity',
	}),
};
