import {
	afterFailure,
	CONVERSION_RULES,
	deadConversions,
	dueConversions,
	firstOfItsEvent,
	newConversionRow,
} from '../../../worker/src/automation/conversions/index.ts';
import type { PreparedConversion } from '../../../worker/src/index.ts';
import type { ConversionRow } from '../../../worker/src/automation/tables.ts';
import { ERROR_KINDS, type ErrorKind } from '../../../worker/src/client/errorKinds.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const ACTIVE = { connection_key: 'main', status: 'active', ad_account_id: '1' };
const ALSO = { connection_key: 'also 2', ad_account_id: '2' };

const prepared = (more: Partial<PreparedConversion> = {}) => ({
	event_id: 'order-1',
	event_name: 'checkout',
	event_time: NOW / 1000,
	action_source: 'web',
	event: '{}',
	carried: 'em id:given source:web',
	warnings: [],
	...more,
});

const row = (more: Partial<ConversionRow> = {}): ConversionRow => ({
	id: 7,
	createdAt: inMinutes(-60),
	updatedAt: inMinutes(-60),
	event_id: 'order-1',
	event_name: 'checkout',
	action_source: 'web',
	order_id: null,
	ad_account_id: null,
	status: 'pending',
	attempts: 0,
	next_attempt_at: null,
	error_message: null,
	event: '{}',
	event_time: null,
	carried: null,
	claimed_by: null,
	...more,
});

const errorOf = (task: () => unknown): PinterestAdsError => {
	try {
		task();
	} catch (error) {
		return error as PinterestAdsError;
	}
	throw new Error('It did not fail.');
};

describe('the row of a new conversion', () => {
	it('has the columns of the table and nothing else, and is on its way while Pinterest is connected', () => {
		expect(newConversionRow(prepared({ order_id: '1', warnings: ['odd'] }), [ACTIVE], NOW)).toEqual(
			{
				event_time: '2026-11-29T12:00:00.000Z',
				carried: 'em id:given source:web',
				event_id: 'order-1',
				event_name: 'checkout',
				action_source: 'web',
				order_id: '1',
				ad_account_id: undefined,
				event: '{}',
				status: 'pending',
				attempts: 0,
			},
		);
	});

	it.each([
		['unauthorized', [{ ...ACTIVE, status: 'unauthorized' }]],
		['inactive', [{ ...ACTIVE, status: 'inactive' }]],
		['never connected', [{}]],
		['another ad account’s only', [{ ...ALSO, status: 'active' }]],
	])('waits with the reason where the connection is %s', (_, connections) => {
		expect(newConversionRow(prepared(), connections, NOW)).toMatchObject({
			status: 'failed',
			attempts: 0,
			error_message: expect.stringContaining('Not sent yet: Pinterest is not connected'),
			next_attempt_at: inMinutes(0),
		});
	});

	it('is not on its way before somebody has taken it, where it is an offline one', () => {
		const offline = prepared({ action_source: 'offline' });
		expect(newConversionRow(offline, [ACTIVE], NOW)).toMatchObject({
			status: 'failed',
			next_attempt_at: inMinutes(15),
		});
	});

	it('keeps an ad account that is connected, and is refused with another one', () => {
		const named = prepared({ ad_account_id: '2' });
		expect(newConversionRow(named, [ACTIVE, ALSO], NOW)).toMatchObject({ ad_account_id: '2' });
		const error = errorOf(() => newConversionRow(named, [ACTIVE], NOW));
		expect(error.message).toBe(
			'The conversion was not sent. ad_account_id: is not an ad account that is connected',
		);
		expect(error.details?.problems).toMatchObject([{ field: 'ad_account_id' }]);
	});
});

describe('a conversion that was written down', () => {
	const connections = [ALSO, ACTIVE];
	const own = row({ id: 7 });
	const offline = { action_source: 'offline', status: 'failed' };

	it.each([
		['it is the only one', own, []],
		['another event name has its ID', own, [row({ id: 3, event_name: 'lead' })]],
		['another ad account has its ID', own, [row({ id: 3, ad_account_id: '2' })]],
		['a later one has its ID', own, [row({ id: 9 })]],
	])('is sent where %s', (_, written, others) => {
		expect(firstOfItsEvent(written, [...others, written], connections)).toMatchObject({
			id: 7,
			ad_account_id: '1',
			next: 'send',
		});
	});

	it.each([
		['sent', 'it was sent to Pinterest'],
		['pending', 'it is being sent'],
		['failed', 'it is waiting to be sent'],
		['dead', 'its error_message says why'],
	])('is known where an earlier one is %s', (status, words) => {
		const error = errorOf(() => firstOfItsEvent(own, [row({ id: 3, status }), own], connections));
		expect(error.message).toContain(words);
		expect(error.details).toEqual({
			...{ outcome: 'known', event_id: 'order-1', row: 3, status },
			second: own.id,
		});
	});

	it('is known where an earlier one has named the ad account that is connected', () => {
		const earlier = row({ id: 3, ad_account_id: '1' });
		const error = errorOf(() => firstOfItsEvent(own, [earlier, own], connections));
		expect(error.details).toMatchObject({ outcome: 'known' });
	});

	it('waits where Pinterest was not connected', () => {
		const waiting = row({ status: 'failed' });
		expect(firstOfItsEvent(waiting, [waiting], [{}])).toMatchObject({ next: 'wait' });
	});

	it.each([
		['is taken first', [ACTIVE], true, 'take'],
		['waits while Pinterest is not connected', [{ ...ACTIVE, status: 'inactive' }], true, 'wait'],
		['waits where nobody could look for others', [ACTIVE], false, 'wait'],
	])('%s where it is an offline one', (_, connected, looked, next) => {
		const written = row(offline);
		const found = looked ? [written] : [];
		expect(firstOfItsEvent(written, found, connected)).toMatchObject({ next });
	});

	it.each([
		['nobody has taken: then that is removed first', 'failed', { outcome: 'rival', rival: 9 }],
		['another run has taken: then that is the one', 'pending', { outcome: 'known', row: 9 }],
		['another run has sent', 'sent', { outcome: 'known', row: 9 }],
	])('gives way to a later offline one that %s', (_, status, details) => {
		const written = row(offline);
		const later = row({ ...offline, id: 9, status });
		const error = errorOf(() => firstOfItsEvent(written, [written, later], connections));
		expect(error.details).toMatchObject(details);
	});

	it.each([
		[{ error: 'Data table with name "pinterest_conversions" not found' }, 'not found'],
		[{ json: { event_id: 'order-1' } }, 'probably full'],
	])('was not written down where no row came of it: %j', (written, words) => {
		const error = errorOf(() => firstOfItsEvent(written as object, [], connections));
		expect(error.message).toContain('could not be written down, and was not sent');
		expect(error.message).toContain(words);
		expect(error.hint).toContain('Make room');
		expect(error.details).toEqual({ outcome: 'unwritten' });
		expect(error.retryable).toBe(false);
	});
});

const failure = (kind: ErrorKind, details: object = {}) => ({
	error: 'Could not send the conversion',
	message: 'Look at it.',
	details: { kind, ...details },
});

describe('a conversion that could not be sent', () => {
	it.each([
		[0, 10, 'failed'],
		[1, 60, 'failed'],
		[2, 360, 'failed'],
		[3, 0, 'dead'],
	])('after %i further attempts is due again in %i minutes, or %s', (attempts, minutes, status) => {
		expect(afterFailure(row({ attempts }), failure('unavailable'), NOW)).toEqual({
			id: 7,
			status,
			attempts,
			error_message: 'Could not send the conversion. Look at it.',
			next_attempt_at: inMinutes(minutes),
		});
	});

	it('is due when Pinterest takes it again, where that is later', () => {
		const wait = failure('rate-limited', { retry_after_ms: 120 * 60_000 });
		expect(afterFailure(row(), wait, NOW).next_attempt_at).toBe(inMinutes(120));
		const soon = failure('rate-limited', { retry_after_ms: 1000 });
		expect(afterFailure(row(), soon, NOW).next_attempt_at).toBe(inMinutes(10));
	});

	it.each([
		['invalid', { event_id: 'order-1' }, 'web', 'dead'],
		['invalid', { problems: [] }, 'web', 'dead'],
		['invalid', {}, 'web', 'failed'],
		['outcome-unknown', {}, 'offline', 'dead'],
		['outcome-unknown', {}, 'web', 'failed'],
		['network', {}, 'offline', 'failed'],
		['unavailable', { event_id: 'order-1' }, 'web', 'failed'],
		['forbidden', { event_id: 'order-1' }, 'web', 'failed'],
		['token-expired', { event_id: 'order-1' }, 'web', 'failed'],
	] as const)('of %s with %j, %s, is %s', (kind, details, action_source, status) => {
		expect(afterFailure(row({ action_source }), failure(kind, details), NOW)).toMatchObject({
			status,
		});
	});

	it('is not given up because Pinterest refuses the token, and no attempt is counted', () => {
		const last = row({ attempts: 3 });
		expect(afterFailure(last, failure('token-expired'), NOW)).toMatchObject({
			status: 'failed',
			attempts: 2,
		});
		expect(afterFailure(row(), failure('token-expired'), NOW)).toMatchObject({ attempts: 0 });
	});

	it.each(Object.keys(ERROR_KINDS) as ErrorKind[])('has an answer for %s', (kind) => {
		const { status, next_attempt_at } = afterFailure(row({ attempts: 1 }), failure(kind), NOW);
		expect([status, next_attempt_at]).toEqual(['failed', inMinutes(60)]);
	});

	it('has an answer where nothing is known of the failure', () => {
		expect(afterFailure({}, {}, NOW)).toMatchObject({ status: 'failed', error_message: '' });
		const odd = { details: { kind: 'odd' } };
		expect(afterFailure({}, odd, NOW)).toMatchObject({ status: 'failed', attempts: 0 });
	});
});

describe('conversions that nobody is sending', () => {
	const failed = row({ id: 1, event_id: 'a', status: 'failed' });
	const cutOff = row({ id: 2, event_id: 'b', attempts: 2 });
	const always = row({ id: 3, event_id: 'c', attempts: 3 });
	const offline = row({ id: 4, event_id: 'd', action_source: 'offline' });
	const waiting = row({ id: 5, event_id: 'e', action_source: 'offline', status: 'failed' });
	const main = { ad_account_id: '1' };

	it('are sent again, except those that were cut off each time or may have arrived', () => {
		const due = dueConversions([failed, cutOff, always, offline, waiting], [], main);
		expect(due.again).toEqual([failed, cutOff, waiting]);
		expect(due.givenUp.map(({ id }) => id)).toEqual([3, 4]);
		expect(due.givenUp.map(({ error_message }) => error_message)).toEqual([
			expect.stringContaining('It was cut off each time'),
			expect.stringContaining('Look in Ads Manager whether it has arrived'),
		]);
		expect(due.repeated).toEqual([]);
	});

	it('are removed where they are offline ones whose event has an earlier row, or one that was sent', () => {
		const later = { ...waiting, id: 6 };
		const sent = { ...offline, id: 9, status: 'sent' };
		const late = { ...offline, id: 8, status: 'failed' };
		const due = dueConversions([failed, waiting, later, late], [waiting, later, late, sent], main);
		expect(due.again).toEqual([failed, waiting]);
		expect(due.repeated).toEqual([later, late]);
	});

	it('are sent again where Pinterest recognises them, though an earlier row has their event', () => {
		const again = [failed, { ...failed, id: 2 }];
		expect(dueConversions(again, [], main)).toMatchObject({ again, repeated: [] });
	});
});

describe('what is told of dead conversions', () => {
	const dead = (id: number, error_message: string) => row({ id, status: 'dead', error_message });

	it('is nothing where none is dead', () => {
		expect(deadConversions([])).toBeUndefined();
		expect(deadConversions([row(), row({ status: 'sent' })])).toBeUndefined();
	});

	it('is the row and the reason of one', () => {
		expect(deadConversions([row(), dead(3, 'No cart.')])?.message).toBe(
			'1 conversion could not be sent. Kept as dead in the table pinterest_conversions, row 3: No cart.',
		);
	});

	it('is how many, with up to five reasons', () => {
		const many = Array.from({ length: 7 }, (_, n) => dead(n, `Reason ${Math.max(1, n)}.`));
		expect(deadConversions(many)?.message).toBe(
			'7 conversions could not be sent. Kept as dead in the table pinterest_conversions: 2 × Reason 1. 1 × Reason 2. 1 × Reason 3. 1 × Reason 4. 1 × Reason 5. 1 more × other reasons.',
		);
		expect(deadConversions(many)?.hint).toContain(`after ${CONVERSION_RULES.daysDead} days`);
		expect(deadConversions(many)?.retryable).toBe(false);
	});
});
