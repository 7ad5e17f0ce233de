import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What is under Options in the forms of an ad and of a launch, and what the ad then has. */
const OPTIONS: ReadonlyArray<[INodeParameters, Record<string, unknown>]> = [
	[
		{ androidDeepLink: 'exampleshop://sofa', iosDeepLink: 'exampleshop://sofa' },
		{ android_deep_link: 'exampleshop://sofa', ios_deep_link: 'exampleshop://sofa' },
	],
	[
		{ carouselAndroidDeepLinks: 'exampleshop://1', carouselIosDeepLinks: 'exampleshop://2' },
		{
			carousel_android_deep_links: ['exampleshop://1'],
			carousel_ios_deep_links: ['exampleshop://2'],
		},
	],
	[
		{ disclosureType: 'MED_GUIDE', disclosureUrl: 'https://pharma.example.com/safety' },
		{ disclosure_type: 'MED_GUIDE', disclosure_url: 'https://pharma.example.com/safety' },
	],
	[{ isRemovable: false }, { is_removable: false }],
];

/** A quiz, and where its answers are measured, as JSON in version 1 of the node and in fields since 1.1. */
const GROUPS: Readonly<Record<string, INodeParameters>> = {
	1: {
		quiz: JSON.stringify({
			questions: [
				{
					questionText: 'Where would you nap?',
					options: [{ text: 'On a sofa' }, { text: 'Nowhere' }],
				},
			],
			results: [{ organicPinId: SEED.pins.image2 }],
		}),
		trackingUrls: JSON.stringify({
			click: ['https://t.example.com/1', 'https://t.example.com/2'],
			impression: 'https://t.example.com/3',
		}),
	},
	1.1: {
		quiz: {
			group: {
				questions: {
					entries: [
						{
							questionId: '',
							questionText: 'Where would you nap?',
							options: { entries: [{ text: 'On a sofa' }, { id: '', text: 'Nowhere' }] },
						},
					],
				},
				results: { entries: [{ organicPinId: byId(SEED.pins.image2), destinationUrl: '' }] },
				tieBreakerType: '',
				tieBreakerCustomResult: {},
			},
		},
		trackingUrls: {
			entries: [
				{ event: 'click', url: 'https://t.example.com/1' },
				{ event: 'impression', url: 'https://t.example.com/3' },
				{ url: '={{ "https://t.example.com/" + 2 }}' },
			],
		},
	},
};

const groupsSent = {
	quiz_pin_data: {
		questions: [
			{
				question_text: 'Where would you nap?',
				options: [{ text: 'On a sofa' }, { text: 'Nowhere' }],
			},
		],
		results: [{ organic_pin_id: SEED.pins.image2 }],
	},
};
const trackingSent = {
	tracking_urls: {
		click: ['https://t.example.com/1', 'https://t.example.com/2'],
		impression: ['https://t.example.com/3'],
	},
};

const options = Object.assign({}, ...OPTIONS.map(([given]) => given)) as INodeParameters;
const sent = Object.assign({}, ...OPTIONS.map(([, fields]) => fields)) as Record<string, unknown>;

const FORMS: ReadonlyArray<[string, INodeParameters, () => readonly object[]]> = [
	[
		'Ad: Create',
		{ resource: 'ad', operation: 'create', adGroupId: byId(SEED.adGroups.running) },
		() => node.simulator.state().ads,
	],
	[
		'Campaign: Launch',
		{
			...{ resource: 'campaign', operation: 'launch', name: 'Spring' },
			...{ objective: 'CONSIDERATION', locations: ['US'] },
		},
		// Tracking addresses of a launch are its ad groups'.
		() => node.simulator.state().adGroups,
	],
];

describe.each(FORMS)('%s', (_form, parameters, tracked) => {
	it.each([1, 1.1])('takes all that an ad may have, in version %s of the node', async (version) => {
		const { output } = await node.run({
			typeVersion: version,
			parameters: {
				...{ ...parameters, pinId: byId(SEED.pins.image) },
				options: { ...options, ...GROUPS[version] },
			},
		});
		expect(output).toHaveLength(1);
		expect(node.simulator.state().ads.at(-1)).toMatchObject({ ...sent, ...groupsSent });
		expect(tracked().at(-1)).toMatchObject(trackingSent);
	});

	it('leaves out a group to which nothing was added', async () => {
		await node.run({
			parameters: {
				...{ ...parameters, pinId: byId(SEED.pins.image) },
				options: { quiz: {}, trackingUrls: { entries: [] } },
			},
		});
		const [ad] = node.simulator
			.ledger()
			.filter(({ path, method }) => method === 'POST' && /\/ads$/.test(path));
		expect(Object.keys((ad.body as object[])[0])).not.toContain('quiz_pin_data');
		expect(JSON.stringify(node.simulator.ledger())).not.toContain('tracking_urls');
	});

	it('names the entry that is wrong', async () => {
		const entries = [
			{ event: 'click', url: 'https://t.example.com' },
			{ event: 'click', url: 'no address' },
		];
		const error = await errorOf(
			node.run({
				parameters: {
					...{ ...parameters, pinId: byId(SEED.pins.image) },
					options: { trackingUrls: { entries } },
				},
			}),
		);
		expect(error.message).toMatch(/^Tracking URLs 2\. URL: must be an address/);
	});
});
