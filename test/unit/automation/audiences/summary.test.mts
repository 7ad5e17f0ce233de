import {
	errorOfSyncs,
	summarizeSyncs,
	type SyncReport,
} from '../../../../worker/src/automation/audiences/summary.ts';
import { audience } from './rows.mts';

const due = (count: number) =>
	Array.from({ length: count }, (_, n) => audience({ id: n, name: `List ${n + 1}` }));
const synced: SyncReport = { outcome: 'synced', reason: '', retry_after_ms: 0 };
const failed = (error_kind: string, retry_after_ms = 0): SyncReport => ({
	...{ outcome: 'error', reason: `It was ${error_kind}.`, error_kind, retry_after_ms },
});

const errorAfter = (reports: readonly SyncReport[], count = reports.length) =>
	errorOfSyncs(summarizeSyncs(due(count), reports));

it('counts what came of them', () => {
	const reports: SyncReport[] = [
		synced,
		failed('invalid'),
		{ outcome: 'skipped', reason: 'Taken.' },
		{ outcome: 'resting', reason: 'Not connected.' },
	];
	expect(summarizeSyncs(due(6), reports)).toEqual({
		audiences: 6,
		synced: 1,
		errors: 1,
		skipped: 1,
		resting: 3,
		failed: [{ audience: 'List 2', reason: 'It was invalid.', kind: 'invalid' }],
		retryable: false,
		retry_after_ms: 0,
	});
});

it('is no error where none has failed', () => {
	expect(errorAfter([synced, synced])).toBeUndefined();
});

it('says how many failed, the first three reasons, and what to do', () => {
	const error = errorAfter([...Array.from({ length: 5 }, () => failed('invalid')), synced]);
	expect(error?.message).toBe(
		'5 of 6 audiences could not be synced: “List 1”: It was invalid. “List 2”: It was invalid. “List 3”: It was invalid. And 2 more.',
	);
	expect(error?.hint).toBe(
		'Each row of the table pinterest_audiences says in error_message why. The next run takes them again.',
	);
	expect(errorAfter([failed('invalid')])?.message).toMatch(/^1 of 1 audience could/);
});

it.each([
	['all need a hand', ['forbidden', 'invalid'], 'forbidden', false],
	['one passes by itself', ['invalid', 'rate-limited'], 'rate-limited', true],
	['nobody knows whether it was done', ['outcome-unknown', 'invalid'], 'unavailable', true],
	['the token was refused', ['unavailable', 'token-expired'], 'token-expired', false],
	['the contacts could not be had', ['contacts'], 'invalid', false],
])('%s: of kind %s', (_, kinds, kind, retryable) => {
	const error = errorAfter(kinds.map((one) => failed(one)));
	expect({ kind: error?.kind, retryable: error?.retryable }).toEqual({ kind, retryable });
	expect(error?.details).toMatchObject({ retryable, dealt_with: true });
});

it('waits as long as the one that waits longest', () => {
	const error = errorAfter([failed('rate-limited', 5_000), failed('rate-limited', 60_000), synced]);
	expect(error?.retryAfterMs).toBe(60_000);
	expect(errorAfter([failed('rate-limited')])?.retryAfterMs).toBeUndefined();
});

it('puts the refused token first, and says how many rest since', () => {
	const error = errorAfter([failed('invalid'), failed('token-expired')], 5);
	expect(error?.message).toMatch(/^2 of 5 audiences could not be synced: “List 2”: It was token/);
	expect(error?.hint).toContain(' 3 more rest, because Pinterest is not connected any more.');
});

it.each([
	['a text', { error: 'It is not published.' }, 'The sync could not be run: It is not published.'],
	['an error', { error: { message: 'No.' } }, 'The sync could not be run: No.'],
	['nothing', {}, 'The sync could not be run: it gave nothing back.'],
])('takes %s in place of an outcome as a sync that could not be run', (_, report, reason) => {
	expect(summarizeSyncs(due(1), [report]).failed).toEqual([
		{ audience: 'List 1', reason, kind: 'workflow' },
	]);
});
