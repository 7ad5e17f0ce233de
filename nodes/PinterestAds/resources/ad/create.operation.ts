import { createAds } from '../../../../worker/src';
import { created } from '../../done';
import { operation } from '../../operation';
import { adAccountField, locator, statusField, trackingUrlsField } from '../fields';
import {
	callToActionField,
	carouselDestinationUrlsField,
	clickTrackingUrlField,
	creativeTypeOptions,
	destinationUrlField,
	leadFormIdField,
	viewTrackingUrlField,
} from './ad.fields';

export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an ad',
	description: 'Promote an existing Pin, paused unless you say otherwise',
	done: created('ad'),
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
			url: 'e.g. https://www.pinterest.com/pin/813744226420795884/',
			description:
				'The existing Pin to promote. The list needs the scopes pins:read and boards:read.',
		}),
		{
			displayName: 'Creative Type',
			name: 'creativeType',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'AUTOMATIC',
					description:
						'As the Pin is, which is looked at with the scopes pins:read and boards:read',
				},
				...creativeTypeOptions,
			],
			default: 'AUTOMATIC',
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
				callToActionField,
				carouselDestinationUrlsField,
				clickTrackingUrlField,
				{
					...destinationUrlField,
					description: 'Where a click leads. Empty means the Pin’s own link.',
				},
				leadFormIdField,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Spring sofa, image 1',
					description: 'The name of the ad in Ads Manager',
				},
				trackingUrlsField,
				viewTrackingUrlField,
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId', 'adGroupId', 'pinId', 'creativeType', 'status'),
		...fields.collection('options'),
	}),
	run: async ({ context }, inputs) => await createAds(context, inputs),
});
