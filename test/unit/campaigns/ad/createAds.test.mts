import { createAds } from '../../../../worker/src/campaigns/index.ts';
import { AD, errorOf, recordOf, type Body } from '../adsInMemory.mts';

describe('an ad', () => {
	it('is sent with nothing but what was given, paused', async () => {
		const { sent } = await recordOf(createAds, AD);
		expect(sent).toEqual({
			ad_group_id: '8',
			pin_id: '813744226420795884',
			creative_type: 'REGULAR',
			status: 'PAUSED',
		});
	});

	it('is sent with everything that was given', async () => {
		const { sent } = await recordOf(createAds, {
			...AD,
			adGroupId: 'AG8',
			creativeType: 'carousel',
			name: 'Sofa',
			status: 'ACTIVE',
			destinationUrl: 'https://shop.example.com/sofa',
			clickTrackingUrl: 'https://track.example.com/c',
			viewTrackingUrl: 'https://track.example.com/v',
			trackingUrls: { click: ['https://track.example.com/c2'] },
			carouselDestinationUrls: ['https://shop.example.com/1', 'https://shop.example.com/2'],
			callToAction: 'shop now',
			leadFormId: '12',
		});
		expect(sent).toEqual({
			ad_group_id: '8',
			pin_id: '813744226420795884',
			creative_type: 'CAROUSEL',
			name: 'Sofa',
			status: 'ACTIVE',
			destination_url: 'https://shop.example.com/sofa',
			click_tracking_url: 'https://track.example.com/c',
			view_tracking_url: 'https://track.example.com/v',
			tracking_urls: { click: ['https://track.example.com/c2'] },
			carousel_destination_urls: ['https://shop.example.com/1', 'https://shop.example.com/2'],
			customizable_cta_type: 'SHOP_NOW',
			lead_form_id: '12',
		});
	});

	it.each<[string, Body, string, RegExp]>([
		['no Pin', { pinId: '' }, 'Pin', /is missing/],
		['a Pin that is no id', { pinId: 'https://pin.example.com/1' }, 'Pin', /digits/],
		['no ad group', { adGroupId: null }, 'Ad Group', /is missing/],
		[
			'an unknown creative type',
			{ creativeType: 'GIF' },
			'Creative Type',
			/REGULAR, VIDEO, SHOPPING/,
		],
		[
			'an address that is none',
			{ clickTrackingUrl: 'track.example.com' },
			'Click Tracking URL',
			/https/,
		],
		['an address that runs', { destinationUrl: 'javascript:alert(1)' }, 'Destination URL', /https/],
	])('is refused with %s', async (_what, change, field, message) => {
		const error = await errorOf(createAds, { ...AD, ...change });
		expect(error).toMatchObject({
			kind: 'invalid',
			field,
			message: expect.stringMatching(message),
		});
	});

	it('is refused in an archived ad group', async () => {
		const error = await errorOf(createAds, AD, { adGroup: { status: 'ARCHIVED' } });
		expect(error).toMatchObject({
			field: 'Ad Group',
			message: expect.stringContaining('archived'),
		});
	});

	it('warns of a creative type that usually does not go with the campaign', async () => {
		const { record } = await recordOf(createAds, AD, {
			adGroup: { campaign_id: '7', billable_event: 'VIDEO_V_50_MRC' },
			campaign: { objective_type: 'VIDEO_COMPLETION' },
		});
		expect(record.warnings).toEqual([
			expect.stringContaining('REGULAR is not a usual creative type in VIDEO_COMPLETION'),
			expect.stringContaining('pays for video views'),
		]);
	});
});
