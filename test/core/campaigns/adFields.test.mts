import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

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
	[
		{ quiz: '{ "questions": [{ "questionText": "Where would you nap?" }] }' },
		{ quiz_pin_data: { questions: [{ question_text: 'Where would you nap?' }] } },
	],
];
const options = Object.assign({}, ...OPTIONS.map(([given]) => given)) as INodeParameters;
const sent = Object.assign({}, ...OPTIONS.map(([, fields]) => fields)) as Record<string, unknown>;

it.each<[string, INodeParameters]>([
	['Ad: Create', { resource: 'ad', operation: 'create', adGroupId: byId(SEED.adGroups.running) }],
	[
		'Campaign: Launch',
		{
			...{ resource: 'campaign', operation: 'launch', name: 'Spring', adGroupName: 'US' },
			...{ objective: 'CONSIDERATION', locations: ['US'] },
		},
	],
])('%s takes all that an ad may have', async (_form, parameters) => {
	await node.run({ parameters: { ...parameters, pinId: byId(SEED.pins.image), options } });
	expect(node.simulator.state().ads.at(-1)).toMatchObject(sent);
});
