import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../operation';
import { create as createAd } from '../ad/create.operation';
import { create as createAdGroup } from '../adGroup/create.operation';
import { goalForm, targetingForm } from './adGroupForm';
import { adAccountField, amountUnitField, locator, statusField } from '../fields';
import { create as createCampaign } from './create.operation';

/** The fields of three forms in one, each as its own Create has it. */

type Show = Record<string, string[]>;

const NEW: Show = { campaignChoice: ['name'] };
const ONE: Show = { adGroupsFrom: ['fields'] };
const SEVERAL: Show = { adGroupsFrom: ['json'] };

const shownFor = (show: Show, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	}));

function fieldsOf({ properties }: Operation, ...names: string[]): INodeProperties[] {
	return names.flatMap((name) => properties.filter((property) => property.name === name));
}

/** What is under "Options" of a Create. */
const optionsOf = ({ properties }: Operation): INodeProperties[] =>
	properties
		.filter(({ name }) => name === 'options')
		.flatMap(({ options }) => options as INodeProperties[]);

/** Tracking addresses are the ad group's. */
const campaignOptions = optionsOf(createCampaign).filter(({ name }) => name !== 'trackingUrls');
export const CAMPAIGN_OPTIONS = campaignOptions.map(({ name }) => name);

/** Start and end are the campaign's as well as the ad group's; an ad's name is not the campaign's. */
const adGroupOptions = optionsOf(createAdGroup).filter(
	({ name }) => !CAMPAIGN_OPTIONS.includes(name),
);
const adOptions = optionsOf(createAd)
	.filter(
		({ name }) => ![...CAMPAIGN_OPTIONS, ...adGroupOptions.map((one) => one.name)].includes(name),
	)
	.map((property) =>
		property.name === 'name' ? { ...property, displayName: 'Ad Name', name: 'adName' } : property,
	);

export const AD_OPTIONS = adOptions.map(({ name }) => name);

/** For forms that others fill in: whoever builds the workflow says how far they may go. */
const ceilingOptions: INodeProperties[] = [
	{
		displayName: 'Max Daily Budget',
		name: 'maxDailyBudget',
		type: 'string',
		default: '',
		placeholder: 'e.g. 50000000',
		description:
			'A launch that could spend more a day is refused before anything is created. In the unit of the other amounts. Empty means no limit.',
	},
	{
		displayName: 'Max Lifetime Budget',
		name: 'maxLifetimeBudget',
		type: 'string',
		default: '',
		placeholder: 'e.g. 500000000',
		description:
			'A launch with a higher lifetime budget or lifetime cap is refused before anything is created. If only Max Daily Budget is set, every lifetime budget is.',
	},
];

export const LAUNCH_OPTIONS = ceilingOptions.map(({ name }) => name);

const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' });

const options = (show: Show, of: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show },
	options: [...of].sort(byDisplayName),
});

export const launchFields: INodeProperties[] = [
	adAccountField,
	{
		displayName: 'Campaign Is',
		name: 'campaignChoice',
		type: 'options',
		options: [
			{
				name: 'Created, or Found by Its Name',
				value: 'name',
				description: 'Created unless the ad account has a campaign of this name',
			},
			{
				name: 'Chosen',
				value: 'id',
				description: 'A campaign that exists, taken as it is',
			},
		],
		default: 'name',
		description: 'Which campaign the ad groups and ads belong to',
	},
	...shownFor({ campaignChoice: ['id'] }, [
		locator({
			displayName: 'Campaign',
			name: 'campaignId',
			search: 'searchCampaigns',
			required: true,
			description: 'The campaign that the ad groups are added to',
		}),
	]),
	...shownFor(NEW, fieldsOf(createCampaign, 'name', 'objective', 'customObjective')),
	amountUnitField,
	...shownFor(NEW, fieldsOf(createCampaign, 'dailySpendCap', 'lifetimeSpendCap')),
	{
		displayName: 'Ad Groups From',
		name: 'adGroupsFrom',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields', description: 'One ad group, with the fields below' },
			{ name: 'JSON', value: 'json', description: 'One or several ad groups' },
		],
		default: 'fields',
		description: 'Where the ad groups and their ads are described',
	},
	{
		displayName: 'Ad Groups',
		name: 'adGroups',
		type: 'json',
		default:
			'[\n  {\n    "name": "US",\n    "billableEvent": "CLICKTHROUGH",\n    "budget": "5000000",\n    "bid": "2000000",\n    "locations": "US",\n    "keywords": "sofa, [leather sofa]",\n    "ads": [{ "pinId": "" }]\n  }\n]',
		displayOptions: { show: SEVERAL },
		description:
			'A list of ad groups, each with the fields of Ad Group: Create, its keywords, and its ads with the fields of Ad: Create. With adGroupId or adId in it, what exists is used.',
	},
	...shownFor(ONE, [
		{
			displayName: 'Ad Group Name',
			name: 'adGroupName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Retargeting US',
			description: 'Empty means the name of the campaign',
		},
		...fieldsOf(createAdGroup, 'budget', 'bid', 'billableEvent'),
		...goalForm.properties,
		...targetingForm.properties,
		...fieldsOf(createAd, 'pinId'),
		{
			displayName: 'More Pin IDs',
			name: 'morePinIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 813744226420795885, 813744226420795886',
			description: 'Further Pins, separated by commas: each becomes an ad of its own',
		},
		...fieldsOf(createAd, 'creativeType'),
	]),
	{
		...statusField,
		description:
			'Whether everything is switched on once all of it exists. It is created paused in any case.',
	},
	options(ONE, [...campaignOptions, ...adGroupOptions, ...adOptions, ...ceilingOptions]),
	// A campaign that is chosen is taken as it is, and has no options of its own.
	options(SEVERAL, [
		...shownFor({ '/campaignChoice': ['name'] }, campaignOptions),
		...ceilingOptions,
	]),
];
