import type { AudienceRow, ConnectionRow } from '../../../../worker/src/automation/tables.ts';

export const LONG_AGO = '2026-01-01T00:00:00.000Z';
export const LATER = '2026-01-02T00:00:00.000Z';
export const SINCE_THEN = '2026-01-03T00:00:00.000Z';
export const NOW = Date.parse('2026-01-04T06:00:00.000Z');

/** A row as somebody adds it by hand. */
export const audience = (more: Partial<AudienceRow> = {}): AudienceRow => ({
	id: 7,
	createdAt: LONG_AGO,
	updatedAt: LONG_AGO,
	audience_key: 'newsletter',
	name: 'Newsletter',
	active: true,
	list_type: null,
	sync_status: null,
	pinterest_audience_id: null,
	customer_list_id: null,
	list_status: null,
	audience_status: null,
	audience_size: null,
	contacts_received: null,
	contacts_valid: null,
	contacts_invalid: null,
	contacts_duplicate: null,
	contacts_sent: null,
	warning: null,
	error_message: null,
	contacts_added_at: null,
	last_synced_at: null,
	error_kind: null,
	sync_started_at: null,
	sync_daily: null,
	sync_round: null,
	claimed_by: null,
	...more,
});

export const connection = (more: Partial<ConnectionRow> = {}): ConnectionRow => ({
	id: 1,
	createdAt: LONG_AGO,
	updatedAt: LONG_AGO,
	connection_key: 'main',
	status: 'active',
	ad_account_id: '549755885175',
	ad_account_name: 'Shop',
	currency: 'EUR',
	max_daily_budget: null,
	ad_accounts_count: 1,
	is_token_valid: true,
	needs_refresh: false,
	token_expires_at: null,
	refresh_token_expires_at: null,
	message: '',
	hint: '',
	connected_at: LONG_AGO,
	checked_at: LONG_AGO,
	...more,
});

export const ago = (ms: number) => new Date(NOW - ms).toISOString();
