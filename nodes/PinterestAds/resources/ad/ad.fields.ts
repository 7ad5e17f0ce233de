import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Fields that a new ad and a changed one share. */

export const creativeTypeOptions: INodePropertyOptions[] = [
	{ name: 'Carousel', value: 'CAROUSEL', description: 'A Pin of 2 to 5 images' },
	{ name: 'Collage', value: 'COLLAGE', description: 'A Pin that combines several visuals' },
	{ name: 'Collection', value: 'COLLECTION', description: 'A main visual with products below' },
	{ name: 'Idea', value: 'IDEA', description: 'An Idea Pin' },
	{
		name: 'Max Width Collection',
		value: 'MAX_WIDTH_REGULAR_COLLECTION',
		description: 'A collection with an image over the whole feed',
	},
	{ name: 'Max Width Video', value: 'MAX_VIDEO', description: 'A video over the whole feed' },
	{
		name: 'Max Width Video Collection',
		value: 'MAX_WIDTH_VIDEO_COLLECTION',
		description: 'A collection with a video over the whole feed',
	},
	{ name: 'Quiz', value: 'QUIZ', description: 'A Pin that asks questions' },
	{ name: 'Regular', value: 'REGULAR', description: 'A Pin with one image' },
	{
		name: 'Shop the Pin',
		value: 'SHOP_THE_PIN',
		description: 'Given up by Pinterest: Collection takes its place',
	},
	{ name: 'Shopping', value: 'SHOPPING', description: 'A product Pin with price' },
	{ name: 'Showcase', value: 'SHOWCASE', description: 'A Pin of several cards' },
	{ name: 'Video', value: 'VIDEO', description: 'A Pin with a video' },
];

export const callToActionField: INodeProperties = {
	displayName: 'Call to Action',
	name: 'callToAction',
	type: 'options',
	options: [
		{ name: 'Add to Cart', value: 'ADD_TO_CART' },
		{ name: 'Apply Now', value: 'APPLY_NOW' },
		{ name: 'Book Now', value: 'BOOK_NOW' },
		{ name: 'Buy Now', value: 'BUY_NOW' },
		{ name: 'Buy Tickets', value: 'BUY_TICKETS' },
		{ name: 'Contact Us', value: 'CONTACT_US' },
		{ name: 'Donate Now', value: 'DONATE_NOW' },
		{ name: 'Download', value: 'DOWNLOAD' },
		{ name: 'Explore More', value: 'EXPLORE_MORE' },
		{ name: 'Find a Dealer', value: 'FIND_A_DEALER' },
		{ name: 'Find a Location', value: 'FIND_A_LOCATION' },
		{ name: 'Get Deal', value: 'GET_DEAL' },
		{ name: 'Get Offer', value: 'GET_OFFER' },
		{ name: 'Get Quote', value: 'GET_QUOTE' },
		{ name: 'Get Recipe', value: 'GET_RECIPE' },
		{ name: 'Get Showtimes', value: 'GET_SHOWTIMES' },
		{ name: 'Learn More', value: 'LEARN_MORE' },
		{ name: 'On Sale', value: 'ON_SALE' },
		{ name: 'Order Now', value: 'ORDER_NOW' },
		{ name: 'Play Game', value: 'PLAY_GAME' },
		{ name: 'Read More', value: 'READ_MORE' },
		{ name: 'Register Now', value: 'REGISTER_NOW' },
		{ name: 'Request Demo', value: 'REQUEST_DEMO' },
		{ name: 'Shop Now', value: 'SHOP_NOW' },
		{ name: 'Sign Up', value: 'SIGN_UP' },
		{ name: 'Subscribe', value: 'SUBSCRIBE' },
		{ name: 'Try It', value: 'TRY_IT' },
		{ name: 'Visit Site', value: 'VISIT_SITE' },
		{ name: 'Watch Now', value: 'WATCH_NOW' },
	],
	default: 'LEARN_MORE',
	description: 'What the button below the ad says. Only for ads with direct links.',
};

export const carouselDestinationUrlsField: INodeProperties = {
	displayName: 'Carousel Destination URLs',
	name: 'carouselDestinationUrls',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. https://shop.example.com/1, https://shop.example.com/2',
	description: 'Where each card of a carousel leads, in their order, separated by commas or lines',
};

export const clickTrackingUrlField: INodeProperties = {
	displayName: 'Click Tracking URL',
	name: 'clickTrackingUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://track.example.com/click',
	description: 'Called when the ad is clicked, for attribution',
};

export const destinationUrlField: INodeProperties = {
	displayName: 'Destination URL',
	name: 'destinationUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://shop.example.com/spring',
	description: 'Where a click leads',
};

export const leadFormIdField: INodeProperties = {
	displayName: 'Lead Form ID',
	name: 'leadFormId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 383791336903426391',
	description: 'The form that a lead ad opens',
};

export const viewTrackingUrlField: INodeProperties = {
	displayName: 'View Tracking URL',
	name: 'viewTrackingUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://track.example.com/view',
	description: 'Called when the ad is shown, for attribution',
};
