import type { Choice } from '../../fields/field';
import type { AdFields } from '../../pinterest/types';

/** The words that an ad chooses from: all that Pinterest describes. */

/** What ads may be (schema `CreativeType`). */
export const CREATIVES = {
	REGULAR: { label: 'Regular', description: 'A Pin with one image' },
	VIDEO: { label: 'Video', description: 'A Pin with a video' },
	SHOPPING: { label: 'Shopping', description: 'A product Pin with price' },
	CAROUSEL: { label: 'Carousel', description: 'A Pin of 2 to 5 images' },
	MAX_VIDEO: { label: 'Max Width Video', description: 'A video over the whole feed' },
	SHOP_THE_PIN: {
		label: 'Shop the Pin',
		description: 'Given up by Pinterest: Collection takes its place',
	},
	COLLECTION: { label: 'Collection', description: 'A main visual with products below' },
	IDEA: { label: 'Idea', description: 'An Idea Pin' },
	SHOWCASE: { label: 'Showcase', description: 'A Pin of several cards' },
	QUIZ: { label: 'Quiz', description: 'A Pin that asks questions' },
	COLLAGE: { label: 'Collage', description: 'A Pin that combines several visuals' },
	MAX_WIDTH_REGULAR_COLLECTION: {
		label: 'Max Width Collection',
		description: 'A collection with an image over the whole feed',
	},
	MAX_WIDTH_VIDEO_COLLECTION: {
		label: 'Max Width Video Collection',
		description: 'A collection with a video over the whole feed',
	},
} as const satisfies Words<'creative_type', Choice>;

export type CreativeType = keyof typeof CREATIVES;
export const CREATIVE_TYPES = Object.keys(CREATIVES) as readonly CreativeType[];

/** What the button of an ad may say (schema `CustomizableCTAType`). */
export const CALLS_TO_ACTION = {
	ADD_TO_CART: 'Add to Cart',
	APPLY_NOW: 'Apply Now',
	BOOK_NOW: 'Book Now',
	BUY_NOW: 'Buy Now',
	BUY_TICKETS: 'Buy Tickets',
	CONTACT_US: 'Contact Us',
	DONATE_NOW: 'Donate Now',
	DOWNLOAD: 'Download',
	EXPLORE_MORE: 'Explore More',
	FIND_A_DEALER: 'Find a Dealer',
	FIND_A_LOCATION: 'Find a Location',
	GET_DEAL: 'Get Deal',
	GET_OFFER: 'Get Offer',
	GET_QUOTE: 'Get Quote',
	GET_RECIPE: 'Get Recipe',
	GET_SHOWTIMES: 'Get Showtimes',
	LEARN_MORE: 'Learn More',
	ON_SALE: 'On Sale',
	ORDER_NOW: 'Order Now',
	PLAY_GAME: 'Play Game',
	READ_MORE: 'Read More',
	REGISTER_NOW: 'Register Now',
	REQUEST_DEMO: 'Request Demo',
	SHOP_NOW: 'Shop Now',
	SIGN_UP: 'Sign Up',
	SUBSCRIBE: 'Subscribe',
	TRY_IT: 'Try It',
	VISIT_SITE: 'Visit Site',
	WATCH_NOW: 'Watch Now',
} as const satisfies Words<'customizable_cta_type', string>;

/** What a page about a medicine holds (schema `DisclosureType`). */
export const DISCLOSURES = {
	NO_DISCLOSURE: 'No Disclosure',
	PRESCRIBING_INFORMATION: 'Prescribing Information',
	PRESCRIBING_INFORMATION_BOX_WARNING: 'Prescribing Information With Boxed Warning',
	IMPORTANT_SAFETY_INFO: 'Important Safety Information',
	MED_GUIDE: 'Medication Guide',
	PATIENT_INFORMATION: 'Patient Information',
} as const satisfies Words<'disclosure_type', string>;

type Words<Field extends keyof AdFields, Said> = Readonly<
	Record<Extract<AdFields[Field], string>, Said>
>;
