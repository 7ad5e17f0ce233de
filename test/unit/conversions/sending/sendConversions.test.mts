import { sendConversion, sendConversions } from '../../../../worker/src/conversions/index.ts';
import { fault, json } from '../../client/fakePorts.mts';
import {
	ACCOUNT,
	bad,
	checkout,
	checkouts,
	errorIn,
	eventsEndpoint,
	NOW,
	ok,
	processed,
	recordIn,
	results,
} from './eventsEndpoint.mts';
import { untyped } from '../../../untyped.mts';

const refusal = (message = 'Invalid request') => json({ code: 4196, message }, 400);
const isBad = (event: { event_id: string }) => /^bad/.test(event.event_id);

describe('one conversion', () => {
	it('leaves at once and comes back as a record', async () => {
		const { context, requests } = eventsEndpoint();
		await expect(sendConversion(context, checkout(1, { value: 49.99 }))).resolves.toEqual({
			event_id: 'event-1',
			event_name: 'checkout',
			event_time: NOW / 1000,
			status: 'processed',
			warning: null,
			warnings: [],
			ad_account_id: ACCOUNT,
			test: false,
		});
		expect(requests).toEqual([
			expect.objectContaining({ method: 'POST', path: `/ad_accounts/${ACCOUNT}/events` }),
		]);
	});

	it('throws what went wrong', async () => {
		const { context, requests } = eventsEndpoint();
		await expect(sendConversion(context, { eventName: 'lead' })).rejects.toMatchObject({
			kind: 'invalid',
		});
		expect(requests).toEqual([]);
	});

	it('shows Pinterest’s warning beside ours', async () => {
		const { context } = eventsEndpoint((events) =>
			json(results(events, () => ({ ...ok, warning_message: 'No click_id.' }))),
		);
		const record = await sendConversion(context, checkout(1, { eventName: 'my_event' }));
		expect(record.warnings).toEqual([expect.stringContaining('of your own'), 'No click_id.']);
		expect(record.warning).toBe(record.warnings.join('; '));
	});
});

describe('batches', () => {
	it('hold up to 1,000 events, in input order', async () => {
		const { context, batches, events } = eventsEndpoint();
		const outcomes = await sendConversions(context, checkouts(2001));
		expect(batches().map(({ length }) => length)).toEqual([1000, 1000, 1]);
		expect(events().map(({ event_id }) => event_id)).toEqual(
			outcomes.map((outcome) => recordIn(outcome).event_id),
		);
		expect(events()[1500].event_id).toBe('event-1500');
	});

	it('stay within the byte bound', async () => {
		const { context, requests } = eventsEndpoint();
		await sendConversions(context, checkouts(50, { contentName: 'Ü"'.repeat(200) }), {
			maxBatchBytes: 10_000,
		});
		const sizes = requests.map(({ body }) => Buffer.byteLength(JSON.stringify(body)));
		expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
		expect(sizes.length).toBeGreaterThan(3);
		// Full ones: no room for another event was left.
		expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(8500);
	});

	it('go to each ad account apart', async () => {
		const { context, requests } = eventsEndpoint();
		const outcomes = await sendConversions(
			context,
			[
				checkout(1),
				checkout(2, { adAccountId: '77' }),
				checkout(3),
				checkout(4, { adAccountId: 'x' }),
			],
			{ adAccountId: '88' },
		);
		expect(requests.map(({ path }) => path)).toEqual([
			'/ad_accounts/88/events',
			'/ad_accounts/77/events',
		]);
		expect(outcomes.map((outcome) => (outcome.ok ? outcome.record.ad_account_id : ''))).toEqual([
			'88',
			'77',
			'88',
			'',
		]);
	});

	it('are of at most 20 in test mode, which is shown', async () => {
		const { context, requests, batches } = eventsEndpoint();
		const outcomes = await sendConversions(context, checkouts(45), { test: true });
		expect(batches().map(({ length }) => length)).toEqual([20, 20, 5]);
		expect(requests.every(({ path }) => path.endsWith('/events?test=true'))).toBe(true);
		expect(outcomes.every((outcome) => recordIn(outcome).test)).toBe(true);
	});

	it('are none where there is nothing to send', async () => {
		const { context, requests } = eventsEndpoint();
		expect(await sendConversions(context, [])).toEqual([]);
		expect(
			(await sendConversions(context, untyped([null, {}]))).map(({ ok: sent }) => sent),
		).toEqual([false, false]);
		expect(requests).toEqual([]);
	});
});

describe('bad inputs', () => {
	it('cost the good ones nothing', async () => {
		const { context, events } = eventsEndpoint();
		const outcomes = await sendConversions(context, [
			checkout(0),
			checkout(1, { email: 'broken' }),
			checkout(2, { currency: '??' }),
			checkout(3),
		]);
		expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, false, true]);
		expect(events()).toHaveLength(2);
		expect(errorIn(outcomes[1])).toMatchObject({ kind: 'invalid', field: 'Email' });
	});
});

describe('duplicates within a run', () => {
	it('are sent once', async () => {
		const { context, events } = eventsEndpoint();
		const outcomes = await sendConversions(context, [
			checkout(1),
			checkout(1),
			checkout(1, { eventName: 'lead' }),
			checkout(1, { adAccountId: '77' }),
			checkout(1, { value: 3 }),
		]);
		const records = outcomes.map(recordIn);
		expect(events()).toHaveLength(3);
		expect(records.map(({ status }) => status)).toEqual([
			'processed',
			'duplicate',
			'processed',
			'processed',
			'duplicate',
		]);
		expect(records[1].warning).toContain('Same event as item 0');
		expect(records[4].warning).toContain('other data');
	});

	it('share the first one’s failure', async () => {
		const { context } = eventsEndpoint((events) => json(results(events, () => bad('No.'))));
		const outcomes = await sendConversions(context, [checkout(0), checkout(1), checkout(1)]);
		expect(errorIn(outcomes[2]).message).toContain(
			'as item 1, which failed: Pinterest did not process',
		);
	});
});

describe('failed events', () => {
	const inputs = ['good-1', 'bad-1', 'good-2'].map((eventId, n) => checkout(n, { eventId }));
	const verdict = (event: { event_id: string }) =>
		isBad(event) ? bad('Bad event of jane@example.com at 192.0.2.1') : ok;

	it.each<[string, (body: object) => object]>([
		['a 200', (body) => body],
		['a 422 with details.events', (details) => ({ code: 1, message: 'x', details })],
		['a 422 with details.data.events', (data) => ({ code: 1, message: 'x', details: { data } })],
		[
			'a 422 with a list as details',
			(body) => ({ code: 1, message: 'x', details: (body as { events: object }).events }),
		],
		['a 422 with events', (body) => ({ code: 1, message: 'x', details: {}, ...body })],
	])('are told out of %s, and cost the others nothing', async (where, wrap) => {
		const status = where === 'a 200' ? 200 : 422;
		const { context, requests } = eventsEndpoint((events) =>
			json(wrap(results(events, verdict)), status),
		);
		const outcomes = await sendConversions(
			context,
			inputs.map((input) => ({ ...input, clientIpAddress: '192.0.2.1' })),
		);
		expect(requests).toHaveLength(1);
		expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
		const error = errorIn(outcomes[1]);
		expect(error).toMatchObject({
			kind: 'invalid',
			details: { event_id: 'bad-1', event_name: 'checkout' },
		});
		expect(error.message).toBe(
			'Pinterest did not process the conversion: Bad event of [email] at [personal data]',
		);
		expect(error.hint).toContain('same Event ID');
	});

	it('are found by halving where a 422 does not say which', async () => {
		const { context, events } = eventsEndpoint((sent) =>
			sent.some(isBad)
				? json({ code: 1, message: 'Some failed', details: {} }, 422)
				: processed(sent),
		);
		const outcomes = await sendConversions(context, inputs);
		expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false, true]);
		// Sent again with the id by which Pinterest recognises them.
		expect(new Set(events().map(({ event_id }) => event_id)).size).toBe(3);
	});

	it('are of unknown outcome where offline events would be sent again', async () => {
		const { context, requests } = eventsEndpoint(() =>
			json({ code: 1, message: 'x', details: {} }, 422),
		);
		const outcomes = await sendConversions(
			context,
			inputs.map((input) => ({ ...input, actionSource: 'offline' })),
		);
		expect(requests).toHaveLength(1);
		expect(outcomes.map((outcome) => errorIn(outcome).kind)).toEqual(
			Array(3).fill('outcome-unknown'),
		);
	});
});

describe('a request refused as a whole', () => {
	it.each([
		['a 400', refusal()],
		['a 413', json('too large', 413)],
	])('with %s: each bad event is found and the others arrive', async (_, answer) => {
		const { context, requests } = eventsEndpoint((events) =>
			events.some(isBad) ? answer : processed(events),
		);
		const inputs = checkouts(1000).map((input, n) =>
			[3, 500, 999].includes(n) ? { ...input, eventId: `bad-${n}` } : input,
		);
		const outcomes = await sendConversions(context, inputs);
		const failedAt = outcomes.flatMap((outcome, n) => (outcome.ok ? [] : [n]));
		expect(failedAt).toEqual([3, 500, 999]);
		expect(requests.length).toBeLessThan(70);
	});

	it('for what all events share is not taken apart to the last', async () => {
		const { context, requests } = eventsEndpoint(() => refusal('Not allowed'));
		const outcomes = await sendConversions(context, checkouts(3000));
		expect(requests.length).toBeLessThan(60);
		expect(outcomes).toHaveLength(3000);
		for (const outcome of outcomes) {
			expect(errorIn(outcome)).toMatchObject({ kind: 'invalid' });
			expect(errorIn(outcome).message).toContain('Not allowed');
		}
	});

	it('spends a bounded number of requests on many bad events', async () => {
		const { context, requests } = eventsEndpoint((events) =>
			events.some(isBad) ? refusal() : processed(events),
		);
		const inputs = checkouts(1000).map((input, n) =>
			n % 2 ? { ...input, eventId: `bad-${n}` } : input,
		);
		const outcomes = await sendConversions(context, inputs);
		expect(requests.length).toBeLessThanOrEqual(260);
		expect(outcomes.filter((outcome, n) => n % 2 && outcome.ok)).toEqual([]);
		// Whatever was not found out says so, and none is called sent that was not.
		const together = outcomes.filter(
			(outcome) => !outcome.ok && /together/.test(outcome.error.message),
		);
		expect(together.length).toBeGreaterThan(0);
		expect(outcomes).toHaveLength(1000);
	});
});

describe('answers that say too little', () => {
	it.each([
		[
			'fewer results than events',
			(sent: unknown[]) => results(sent.slice(1), () => ok),
			[false, false],
		],
		[
			'a status of another kind',
			(sent: unknown[]) => results(sent, (_, n) => (n ? { status: 'queued' } : ok)),
			[true, false],
		],
		['no results', () => ({ num_events_received: 2 }), [false, false]],
	])('%s', async (_, body, expected) => {
		const { context } = eventsEndpoint((sent) => json(body(sent)));
		const outcomes = await sendConversions(context, checkouts(2));
		expect(outcomes.map((outcome) => outcome.ok)).toEqual(expected);
		expect(errorIn(outcomes[1])).toMatchObject({
			kind: 'outcome-unknown',
			details: { event_id: 'event-1' },
		});
	});
});

describe('faults on the way', () => {
	it.each([
		['429', json({ code: 8, message: 'x' }, 429, { 'x-ratelimit-reset': '2' })],
		['503', json({ code: 4197, message: 'x' }, 503)],
		['HTML', json('<html>')],
		['a lost answer', fault('no-answer')],
	])('after %s the same events go again with the same ids', async (_, first) => {
		const { context, batches } = eventsEndpoint((events, call) =>
			call === 0 ? first : processed(events),
		);
		const outcomes = await sendConversions(context, [
			{ eventName: 'lead', email: 'a@example.com' },
		]);
		expect(recordIn(outcomes[0]).status).toBe('processed');
		expect(batches()).toHaveLength(2);
		expect(batches()[1]).toEqual(batches()[0]);
	});

	it('does not repeat offline events, which Pinterest would count twice', async () => {
		const { context, requests } = eventsEndpoint(() => fault('no-answer'));
		const [outcome] = await sendConversions(context, [checkout(1, { actionSource: 'offline' })]);
		expect(requests).toHaveLength(1);
		expect(errorIn(outcome).kind).toBe('outcome-unknown');
	});

	it('goes on with the next batch after an outage of one', async () => {
		const { context } = eventsEndpoint((events) =>
			events[0].event_id === 'event-0' ? json('', 502) : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(1500));
		expect(errorIn(outcomes[0])).toMatchObject({
			kind: 'unavailable',
			retryable: true,
			details: { event_id: 'event-0' },
		});
		expect(recordIn(outcomes[1499]).status).toBe('processed');
	});

	it('asks only once with a dead token or without a role', async () => {
		for (const [status, code, kind] of [
			[401, 2, 'token-expired'],
			[401, 3, 'token-scope'],
			[403, 29, 'forbidden'],
		] as const) {
			const { context, requests } = eventsEndpoint(() => json({ code, message: 'x' }, status));
			const outcomes = await sendConversions(context, checkouts(2500));
			expect(requests).toHaveLength(1);
			expect(outcomes.map((outcome) => errorIn(outcome).kind)).toEqual(Array(2500).fill(kind));
		}
	});

	it('lets a defect through instead of dressing it up', async () => {
		const { context } = eventsEndpoint(() => new RangeError('defect'));
		await expect(sendConversions(context, checkouts(1))).rejects.toThrow(RangeError);
	});
});
