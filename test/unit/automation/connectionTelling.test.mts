import { afterDisconnect, afterRefusal } from '../../../worker/src/automation/connection/index.ts';
import {
	whatToTell,
	whatToTellWhoConnects,
} from '../../../worker/src/automation/connection/whatToTell.ts';
import { ERROR_KINDS, type ErrorKind } from '../../../worker/src/client/errorKinds.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const NOW = Date.UTC(2026, 10, 30, 5);
const AT = '2026-11-30T05:00:00.000Z';
const KINDS = Object.keys(ERROR_KINDS) as ErrorKind[];

describe('work that has failed', () => {
	const error = (kind: ErrorKind, message: string = kind) =>
		new PinterestAdsError(kind, message, { hint: `What to do about ${kind}.` });

	it('makes the connection unauthorized where the token was refused', () => {
		const errors = [
			error('invalid'),
			error('token-expired', 'Invalid access token'),
			error('network'),
		];
		expect(afterRefusal(errors, NOW)).toEqual({
			status: 'unauthorized',
			is_token_valid: false,
			message: 'Invalid access token',
			hint: 'What to do about token-expired.',
			checked_at: AT,
		});
	});

	it.each(KINDS.filter((kind) => kind !== 'token-expired'))('of %s says nothing of it', (kind) => {
		expect(afterRefusal([error(kind)], NOW)).toBeUndefined();
	});

	it('says nothing of it where there is no error', () => {
		expect(afterRefusal([], NOW)).toBeUndefined();
	});
});

describe('disconnecting', () => {
	it('rests everything before the tokens are cleared', () => {
		expect(afterDisconnect(undefined, NOW)).toEqual({
			status: 'inactive',
			is_token_valid: false,
			needs_refresh: false,
			message: 'Disconnected.',
			hint: 'Run “Connect Pinterest Ads” to connect again.',
			checked_at: AT,
		});
	});

	it('says afterwards what became of them, of which nobody knows an end any more', () => {
		const cleared = { message: 'Disconnected: no token is left.', hint: 'Enter new ones.' };
		expect(afterDisconnect(cleared, NOW)).toMatchObject({
			...cleared,
			status: 'inactive',
			token_expires_at: null,
			refresh_token_expires_at: null,
		});
	});
});

describe('what somebody is told', () => {
	const words = { message: 'Invalid access token', hint: 'Reconnect.' };
	const row = (status: string, more = {}) => ({ ...words, status, is_token_valid: true, ...more });
	const nothingRuns = {
		kind: 'not-connected',
		message:
			'The connection with Pinterest is unauthorized, and the schedules rest: Invalid access token',
		hint: 'Reconnect.',
	};
	const ending = { needs_refresh: true, is_token_valid: false };

	it.each([
		['active', 'unauthorized', false, nothingRuns],
		['unauthorized', 'unauthorized', false, undefined],
		['inactive', 'unauthorized', false, undefined],
		['unauthorized', 'unauthorized', true, nothingRuns],
		['unauthorized', 'active', false, undefined],
		['active', 'active', true, undefined],
		['active', 'inactive', true, undefined],
	])('of a connection that was %s and is %s (by hand: %s)', (before, after, byHand, told) => {
		expect(whatToTell({ before: row(before), row: row(after), byHand })).toEqual(told);
	});

	it('is that it is unauthorized, where all that is known is that it was marked just now', () => {
		expect(whatToTell({ row: row('unauthorized'), byHand: false })).toEqual(nothingRuns);
	});

	it.each([
		[ending, true],
		[{ needs_refresh: true, is_token_valid: true }, false],
		[{ needs_refresh: false, is_token_valid: false }, false],
	])('is that the token ends, by each check within the last day: %j', (token, told) => {
		for (const byHand of [true, false]) {
			const found = whatToTell({ before: row('active'), row: row('active', token), byHand });
			expect(found).toEqual(told ? { kind: 'token-expiring', ...words } : undefined);
		}
	});

	it('is the reason alone, where the user connects and it did not succeed', () => {
		expect(whatToTellWhoConnects(row('unauthorized'))).toEqual({ kind: 'not-connected', ...words });
		expect(whatToTellWhoConnects(row('active', ending))).toBeUndefined();
	});
});
