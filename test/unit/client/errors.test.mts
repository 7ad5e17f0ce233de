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
