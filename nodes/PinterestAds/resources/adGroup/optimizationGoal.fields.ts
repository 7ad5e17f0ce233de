import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';
import { locator } from '../fields';

const windowOptions = [0, 1, 7, 14, 30, 60].map((days) => ({
	name: days === 1 ? '1 Day' : `${days} Days`,
	value: days,
}));

const isChosen = { hide: { conversionEvent: [''] } };

/** What conversions the ad group optimizes for. */
export const goalFields: INodeProperties[] = [
	{
		displayName: 'Conversion Event',
		name: 'conversionEvent',
		type: 'options',
		options: [
			{ name: 'Add Payment Info', value: 'ADD_PAYMENT_INFO' },
			{ name: 'Add to Cart', value: 'ADD_TO_CART' },
			{ name: 'Add to Wishlist', value: 'ADD_TO_WISHLIST' },
			{ name: 'Advertiser Defined Event', value: 'ADVERTISER_DEFINED_EVENT' },
			{ name: 'App Install', value: 'APP_INSTALL' },
			{ name: 'Checkout', value: 'CHECKOUT' },
			{ name: 'Custom', value: 'CUSTOM' },
			{ name: 'Initiate Checkout', value: 'INITIATE_CHECKOUT' },
			{ name: 'Lead', value: 'LEAD' },
			{ name: 'None', value: '', description: 'No optimization goal' },
			{ name: 'Page Visit', value: 'PAGE_VISIT' },
			{ name: 'Search', value: 'SEARCH' },
			{ name: 'Signup', value: 'SIGNUP' },
			{ name: 'Subscribe', value: 'SUBSCRIBE' },
			{ name: 'View Category', value: 'VIEW_CATEGORY' },
			{ name: 'View Content', value: 'VIEW_CONTENT' },
			{ name: 'Watch Video', value: 'WATCH_VIDEO' },
		],
		default: '',
		description:
			'The conversion to optimize for. Required where the campaign’s objective is Web Conversion.',
	},
	{
		...locator({
			displayName: 'Conversion Tag',
			name: 'conversionTagId',
			search: 'searchConversionTags',
			required: true,
			description: 'The Pinterest tag that reports the event',
			placeholder: 'e.g. 2617998078212',
		}),
		displayOptions: isChosen,
	},
	{
		displayName: 'Goal Options',
		name: 'goalOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: isChosen,
		options: [
			{
				displayName: 'Click Window',
				name: 'clickWindowDays',
				type: 'options',
				options: windowOptions,
				default: 30,
				description: 'How long after a click a conversion counts',
			},
			{
				displayName: 'CPA Goal',
				name: 'cpaGoal',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12500000',
				description: 'What one conversion may cost, in the unit of the other amounts',
			},
			{
				displayName: 'Engagement Window',
				name: 'engagementWindowDays',
				type: 'options',
				options: windowOptions,
				default: 30,
				description: 'How long after an engagement a conversion counts',
			},
			{
				displayName: 'Optimize for Value',
				name: 'isRoasOptimized',
				type: 'boolean',
				default: false,
				description:
					'Whether to optimize for the value of conversions instead of their number: for Checkout with the bid strategy Automatic',
			},
			{
				displayName: 'View Window',
				name: 'viewWindowDays',
				type: 'options',
				options: windowOptions,
				default: 1,
				description: 'How long after a view a conversion counts',
			},
		],
	},
];

/** The goal of the form; without one, what the option says as JSON stays. */
export function readGoal(fields: FieldReader): IDataObject {
	const chosen = fields.pick('conversionEvent');
	if (chosen.conversionEvent === undefined) return {};
	const goal = { ...chosen, ...fields.pick('conversionTagId') };
	return { optimizationGoal: { ...goal, ...fields.collection('goalOptions') } };
}
