import { sendConversions } from '../../../../worker/src/conversions/index.ts';
import type { HttpResponse } from '../../../../worker/src/ports.ts';
import { json } from '../../client/fakePorts.mts';
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

const PERSON = {
	clientIpAddress: '192.0.2.77',
	clientUserAgent: 'Mozilla/5.0 (Jane’s phone) Chrome/120.0.0.0',
	clickId: 'click-of-jane',
};
const quoting = (status: number) => (events: Sent[]) => {
	const { client_user_agent: agent, client_ip_address: ip, click_id: click } = events[0].user_data;
	return json({ code: 1, message: `Bad: ${agent}, ${ip}, ${click}; data.0` }, status);
};

describe('errors of a whole request', () => {
	it.each([400, 403, 404, 422, 429, 500])('of %i quote nobody', async (status) => {
		const { context } = eventsEndpoint(quoting(status));
		const outcomes = await sendConversions(context, checkouts(40, PERSON));
		for (const outcome of outcomes) {
			const text = JSON.stringify(errorIn(outcome).toRecord());
			expect(text).toContain('Bad: [personal data]');
			expect(text).toContain('data.0');
			expect(text).not.toMatch(/192\.0\.2\.77|Jane|Chrome|click-of/);
		}
	});
});

describe('a 422', () => {
	const inputs = ['good-1', 'bad-1', 'good-2'].map((eventId, n) => checkout(n, { eventId }));
	const isBad = ({ event_id: id }: Sent) => id.startsWith('bad');
	const sent = async (details: (events: Sent[]) => unknown) => {
		const { context, requests } = eventsEndpoint((events) =>
			events.some(isBad)
				? json({ code: 1, message: 'Some failed', details: details(events) }, 422)
				: processed(events),
		);
		const outcomes = await sendConversions(context, inputs);
		return { done: outcomes.map((outcome) => outcome.ok), requests: requests.length };
	};

	it('with a list of something else is taken apart', async () => {
		const { done, requests } = await sent((events) => events.map(() => ({ reason: 'x' })));
		expect(done).toEqual([true, false, true]);
		expect(requests).toBeGreaterThan(1);
	});

	it('with a list of the failed ones only is not told by position', async () => {
		const { done } = await sent((events) => events.filter(isBad).map(() => bad('No.')));
		expect(done).toEqual([true, false, true]);
	});

	it('is told by the list with a status where there are two', async () => {
		const { done, requests } = await sent((events) => ({
			events: events.map(() => ({ reason: 'x' })),
			data: results(events, (event) => (isBad(event) ? bad('No.') : ok)),
		}));
		expect(done).toEqual([true, false, true]);
		expect(requests).toBe(1);
	});
});

describe('a 200', () => {
	const counts = (received: number, done: number) =>
		json({ num_events_received: received, num_events_processed: done });

	it('that counts all as processed is believed, with a warning', async () => {
		const { context, requests } = eventsEndpoint((events) => counts(events.length, events.length));
		const outcomes = await sendConversions(context, checkouts(3));
		expect(requests).toHaveLength(1);
		for (const outcome of outcomes) {
			expect(recordIn(outcome)).toMatchObject({
				status: 'processed',
				warning: expect.stringContaining('no details'),
			});
		}
	});

	const oneShort: Array<[string, (events: Sent[]) => HttpResponse]> = [
		['a list', (events) => json(results(events.slice(1), () => ok))],
		['a count', (events) => counts(events.length, events.length - 1)],
	];

	it.each(oneShort)('with %s of too few is taken apart', async (_, short) => {
		const { context } = eventsEndpoint((events) =>
			events.some(({ event_id: id }) => id === 'event-2') ? short(events) : processed(events),
		);
		const outcomes = await sendConversions(context, checkouts(5));
		expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false, true, true]);
		expect(errorIn(outcomes[2]).kind).toBe('outcome-unknown');
	});

	it.each(oneShort)('with %s of too few sends no offline event again', async (_, short) => {
		const { context, requests } = eventsEndpoint(short);
		const outcomes = await sendConversions(context, checkouts(5, { actionSource: 'offline' }));
		expect(requests).toHaveLength(1);
		expect(new Set(outcomes.map((outcome) => errorIn(outcome).kind))).toEqual(
			new Set(['outcome-unknown']),
		);
	});

	it('that is always too short costs few requests', async () => {
		const { context, requests } = eventsEndpoint((events) => oneShort[0][1](events));
		const outcomes = await sendConversions(context, checkouts(1000));
		expect(requests.length).toBeLessThan(60);
		expect(outcomes.every((outcome) => errorIn(outcome).kind === 'outcome-unknown')).toBe(true);
	});
});

describe('offline events', () => {
	const offline = checkouts(1, { actionSource: 'offline' });

	it('can be sent later where the endpoint is switched off', async () => {
		const { context, requests } = eventsEndpoint(() => json({ code: 4197, message: 'x' }, 503));
		const [outcome] = await sendConversions(context, offline);
		expect(requests).toHaveLength(4);
		expect(errorIn(outcome)).toMatchObject({ kind: 'unavailable', retryable: true, code: 4197 });
	});

	it('are of unknown outcome after any other 503', async () => {
		const { context, requests } = eventsEndpoint(() => json({ code: 1, message: 'x' }, 503));
		const [outcome] = await sendConversions(context, offline);
		expect(requests).toHaveLength(1);
		expect(errorIn(outcome).kind).toBe('outcome-unknown');
	});
});
