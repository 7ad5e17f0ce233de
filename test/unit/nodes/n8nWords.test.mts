import { hintInN8nWords } from '../../../nodes/PinterestAds/errors/actionWords.ts';
import { hintedInN8nWords, inN8nWords } from '../../../nodes/PinterestAds/errors/inN8nWords.ts';
import { ERROR_ACTIONS, type ErrorAction } from '../../../worker/src/client/errorActions.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const sentence = (action: ErrorAction) => hintInN8nWords(action, ERROR_ACTIONS[action]);

it.each<[ErrorAction, RegExp]>([
	['reconnect', /Then open the credential in n8n and reconnect\.$/],
	['sign-in-again', /^Reconnect: open the Pinterest credential in n8n/],
	['use-an-access-token', /good for Conversion: Send and for nothing else/],
	['new-conversion-token', /paste it over the one in the n8n credential\.$/],
	['ask-for-a-conversion-role', /^Check the ad account ID in the node and in the n8n credential/],
	['choose-an-ad-account', /leave Ad Account empty/],
	['name-the-ad-account', /as Ad Account ID in the n8n credential/],
	['look-up-targeting', /Targeting: Find Options lists/],
	['split-the-list', /Split Out/],
	['give-a-change', /under Options/],
	['unpack-the-file', /Compression node/],
	['correct-the-address', /API Base URL/],
	['choose-more-changes', /publish the workflow/],
])('says %s in n8n’s words', (action, words) => {
	expect(sentence(action)).toMatch(words);
});

it('leaves what the worker says of one case, and what comes after a sentence', () => {
	expect(hintInN8nWords('reconnect', 'Ask the owner.')).toBe('Ask the owner.');
	expect(hintInN8nWords('reconnect', `${ERROR_ACTIONS.reconnect} 100 records are in.`)).toBe(
		`${sentence('reconnect')} 100 records are in.`,
	);
});

it('says where a field is dragged to', () => {
	const hint = 'The items have the fields a, b: give the one with the address as Record.';
	expect(hintInN8nWords('choose-the-record-field', hint)).toBe(
		'The items have the fields a, b: drag the one with the address into Record.',
	);
});

it('says the hint of what a sync has come to as well', () => {
	const message = 'From: must be a day; Column Names or IDs 1.: is too long';
	const record = { name: 'A', error_message: message, error_hint: ERROR_ACTIONS.reconnect };
	const error = new PinterestAdsError('token-expired', message, {
		...{ action: 'reconnect', details: { record } },
	});
	expect(inN8nWords(error)).toMatchObject({
		message,
		hint: sentence('reconnect'),
		details: { record: { name: 'A', error_message: message, error_hint: sentence('reconnect') } },
	});
});

it('says the hint of a record in n8n’s words where it has an action', () => {
	const hint = ERROR_ACTIONS['add-scopes'];
	expect(hintedInN8nWords({ hint, action: 'add-scopes' as const }).hint).toMatch(/credential/);
	expect(hintedInN8nWords({ hint })).toEqual({ hint });
});
