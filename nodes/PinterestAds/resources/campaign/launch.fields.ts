import type { INodeProperties } from 'n8n-workflow';
import { launchInput } from '../../../../worker/src';
import { byDisplayName } from '../../form/form';
import { OPTIONS } from '../../form/layout';
import { propertyOf, type Shown } from '../../form/property';
import type { Operation } from '../../operation';
import { create as createAd } from '../ad/create.operation';
import { create as createAdGroup } from '../adGroup/create.operation';
import { goalForm, targetingForm } from './adGroupForm';
import { promote as promoteProductGroup } from '../productGroup/promote.operation';
import { create as createCampaign } from './create.operation';

/** The fields of four forms in one, each as its own Create has it, and the launch's own. */

const { fields } = launchInput;
const own = (name: keyof typeof fields, shown?: Shown) => propertyOf(name, fields[name], shown);

type Show = Record<string, string[]>;

const NEW: Show = { campaignChoice: ['name'] };
const ONE: Show = { adGroupsFrom: ['fields'] };
const SEVERAL: Show = { adGroupsFrom: ['json'] };
const OF_CATALOG: Show = { promotes: ['productGroups'] };

const shownFor = (show: Show, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...show, ...property.displayOptions?.show },
		},
	}));

/** Nodes from before there was a choice have none, and promote Pins. */
const hiddenFor = (hide: Show, properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			hide: { ...property.displayOptions?.hide, ...hide },
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
	.map((property) => (property.name === 'name' ? own('adName') : property));

export const AD_OPTIONS = adOptions.map(({ name }) => name);

/** Those that are no ad's: what both have is given by ad groups as JSON, or follows by itself. */
const promotionOptions = optionsOf(promoteProductGroup).filter(
	({ name }) =>
		![...CAMPAIGN_OPTIONS, ...AD_OPTIONS, ...adGroupOptions.map((one) => one.name)].includes(
			name,
		) && !['bid', 'amountUnit'].includes(name),
);

export const PROMOTION_OPTIONS = promotionOptions.map(({ name }) => name);

/** Those of the launch as a whole. */
const launchOptions = [own('maxDailyBudget'), own('maxLifetimeBudget'), own('waitUntilListed')];

export const LAUNCH_OPTIONS = launchOptions.map(({ name }) => name);

/** As fields in a collection name those outside of it. */
const inside = (show: Show): Show =>
	Object.fromEntries(Object.entries(show).map(([name, values]) => [`/${name}`, values]));

const options = (show: Show, of: readonly INodeProperties[]): INodeProperties => ({
	...OPTIONS,
	type: 'collection',
	default: {},
	displayOptions: { show },
	options: [...of].sort(byDisplayName),
});

export const launchFields: INodeProperties[] = [
	own('adAccountId'),
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
	...shownFor({ campaignChoice: ['id'] }, [own('campaignId', { isRequired: true })]),
	...shownFor(NEW, fieldsOf(createCampaign, 'name', 'objective', 'customObjective')),
	own('amountUnit'),
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
	...shownFor(SEVERAL, [
		own('adGroups', {
			description:
				'A list of ad groups, each with the fields of Ad Group: Create, its keywords, and its ads with the fields of Ad: Create. With adGroupId or adId in it, what exists is used.',
		}),
	]),
	...shownFor(ONE, [
		own('adGroupName'),
		{
			displayName: 'Promotes',
			name: 'promotes',
			type: 'options',
			options: [
				{ name: 'Pins', value: 'pins', description: 'Each becomes an ad' },
				{
					name: 'Product Groups',
					value: 'productGroups',
					description:
						'Of a catalog, where the objective sells from one: Catalog Sales, Shopping, or Sales, Leads and Consideration for a catalog',
				},
			],
			default: 'pins',
			description: 'What the ad group shows',
		},
		...hiddenFor(OF_CATALOG, [
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
		...shownFor(OF_CATALOG, [
			...fieldsOf(promoteProductGroup, 'productGroupId'),
			{
				displayName: 'More Product Group IDs',
				name: 'moreProductGroupIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 4680099996745002, 4680099996745003',
				description: 'Further product groups, separated by commas',
			},
		]),
		...fieldsOf(createAdGroup, 'budget', 'bid', 'billableEvent'),
		...goalForm.properties,
		...targetingForm.properties,
	]),
	own('status'),
	options(ONE, [
		...campaignOptions,
		...adGroupOptions,
		...hiddenFor(inside(OF_CATALOG), adOptions),
		...shownFor(inside(OF_CATALOG), promotionOptions),
		...launchOptions,
	]),
	// A campaign that is chosen is taken as it is, and has no options of its own.
	options(SEVERAL, [
		...shownFor({ '/campaignChoice': ['name'] }, campaignOptions),
		...launchOptions,
	]),
];
