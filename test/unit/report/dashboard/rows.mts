import { n8nWords } from '../../../../nodes/PinterestAdsAutomation/dashboard/n8nWords.ts';
import type {
	AudienceRow,
	ConnectionRow,
	ConversionRow,
	ErrorRow,
	MetricsTableRow,
} from '../../../../worker/src/automation/tables.ts';
import type {
	DashboardInput,
	DashboardTables,
	DashboardWorkflow,
} from '../../../../worker/src/report/dashboard/index.ts';

/** A Monday. */
export const NOW = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
export const hours = (count: number): string => new Date(NOW + count * HOUR).toISOString();
export const day = (back: number): string => hours(-24 * back).slice(0, 10);

let lastId = 0;
const system = () => ({ id: ++lastId, createdAt: hours(-1), updatedAt: hours(-1) });

export const connection = (more: Partial<ConnectionRow> = {}): Partial<ConnectionRow> => ({
	...system(),
	...{ connection_key: 'main', status: 'active', currency: 'USD', ad_accounts_count: 2 },
	...{ ad_account_id: '549755885175', ad_account_name: 'Garden & Home' },
	...{
		is_token_valid: true,
		needs_refresh: false,
		message: 'Pinterest takes the token.',
		hint: '',
	},
	...{ token_expires_at: hours(24 * 25), refresh_token_expires_at: hours(24 * 50) },
	checked_at: hours(-7),
	...more,
});

export const audience = (name: string, more: Partial<AudienceRow> = {}): AudienceRow =>
	({
		...system(),
		...{ audience_key: name.toLowerCase(), name, active: true, list_type: 'EMAIL' },
		...{
			sync_status: 'synced',
			audience_size: 8400,
			contacts_sent: 12_000,
			contacts_valid: 12_000,
		},
		...{ last_synced_at: hours(-6), sync_started_at: hours(-6.1), contacts_added_at: hours(-30) },
		...{ error_message: '', warning: '', sync_round: 3 },
		...more,
	}) as AudienceRow;

export const metric = (
	campaign: string,
	date: string,
	more: Partial<MetricsTableRow> = {},
): Partial<MetricsTableRow> => ({
	...system(),
	...{ row_key: `campaign:${campaign}:${date}`, date, campaign_id: campaign },
	...{ campaign_name: `Campaign ${campaign}`, campaign_status: 'ACTIVE', currency: 'USD' },
	...{ spend: 10, impressions: 1000, clicks: 20, conversions: 2, checkout_value: 40 },
	refreshed_at: hours(-6),
	...more,
});

export const conversion = (more: Partial<ConversionRow> = {}): ConversionRow =>
	({
		...system(),
		...{ event_id: `e${lastId}`, event_name: 'checkout', action_source: 'web', status: 'sent' },
		...{ attempts: 0, error_message: '', event_time: hours(-1), next_attempt_at: null },
		carried: 'em ip ua click_id value currency order_id id:given source:web',
		...more,
	}) as ConversionRow;

export const failure = (more: Partial<ErrorRow> = {}): ErrorRow =>
	({
		...system(),
		...{ workflow_name: 'Refresh Pinterest metrics every 6 hours', node: 'Campaign metrics' },
		...{ message: 'Pinterest did not answer.', description: 'Try again later.', attempts: 1 },
		...{ outcome: 'trying again', occurred_at: hours(-0.2), next_attempt_at: hours(0.1) },
		...more,
	}) as ErrorRow;

export const workflows: readonly DashboardWorkflow[] = [
	{
		...{ name: 'Check the Pinterest token every morning', state: 'published' },
		...{ crons: ['0 5 * * *'], does: 'The token is not renewed.' },
	},
	{
		...{ name: 'Mail the Pinterest report every week', state: 'not published' },
		...{ crons: ['0 7 * * 1'], does: 'No report is mailed.' },
	},
	{
		...{ name: 'Launch a Pinterest campaign from a form', state: 'not installed' },
		...{ crons: [], does: 'Nobody can launch from a form.' },
	},
];

export const tables = (more: Partial<DashboardTables> = {}): DashboardTables => ({
	connection: connection(),
	...{ audiences: [], metrics: [], conversions: [], unsent: [], errors: [] },
	...more,
});

export const dashboardInput = (more: Partial<DashboardInput> = {}): DashboardInput => ({
	...{ now: NOW, period: 7, tables: tables(), workflows, formKey: 'key-of-the-page' },
	words: n8nWords,
	...more,
});

/** Text as a person reads it. */
export const textOf = (page: string): string =>
	page
		.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
		.replaceAll('&#39;', "'")
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ');
