/**
 * The tables in which the automation keeps its records: every column once. Set-up, the writes of the
 * workflows, their checks and the tables of docs/ are made of this. Imports nothing, so that the workflows'
 * source can read it without a build.
 */

export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

export interface Column {
	readonly type: ColumnType;
	/** What it holds, in plain words. */
	readonly says: string;
}

export interface Table {
	/** No name is a part of another: tables are looked for by a part of their name. */
	readonly name: string;
	/** What there is a row for. */
	readonly says: string;
	readonly columns: Readonly<Record<string, Column>>;
}

const text = (says: string) => ({ type: 'string', says }) as const;
const number = (says: string) => ({ type: 'number', says }) as const;
const flag = (says: string) => ({ type: 'boolean', says }) as const;
const date = (says: string) => ({ type: 'date', says }) as const;

export const AUDIENCES = {
	name: 'pinterest_audiences',
	says: 'each audience',
	columns: {
		audience_key: text(
			'the name in lower case with single spaces; the same as in `pinterest_contacts`',
		),
		name: text('what the audience and its Customer List are called at Pinterest'),
		active: flag(
			'whether it is synced by *Sync audiences to Pinterest every morning*, *Sync new and failed audiences to Pinterest* and the form of *Sync an audience to Pinterest on request*',
		),
		list_type: text('`EMAIL` (also where it is empty), `MAID` or `IDFA`'),
		sync_status: text('`not_synced`, `syncing`, `synced` or `error`'),
		pinterest_audience_id: text('the ID of the audience; the next sync adds to it'),
		customer_list_id: text('the ID of its Customer List'),
		list_status: text('what Pinterest said of the list right after the sync'),
		audience_status: text('what Pinterest said of the audience right after the sync'),
		audience_size: number('how many people Pinterest had matched then'),
		contacts_received: number('how many contacts the last sync was given'),
		contacts_valid: number('how many of them were valid'),
		contacts_invalid: number('how many were left out'),
		contacts_duplicate: number('how many were there more than once'),
		contacts_sent: number('how many were sent'),
		warning: text('what to know about it, such as fewer than 100 contacts'),
		error_message: text('why the last sync failed, and what to do; empty after one that went well'),
		contacts_added_at: date('when contacts were last added'),
		last_synced_at: date('when a sync last went well'),
		error_kind: text('the kind of the error; empty after a sync that went well'),
		sync_started_at: date('since when a run is at it, or when the last one began'),
		sync_daily: flag('on: every day, whether or not anything is known to be new'),
		sync_round: number('how often it has been claimed'),
		claimed_by: text('which run has claimed it last'),
	},
} as const satisfies Table;

export const CONTACTS = {
	name: 'pinterest_contacts',
	says: 'each contact',
	columns: {
		audience_key: text('the audience that it belongs to'),
		record: text('the email address or device ID'),
	},
} as const satisfies Table;

export const CONVERSIONS = {
	name: 'pinterest_conversions',
	says: 'each conversion that came in',
	columns: {
		event_id: text('the ID by which Pinterest counts it once'),
		event_name: text('what happened, such as `checkout`'),
		action_source: text('`web`, `app_android`, `app_ios` or `offline`'),
		order_id: text('the order’s number'),
		ad_account_id: text('the ad account that the caller named; empty for the connected one'),
		status: text('`pending`, `sent`, `failed` or `dead`'),
		attempts: number('how often it was tried again'),
		next_attempt_at: date('when it is tried again, while `status` is `failed`'),
		error_message: text('why it was not sent, and what to do'),
		event: text('what Pinterest is sent; emptied when it is sent'),
		event_time: date('when it happened'),
		carried: text('which identifiers it carried, without any of them; what *Diagnose* reads'),
		claimed_by: text('which run has written it down, or taken it to send it again'),
	},
} as const satisfies Table;

export const METRICS = {
	name: 'pinterest_metrics',
	says: 'each campaign and day',
	columns: {
		row_key: text('the same for the same campaign and day'),
		date: text('the day, in UTC'),
		campaign_id: text('the campaign’s ID'),
		campaign_name: text('its name'),
		campaign_status: text('its status'),
		currency: text('that of the ad account'),
		spend: number('an amount in it: 12.5 is 12.50'),
		impressions: number('Pinterest’s `total_impression`'),
		clicks: number('Pinterest’s `total_clickthrough`'),
		outbound_clicks: number('Pinterest’s `outbound_click_1`'),
		engagements: number('Pinterest’s `total_engagement`'),
		conversions: number('Pinterest’s `total_conversions`'),
		checkouts: number('Pinterest’s `total_checkout`'),
		checkout_value: number('an amount in the currency'),
		refreshed_at: date('when the row was last written'),
	},
} as const satisfies Table;

export const ERRORS = {
	name: 'pinterest_errors',
	says: 'each failed run, and what became of it',
	columns: {
		workflow_id: text('what failed'),
		workflow_name: text('what it is called'),
		execution_id: text('the last run that failed; empty for a trigger'),
		execution_url: text('its address'),
		node: text('where'),
		message: text('what happened'),
		description: text('what to do'),
		started_by: text('how it was started: `trigger`, `webhook`, `integrated` (by another one), …'),
		occurred_at: date('when it failed first'),
		kind: text(
			'the kind of a Pinterest error; of others `rate-limited`, `unavailable`, `network` or `other`',
		),
		transient: flag('whether it may pass by itself'),
		attempts: number('how often it was tried again'),
		outcome: text('what became of it'),
		next_attempt_at: date('when it is tried again, while `outcome` is `trying again`'),
		notified: flag('whether it needed a person, and a message went out'),
		handled_by: text('which run dealt with it last'),
	},
} as const satisfies Table;

export const CONNECTION = {
	name: 'pinterest_connection',
	says: 'the connection',
	columns: {
		connection_key: text('`main`; rows of other keys only allow callers to name their ad accounts'),
		status: text('`active`, `unauthorized` or `inactive`'),
		ad_account_id: text('the ad account that everything works with'),
		ad_account_name: text('its name'),
		currency: text('its currency'),
		max_daily_budget: number(
			'the most that one launch may spend a day in this ad account, in its currency; empty: what the launch itself says',
		),
		ad_accounts_count: number('how many the token can see'),
		is_token_valid: flag('accepted, and good for at least another day'),
		needs_refresh: flag('whether the tokens should be renewed'),
		token_expires_at: date('in UTC; empty where nobody knows'),
		refresh_token_expires_at: date('in UTC; empty where nobody knows'),
		message: text('its state'),
		hint: text('what to do'),
		connected_at: date('when *Connect Pinterest Ads* last succeeded'),
		checked_at: date('when Pinterest was last asked'),
	},
} as const satisfies Table;

/** The row of the connection before anything has been connected; the ceiling of launches is asked for beside it. */
export const NOT_CONNECTED_YET = {
	connection_key: 'main',
	status: 'inactive',
	ad_accounts_count: 0,
	is_token_valid: false,
	needs_refresh: false,
	message: 'Not connected yet.',
	hint: 'Run “Connect Pinterest Ads”.',
} as const;

/** What one launch may spend a day until somebody sets something else, in the currency of the ad account. */
export const DEFAULT_CEILING = 50;

export const LAUNCHES = {
	name: 'pinterest_launches',
	says: 'each launch of a campaign, which nobody else may launch at the same time',
	columns: {
		launch_key: text('the ad account’s ID and the campaign’s name, as launches compare it'),
		campaign_name: text('what the campaign is called'),
		ad_account_id: text('the ad account'),
		max_daily_budget: number('the most that it might spend a day'),
		status: text('`waiting` (for its turn), `launching`, `launched` or `failed`'),
		claimed_by: text('which run it is'),
		claimed_at: date('since when'),
		claimed_until: date(
			'when others may launch this campaign again, whatever has become of the run',
		),
		campaign_id: text('the ID of the campaign, once it is known'),
		message: text('what the last page said'),
		error_kind: text('the kind of the error; empty after a launch that went well'),
	},
} as const satisfies Table;

export const CHANGES = {
	name: 'pinterest_changes',
	says: 'each change that an assistant has asked for',
	columns: {
		kind: text('`launch`, `update` (of a campaign) or `updateAdGroup`'),
		name: text(
			'what is to be launched, or the ID of the campaign or ad group that is to be changed',
		),
		summary: text('what would be done, as the person reads it who approves it'),
		status: text('`waiting` (for a person), `declined`, `expired`, `done` or `failed`'),
		approve_at: text('the page on which a person approves it, after signing in'),
		message: text('what came of it'),
		campaign_id: text('the ID of the campaign, once it is known'),
		ad_account_id: text('the ad account'),
		asked_at: date('when it was asked for'),
	},
} as const satisfies Table;

/** In the order in which they are made. */
export const TABLES = [
	AUDIENCES,
	CONTACTS,
	CONVERSIONS,
	METRICS,
	ERRORS,
	CONNECTION,
	LAUNCHES,
	CHANGES,
] as const;

interface Values {
	readonly string: string;
	readonly number: number;
	readonly boolean: boolean;
	/** A time in UTC, as text of ISO 8601. */
	readonly date: string;
}

/** What the automation reads out of a table: what was never written is null. */
export type RowOf<Kept extends Table> = {
	readonly [Name in keyof Kept['columns']]: Values[Kept['columns'][Name]['type']] | null;
} & {
	readonly id: number;
	/** Times in UTC, as text of ISO 8601. */
	readonly createdAt: string;
	readonly updatedAt: string;
};

/** What may be written to a table: nothing but its columns. */
export type ColumnsOf<Kept extends Table> = {
	readonly [Name in keyof Kept['columns']]?: Values[Kept['columns'][Name]['type']] | null;
};

export type AudienceRow = RowOf<typeof AUDIENCES>;
export type ConnectionRow = RowOf<typeof CONNECTION>;
export type ConversionRow = RowOf<typeof CONVERSIONS>;
export type MetricsTableRow = RowOf<typeof METRICS>;
export type ErrorRow = RowOf<typeof ERRORS>;
export type LaunchRow = RowOf<typeof LAUNCHES>;
export type ChangeRow = RowOf<typeof CHANGES>;
