import {
	composeMessage,
	isToBeTold,
	rememberTold,
	type ToldBefore,
} from '../../../worker/src/automation/failures/index.ts';
import { HOUR, NOW, planned, read, row } from './failureRows.mts';

it('says what happened, what to do, whether it was tried again, and where', () => {
	const message = composeMessage(row({ outcome: 'gave up', attempts: 3 }), ['Node: Ask']);
	expect(message.subject).toBe('Metrics failed: It failed.');
	expect(message.text).toBe(
		[
			...['It failed.', 'Look at it.'],
			...['It was tried again 3 times, and will not be tried again by itself now.', 'Node: Ask'],
		].join('\n\n'),
	);
});

it.each([
	['gave up', 1, 'It was tried again once, and will not'],
	['gave up', 2, 'It was tried again twice, and will not'],
	['gave up', 0, 'It was not tried again.'],
	['not repeated', 0, 'It was not tried again.'],
	['trying again', 0, 'It was not tried again.'],
	['tries by itself', 3, 'It goes on trying by itself.'],
])('%s after %d', (outcome, attempts, words) => {
	expect(composeMessage(row({ outcome, attempts }), []).text).toContain(words);
});

it('has a subject of one short line', () => {
	const { subject } = composeMessage(row({ message: `One\nline ${'long '.repeat(100)}` }), []);
	expect(subject).toMatch(/^Metrics failed: One line long/);
	expect(subject.length).toBeLessThanOrEqual(150);
});

it('says why there is no row', () => {
	const why = 'No row could be written: full.';
	expect(composeMessage(row({ outcome: 'not repeated' }), [], why).text).toContain(why);
});

it('is made of what somebody is to be told of now', () => {
	expect(isToBeTold(planned())).toBe(false);
	expect(isToBeTold(planned({ failure: read({ kind: 'invalid' }) }))).toBe(true);
	const trigger = { outcome: 'tries by itself', notified: true } as const;
	expect(isToBeTold({ ...trigger, attempts: 3 })).toBe(true);
	expect(isToBeTold({ ...trigger, attempts: 4 })).toBe(false);
});

describe('where no row says what was told before', () => {
	it('the same is told once an hour', () => {
		const first = rememberTold({}, row(), NOW);
		expect(first).toBeDefined();
		expect(rememberTold(first as ToldBefore, row(), NOW + HOUR - 1)).toBeUndefined();
		expect(rememberTold(first as ToldBefore, row({ message: 'Other.' }), NOW)).toBeDefined();
		expect(rememberTold(first as ToldBefore, row(), NOW + HOUR)).toEqual({
			'metrics It failed.': NOW + HOUR,
		});
	});

	it('a hundred are remembered at most', () => {
		let told: ToldBefore = {};
		for (let n = 0; n < 300; n++)
			told = rememberTold(told, row({ message: `${n}.` }), NOW + n) ?? told;
		expect(Object.keys(told)).toHaveLength(100);
		expect(Object.values(told)).toContain(NOW + 299);
	});
});
