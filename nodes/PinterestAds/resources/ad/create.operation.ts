import { createAds } from '../../../../worker/src/campaigns';
import { operation } from '../../operation';
import { adAccountField, locator, statusField } from '../fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad',
	description: 'Promote an existing Pin, paused unless you say otherwise',
	creates: true,
	properties: [
		adAccountField,
		locator({
			displayName: 'Ad Group',
			name: 'adGroupId',
			search: 'searchAdGroups',
			required: true,
			description: 'The ad group that the ad belongs to',
		}),
		locator({
			displayName: 'Pin',
			name: 'pinId',
			search: 'searchPins',
			required: true,
			description:
				'The existing Pin to promote. The list needs the scopes pins:read and boards:read.',
		}),
		{
			displayName: 'Creative Type',
			name: 'creativeType',
			type: 'options',
			options: [
				{ name: 'Carousel', value: 'CAROUSEL', description: 'A Pin of 2 to 5 images' },
				{ name: 'Collage', value: 'COLLAGE', description: 'A Pin that combines several visuals' },
				{
					name: 'Collection',
					value: 'COLLECTION',
					description: 'A main visual with products below',
				},
				{ name: 'Idea', value: 'IDEA', description: 'An Idea Pin' },
				{ name: 'Max Width Video', value: 'MAX_VIDEO', description: 'A video over the whole feed' },
				{ name: 'Regular', value: 'REGULAR', description: 'A Pin with one image' },
				{ name: 'Shopping', value: 'SHOPPING', description: 'A product Pin with price' },
				{ name: 'Video', value: 'VIDEO', description: 'A Pin with a video' },
			],
			default: 'REGULAR',
			description: 'What kind of Pin it is',
		},
		statusField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Click Tracking URL',
					name: 'clickTrackingUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://track.example.com/click',
					description: 'Called when the ad is clicked, for attribution',
				},
				{
					displayName: 'Destination URL',
					name: 'destinationUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://shop.example.com/spring',
					description: 'Where a click leads. Empty means the Pin’s own link.',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Spring sofa, image 1',
					description: 'The name of the ad in Ads Manager',
				},
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'adGroupId', 'pinId', 'creativeType', 'status'),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) => await createAds(context, inputs),
});
