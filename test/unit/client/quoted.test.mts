import fc from 'fast-check';
import { quoted } from '../../../worker/src/client/redact.ts';
import { sendConversions } from '../../../worker/src/index.ts';
import { fakeContext, json } from './fakePorts.mts';

describe('somebody else’s text in an error', () => {
	it('is short, whatever comes', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 20_000, unit: 'binary' }), (text) => {
				expect(quoted(text).length).toBeLessThanOrEqual(500);
			}),
		);
	});

	it.each(['@', '.', 'a@', 'x', ':', '+1', ' '])('stays short for 120 kB of %j', (part) => {
		const text = part.repeat(120_000 / part.length);
		expect(quoted(text).length).toBeLessThanOrEqual(500);
		expect(quoted(`a@${text}@`).length).toBeLessThanOrEqual(500);
	});

	it('is redacted before it is cut', () => {
		for (let before = 470; before < 500; before++) {
			expect(quoted(`${'x '.repeat(before / 2)}jane.doe@example.com`)).not.toMatch(/jane/);
		}
		// Nor where what is looked at ends, however much of it was redacted.
		const people = 'somebody.with.a.long.name@example.com '.repeat(210);
		for (let shift = 0; shift < 60; shift++) {
			expect(quoted(`${'y'.repeat(shift)} ${people}`)).not.toMatch(/somebody/);
		}
	});

	it('is never cut within a character', () => {
		for (const before of [497, 498, 499]) {
			const cut = quoted(`${'x'.repeat(before)}${'😀'.repeat(10)}`);
			expect(cut.isWellFormed()).toBe(true);
			expect(cut.endsWith('…')).toBe(true);
		}
	});

	it('does not swell what a thousand failed events come to', async () => {
		const long = 'Bad value. '.repeat(10_000);
		const { context } = fakeContext([
			({ body }) => {
				const { data } = body as { data: unknown[] };
				const events = data.map(() => ({ status: 'failed', error_message: long }));
				return json({ num_events_received: data.length, num_events_processed: 0, events });
			},
		]);
		const now = Date.UTC(2026, 10, 24) / 1000;
		const outcomes = await sendConversions(
			context,
			Array.from({ length: 1000 }, (_, n) => ({
				...{ adAccountId: '1', eventName: 'checkout', actionSource: 'web', eventId: `e${n}` },
				...{ eventTime: now - 60, email: 'jane@example.com' },
			})),
		);
		const told = JSON.stringify(outcomes.map((one) => (one.ok ? one : one.error.toRecord())));
		expect(told.length).toBeLessThan(2_000_000);
		expect(outcomes.every(({ ok }) => !ok)).toBe(true);
	});
});
