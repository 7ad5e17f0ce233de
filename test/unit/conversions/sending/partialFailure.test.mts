import { sendConversions } from '../../../../worker/src/conversions/index.ts';
import type { HttpResponse } from '../../../../worker/src/ports.ts';
import { fault, json } from '../../client/fakePorts.mts';
import {
	bad,
	checkout,
	checkouts,
	errorIn,
	eventsEndpoint,
	ok,
	processed,
	recordIn,
	results,
	type Sent,
} from './eventsEndpoint.mts';

const dones = (outcomes: Array<{ ok: boolean }>) => outcomes.map((outcome) => outcome.ok);

describe('what Pinterest says of each event', () => {
	const said = [
		{ ...ok, warning_message: 'No click_id.' },
		ok,
		{ status: 'processed' },
		{ status: 'processed', error_message: null, warning_message: null },
		{ ...bad('Too old.'), warning_message: 'No click_id.' },
		{ status: 'failed' },
		{ status: 'PROCESSED', error_message: '', warning_message: '  ' },
		{ error_message: 'Of no status.' },
		null,
	];

	it('comes out beside that event, in input order', async () => {
		const { context, requests } = eventsEndpoint((events) =>
			json(results(events, (_, n) => said[n] as object)),
		);
		const outcomes = await sendConversions(context, checkouts(said.length));
		expect(requests).toHaveLength(1);
		expect(
			outcomes.map((outcome) => (outcome.ok ? outcome.record.warning : outcome.error.message)),
		).toEqual([
			'No click_id.',
			null,
			null,
			null,
			'Pinterest did not process the conversion: Too old.',
			'Pinterest did not process the conversion: no reason given',
			null,
			'Pinterest answered without saying what became of the conversion.',
			'Pinterest answered without saying what became of the conversion.',
		]);
	});

	it('comes out beside that event in every one of several requests', async () => {
		const { context } = eventsEndpoint((events) =>
			json(
				results(events, ({ event_id: id }: Sent) =>
					id.endsWith('7') ? bad(`No ${id}.`) : { ...ok, warning_message: `Of ${id}` },
				),
			),
		);
		const outcomes = await sendConversions(context, checkouts(2500));
		outcomes.forEach((outcome, n) => {
			if (n % 10 === 7) expect(errorIn(outcome).message).toContain(`: No event-${n}.`);
			else expect(recordIn(outcome).warning).toBe(`Of event-${n}`);
		});
	});
});

describe('a 422', () => {
	const isBad = ({ event_id: id }: Sent) => id === 'event-1';
	const verdicts = (events: Sent[]) => results(events, (e) => (isBad(e) ? bad('No.') : ok));
	const answers: Array<[string, (events: Sent[]) => unknown, number]> = [
		['details.events', (events) => ({ details: verdicts(events) }), 1],
		['details.data as the list', (events) => ({ details: { data: verdicts(events).events } }), 1],
		['details.data.events', (events) => ({ details: { data: verdicts(events) } }), 1],
		['data.events', (events) => ({ data: verdicts(events) }), 1],
		['details as the list', (events) => ({ details: verdicts(events).events }), 1],
		['events', verdicts, 1],
		// What follows tells of no event by its place: the request is halved, 3 into 2 and 1, 2 into 1 and 1.
		['an object by id', () => ({ details: { 'event-1': { status: 'failed' } } }), 5],
		['a text', () => ({ details: 'event 1 failed' }), 5],
		['no details', () => ({ message: 'Some failed' }), 5],
		['an empty list', () => ({ details: { events: [] } }), 5],
		['no JSON at all', () => '<html>', 5],
		['nothing', () => null, 5],
	];

	it.each(answers)('with %s costs the others nothing', async (_, body, requestsNeeded) => {
		const { context, requests } = eventsEndpoint((events) =>
			events.some(isBad) ? json(body(events), 422) : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(3));
		expect(dones(outcomes)).toEqual([true, false, true]);
		expect(errorIn(outcomes[1])).toMatchObject({
			kind: 'invalid',
			retryable: false,
			details: { event_id: 'event-1' },
		});
		expect(requests).toHaveLength(requestsNeeded);
	});
});

describe('a request refused as a whole', () => {
	it.each([
		[400, { code: 4196, message: 'Too many fields.' }, 'Too many fields.'],
		[413, 'Request Entity Too Large', 'no reason given'],
		[422, { code: 4196, message: 'Not all were processed.' }, 'Not all were processed.'],
	])('with a %i: a single event is told the reason', async (status, body, reason) => {
		const { context, requests } = eventsEndpoint(() => json(body, status));
		const [outcome] = await sendConversions(context, checkouts(1));
		expect(requests).toHaveLength(1);
		expect(errorIn(outcome)).toMatchObject({ kind: 'invalid', retryable: false });
		expect(errorIn(outcome).message).toContain(reason);
	});

	it('for its size arrives in parts', async () => {
		const { context, batches } = eventsEndpoint((events) =>
			events.length > 130 ? json('', 413) : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(1000));
		expect(new Set(dones(outcomes))).toEqual(new Set([true]));
		const arrived = batches().filter(({ length }) => length <= 130);
		expect(arrived.flat().map(({ event_id: id }) => id)).toEqual(
			checkouts(1000).map(({ eventId }) => eventId),
		);
	});
});

describe('a rate limit', () => {
	const limited = (headers: Record<string, string>) =>
		json({ code: 8, message: 'x' }, 429, headers);

	it.each([
		['X-RateLimit-Reset', { 'x-ratelimit-reset': '7' }, 7000],
		['Retry-After', { 'retry-after': '3', 'x-ratelimit-reset': '7' }, 3000],
		['nothing', {}, 999],
	])('is waited for as %s says', async (_, headers, wait) => {
		const { context, sleeps, batches } = eventsEndpoint((events, call) =>
			call === 0 ? limited(headers) : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(2));
		expect(dones(outcomes)).toEqual([true, true]);
		expect(sleeps).toEqual([wait]);
		expect(batches()[1]).toEqual(batches()[0]);
	});

	it.each([{}, { actionSource: 'offline' }])(
		'too long to wait for ends the run: %j',
		async (more) => {
			const { context, sleeps, requests } = eventsEndpoint((events, call) =>
				call === 0 ? processed(events) : limited({ 'x-ratelimit-reset': '3600' }),
			);
			const outcomes = await sendConversions(context, checkouts(3500, more));
			expect(requests).toHaveLength(2);
			expect(sleeps).toEqual([]);
			expect(dones(outcomes)).toEqual(Array.from({ length: 3500 }, (_, n) => n < 1000));
			for (const outcome of outcomes.slice(1000)) {
				expect(errorIn(outcome)).toMatchObject({
					kind: 'rate-limited',
					retryable: true,
					retryAfterMs: 3_600_000,
				});
			}
			expect(errorIn(outcomes[3499]).details).toMatchObject({ event_id: 'event-3499' });
		},
	);
});

describe('an answer that never comes', () => {
	const lost = (events: Sent[]) => events.some(({ event_id: id }) => id === 'event-1500');

	it('leaves online events to be sent again, and the next requests go out', async () => {
		const { context, batches } = eventsEndpoint((events) =>
			lost(events) ? fault('no-answer', 'no answer in time') : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(3000));
		expect(batches().map(({ length }) => length)).toEqual([1000, 1000, 1000, 1000, 1000, 1000]);
		expect(outcomes.flatMap((outcome, n) => (outcome.ok ? [] : [n]))).toEqual(
			Array.from({ length: 1000 }, (_, n) => 1000 + n),
		);
		const error = errorIn(outcomes[1500]);
		expect(error).toMatchObject({ kind: 'network', retryable: true });
		// With the same id, so that Pinterest counts it once whatever became of the first.
		const again = eventsEndpoint();
		await sendConversions(again.context, [checkout(1500, { eventId: error.details?.event_id })]);
		expect(again.events()[0]).toEqual(batches()[1][500]);
	});

	it('leaves offline events unknown, and the next requests go out', async () => {
		const { context, batches } = eventsEndpoint((events) =>
			lost(events) ? fault('no-answer', 'no answer in time') : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(3000, { actionSource: 'offline' }));
		expect(batches().map(({ length }) => length)).toEqual([1000, 1000, 1000]);
		outcomes.forEach((outcome, n) => {
			if (n < 1000 || n >= 2000) expect(outcome.ok).toBe(true);
			else expect(errorIn(outcome)).toMatchObject({ kind: 'outcome-unknown', retryable: false });
		});
	});

	it('leaves offline events safe to send again where the request never left', async () => {
		const { context, requests } = eventsEndpoint(() => fault('not-sent', 'connection refused'));
		const outcomes = await sendConversions(context, checkouts(2, { actionSource: 'offline' }));
		expect(requests).toHaveLength(4);
		expect(errorIn(outcomes[0])).toMatchObject({ kind: 'network', retryable: true });
	});
});

describe('what ends a run in its middle', () => {
	const after = (calls: number, end: HttpResponse | Error) =>
		eventsEndpoint((events, call) => (call < calls ? processed(events) : end));

	it.each([
		['a token that expires', json({ code: 2, message: 'x' }, 401), 'token-expired'],
		['a role that is taken away', json({ code: 29, message: 'x' }, 403), 'forbidden'],
	])('%s costs what was sent nothing', async (_, end, kind) => {
		const { context, requests } = after(2, end);
		const outcomes = await sendConversions(context, checkouts(5000));
		expect(requests).toHaveLength(3);
		expect(dones(outcomes.slice(0, 2000))).toEqual(Array(2000).fill(true));
		const kinds = new Set(outcomes.slice(2000).map((outcome) => errorIn(outcome).kind));
		expect(kinds).toEqual(new Set([kind]));
	});

	it('a cancelled run keeps what it has, and sends no more', async () => {
		const cancel = new AbortController();
		const { context, requests } = eventsEndpoint(
			(events, call) => {
				if (call === 1) cancel.abort();
				return call === 1 ? fault('cancelled', 'cancelled') : processed(events);
			},
			{ signal: cancel.signal },
		);
		const outcomes = await sendConversions(context, checkouts(3000));
		expect(requests).toHaveLength(2);
		expect(dones(outcomes)).toEqual(Array.from({ length: 3000 }, (_, n) => n < 1000));
		const kinds = new Set(outcomes.slice(1000).map((outcome) => errorIn(outcome).kind));
		expect(kinds).toEqual(new Set(['cancelled']));
		expect(errorIn(outcomes[2999]).details).toMatchObject({ event_id: 'event-2999' });
	});

	it('a run cancelled while it waits for another try ends at once', async () => {
		const cancel = new AbortController();
		const { context, requests } = eventsEndpoint(
			() => {
				cancel.abort();
				return json('', 500);
			},
			{ signal: cancel.signal },
		);
		const outcomes = await sendConversions(context, checkouts(1001));
		expect(requests).toHaveLength(1);
		expect(new Set(outcomes.map((outcome) => errorIn(outcome).kind))).toEqual(
			new Set(['cancelled']),
		);
	});
});

describe('one ad account', () => {
	it('that fails costs another nothing', async () => {
		const { context, requests } = eventsEndpoint((events) =>
			events[0].event_id === 'event-0' ? json({ code: 29, message: 'x' }, 403) : processed(events),
		);
		const inputs = checkouts(4).map((input, n) => ({ ...input, adAccountId: n % 2 ? '77' : '88' }));
		const outcomes = await sendConversions(context, inputs);
		expect(requests.map(({ path }) => path)).toEqual([
			'/ad_accounts/88/events',
			'/ad_accounts/77/events',
		]);
		expect(dones(outcomes)).toEqual([false, true, false, true]);
	});
});
