import { clearOf } from '../../fields/clearing';
import { required, withDefault } from '../../fields/field';
import { choice, flag, idOf, link, listOf, url } from '../../fields/kinds';
import { link as linkSchema, url as urlSchema } from '../../fields/textReaders';
import { adAccountId, changedStatus, nameOf, status, trackingUrls } from '../fields';
import { CALLS_TO_ACTION, CREATIVES, DISCLOSURES } from './adChoices';
import { quiz } from './quiz';

/** The fields of an ad's input. */

const name = { ...nameOf('the ad in Ads Manager', 'Spring sofa, image 1'), cleared: null };

const pinId = idOf('pin', {
	label: 'Pin',
	description: 'The existing Pin to promote',
	example: '813744226420795884',
	sentAs: 'pin_id',
});

const creativeType = { label: 'Creative Type', description: 'What kind of Pin it is' };

/** What a new ad and a changed one have alike (schema `AdCommon`). */
const shared = {
	destinationUrl: url({
		label: 'Destination URL',
		description: 'Where a click leads. Empty means the Pin’s own link.',
		example: 'https://shop.example.com/spring',
		sentAs: 'destination_url',
		cleared: null,
	}),
	clickTrackingUrl: url({
		label: 'Click Tracking URL',
		description: 'Called when the ad is clicked, for attribution',
		example: 'https://track.example.com/click',
		sentAs: 'click_tracking_url',
		cleared: null,
	}),
	viewTrackingUrl: url({
		label: 'View Tracking URL',
		description: 'Called when the ad is shown, for attribution',
		example: 'https://track.example.com/view',
		sentAs: 'view_tracking_url',
		cleared: null,
	}),
	trackingUrls,
	carouselDestinationUrls: listOf(urlSchema, {
		label: 'Carousel Destination URLs',
		description:
			'Where each card of a carousel leads, in their order, separated by commas or lines',
		example: 'https://shop.example.com/1, https://shop.example.com/2',
		elements: 'addresses',
		rows: 3,
		sentAs: 'carousel_destination_urls',
		cleared: null,
	}),
	callToAction: choice({
		label: 'Call to Action',
		description: 'What the button below the ad says. Only for ads with direct links.',
		choices: CALLS_TO_ACTION,
		preset: 'LEARN_MORE',
		sentAs: 'customizable_cta_type',
		cleared: null,
	}),
	leadFormId: idOf('leadForm', {
		label: 'Lead Form ID',
		description: 'The form that a lead ad opens',
		example: '383791336903426391',
		sentAs: 'lead_form_id',
		cleared: null,
	}),
	androidDeepLink: link({
		label: 'Android Deep Link',
		description: 'Opens your app on Android',
		example: 'exampleshop://product/1',
		sentAs: 'android_deep_link',
		cleared: null,
	}),
	iosDeepLink: link({
		label: 'iOS Deep Link',
		description: 'Opens your app on iPhone and iPad',
		example: 'exampleshop://product/1',
		sentAs: 'ios_deep_link',
		cleared: null,
	}),
	carouselAndroidDeepLinks: listOf(linkSchema, {
		label: 'Carousel Android Deep Links',
		description: 'One for each card of a carousel, in their order, separated by commas',
		elements: 'addresses',
		sentAs: 'carousel_android_deep_links',
	}),
	carouselIosDeepLinks: listOf(linkSchema, {
		label: 'Carousel iOS Deep Links',
		description: 'One for each card of a carousel, in their order, separated by commas',
		elements: 'addresses',
		sentAs: 'carousel_ios_deep_links',
	}),
	disclosureType: choice({
		label: 'Disclosure Type',
		description: 'What the page about a medicine holds',
		choices: DISCLOSURES,
		sentAs: 'disclosure_type',
		cleared: null,
	}),
	disclosureUrl: url({
		label: 'Disclosure URL',
		description: 'The page that tells about a medicine and its side effects',
		example: 'https://pharma.example.com/safety',
		sentAs: 'disclosure_url',
		cleared: null,
	}),
	isRemovable: flag({
		label: 'Can Be Saved',
		description: 'Whether people may save the Pin to their own boards',
		preset: true,
		sentAs: 'is_removable',
	}),
	quiz,
};

export const CREATE_FIELDS = {
	adAccountId,
	adGroupId: required(
		idOf('adGroup', {
			label: 'Ad Group',
			description: 'The ad group that the ad belongs to',
			sentAs: 'ad_group_id',
		}),
	),
	pinId: required(pinId),
	creativeType: withDefault(
		choice({
			...creativeType,
			choices: {
				AUTOMATIC: {
					label: 'Automatic',
					description:
						'As the Pin is, which is looked at with the scopes pins:read and boards:read',
				},
				...CREATIVES,
			},
		}),
		'AUTOMATIC',
	),
	name,
	...shared,
	status,
};

const changed = {
	status: changedStatus,
	name: { ...name, description: 'Its new name' },
	pinId: {
		...pinId,
		description: 'The ID of another Pin to promote. Only a draft can change it.',
	},
	creativeType: choice({ ...creativeType, choices: CREATIVES, sentAs: 'creative_type' }),
	...shared,
	destinationUrl: {
		...shared.destinationUrl,
		description: 'Where a click leads from now on',
	},
};

export const UPDATE_FIELDS = {
	adAccountId,
	adId: required(idOf('ad', { label: 'Ad', description: 'The ad to change', sentAs: 'id' })),
	...changed,
	clear: clearOf(changed),
};
