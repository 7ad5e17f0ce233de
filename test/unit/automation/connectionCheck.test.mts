import { afterCheck, afterConnect } from '../../../worker/src/automation/connection/afterCheck.ts';
import { CONNECTION } from '../../../worker/src/automation/tables.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { ConnectionRecord } from '../../../worker/src/connection/index.ts';
import { failed, succeeded } from '../../../worker/src/outcome.ts';

const NOW = Date.UTC(2026, 10, 30, 5);
const AT = '2026-11-30T05:00:00.000Z';
const SHOP = { ad_account_id: '549755885175', ad_account_name: 'Garden', currency: 'EUR' };

const active: ConnectionRecord = {
	...SHOP,
	status: 'active',
	ad_accounts_count: 2,
	is_token_valid: true,
	needs_refresh: false,
	token_expires_at: '2026-12-30T05:00:00.000Z',
	refresh_token_expires_at: null,
	checked_at: AT,
	message: 'Connected to the ad account Garden (549755885175).',
	hint: '',
	action: 'none',
};
const refused: ConnectionRecord = {
	...active,
	...{ ad_account_id: null, ad_account_name: null, currency: null, ad_accounts_count: 0 },
	status: 'unauthorized',
	is_token_valid: false,
	needs_refresh: true,
	message: 'Invalid access token',
	hint: 'Reconnect.',
	action: 'reconnect',
};

const limited = new PinterestAdsError('rate-limited', 'Too fast', { retryAfterMs: 7_200_000 });
const unreadable = new PinterestAdsError('invalid', 'Access Token: there is none.');
const conversionToken = new PinterestAdsError(
	'token-scope',
	'A conversion token can only send conversions.',
	{ action: 'use-an-access-token' },
);

/** The ceiling is its user’s, and never written. */
const COLUMNS = Object.keys(CONNECTION.columns).filter((name) => name !== 'max_daily_budget');

describe('a check by the clock', () => {
	const was = (status: string) => ({ ...SHOP, connection_key: 'main', status });
	const check = (status: string, record: ConnectionRecord) =>
		afterCheck({ row: was(status), answer: succeeded(record) });

	it.each([
		['active', active, 'active'],
		['active', refused, 'unauthorized'],
		['unauthorized', active, 'active'],
		['unauthorized', refused, 'unauthorized'],
	])('of a connection that was %s writes what it found', (before, record, status) => {
		const columns = check(before, record);
		const { is_token_valid, needs_refresh, message, hint, checked_at } = record;
		expect(columns).toMatchObject({ status, is_token_valid, needs_refresh, message, hint });
		expect(columns).toMatchObject({ checked_at, token_expires_at: record.token_expires_at });
	});

	it.each(['inactive', '', 'Active', null, undefined])(
		'of a connection that is %j changes nothing: only the user brings it back',
		(status) => {
			const row = { ...SHOP, status };
			expect(afterCheck({ row, answer: succeeded(active) })).toBeUndefined();
			expect(afterCheck({ row, answer: succeeded(refused) })).toBeUndefined();
		},
	);

	it('keeps the ad account that a refused token could not see', () => {
		expect(check('active', refused)).toMatchObject({ ...SHOP, ad_accounts_count: 0 });
		expect(afterCheck({ row: { status: 'active' }, answer: succeeded(refused) })).toMatchObject({
			ad_account_id: '',
			ad_account_name: '',
			currency: '',
		});
	});

	it('writes nothing but columns of the table, and leaves alone when it was connected', () => {
		const written = Object.keys(check('active', active) ?? {});
		expect(COLUMNS).toEqual(expect.arrayContaining(written));
		expect(written).not.toContain('connected_at');
		expect(written).not.toContain('connection_key');
	});

	it.each([limited, unreadable])('that gave no answer fails with the reason: %s', (error) => {
		expect(() => afterCheck({ row: was('active'), answer: failed(error) })).toThrow(error);
	});

	it('changes nothing for a conversion token, which cannot be checked and does not end', () => {
		expect(afterCheck({ row: was('active'), answer: failed(conversionToken) })).toBeUndefined();
	});

	it('takes the scope that an access token lacks for no conversion token', () => {
		const error = new PinterestAdsError('token-scope', 'ads:read is missing', { code: 3 });
		expect(() => afterCheck({ row: was('active'), answer: failed(error) })).toThrow(error);
	});
});

describe('a renewal after a check', () => {
	const row = { ...SHOP, status: 'active' };
	const ending = { ...active, needs_refresh: true, is_token_valid: false };
	const noRefreshToken = new PinterestAdsError('invalid', 'Refresh Token: there is none.', {
		hint: 'Fill in Refresh Token.',
	});

	it('writes what the renewal found', () => {
		expect(afterCheck({ row, answer: succeeded(active), check: ending })).toMatchObject({
			status: 'active',
			needs_refresh: false,
		});
	});

	it('that may succeed later fails with the reason, and changes nothing', () => {
		expect(() => afterCheck({ row, answer: failed(limited), check: ending })).toThrow(limited);
	});

	it.each([
		['2026-12-01T04:30:59.000Z', 'expires on 2026-12-01 at 04:30 UTC'],
		[null, 'is about to expire'],
	])('that never will leaves the connection active and says so: %s', (at, ends) => {
		const check = { ...ending, token_expires_at: at };
		expect(afterCheck({ row, answer: failed(noRefreshToken), check })).toMatchObject({
			status: 'active',
			is_token_valid: false,
			needs_refresh: true,
			message: `The access token ${ends} and cannot be renewed: paste a new one, or reconnect.`,
			hint: 'Refresh Token: there is none. Fill in Refresh Token.',
		});
	});
});

describe('connecting', () => {
	it('with tokens that are accepted makes the connection active', () => {
		const columns = afterConnect(succeeded(active), '', NOW);
		expect(columns).toMatchObject({ ...SHOP, connection_key: 'main', status: 'active' });
		expect(columns).toMatchObject({ connected_at: AT, checked_at: AT, hint: '' });
		expect(COLUMNS).toEqual(expect.arrayContaining(Object.keys(columns)));
	});

	it('with tokens that are refused makes it unauthorized, whatever it was', () => {
		const columns = afterConnect(succeeded(refused), '', NOW);
		expect(columns).toMatchObject({
			status: 'unauthorized',
			ad_account_id: '',
			message: refused.message,
		});
		// When it last succeeded is still true.
		expect(columns).not.toHaveProperty('connected_at');
	});

	it('keeps the ad account that was chosen, though the token cannot see it', () => {
		expect(afterConnect(succeeded(refused), '549755000000', NOW)).toMatchObject({
			status: 'unauthorized',
			ad_account_id: '549755000000',
			ad_account_name: '',
		});
	});

	it('takes a conversion token as it is', () => {
		const columns = afterConnect(failed(conversionToken), '549755885175', NOW);
		expect(columns).toMatchObject({
			status: 'active',
			ad_account_id: '549755885175',
			is_token_valid: true,
			needs_refresh: false,
			token_expires_at: null,
			connected_at: AT,
			message: expect.stringContaining('conversion token'),
			hint: expect.stringMatching(
				/use an access token\. Then run “Connect Pinterest Ads” again\.$/,
			),
		});
		expect(Object.keys(columns).sort()).toEqual([...COLUMNS].sort());
	});

	it.each([limited, unreadable])('without an answer fails with the reason: %s', (error) => {
		expect(() => afterConnect(failed(error), '', NOW)).toThrow(error);
	});
});
