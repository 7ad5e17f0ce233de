import type { INodeProperties } from 'n8n-workflow';
import { adAccountField } from '../fields';
import { breakdownFields } from './breakdown.fields';

const attributionWindow = (
	displayName: string,
	name: string,
	what: string,
	usual = 30,
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [0, 1, 7, 14, 30, 60].map((days) => ({
		name: days === 1 ? '1 Day' : `${days} Days`,
		value: days,
	})),
	default: usual,
	description: `How many days after ${what} a conversion still counts. As in Ads Manager: ${usual}, unless you changed it there.`,
});

export const getFields: INodeProperties[] = [
	adAccountField,
	{
		displayName: 'Level',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Ad', value: 'ad' },
			{ name: 'Ad Account', value: 'account' },
			{ name: 'Ad Group', value: 'adGroup' },
			{ name: 'Campaign', value: 'campaign' },
			{
				name: 'Keyword',
				value: 'keyword',
				description: 'The numbers of ad groups, campaigns and so on by keyword',
			},
			{
				name: 'Product Group',
				value: 'productGroup',
				description: 'What is promoted of a catalog',
			},
			{
				name: 'Targeting',
				value: 'targeting',
				description: 'The numbers by age, place, interest and so on',
			},
		],
		default: 'campaign',
		description: 'What one row is about',
	},
	...breakdownFields,
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		displayOptions: { hide: { level: ['account'] } },
		description:
			'The campaigns, ad groups, ads or product groups, as IDs separated by commas. Empty means all of the ad account, archived ones included.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'From – To', value: 'custom' },
			{ name: 'Last 14 Days', value: 'last14days' },
			{ name: 'Last 180 Days', value: 'last180days' },
			{ name: 'Last 30 Days', value: 'last30days' },
			{ name: 'Last 365 Days', value: 'last365days' },
			{ name: 'Last 60 Days', value: 'last60days' },
			{ name: 'Last 7 Days', value: 'last7days' },
			{ name: 'Last 90 Days', value: 'last90days' },
			{ name: 'Last Month', value: 'lastMonth' },
			{ name: 'Last Week', value: 'lastWeek', description: 'Monday to Sunday' },
			{ name: 'Last Year', value: 'lastYear', description: 'January to December' },
			{ name: 'This Month', value: 'thisMonth' },
			{ name: 'This Week', value: 'thisWeek', description: 'From Monday on' },
			{ name: 'This Year', value: 'thisYear' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'last7days',
		description: 'The days to report on. “Last 7 days” are the seven before today.',
	},
	{
		displayName: 'From',
		name: 'startDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-01',
		displayOptions: { show: { period: ['custom'] } },
		description: 'The first day, as year-month-day, up to 914 days ago',
	},
	{
		displayName: 'To',
		name: 'endDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-07',
		displayOptions: { show: { period: ['custom'] } },
		description: 'The last day, as year-month-day',
	},
	{
		displayName: 'Granularity',
		name: 'granularity',
		type: 'options',
		options: [
			{ name: 'Day', value: 'DAY' },
			{
				name: 'Hour',
				value: 'HOUR',
				description: 'Not older than 8 days, and without conversions',
			},
			{ name: 'Month', value: 'MONTH' },
			{ name: 'Total', value: 'TOTAL', description: 'One row for the whole period' },
			{ name: 'Week', value: 'WEEK' },
		],
		default: 'DAY',
		description: 'How long a time one row covers',
	},
	{
		displayName: 'Column Preset',
		name: 'columnPreset',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Everything that Pinterest measures: some 150 columns',
			},
			{
				name: 'Automatic',
				value: '',
				description: 'The columns chosen in the options, or the usual ones',
			},
			{ name: 'Conversions', value: 'conversions', description: 'Signups, leads, checkouts, …' },
			{
				name: 'Delivery',
				value: 'delivery',
				description: 'Spend, impressions, people reached, clicks and what they cost',
			},
			{
				name: 'E-Commerce / ROAS',
				value: 'ecommerce',
				description: 'Checkouts, their value and the return on ad spend',
			},
			{ name: 'Engagement', value: 'engagement', description: 'Saves, clicks and closeups' },
			{
				name: 'Usual',
				value: 'usual',
				description: 'Spend, impressions, clicks, engagement and checkouts',
			},
			{ name: 'Video', value: 'video', description: 'Views, how long, and what they cost' },
		],
		default: '',
		description: 'Which columns each row has. Columns chosen in the options come on top.',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Report',
				value: 'report',
				description:
					'One item: a page with charts as a file, the same for an email, totals and all rows',
			},
			{ name: 'Rows', value: 'rows', description: 'One item for each row' },
		],
		default: 'rows',
		displayOptions: { hide: { level: ['keyword', 'targeting'] } },
		description: 'What the node gives',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			attributionWindow('Click Window', 'clickWindowDays', 'a click'),
			{
				displayName: 'Column Names or IDs',
				name: 'columns',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getMetricColumns' },
				default: [],
				description:
					'Columns that each row has, beside those of the preset. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Conversion Report Time',
				name: 'conversionReportTime',
				type: 'options',
				options: [
					{ name: 'Time of Ad Action', value: 'TIME_OF_AD_ACTION' },
					{ name: 'Time of Conversion', value: 'TIME_OF_CONVERSION' },
				],
				default: 'TIME_OF_AD_ACTION',
				description: 'To which day a conversion belongs',
			},
			attributionWindow('Engagement Window', 'engagementWindowDays', 'an engagement'),
			{
				displayName: 'Include Empty',
				name: 'includeEmpty',
				type: 'boolean',
				default: false,
				description:
					'Whether there is a row also where nothing happened (granularity Day and Total)',
			},
			{
				displayName: 'Include Today',
				name: 'includeToday',
				type: 'boolean',
				default: false,
				description:
					'Whether a period such as the last 7 days includes the day that is not over yet',
			},
			{
				displayName: 'Micro',
				name: 'micro',
				type: 'boolean',
				default: false,
				description:
					'Whether each amount is there as whole micro-currency too, which adds up exactly',
			},
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'options',
				options: [
					{
						name: 'Ad Account',
						value: 'account',
						description: 'As in Ads Manager; Pinterest gives it to some apps only',
					},
					{ name: 'UTC', value: 'UTC' },
				],
				default: 'UTC',
				description: 'Where the days begin',
			},
			attributionWindow('View Window', 'viewWindowDays', 'a view', 1),
		],
	},
];
