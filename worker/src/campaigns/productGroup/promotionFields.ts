import { clearOf } from '../../fields/clearing';
import { required, type Choice } from '../../fields/field';
import { amount, amountUnit, choice, flag, idOf, text, url } from '../../fields/kinds';
import { shortText, textUpTo } from '../../fields/textReaders';
import type { PromotionFields } from '../../pinterest/types';
import type { CreativeType } from '../ad/adChoices';
import { adAccountId, changedStatus, status } from '../fields';

/** The fields of a product group promotion's input (schema `ProductGroupPromotion`). */

/** What the products of a group may be shown as: those of the creative types that Pinterest makes of a catalog. */
export const SHOWN_AS = {
	REGULAR: { label: 'Shopping Ad', description: 'Each product as an ad of its own' },
	VIDEO: { label: 'Video', description: 'Products with their videos' },
	SHOPPING: { label: 'Shopping', description: 'Product Pins with price' },
	CAROUSEL: { label: 'Carousel', description: 'A product with images to swipe through' },
	COLLECTION: { label: 'Collection', description: 'A main visual with products below' },
	MAX_WIDTH_REGULAR_COLLECTION: {
		label: 'Max Width Collection',
		description: 'A collection with an image over the whole feed',
	},
	MAX_WIDTH_VIDEO_COLLECTION: {
		label: 'Max Width Video Collection',
		description: 'A collection with a video over the whole feed',
	},
} as const satisfies Readonly<Partial<Record<CreativeType, Choice>>>;

/** Those that begin with a main visual. */
export const COLLECTIONS: readonly CreativeType[] = [
	...(['COLLECTION', 'MAX_WIDTH_REGULAR_COLLECTION', 'MAX_WIDTH_VIDEO_COLLECTION'] as const),
];

type Words<Name extends keyof PromotionFields> = Readonly<
	Record<Extract<PromotionFields[Name], string>, string>
>;

const HEADERS = {
	SHOP_THIS_COLLECTION: 'Shop This Collection',
	EXPLORE_THIS_COLLECTION: 'Explore This Collection',
	ON_SALE: 'On Sale',
	GET_DEAL: 'Get Deal',
	NO_HEADER: 'No Header',
} as const satisfies Words<'collections_header_type'>;

const CALLS_TO_ACTION = {
	SHOP_NOW: 'Shop Now',
	BOOK_NOW: 'Book Now',
	ON_SALE: 'On Sale',
	GET_DEAL: 'Get Deal',
	BUY_ONLINE_PICKUP_IN_STORE: 'Buy Online, Pickup in Store',
} as const satisfies Words<'customizable_cta_type'>;

const MEDIA = { IMAGE: 'Image', VIDEO: 'Video' } as const satisfies Words<'preferred_media_type'>;

const LONGEST_TRACKING_URL = 4000;

/** What a new one and a changed one have alike. */
const shared = {
	creativeType: choice({
		label: 'Creative Type',
		description:
			'How its products are shown. Empty means shopping ads, or a collection where a hero Pin or another field of collections is given.',
		choices: SHOWN_AS,
		sentAs: 'creative_type',
	}),
	bid: amount({
		label: 'Bid',
		description: 'A bid of its own. Empty means the bid of the ad group.',
		example: '2000000',
		use: 'bid',
		sentAs: 'bid_in_micro_currency',
		cleared: null,
	}),
	isIncluded: flag({
		label: 'Included',
		description:
			'Whether its products are shown. Off, they are excluded from the ad group, also where another group holds them.',
		preset: true,
		sentAs: 'included',
	}),
	trackingUrl: text(
		{
			label: 'Tracking URL',
			description:
				'A template that Pinterest fills in for each product and calls when its ad is clicked',
			example: 'https://track.example.com/?product={product_id}',
			sentAs: 'tracking_url',
			cleared: null,
		},
		textUpTo(LONGEST_TRACKING_URL),
	),
	callToAction: choice({
		label: 'Call to Action',
		description: 'What the button below the ad says',
		choices: CALLS_TO_ACTION,
		preset: 'SHOP_NOW',
		sentAs: 'customizable_cta_type',
		cleared: null,
	}),
	heroPinId: idOf('pin', {
		label: 'Hero Pin',
		description: 'Of a collection: the Pin that is its main visual',
		example: '813744226420795884',
		sentAs: 'collections_hero_pin_id',
		cleared: null,
	}),
	heroDestinationUrl: url({
		label: 'Hero Destination URL',
		description: 'Of a collection: where a click on its main visual leads',
		example: 'https://shop.example.com/spring',
		sentAs: 'collections_hero_destination_url',
		cleared: null,
	}),
	collectionHeader: choice({
		label: 'Collection Header',
		description: 'Of a collection: the words above its products',
		choices: HEADERS,
		sentAs: 'collections_header_type',
		cleared: null,
	}),
	slideshowTitle: text(
		{
			label: 'Slideshow Title',
			description: 'Of a collection whose main visual is made of its products: its title',
			example: 'Lamps for dark evenings',
			sentAs: 'slideshow_collections_title',
			cleared: null,
		},
		shortText,
	),
	slideshowDescription: text({
		label: 'Slideshow Description',
		description: 'Of a collection whose main visual is made of its products: its description',
		sentAs: 'slideshow_collections_description',
		cleared: null,
	}),
	preferredMedia: choice({
		label: 'Preferred Media',
		description:
			'Of shopping ads: whether to show a product’s image or its video. Without a video it is the image.',
		choices: MEDIA,
		sentAs: 'preferred_media_type',
		cleared: null,
	}),
	imageTag: text(
		{
			label: 'Image Tag',
			description: 'The tag of the catalog’s ad images to show, as the feed names it',
			sentAs: 'selected_image_tag',
			cleared: null,
		},
		shortText,
	),
	videoTag: text(
		{
			label: 'Video Tag',
			description: 'The tag of the catalog’s ad videos to show, as the feed names it',
			sentAs: 'selected_video_tag',
			cleared: null,
		},
		shortText,
	),
	usesMobileDeepLinks: flag({
		label: 'Mobile Deep Links',
		description:
			'Whether a click on a phone opens the deep link that the catalog has for a product',
		preset: true,
		sentAs: 'is_mdl',
	}),
	generatesBackground: flag({
		label: 'Generate Background',
		description:
			'Whether Pinterest puts backgrounds that it has generated behind the product images; not open to every account',
		preset: true,
		sentAs: 'is_generate_background',
	}),
};

/** Left out, they are of a collection only. */
export const OF_COLLECTIONS = [
	...(['heroPinId', 'heroDestinationUrl', 'collectionHeader'] as const),
	...(['slideshowTitle', 'slideshowDescription'] as const),
];

export const CREATE_FIELDS = {
	adAccountId,
	adGroupId: required(
		idOf('adGroup', {
			label: 'Ad Group',
			description: 'The ad group that is to promote it, of a campaign that sells from a catalog',
			sentAs: 'ad_group_id',
		}),
	),
	productGroupId: required(
		idOf('catalogProductGroup', {
			label: 'Product Group',
			description: 'The product group of the catalog to promote',
			example: '4680099996745001',
			sentAs: 'catalog_product_group_id',
		}),
	),
	amountUnit,
	...shared,
	status,
};

const changed = { status: changedStatus, amountUnit, ...shared };

export const UPDATE_FIELDS = {
	adAccountId,
	productGroupPromotionId: required(
		idOf('productGroupPromotion', {
			label: 'Promotion',
			description: 'The promotion to change, by the ID that Promote and Get Many Promotions give',
			example: '312640551938010001',
			sentAs: 'id',
		}),
	),
	...changed,
	clear: clearOf(changed),
};
