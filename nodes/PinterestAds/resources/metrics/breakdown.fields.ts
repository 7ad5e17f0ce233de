import type { INodeProperties } from 'n8n-workflow';

/** What else is to be said of the levels Keyword and Targeting. */
export const breakdownFields: INodeProperties[] = [
	{
		displayName: 'Targeting Types',
		name: 'targetingTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Age', value: 'AGE_BUCKET' },
			{
				name: 'Age and Gender',
				value: 'AGE_BUCKET_AND_GENDER',
				description: 'A beta feature of Pinterest that not every app may use',
			},
			{ name: 'Audience', value: 'AUDIENCE_INCLUDE' },
			{
				name: 'Audience Multiplier',
				value: 'AUDIENCE_MULTIPLIER',
				description: 'Of campaigns only',
			},
			{ name: 'Country', value: 'COUNTRY' },
			{
				name: 'Creative Enhancement',
				value: 'CREATIVE_ENHANCEMENTS',
				description: 'Of ad groups only, and a beta feature of Pinterest',
			},
			{ name: 'Creative Type', value: 'CREATIVE_TYPE', description: 'Of campaigns only' },
			{ name: 'Device', value: 'APPTYPE' },
			{ name: 'Gender', value: 'GENDER' },
			{ name: 'Interest of People', value: 'PINNER_INTEREST' },
			{ name: 'Interest Targeted', value: 'TARGETED_INTEREST' },
			{ name: 'Keyword', value: 'KEYWORD' },
			{ name: 'Location', value: 'LOCATION' },
			{ name: 'Placement', value: 'PLACEMENT' },
			{ name: 'Postal Code', value: 'GEO' },
			{ name: 'Quiz Result', value: 'QUIZ_RESULT', description: 'Of ads only' },
			{ name: 'Region', value: 'REGION' },
		],
		default: ['GENDER'],
		displayOptions: { show: { level: ['targeting'] } },
		description:
			'By what to break the numbers down. Each type is the same numbers again, so do not add two of them up.',
	},
	{
		displayName: 'Breakdown Of',
		name: 'breakdownOf',
		type: 'options',
		options: [
			{ name: 'Ad Accounts', value: 'account' },
			{ name: 'Ad Groups', value: 'adGroup' },
			{ name: 'Ads', value: 'ad' },
			{ name: 'Campaigns', value: 'campaign' },
		],
		default: 'adGroup',
		displayOptions: { show: { level: ['keyword', 'targeting'] } },
		description: 'Whose numbers to break down',
	},
];
