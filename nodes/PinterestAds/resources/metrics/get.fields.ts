import type { INodeProperties } from 'n8n-workflow';
import { adAccountField } from '../fields';

const attributionWindow = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [0, 1, 7, 14, 30, 60].map((days) => ({
		name: days === 1 ? '1 Day' : `${days} Days`,
		value: days,
	})),
	default: 30,
	description: `How many days after ${what} a conversion still counts`,
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
		],
		default: 'campaign',
		description: 'What one row is about',
	},
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		displayOptions: { hide: { level: ['account'] } },
		description:
			'The campaigns, ad groups or ads, as IDs separated by commas. Empty means all of the ad account, archived ones included.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'From – To', value: 'custom' },
			{ name: 'Last 14 Days', value: 'last14days' },
			{ name: 'Last 30 Days', value: 'last30days' },
			{ name: 'Last 7 Days', value: 'last7days' },
			{ name: 'Last 90 Days', value: 'last90days' },
			{ name: 'Last Month', value: 'lastMonth' },
			{ name: 'This Month', value: 'thisMonth' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'last7days',
		description: 'The days to report on, in UTC',
	},
	{
		displayName: 'From',
		name: 'startDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-01',
		displayOptions: { show: { period: ['custom'] } },
		description: 'The first day, as year-month-day',
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
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			attributionWindow('Click Window', 'clickWindowDays', 'a click'),
			{
				displayName: 'Columns',
				name: 'columns',
				type: 'string',
				default: '',
				placeholder: 'e.g. SPEND_IN_MICRO_DOLLAR, TOTAL_CLICKTHROUGH',
				description:
					'Pinterest’s names of the columns, separated by commas. Empty means the usual ones.',
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
			attributionWindow('View Window', 'viewWindowDays', 'a view'),
		],
	},
];
