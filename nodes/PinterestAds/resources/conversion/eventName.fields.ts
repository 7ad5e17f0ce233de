import type { INodeProperties } from 'n8n-workflow';

export const eventNameFields: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'eventName',
		type: 'options',
		options: [
			{ name: 'Add Payment Info', value: 'add_payment_info' },
			{ name: 'Add to Cart', value: 'add_to_cart', description: 'Product added to cart' },
			{ name: 'Add to Wishlist', value: 'add_to_wishlist' },
			{ name: 'App Install', value: 'app_install' },
			{ name: 'Checkout', value: 'checkout', description: 'Purchase completed' },
			{ name: 'Custom', value: 'custom', description: 'An event of your own' },
			{ name: 'Initiate Checkout', value: 'initiate_checkout' },
			{ name: 'Lead', value: 'lead', description: 'Lead form submitted' },
			{ name: 'Page Visit', value: 'page_visit', description: 'Key page viewed' },
			{ name: 'Search', value: 'search', description: 'Site search performed' },
			{ name: 'Signup', value: 'signup', description: 'Account created' },
			{ name: 'Subscribe', value: 'subscribe' },
			{ name: 'View Category', value: 'view_category', description: 'Category page viewed' },
			{ name: 'View Content', value: 'view_content' },
			{ name: 'Watch Video', value: 'watch_video' },
		],
		default: 'checkout',
		description: 'What the customer did',
	},
	{
		displayName: 'Custom Event Name',
		name: 'customEventName',
		type: 'string',
		default: '',
		placeholder: 'e.g. booked_a_demo',
		displayOptions: { show: { eventName: ['custom'] } },
		description: 'The name of your own event. Empty sends Pinterest’s general event “custom”.',
	},
];
