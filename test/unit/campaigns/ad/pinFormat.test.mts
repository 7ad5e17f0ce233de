import { createAds, launchCampaigns } from '../../../../worker/src/campaigns/index.ts';
import type { CreativeType } from '../../../../worker/src/campaigns/ad/adChoices.ts';
import { untyped } from '../../../untyped.mts';
import { AD, AD_GROUP, api, CAMPAIGN, type Body } from '../adsInMemory.mts';

/** Pinterest, where every Pin is said to be this one; undefined: Pins may not be read. */
function withPin(pin: Body | undefined, creative_type = String(pin?.creative_type ?? 'REGULAR')) {
	const fake = api();
	fake.pinterest.plant({ pins: [{ id: AD.pinId, creative_type }] });
	fake.pinterest.answerWith(
		'/pins/',
		pin === undefined
			? { status: 401, body: { code: 3, message: 'Your token lacks a scope.' } }
			: { body: { id: AD.pinId, ...pin } },
	);
	return fake;
}

const VIDEO = { creative_type: 'VIDEO', media: { media_type: 'video' } };
const IMAGE = { creative_type: 'REGULAR', media: { media_type: 'image' } };

describe('an ad without a creative type', () => {
	it.each<[string, Body | undefined, string]>([
		['a video', VIDEO, 'VIDEO'],
		['an image', IMAGE, 'REGULAR'],
		['a product', { creative_type: 'SHOPPING', media: { media_type: 'image' } }, 'SHOPPING'],
		['several images', { media: { media_type: 'multiple_images' } }, 'CAROUSEL'],
		['a video of which only the media say so', { media: { media_type: 'video' } }, 'VIDEO'],
		['a video that is called an image', { ...VIDEO, creative_type: 'REGULAR' }, 'VIDEO'],
		['a mix', { creative_type: null, media: { media_type: 'multiple_mixed' } }, 'IDEA'],
		['what was once SHOP_THE_PIN', { creative_type: 'SHOP_THE_PIN' }, 'COLLECTION'],
		['of a kind that is new', { creative_type: 'HOLOGRAM', media: { media_type: 'x' } }, 'REGULAR'],
		['nothing that is said', { media: null }, 'REGULAR'],
		['not to be read', undefined, 'REGULAR'],
	])('is what its Pin is: %s', async (_what, pin, creativeType) => {
		for (const chosen of [undefined, '', 'AUTOMATIC', 'automatic']) {
			const fake = withPin(pin);
			await createAds(fake.context, [{ ...AD, creativeType: untyped(chosen) }]);
			expect(fake.posted()[0].body).toEqual([
				expect.objectContaining({ creative_type: creativeType }),
			]);
		}
	});

	it('reads each Pin once', async () => {
		const fake = withPin(VIDEO);
		await createAds(fake.context, [AD, { ...AD, name: 'Second' }, { ...AD, name: 'Third' }]);
		expect(fake.requests.filter(({ path }) => path.startsWith('/pins/'))).toHaveLength(1);
	});
});

describe('an ad whose Pin cannot be read', () => {
	const flat = { ...CAMPAIGN, ...AD_GROUP, campaignId: undefined, pinIds: AD.pinId };
	const said = `The Pin ${AD.pinId} could not be looked at (that needs the scopes pins:read and boards:read), so the creative type Automatic became REGULAR. If the Pin is a video, choose VIDEO instead.`;

	it('says that Automatic was taken for REGULAR', async () => {
		const [ad] = await createAds(withPin(undefined).context, [AD]);
		expect(ad).toMatchObject({ ok: true, record: { warnings: [said] } });
		const [launch] = await launchCampaigns(withPin(undefined).context, [flat]);
		expect(launch.ok && JSON.stringify(launch.record).split(said)).toHaveLength(2);
	});

	it('says nothing where the creative type is chosen', async () => {
		const chosen = { creativeType: 'VIDEO' as const };
		const unread = () => withPin(undefined, 'VIDEO').context;
		const [ad] = await createAds(unread(), [{ ...AD, ...chosen }]);
		expect(ad).toMatchObject({ ok: true, record: { warnings: [] } });
		const [launch] = await launchCampaigns(unread(), [{ ...flat, ...chosen }]);
		expect(JSON.stringify(launch)).not.toContain('could not be looked at');
	});
});

describe('a creative type that the Pin is not', () => {
	it.each<[string, Body, CreativeType, RegExp]>([
		['a video as an image', VIDEO, 'REGULAR', /is a video.*choose VIDEO/],
		['a video as a carousel', VIDEO, 'CAROUSEL', /is a video/],
		['an image as a video', IMAGE, 'VIDEO', /is an image.*choose REGULAR/],
		['an image as a wide video', IMAGE, 'MAX_VIDEO', /is an image/],
	])('is refused before anything is created: %s', async (_what, pin, creativeType, message) => {
		const fake = withPin(pin);
		const ad = { ...AD, creativeType };
		const flat = {
			...CAMPAIGN,
			...AD_GROUP,
			campaignId: undefined,
			pinIds: AD.pinId,
			creativeType,
		};
		const outcomes = [
			...(await createAds(fake.context, [ad])),
			...(await launchCampaigns(fake.context, [flat])),
		];
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({
				ok: false,
				error: {
					kind: 'invalid',
					field: 'Creative Type',
					message: expect.stringMatching(message),
				},
			});
		}
		expect(fake.posted()).toEqual([]);
	});

	it.each<[string, Body, CreativeType]>([
		['a video as a collection', VIDEO, 'COLLECTION'],
		['a video as a wide video', VIDEO, 'MAX_VIDEO'],
		['an image as a product', IMAGE, 'SHOPPING'],
		['what is not known', {}, 'VIDEO'],
	])('is Pinterest’s to judge where it may be right: %s', async (_what, pin, creativeType) => {
		const fake = withPin(pin);
		await createAds(fake.context, [{ ...AD, creativeType }]);
		expect(fake.posted()[0].body).toEqual([
			expect.objectContaining({ creative_type: creativeType }),
		]);
	});
});

it('a launch takes its ads’ creative types from their Pins', async () => {
	const fake = withPin(VIDEO);
	const flat = { ...CAMPAIGN, ...AD_GROUP, campaignId: undefined, pinIds: AD.pinId };
	const [outcome] = await launchCampaigns(fake.context, [flat]);
	if (!outcome.ok) throw outcome.error;
	const ads = fake.posted().find(({ path }) => path.endsWith('/ads'));
	expect(ads?.body).toEqual([expect.objectContaining({ creative_type: 'VIDEO' })]);
});

describe('a launch whose list of ad groups is empty', () => {
	const campaign = { ...CAMPAIGN, adAccountId: undefined };

	it.each([[[]], [''], ['[]'], [' [ ] '], [null], ['null']])('says so of %j', async (adGroups) => {
		const fake = withPin(IMAGE);
		for (const input of [
			{ ...CAMPAIGN, adGroups },
			{ campaign, adGroups },
		]) {
			const [outcome] = await launchCampaigns(fake.context, [input]);
			expect(outcome).toMatchObject({
				ok: false,
				error: { field: 'Ad Groups', message: 'Ad Groups: must hold at least one' },
			});
		}
		expect(fake.requests).toEqual([]);
	});

	it.each([['[{"name": "US",}]'], ['US'], ['[{'], ['{"name": "US"}'], [{ name: 'US' }], [5]])(
		'says what else is wrong with %j',
		async (adGroups) => {
			const [outcome] = await launchCampaigns(withPin(IMAGE).context, [
				untyped({ ...CAMPAIGN, adGroups }),
			]);
			const isJson = typeof adGroups !== 'string' || adGroups.startsWith('{');
			expect(outcome).toMatchObject({
				ok: false,
				error: {
					field: 'Ad Groups',
					message: `Ad Groups: must be ${isJson ? '' : 'JSON: '}a list such as [{"name": "…"}]`,
				},
			});
		},
	);

	it('says of Pins that are neither a list nor an ID what they must be', async () => {
		const flat = { ...CAMPAIGN, ...AD_GROUP, campaignId: undefined };
		for (const [pinIds, message] of [
			[{ id: '5' }, 'Pin: must be an ID, or a list of IDs'],
			[true, 'Pin: must be an ID, or a list of IDs'],
			[[], 'Pin: is missing; an ad promotes a Pin'],
			[' ', 'Pin: is missing; an ad promotes a Pin'],
		]) {
			const [outcome] = await launchCampaigns(withPin(IMAGE).context, [
				untyped({ ...flat, pinIds }),
			]);
			expect(outcome).toMatchObject({ ok: false, error: { field: 'Pin', message } });
		}
	});

	it('says what a campaign lacks that is empty', async () => {
		const [outcome] = await launchCampaigns(withPin(IMAGE).context, [
			{ campaign: {}, adGroups: [] },
		]);
		expect(outcome).toMatchObject({ ok: false, error: { field: 'Ad Groups' } });
		if (!outcome.ok) {
			expect(outcome.error.message).toContain('Ad Groups: must hold at least one');
			expect(outcome.error.message).toContain('Campaign Name: is missing');
			expect(outcome.error.message).not.toContain('Pin');
		}
	});
});
