import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';
import { MATCH_TYPE_OPTIONS } from '../keyword/parent.fields';

const AGES = ['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'];

/** What is added to the places and audiences, in n8n's order: by name. */
const moreTargeting: INodeProperties[] = [
	{
		displayName: 'Age Buckets',
		name: 'ageBuckets',
		type: 'multiOptions',
		options: AGES.map((age) => ({ name: age, value: age })),
		default: [],
		description: 'Pinterest’s own age groups, instead of a minimum and maximum age',
	},
	{
		displayName: 'Devices',
		name: 'devices',
		type: 'multiOptions',
		options: [
			{ name: 'Android Mobile', value: 'android_mobile' },
			{ name: 'Android Tablet', value: 'android_tablet' },
			{ name: 'iPad', value: 'ipad' },
			{ name: 'iPhone', value: 'iphone' },
			{ name: 'Mobile Web', value: 'web_mobile' },
			{ name: 'Web', value: 'web' },
		],
		default: [],
		description: 'Where people use Pinterest. None chosen means everywhere.',
	},
	{
		displayName: 'Genders',
		name: 'genders',
		type: 'multiOptions',
		options: [
			{ name: 'Female', value: 'female' },
			{ name: 'Male', value: 'male' },
			{ name: 'Unspecified', value: 'unknown' },
		],
		default: [],
		description: 'None chosen means all',
	},
	{
		displayName: 'Keyword Match Type',
		name: 'keywordMatchType',
		type: 'options',
		options: MATCH_TYPE_OPTIONS,
		default: 'BROAD',
		description: 'Of keywords that say none themselves',
	},
	{
		displayName: 'Locales',
		name: 'locales',
		type: 'string',
		default: '',
		placeholder: 'e.g. en, de',
		description: 'Languages, separated by commas; Targeting: Find Options lists them',
	},
	{
		displayName: 'Maximum Age',
		name: 'maximumAge',
		type: 'string',
		default: '',
		placeholder: 'e.g. 65+',
		description: '18 to 65, or 65+; together with a minimum age',
	},
	{
		displayName: 'Minimum Age',
		name: 'minimumAge',
		type: 'string',
		default: '',
		placeholder: 'e.g. 25',
		description: '18 to 65; together with a maximum age',
	},
	{
		displayName: 'Postal Codes',
		name: 'postalCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. US-94107, DE-10115',
		description: 'Each begins with its country, separated by commas; not together with regions',
	},
	{
		displayName: 'Regions',
		name: 'regions',
		type: 'string',
		default: '',
		placeholder: 'e.g. US-CA, DE-BY',
		description: 'Each begins with its country, separated by commas; not with postal codes',
	},
	{
		displayName: 'Shopping Retargeting',
		name: 'shoppingRetargeting',
		type: 'json',
		default: '{\n  "lookback_window": 30,\n  "exclusion_window": 14,\n  "tag_types": [0, 6]\n}',
		description:
			'People who dealt with your products: from how many days ago, until how many days ago, and by which of Pinterest’s event types. For catalog sales.',
	},
];

/** Who sees the ads. The worker turns these fields into Pinterest's targeting spec. */
export const targetingFields: INodeProperties[] = [
	{
		displayName: 'Locations',
		name: 'locations',
		type: 'string',
		default: 'US',
		placeholder: 'e.g. US, CA, GB',
		description:
			'Countries (two letters) or US metro codes, separated by commas. Pinterest needs at least one place: here, a region or postal code, or in the targeting spec.',
	},
	{
		displayName: 'Include Audience Names or IDs',
		name: 'audienceIncludeIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getAudiences' },
		default: [],
		description:
			'Customer lists, actalikes and other audiences to show the ads to. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Exclude Audience Names or IDs',
		name: 'audienceExcludeIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getAudiences' },
		default: [],
		description:
			'Audiences not to show the ads to. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Interests',
		name: 'interests',
		type: 'string',
		default: '',
		placeholder: 'e.g. Home Decor, Gardening',
		description:
			'Names or IDs of Pinterest’s interests, separated by commas. Names are looked up; Targeting: Find Options lists them.',
	},
	{
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. living room ideas, [red sofa], "sofa bed", -[free sofa]',
		description:
			'Separated by commas or line breaks: broad, [exact], "phrase", and a minus for negative ones. Added once the ad group exists.',
	},
	{
		displayName: 'More Targeting',
		name: 'moreTargeting',
		type: 'collection',
		placeholder: 'Add targeting',
		default: {},
		options: moreTargeting,
	},
	{
		displayName: 'Targeting Spec',
		name: 'targeting',
		type: 'json',
		default: '{}',
		description: 'Anything else by Pinterest’s own keys. The fields above are added to it.',
	},
];

/** Lists may also come as arrays from an expression. */
export function readTargeting(fields: FieldReader): IDataObject {
	const lists = fields.pick('locations', 'audienceIncludeIds', 'audienceExcludeIds');
	return {
		...lists,
		...fields.pick('interests', 'keywords', 'targeting'),
		...fields.collection('moreTargeting'),
	};
}
