import { PinterestAdsError } from '../../../worker/src/client/errors.ts';

it('says what to do for programs and for people', () => {
	const error = new PinterestAdsError('token-expired', 'Invalid access token');
	expect(error).toMatchObject({ action: 'reconnect', ownHint: undefined });
	expect(error.hint).toContain('Generate a fresh access token');
	expect(error.toRecord()).toMatchObject({ action: 'reconnect', hint: error.hint });
});

it('follows Pinterest’s number where that says more than the kind', () => {
	expect(new PinterestAdsError('invalid', 'Not permitted', { code: 29 }).action).toBe(
		'ask-for-a-role',
	);
});

it('keeps a hint of its own, and what comes after it', () => {
	const error = new PinterestAdsError('invalid', 'A list', {
		hint: 'Give one.',
		note: 'Then run it.',
	});
	expect(error).toMatchObject({
		action: 'correct-the-input',
		ownHint: 'Give one.',
		hint: 'Give one. Then run it.',
	});
});

it('keeps its action where its hint is told again', () => {
	const { hint } = new PinterestAdsError('token-expired', 'No', { action: 'new-conversion-token' });
	expect(new PinterestAdsError('token-expired', 'No', { hint }).action).toBe(
		'new-conversion-token',
	);
});

describe('an error that is said otherwise', () => {
	const first = new PinterestAdsError('rate-limited', 'Too many calls.', {
		...{ code: 8, status: 429, field: 'Budget', retryAfterMs: 90_000, details: { id: '1' } },
	});

	it('is the same but for what is changed', () => {
		const other = first.with({ message: 'Audience "A": too many calls.' });
		expect(other).toMatchObject({
			...{ kind: 'rate-limited', message: 'Audience "A": too many calls.', action: 'wait' },
			...{ code: 8, status: 429, field: 'Budget', retryAfterMs: 90_000, details: { id: '1' } },
			hint: first.hint,
		});
	});

	it('has one note after the other', () => {
		const other = first.with({ note: 'Two are done.' }).with({ note: 'Nothing is created twice.' });
		expect(other.hint).toBe(`${first.hint} Two are done. Nothing is created twice.`);
	});

	it('takes the words of another action', () => {
		const other = first.with({ action: 'run-again' });
		expect(other.hint).toContain('in a few minutes');
	});
});
