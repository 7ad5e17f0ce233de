import { SEED } from '../../../simulator/simulator.mts';
import { createAd, launchCampaign, updateAd, type NewAd } from '../../../worker/src/index.ts';
import { contextFor, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const ads = () => on.simulator.state().ads;

type Given = Partial<NewAd>;

interface Case {
	readonly given: Given;
	readonly sent: Record<string, unknown>;
	/** What a later launch asks for instead, and where it is told of the difference. */
	readonly other: Given;
	readonly differs: readonly string[];
}

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
		const { creativeType: _, status: __, ...change } = given;
		await updateAd(context(), { adId: id, ...change });
		expect(ads().find((one) => one.id === id)).toMatchObject(sent);
	});

	it.each(LAUNCHES)(
		'with a launch (%s), which tells of each difference',
		async (_form, launchOf) => {
			const told = async (ad: Given) => {
				const said = await launchCampaign(context(), launchOf(ad)).then(
					({ warnings }) => warnings.join(),
					({ message }: Error) => message,
				);
				return differs.filter(
					(label) => said.includes(`${label}: `) || said.includes(`${label} is`),
				);
			};
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
