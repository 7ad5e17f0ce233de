import type { INodeProperties } from 'n8n-workflow';
import {
	BID_BY_THEMSELVES,
	HAVE_NO_GOAL,
	launchInput,
	NEED_A_GOAL,
	PROMOTE_EITHER,
	PROMOTE_PRODUCT_GROUPS,
} from '../../../../../worker/src';
import { propertyOf, type Shown } from '../../../form/property';
import { inVersion1, sinceVersion1_1 } from '../../../form/versions';
import { create as createAd } from '../../ad/create.operation';
import { create as createAdGroup } from '../../adGroup/create.operation';
import { promote as promoteProductGroup } from '../../productGroup/promote.operation';
import { goalForm, targetingForm } from './adGroupForm';
import { create as createCampaign } from '../create.operation';
import { adGroupList } from './adGroupList';
import { options, OPTIONS_OF_FIELDS, OPTIONS_OF_JSON } from './launchOptions';
import { fieldsOf, hiddenFor, shownFor, shownOnlyFor, type When } from './formParts';

/**
 * The form of a launch, in the order in which one thinks: name, objective, what is promoted, how much, where, when,
 * then the rest. Since version 1.1 of the node it hides what the objective does not allow.
 */

const { fields } = launchInput;
const own = (name: keyof typeof fields, shown?: Shown) => propertyOf(name, fields[name], shown);

const NEW: When = { campaignChoice: ['name'] };
const CHOSEN: When = { campaignChoice: ['id'] };
const ONE: When = { adGroupsFrom: ['fields'] };
const SEVERAL: When = { adGroupsFrom: ['list'] };
const AS_JSON: When = { adGroupsFrom: ['json'] };
const IN_FIELDS: When = { adGroupsFrom: ['fields', 'list'] };
const OF_CATALOG: When = { promotes: ['productGroups'] };
const ONLY_OF_CATALOG: When = { objective: [...PROMOTE_PRODUCT_GROUPS] };
const BY_CAMPAIGN: When = { budgetType: ['CBO_ADGROUP'] };

/** Fields as version 1 of the node shows them, and as it is done since. */
const byVersion = (
	before: readonly INodeProperties[],
	since: readonly INodeProperties[],
): INodeProperties[] => [...inVersion1(before), ...sinceVersion1_1(since)];

const campaign: INodeProperties[] = [
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
	...shownFor(CHOSEN, [own('campaignId', { isRequired: true })]),
	...shownFor(
		NEW,
		fieldsOf(createCampaign, 'name', 'objective', 'customObjective', 'useSuccessor'),
	),
];

const FROM_FIELDS = {
	name: 'Fields',
	value: 'fields',
	description: 'One ad group, with the fields below',
};
const FROM_LIST = {
	name: 'List',
	value: 'list',
	description: 'Several ad groups, one after the other',
};
const FROM_JSON = { name: 'JSON', value: 'json', description: 'One or several ad groups' };

const adGroupsFrom: INodeProperties = {
	displayName: 'Ad Groups From',
	name: 'adGroupsFrom',
	type: 'options',
	options: [FROM_FIELDS, FROM_JSON],
	default: 'fields',
	description: 'Where the ad groups and their ads are described',
};

const promotes: INodeProperties = {
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
};

const pins: INodeProperties[] = [
	...fieldsOf(createAd, 'pinId'),
	{
		displayName: 'More Pin IDs',
		name: 'morePinIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 813744226420795885, 813744226420795886',
		description:
			'Further Pins, separated by commas: IDs, or addresses as Pinterest shows them. Each becomes an ad of its own.',
	},
];

const productGroups: INodeProperties[] = [
	...fieldsOf(promoteProductGroup, 'productGroupId'),
	{
		displayName: 'More Product Group IDs',
		name: 'moreProductGroupIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4680099996745002, 4680099996745003',
		description: 'Further product groups, separated by commas',
	},
];

/** Nodes from before there was a choice have none, and promote Pins. */
const promoted: INodeProperties[] = [
	...byVersion(
		[promotes],
		[
			...shownFor({ ...NEW, objective: [...PROMOTE_EITHER] }, [promotes]),
			...shownFor(CHOSEN, [promotes]),
		],
	),
	...byVersion(hiddenFor(OF_CATALOG, pins), hiddenFor({ ...OF_CATALOG, ...ONLY_OF_CATALOG }, pins)),
	...byVersion(hiddenFor(OF_CATALOG, fieldsOf(createAd, 'creativeType')), []),
	...shownFor(OF_CATALOG, productGroups),
	...sinceVersion1_1(shownOnlyFor('objective', PROMOTE_PRODUCT_GROUPS, productGroups)),
];

/** One field for what campaign and ad group say of it together. */
const budgetIs = own('budgetType', {
	starts: 'DAILY',
	description: 'What the budget is for, and whether each ad group has its own',
});

const caps = shownFor(NEW, fieldsOf(createCampaign, 'dailySpendCap', 'lifetimeSpendCap'));

const money: INodeProperties[] = [
	...sinceVersion1_1(shownFor(IN_FIELDS, [budgetIs])),
	own('amountUnit'),
	...byVersion(caps, shownFor(BY_CAMPAIGN, caps)),
	...shownFor(ONE, [
		...byVersion(fieldsOf(createAdGroup, 'budget', 'bid'), [
			...hiddenFor(BY_CAMPAIGN, fieldsOf(createAdGroup, 'budget')),
			...hiddenFor({ objective: [...BID_BY_THEMSELVES] }, fieldsOf(createAdGroup, 'bid')),
		]),
		...fieldsOf(createAdGroup, 'billableEvent'),
	]),
];

const [conversionEvent, ...restOfGoal] = goalForm.properties;
const neededEvent: INodeProperties = {
	...conversionEvent,
	options: conversionEvent.options?.filter((one) => !('value' in one) || one.value !== ''),
	default: 'CHECKOUT',
};

/** Asked for where the objective needs it, offered where it takes it. */
const goal: INodeProperties[] = byVersion(goalForm.properties, [
	...hiddenFor({ objective: [...NEED_A_GOAL, ...HAVE_NO_GOAL] }, [conversionEvent]),
	...shownOnlyFor('objective', NEED_A_GOAL, [neededEvent]),
	...hiddenFor({ objective: [...HAVE_NO_GOAL] }, restOfGoal),
]);

const times = fieldsOf(createCampaign, 'startTime', 'endTime');
const [locations, ...targeting] = targetingForm.properties;

export const launchFields: INodeProperties[] = [
	...campaign,
	...byVersion([adGroupsFrom], [{ ...adGroupsFrom, options: [FROM_FIELDS, FROM_JSON, FROM_LIST] }]),
	...shownFor(ONE, promoted),
	...money,
	...shownFor(ONE, goal),
	...shownFor(SEVERAL, [adGroupList]),
	...shownFor(AS_JSON, [
		own('adGroups', {
			description:
				'A list of ad groups, each with the fields of Ad Group: Create, its keywords, and its ads with the fields of Ad: Create. With adGroupId or adId in it, what exists is used.',
		}),
	]),
	...shownFor(ONE, [locations]),
	...times,
	...shownFor(ONE, targeting),
	own('status'),
	...byVersion(shownFor(ONE, [own('adGroupName')]), []),
	own('adAccountId'),
	options(['fields'], OPTIONS_OF_FIELDS),
	options(['list'], OPTIONS_OF_FIELDS),
	options(['json'], OPTIONS_OF_JSON),
];
