import { z } from 'zod';
import { id, longId, optional } from '../../input';
import { name, status, trackingUrls, url } from '../oldFields';
import { choice } from '../../values/choice';
import { list } from '../../values/lists';
import { CREATIVE_TYPES } from '../adGroup/adGroupRules';

/** What the button of an ad may say (schema `CustomizableCTAType`). */
export const CALLS_TO_ACTION = [
	'ADD_TO_CART',
	'APPLY_NOW',
	'BOOK_NOW',
	'BUY_NOW',
	'BUY_TICKETS',
	'CONTACT_US',
	'DONATE_NOW',
	'DOWNLOAD',
	'EXPLORE_MORE',
	'FIND_A_DEALER',
	'FIND_A_LOCATION',
	'GET_DEAL',
	'GET_OFFER',
	'GET_QUOTE',
	'GET_RECIPE',
	'GET_SHOWTIMES',
	'LEARN_MORE',
	'ON_SALE',
	'ORDER_NOW',
	'PLAY_GAME',
	'READ_MORE',
	'REGISTER_NOW',
	'REQUEST_DEMO',
	'SHOP_NOW',
	'SIGN_UP',
	'SUBSCRIBE',
	'TRY_IT',
	'VISIT_SITE',
	'WATCH_NOW',
] as const;

/** The input of `createAd`. */
export const adInput = z
	.object({
		adAccountId: optional(id),
		adGroupId: id,
		/** The existing Pin to promote. */
		pinId: longId,
		/** Has to match the Pin's format. Left out, as AUTOMATIC: what the Pin is. */
		creativeType: optional(choice(['AUTOMATIC', ...CREATIVE_TYPES])).transform((type) =>
			type === 'AUTOMATIC' ? undefined : type,
		),
		name: optional(name),
		/** Left out: the Pin's own link. */
		destinationUrl: optional(url),
		clickTrackingUrl: optional(url),
		viewTrackingUrl: optional(url),
		trackingUrls: optional(trackingUrls),
		status,
		/** One for each card of a carousel. */
		carouselDestinationUrls: optional(list(url, { elements: 'addresses' })),
		callToAction: optional(choice(CALLS_TO_ACTION)),
		leadFormId: optional(longId),
	})
	.strict();

export type AdInput = z.output<typeof adInput>;
