import type { Fields } from '../../entities';
import type { AdInput } from './adInput';
import { withoutUndefined } from '../body';

type Given = Partial<Omit<AdInput, 'adGroupId' | 'adAccountId' | 'status'>> & {
	readonly status?: string;
};

/** What a new ad and a changed one say alike (schema `AdCommon`). */
export function adFields(input: Given): Fields {
	return withoutUndefined({
		pin_id: input.pinId,
		creative_type: input.creativeType,
		name: input.name,
		status: input.status,
		destination_url: input.destinationUrl,
		click_tracking_url: input.clickTrackingUrl,
		view_tracking_url: input.viewTrackingUrl,
		tracking_urls: input.trackingUrls && withoutUndefined(input.trackingUrls),
		carousel_destination_urls: input.carouselDestinationUrls,
		customizable_cta_type: input.callToAction,
		lead_form_id: input.leadFormId,
	});
}
