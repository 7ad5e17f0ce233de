/** What a person may want to have running, and which workflows that takes. Those that they call come along. */
export interface Feature {
	readonly value: string;
	readonly name: string;
	readonly description: string;
	readonly workflows: readonly string[];
	/** Whether it needs nothing that only its user has. */
	readonly byDefault: boolean;
}

export const FEATURES: readonly Feature[] = [
	{
		value: 'alerts',
		name: 'Alerts',
		description:
			'Tells by email or in Slack when spend is heading over budget, a conversion costs too much, or ROAS falls. It tells only after you have chosen your limits and a credential in it.',
		workflows: ['pinAdsAlerts'],
		byDefault: false,
	},
	{
		value: 'assistant',
		name: 'Assistant (MCP)',
		description:
			'Lets Claude, or another assistant that speaks MCP, read figures, and prepare launches and changes that a person approves',
		workflows: ['pinAdsAssistant'],
		byDefault: false,
	},
	{
		value: 'audiences',
		name: 'Audience Sync',
		description: 'Every morning, and at once from a form or a webhook; with a form to add contacts',
		workflows: ['pinAdsDailySync', 'pinAdsBulkSync', 'pinAdsSyncNow', 'pinAdsAddContacts'],
		byDefault: true,
	},
	{
		value: 'launch',
		name: 'Campaign Launch Form',
		description: 'A form that creates a campaign with its ad group, keywords and ads',
		workflows: ['pinAdsLaunch'],
		byDefault: true,
	},
	{
		value: 'conversions',
		name: 'Conversion Webhook',
		description: 'Sends conversions as they come in, and again what did not get through',
		workflows: ['pinAdsConversions', 'pinAdsReplay'],
		byDefault: true,
	},
	{
		value: 'dashboard',
		name: 'Dashboard',
		description: 'A page that shows the state of everything, with buttons to sync audiences',
		workflows: ['pinAdsDashboard'],
		byDefault: true,
	},
	{
		value: 'metrics',
		name: 'Metrics Table',
		description: 'The metrics of the last days, every six hours',
		workflows: ['pinAdsMetrics'],
		byDefault: true,
	},
	{
		value: 'report',
		name: 'Weekly Report',
		description: 'Once a week. It is mailed only after you have chosen an SMTP credential in it.',
		workflows: ['pinAdsWeekly'],
		byDefault: false,
	},
];

/** What the others rest on: it tells of errors, looks after the connection, and is called by them. */
export const ALWAYS = ['pinAdsErrors', 'pinAdsConnect', 'pinAdsTokenCheck'];

/** They wait for an address or a credential that only the user has, and are published by the user. */
export const NEEDS_YOURS = [
	...['pinAdsCsvContacts', 'pinAdsSheetContacts', 'pinAdsSqlContacts'],
	'pinAdsAsk',
];

/** Started by hand: n8n has nothing to publish in them. */
export const BY_HAND = ['pinAdsSetUp', 'pinAdsDisconnect'];
