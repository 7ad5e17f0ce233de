import { z } from 'zod';
import { id, longId, optional } from '../../input';
import { CALLS_TO_ACTION } from './adInput';
import type { AdUpdate } from '../../pinterest/types';
import { clear, requireUnset, type Clearable } from '../clearing';
import { changedStatus, link, name, trackingUrls, url } from '../oldFields';
import { choice, flag } from '../../values/choice';
import { list } from '../../values/lists';
import { CREATIVE_TYPES } from '../adGroup/adGroupRules';

/** What a page about a medicine holds (schema `DisclosureType`). */
const DISCLOSURES = [
	'NO_DISCLOSURE',
	'PRESCRIBING_INFORMATION',
	'PRESCRIBING_INFORMATION_BOX_WARNING',
	'IMPORTANT_SAFETY_INFO',
	'MED_GUIDE',
	'PATIENT_INFORMATION',
] as const;

export const CLEARABLE_OF_AD = {
	androidDeepLink: { android_deep_link: null },
	callToAction: { customizable_cta_type: null },
	carouselDestinationUrls: { carousel_destination_urls: null },
	clickTrackingUrl: { click_tracking_url: null },
	destinationUrl: { destination_url: null },
	disclosureType: { disclosure_type: null },
	disclosureUrl: { disclosure_url: null },
	iosDeepLink: { ios_deep_link: null },
	leadFormId: { lead_form_id: null },
	name: { name: null },
	trackingUrls: { tracking_urls: null },
	viewTrackingUrl: { view_tracking_url: null },
} satisfies Clearable<AdUpdate>;

/** The input of `updateAd`: which one, and what is to be different. */
export const adUpdateInput = z
	.object({
		adAccountId: optional(id),
		adId: id,
		status: changedStatus,
		name: optional(name),
		/** Of drafts only. */
		pinId: optional(longId),
		creativeType: optional(choice(CREATIVE_TYPES)),
		destinationUrl: optional(url),
		clickTrackingUrl: optional(url),
		viewTrackingUrl: optional(url),
		trackingUrls: optional(trackingUrls),
		carouselDestinationUrls: optional(list(url, { elements: 'addresses' })),
		callToAction: optional(choice(CALLS_TO_ACTION)),
		leadFormId: optional(longId),
		/** Addresses that open an app. */
		androidDeepLink: optional(link),
		iosDeepLink: optional(link),
		/** One for each card of a carousel. */
		carouselAndroidDeepLinks: optional(list(link, { elements: 'addresses' })),
		carouselIosDeepLinks: optional(list(link, { elements: 'addresses' })),
		disclosureType: optional(choice(DISCLOSURES)),
		disclosureUrl: optional(url),
		/** Whether people may save the Pin. */
		isRemovable: optional(flag),
		/** Names of fields to empty. */
		clear: clear(CLEARABLE_OF_AD),
	})
	.strict()
	.superRefine(requireUnset);

export type AdUpdateInput = z.output<typeof adUpdateInput>;
