import { SEED } from '../../../simulator/simulator.mts';
import { createAd, launchCampaign, updateAd, type NewAd } from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const ads = () => on.simulator.state().ads;

type Given = Omit<Partial<NewAd>, 'adGroupId' | 'creativeType' | 'pinId' | 'status'>;

interface Case {
	readonly given: Given;
	readonly sent: Record<string, unknown>;
	/** What a later launch asks for instead, and where it is told of the difference. */
	readonly other: Given;
	readonly differs: readonly string[];
}

const QUIZ = {
	questions: [
		{
			questionId: 1,
			questionText: 'Where would you nap?',
			options: [{ id: 1, text: 'In a hammock' }, { text: 'On a sofa' }],
		},
	],
	results: [
		{
			resultId: 1,
			organicPinId: SEED.pins.image2,
			destinationUrl: 'https://shop.example.com/hammocks',
			androidDeepLink: 'exampleshop://hammocks',
			iosDeepLink: 'exampleshop://hammocks',
		},
	],
	tieBreakerType: 'RANDOM',
	tieBreakerCustomResult: { organicPinId: SEED.pins.image },
} satisfies Given['quiz'];

const SENT_QUIZ = {
	questions: [
		{
			question_id: 1,
			question_text: 'Where would you nap?',
			options: [{ id: 1, text: 'In a hammock' }, { text: 'On a sofa' }],
		},
	],
	results: [
		{
			result_id: 1,
			organic_pin_id: SEED.pins.image2,
			destination_url: 'https://shop.example.com/hammocks',
			android_deep_link: 'exampleshop://hammocks',
			ios_deep_link: 'exampleshop://hammocks',
		},
	],
	tie_breaker_type: 'RANDOM',
	tie_breaker_custom_result: { organic_pin_id: SEED.pins.image },
};

const FIELDS: ReadonlyArray<[string, Case]> = [
	[
		'deep links',
		{
			given: {
				androidDeepLink: 'exampleshop://sofa',
				iosDeepLink: 'exampleshop://sofa',
				carouselAndroidDeepLinks: 'exampleshop://1, exampleshop://2',
				carouselIosDeepLinks: ['exampleshop://1', 'exampleshop://2'],
			},
			sent: {
				android_deep_link: 'exampleshop://sofa',
				ios_deep_link: 'exampleshop://sofa',
				carousel_android_deep_links: ['exampleshop://1', 'exampleshop://2'],
				carousel_ios_deep_links: ['exampleshop://1', 'exampleshop://2'],
			},
			other: {
				androidDeepLink: 'exampleshop://bed',
				iosDeepLink: 'exampleshop://bed',
				carouselAndroidDeepLinks: 'exampleshop://1',
				carouselIosDeepLinks: 'exampleshop://2, exampleshop://1',
			},
			differs: [
				'Android Deep Link',
				'iOS Deep Link',
				'Carousel Android Deep Links',
				'Carousel iOS Deep Links',
			],
		},
	],
	[
		'disclosure',
		{
			given: { disclosureType: 'MED_GUIDE', disclosureUrl: 'https://pharma.example.com/safety' },
			sent: { disclosure_type: 'MED_GUIDE', disclosure_url: 'https://pharma.example.com/safety' },
			other: {
				disclosureType: 'PATIENT_INFORMATION',
				disclosureUrl: 'https://pharma.example.com/else',
			},
			differs: ['Disclosure Type', 'Disclosure URL'],
		},
	],
	[
		'Can Be Saved',
		{
			given: { isRemovable: true },
			sent: { is_removable: true },
			other: { isRemovable: false },
			differs: ['Can Be Saved'],
		},
	],
	[
		'Quiz',
		{
			given: { quiz: QUIZ },
			sent: { quiz_pin_data: SENT_QUIZ },
			other: { quiz: { ...QUIZ, tieBreakerType: 'CUSTOM' } },
			differs: ['Quiz'],
		},
	],
];

const CAMPAIGN = { name: 'Spring', objective: 'CONSIDERATION' as const };
const AD_GROUP = { billableEvent: 'CLICKTHROUGH' as const, locations: 'US' };

const flat = (ad: Given) => ({
	...CAMPAIGN,
	...{ ...AD_GROUP, adGroupName: 'US', pinIds: SEED.pins.image },
	...ad,
});
const nested = (ad: Given) => ({
	campaign: CAMPAIGN,
	adGroups: [{ ...AD_GROUP, name: 'US', ads: [{ ...ad, pinId: SEED.pins.image }] }],
});
/** However a launch is written. */
const LAUNCHES: ReadonlyArray<[string, (ad: Given) => Parameters<typeof launchCampaign>[1]]> = [
	['flat', flat],
	['nested', nested],
];

describe.each(FIELDS)('%s of an ad', (_what, { given, sent, other, differs }) => {
	it('with a create', async () => {
		const ad = { adGroupId: SEED.adGroups.running, pinId: SEED.pins.image };
		const { id } = await createAd(context(), { ...ad, ...given });
		expect(ads().find((one) => one.id === id)).toMatchObject(sent);
	});

	it('with an update', async () => {
		const { id } = await createAd(context(), {
			...{ adGroupId: SEED.adGroups.running, pinId: SEED.pins.image },
		});
		await updateAd(context(), { adId: id, ...given });
		expect(ads().find((one) => one.id === id)).toMatchObject(sent);
	});

	it.each(LAUNCHES)(
		'with a launch (%s), which tells of each difference',
		async (_form, launchOf) => {
			const told = async (ad: Given) =>
				await launchCampaign(context(), launchOf(ad)).then(
					({ warnings }) =>
						differs.filter((label) => warnings.some((one) => one.includes(`${label}: `))),
					({ message }: Error) => differs.filter((label) => message.includes(`${label} is `)),
				);
			const before = ads().length;
			expect(await told(given)).toEqual([]);
			expect(ads().at(-1)).toMatchObject(sent);
			expect(await told(given)).toEqual([]);
			expect(ads()).toHaveLength(before + 1);
			const toldOf = [];
			for (const [name, value] of Object.entries(other)) {
				toldOf.push(...(await told({ ...given, [name]: value })));
			}
			expect(toldOf).toEqual(differs);
			expect(ads()).toHaveLength(before + 1);
		},
	);
});

describe('a quiz', () => {
	const ad = { adGroupId: SEED.adGroups.running, pinId: SEED.pins.image };
	const QUIZ_AD = { ...ad, creativeType: 'QUIZ' as const };

	it.each<[string, string | object]>([
		['as JSON', JSON.stringify(QUIZ)],
		['by Pinterest’s names', SENT_QUIZ],
		['by Pinterest’s names, as JSON', JSON.stringify(SENT_QUIZ)],
	])('may be given %s', async (_how, quiz) => {
		await createAd(context(), { ...QUIZ_AD, quiz: untyped(quiz) });
		expect(ads().at(-1)).toMatchObject({ creative_type: 'QUIZ', quiz_pin_data: SENT_QUIZ });
	});

	it('is taken away with Clear', async () => {
		const { id } = await createAd(context(), { ...QUIZ_AD, quiz: QUIZ });
		expect(await updateAd(context(), { adId: id, clear: 'quiz' })).toMatchObject({
			quiz_pin_data: null,
		});
	});

	it('that is missing, or of an ad that is none, is told', async () => {
		expect((await createAd(context(), QUIZ_AD)).warnings).toEqual([
			expect.stringContaining('but Quiz is empty'),
		]);
		expect((await createAd(context(), { ...ad, quiz: QUIZ })).warnings).toEqual([
			'Quiz is given, but the creative type is REGULAR; a quiz ad needs QUIZ.',
		]);
	});

	it('that Pinterest refuses is explained', async () => {
		on.simulator.addFault({
			match: { operationId: 'ads/create' },
			fault: 'item-exception',
			items: [0],
			message: 'Quiz pin data is required for the creative type QUIZ.',
		});
		await expect(createAd(context(), QUIZ_AD)).rejects.toMatchObject({
			field: 'Quiz',
			hint: expect.stringContaining('questions with their options'),
		});
	});
});
