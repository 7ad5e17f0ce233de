import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';

/** A run of an operation; the examples of one give all that its answer can hold. */
export interface Example {
	/** Without `resource` and `operation`. */
	readonly parameters?: INodeParameters;
	readonly items?: readonly IDataObject[];
	/** What runs before it, as `resource:operation`; its output comes in. */
	readonly after?: { readonly of: string } & Example;
	/** What happens in between. */
	readonly meanwhile?: (simulator: Simulator) => void;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const { pins, catalogProductGroups } = SEED;

const CAMPAIGN = { campaignId: byId(SEED.campaigns.running) };
const AD_GROUP = { adGroupId: byId(SEED.adGroups.running) };
const GOAL = { objective: 'CONSIDERATION', locations: 'US' };
const MONEY = { budget: '5000000', bid: '1000000' };

const AN_AD: Example['after'] = {
	of: 'ad:create',
	parameters: { ...AD_GROUP, pinId: byId(pins.image) },
};
const THIS_AD = { adId: byId('={{ $json.id }}') };

const CONTACTS = Array.from({ length: 120 }, (_, n) => ({ email: `person${n}@example.com` }));
const RECORD = { record: '={{ $json.email }}' };
const SYNC: Example = {
	parameters: { ...RECORD, name: 'Buyers', options: { id: 'audience-1' } },
	items: CONTACTS,
};
const AN_AUDIENCE: Example['after'] = { of: 'audience:sync', ...SYNC };
const THIS_AUDIENCE = byId('={{ $json.pinterest_audience_id }}');
const VISITORS: Example = {
	parameters: { name: 'Sale', conversionTagId: byId(SEED.conversionTagId) },
};
const HOURS = 3_600_000;

const KEYWORDS: Example['after'] = {
	of: 'keyword:add',
	parameters: { ...AD_GROUP, keywords: 'sofa, [leather sofa]' },
};
const EVENT: Example = {
	parameters: { eventName: 'checkout', eventId: 'order-1', email: 'jane@example.com', value: '4' },
};
const LEVELS = ['account', 'campaign', 'adGroup', 'ad', 'keyword', 'productGroup', 'targeting'];
const OPTION_TYPES = ['interests', 'locations', 'regions', 'locales', 'ages', 'devices', 'genders'];

/** By `resource:operation`. */
export const EXAMPLES: Readonly<Record<string, readonly Example[] | undefined>> = {
	'ad:create': [AN_AD],
	'ad:get': [{ after: AN_AD, parameters: THIS_AD }],
	'ad:getMany': [{}],
	'ad:preview': [{ parameters: { pinId: byId(pins.image) } }],
	'ad:update': [{ after: AN_AD, parameters: { ...THIS_AD, name: 'Sofa by the window' } }],
	'adAccount:get': [{}],
	'adAccount:getMany': [{}],
	'adGroup:create': [{ parameters: { ...CAMPAIGN, ...MONEY, name: 'Sofas', keywords: 'sofa' } }],
	'adGroup:get': [{ parameters: AD_GROUP }],
	'adGroup:getMany': [{}],
	'adGroup:update': [{ parameters: { ...AD_GROUP, name: 'Leather sofas', budget: '6000000' } }],
	'audience:createActalike': [
		{
			after: AN_AUDIENCE,
			parameters: { seedAudienceId: THIS_AUDIENCE, country: 'US' },
			meanwhile: (simulator) => simulator.advance(3 * HOURS),
		},
	],
	'audience:createEngagement': [
		{ parameters: { name: 'Engaged', engagementDomains: 'www.example.com' } },
	],
	'audience:createVisitor': [VISITORS],
	'audience:extractRecords': [{ parameters: RECORD, items: CONTACTS }],
	'audience:get': [{ after: AN_AUDIENCE, parameters: { audienceId: THIS_AUDIENCE } }],
	'audience:getInsights': ['audiences', 'figures', 'available'].map((output) => ({
		parameters: { output },
	})),
	'audience:getMany': [{ after: AN_AUDIENCE }],
	'audience:getSharedAccounts': [
		{
			after: { of: 'audience:createVisitor', ...VISITORS },
			parameters: { audienceId: THIS_AUDIENCE },
			meanwhile(simulator) {
				const sharedWith = [
					{
						...{ account_id: SEED.euroAdAccountId, account_name: 'Europe' },
						...{ account_type: 'AD_ACCOUNT' as const, shared_on_timestamp: 1_764_000_000 },
					},
				];
				const [{ id }] = simulator.state().audiences as Array<{ id: string }>;
				simulator.plant({ audiences: [{ id, sharedWith }] });
			},
		},
	],
	'audience:removeRecords': [
		{
			after: AN_AUDIENCE,
			parameters: { audienceId: THIS_AUDIENCE, record: 'person1@example.com' },
		},
	],
	'audience:sync': [SYNC],
	'audience:update': [
		{ after: AN_AUDIENCE, parameters: { audienceId: THIS_AUDIENCE, name: 'Buyers of 2026' } },
	],
	'campaign:create': [{ parameters: { name: 'Autumn sofas', dailySpendCap: '5000000' } }],
	'campaign:duplicate': [{ parameters: { ...CAMPAIGN, options: { waitUntilListed: true } } }],
	'campaign:estimate': [{ parameters: { ...GOAL, ...MONEY } }],
	'campaign:get': [{ parameters: { ...CAMPAIGN, diagnose: true } }],
	'campaign:getLaunchChoices': [{ parameters: { objective: 'WEB_CONVERSION' } }],
	'campaign:getMany': [{ parameters: { diagnose: true } }],
	'campaign:launch': [
		{
			parameters: {
				...{ ...GOAL, ...MONEY, name: 'Spring', dailySpendCap: '20000000', keywords: 'sofa' },
				pinId: byId(pins.image),
			},
		},
	],
	'campaign:update': [{ parameters: { ...CAMPAIGN, name: 'Winter sofas' } }],
	'catalog:getFeeds': [
		{ parameters: { itemIssues: true, lastResult: true, catalogId: byId(SEED.catalogs.home) } },
	],
	'catalog:getMany': [{}],
	'connection:check': [{}],
	'connection:disconnect': [{}],
	'conversion:diagnose': [{}],
	'conversion:prepare': [EVENT],
	'conversion:send': [EVENT],
	'conversionTag:create': [{ parameters: { name: 'Shop' } }],
	'conversionTag:get': [{ parameters: { conversionTagId: byId(SEED.conversionTagId) } }],
	'conversionTag:getMany': [{}],
	'keyword:add': [KEYWORDS],
	'keyword:archive': [{ after: { of: 'keyword:getMany', after: KEYWORDS, parameters: AD_GROUP } }],
	'keyword:getMany': [{ after: KEYWORDS, parameters: AD_GROUP }],
	'keyword:research': [{ parameters: { terms: 'sofa' } }, { parameters: { find: 'trends' } }],
	'leadForm:get': [{ parameters: { leadFormId: byId(SEED.leadForms.kitchen) } }],
	'leadForm:getMany': [{}],
	'metrics:get': [
		...LEVELS.map((level) => ({ parameters: { level } })),
		{ parameters: { options: { micro: true } } },
		{ parameters: { granularity: 'HOUR', period: 'yesterday', options: { micro: true } } },
		{ parameters: { output: 'report' } },
		{ parameters: { compareWith: 'periodBefore', options: { micro: true } } },
		{ parameters: { output: 'report', compareWith: 'periodBefore' } },
		{ parameters: { output: 'totals' } },
		{ parameters: { output: 'totals', compareWith: 'yearBefore' } },
	],
	'productGroup:getMany': [{}],
	'productGroup:getPromotions': [{ parameters: { adGroupIds: SEED.adGroups.running2 } }],
	'productGroup:promote': [
		{
			parameters: {
				...{ ...AD_GROUP, productGroupId: byId(catalogProductGroups.lamps) },
				options: { trackingUrl: 'https://t.example.com' },
			},
		},
	],
	'productGroup:updatePromotion': [
		{ parameters: { productGroupPromotionId: SEED.productGroups.lamps, status: 'PAUSED' } },
	],
	'targeting:estimate': [{}],
	'targeting:findOptions': [
		...OPTION_TYPES.map((optionType) => ({ parameters: { optionType } })),
		{ parameters: { optionType: 'interests', includeDetails: true } },
	],
};

/** Whose answers are not looked at here, and why. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
	'api:call': 'gives what Pinterest gives, whatever was asked for',
	'connection:refresh': 'answers as connection:check does, once it has renewed a token',
	'lead:export': 'gives the questions that a file of Pinterest’s has, and whose ad it was',
	'workflow:install': 'says what to ask n8n for, which only the workflow install reads',
};
