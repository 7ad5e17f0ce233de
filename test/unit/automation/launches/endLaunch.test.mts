import fc from 'fast-check';
import { endLaunch } from '../../../../worker/src/automation/launches/endLaunch.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const AT_ONCE = '2026-11-30T12:00:00.000Z';
const LATER = '2026-11-30T12:05:00.000Z';
const end = (given: object) => endLaunch({ ...given }, 'The ceiling is there.', NOW);

const RECORD = {
	id: '626735565838',
	status: 'PAUSED',
	campaign: { name: 'Spring sale', status: 'PAUSED' },
	ad_groups: [
		{
			id: '2680742',
			status: 'PAUSED',
			keywords: [{}, {}],
			ads: [{ id: '687195', status: 'PAUSED', pin_id: '8137' }],
		},
	],
	created: { campaigns: ['626735565838'], ad_groups: ['2680742'], ads: ['687195'] },
	warnings: ['Mind the gap.'],
};

describe('the end of a launch that went well', () => {
	it('frees the name, and says what exists', () => {
		expect(end(RECORD)).toEqual({
			status: 'launched',
			campaign_id: '626735565838',
			title: 'Ready, and paused',
			message: `Campaign “Spring sale”: 626735565838 (PAUSED)
Ad group 2680742 (PAUSED), 2 keywords
Ad 687195 (PAUSED) of Pin 8137
It is paused: nothing is spent until it is switched on, here or in Ads Manager.
Mind the gap.`,
			page: expect.stringContaining('Mind the gap.'),
			error_kind: '',
			claimed_until: AT_ONCE,
			problem: null,
		});
	});

	it('that was switched on says so', () => {
		const { title, message } = end({ ...RECORD, status: 'ACTIVE' });
		expect([title, message]).toEqual([
			'Launched',
			expect.stringContaining('It may deliver from now on.'),
		]);
	});

	it('that created nothing says so', () => {
		const created = { campaigns: [], ad_groups: [], ads: [] };
		expect(end({ ...RECORD, created }).message).toContain('nothing was created');
		expect(end(RECORD).message).not.toContain('nothing was created');
	});

	it('of which Pinterest’s lists do not show everything keeps the name for a while', () => {
		const { claimed_until, message } = end({ ...RECORD, listed: false });
		expect(claimed_until).toBe(LATER);
		expect(message).toContain('Send this form again at 2026-11-30 12:05:00 UTC or later');
		expect(end({ ...RECORD, listed: true }).claimed_until).toBe(AT_ONCE);
	});
});

describe('the end of a launch that failed', () => {
	const failed = (details: object = {}) =>
		end({
			error: 'It was refused.',
			message: 'Ask for less.',
			details: { kind: 'invalid', ...details },
		});

	it('frees the name, says what happened and what to do, and tells the owner', () => {
		expect(failed()).toEqual({
			status: 'failed',
			campaign_id: null,
			title: 'Not launched',
			message: 'It was refused.\n\nAsk for less.',
			page: expect.stringContaining('It was refused.'),
			error_kind: 'invalid',
			claimed_until: AT_ONCE,
			problem: {
				message: 'It was refused.',
				description: 'Ask for less.',
				kind: 'invalid',
				retryable: false,
			},
		});
	});

	it('over the ceiling says where the ceiling is', () => {
		expect(failed({ over_ceiling: 'daily' }).message).toContain(
			'Nothing was created or switched on. The ceiling is there.',
		);
	});

	it('half way keeps the ID of the campaign that exists', () => {
		expect(failed({ created: { campaign_id: '626735565838' } }).campaign_id).toBe('626735565838');
	});

	it.each([
		[{ listed: false }, LATER],
		[{ kind: 'outcome-unknown' }, LATER],
		[{ kind: 'unavailable' }, AT_ONCE],
		[{ kind: 'token-expired' }, AT_ONCE],
		[{ kind: 'of a later version' }, AT_ONCE],
		[{ kind: 'constructor' }, AT_ONCE],
	])('with %j keeps the name until %s', (details, until) => {
		expect(failed(details).claimed_until).toBe(until);
	});

	it('in ways that are not Pinterest’s has a page as well', () => {
		expect(end({ error: 'Credential not found' }).message).toBe('Credential not found');
		expect(end({ error: { message: 'Odd', description: 'Very.' } }).message).toBe('Odd\n\nVery.');
		expect(end({ error: true })).toMatchObject({
			message: 'The launch failed.',
			error_kind: 'other',
		});
	});
});

it('whatever comes, a launch ends, with a page', () => {
	const keys = fc.constantFrom(...Object.keys(RECORD), 'error', 'message', 'details', 'listed');
	fc.assert(
		fc.property(fc.dictionary(keys, fc.anything()), (given) => {
			const { status, title, message } = end(given);
			expect(['launched', 'failed']).toContain(status);
			expect([title, message]).not.toContain('');
		}),
	);
});
