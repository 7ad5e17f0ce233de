import fc from 'fast-check';
import type { EventQuality } from '../../../worker/src/index.ts';
import { compareEvents, type SeenEvents } from '../../../worker/src/changes/eventChanges.ts';
import { compareLooks, type LastSeen } from '../../../worker/src/changes/findChanges.ts';
import { readWanted } from '../../../worker/src/changes/index.ts';
import { compareQuality, type SeenQuality } from '../../../worker/src/changes/qualityChanges.ts';
import { score, source } from '../conversions/diagnosis/seenConversions.mts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 5);

const look = (at: number) => ({ adAccountId: '5', at, currency: 'USD' });
const names = (...events: string[]): EventQuality[] =>
	events.length === 0
		? []
		: [
				source(
					'CONVERSIONS_API',
					events.map((name) => score(name)),
				),
			];

interface Told {
	/** Hours since the start. */
	readonly at: number;
	readonly id: string | null;
	readonly what: string;
}

const never = (_: number): boolean => false;
const always = (_: number): boolean => true;

/**
 * Looks every so many hours for so many days, at an event that arrives at some hours and is in Pinterest's figures for
 * a day; through JSON each time, as what is remembered is kept.
 */
function watched(
	days: number,
	arrives: (hour: number) => boolean,
	{ every = 1, others = false, tagFires = never, awake = always } = {},
): Told[] {
	const told: Told[] = [];
	let memory: string | undefined;
	for (let hour = 0; hour <= days * 24; hour += every) {
		if (!awake(hour)) continue;
		const lastDay = Array.from({ length: 24 }, (_, n) => hour - n);
		const hasCome = lastDay.some((one) => one >= 0 && arrives(one));
		const firedAt = Array.from({ length: hour + 1 }, (_, n) => hour - n).find(tagFires);
		const present = [...(hasCome ? ['checkout'] : []), ...(others ? ['page_visit'] : [])];
		const at = START + hour * HOUR;
		const last_fired_at =
			firedAt === undefined ? null : new Date(START + firedAt * HOUR).toISOString();
		const { seen, events } = compareEvents(
			look(at),
			memory === undefined ? undefined : (JSON.parse(memory) as SeenEvents),
			{ lastDay: names(...present), tags: [{ id: '26', name: 'Shop', last_fired_at }] },
		);
		memory = JSON.stringify(seen);
		told.push(...events.map(({ event: { id, what } }) => ({ at: hour, id, what })));
	}
	return told;
}

const until = (day: number, rhythm: (hour: number) => boolean) => (hour: number) =>
	hour < day * 24 && rhythm(hour);
const everyHours = (hours: number) => (hour: number) => hour % hours === 0;
/** Monday to Friday; the start is a Monday. */
const onWorkdays = (hour: number) => Math.floor(hour / 24) % 7 < 5 && hour % 24 < 17;

describe('events that stop arriving', () => {
	it('are told once, two days after the last of a daily one', () => {
		const told = watched(30, until(10, everyHours(6)), { others: true });
		expect(told).toHaveLength(1);
		expect(told[0].id).toBe('checkout');
		const hoursAfter = told[0].at - 234;
		expect(hoursAfter).toBeGreaterThanOrEqual(47);
		expect(hoursAfter).toBeLessThanOrEqual(49);
		expect(told[0].what).toMatch(
			/^Event “checkout” has not arrived through the Conversions API for 48 hours, since 2026-10-14 1\d:00:00 UTC\. Before, it came every day\.$/,
		);
	});

	it('are told again only after they have come again', () => {
		const arrives = (hour: number) =>
			everyHours(6)(hour) && (hour < 240 || (hour > 480 && hour < 960));
		expect(watched(60, arrives, { others: true }).map(({ id }) => id)).toEqual([
			'checkout',
			'checkout',
		]);
	});

	it('that pause every weekend are not told on one', () => {
		expect(watched(42, onWorkdays, { others: true })).toEqual([]);
		expect(watched(42, until(33, onWorkdays), { others: true })).toHaveLength(1);
	});

	it.each([
		['one that comes every five days', everyHours(120)],
		['one that came on two days', until(2, everyHours(6))],
		['one that has come for less than a week', until(6, everyHours(6))],
		['one that came a few times long ago', (hour: number) => [0, 200, 201, 400].includes(hour)],
	])('are too rare to judge: %s', (_what, arrives) => {
		expect(watched(60, arrives, { others: true })).toEqual([]);
	});

	it('are not told of because nobody looked for a while', () => {
		const awake = (hour: number) => hour < 300 || hour > 420;
		expect(watched(40, everyHours(6), { others: true, awake })).toEqual([]);
	});

	it('are told where everything stops, but not where only the figures do, while the tag fires', () => {
		expect(watched(20, until(10, everyHours(6))).map(({ id }) => id)).toEqual(['checkout']);
		expect(watched(20, until(10, everyHours(6)), { tagFires: everyHours(2) })).toEqual([]);
	});

	it('are told of a tag that stops firing', () => {
		const told = watched(30, everyHours(6), { tagFires: until(12, everyHours(3)) });
		expect(told).toEqual([
			{
				...{ at: expect.any(Number), id: '26' },
				what: expect.stringMatching(/^Conversion tag “Shop” has not fired for \d+ hours/),
			},
		]);
	});

	it('never alarm for what never pauses for more than a day, however often it is looked', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1, max: 24 }),
				(hours, every) => {
					expect(watched(30, everyHours(hours), { every, others: true })).toEqual([]);
				},
			),
			{ numRuns: 20 },
		);
	});

	it('are remembered in the same text while they come, whatever the hour', () => {
		const at = (hours: number, seen?: SeenEvents) =>
			compareEvents(look(START + hours * HOUR), seen, {
				lastDay: names('checkout', 'lead'),
				tags: [],
			}).seen;
		const first = at(1);
		expect(at(9, first)).toEqual(first);
		expect(Object.keys(first)).toEqual([
			'event:CONVERSIONS_API:checkout',
			'event:CONVERSIONS_API:lead',
		]);
	});

	it('forget what has not come for four weeks', () => {
		const seen = compareEvents(look(START), undefined, {
			lastDay: names('checkout'),
			tags: [],
		}).seen;
		const later = (days: number, before: SeenEvents) =>
			compareEvents(look(START + days * DAY), before, { lastDay: names('lead'), tags: [] }).seen;
		const silent = later(2, seen);
		expect(Object.keys(silent)).toHaveLength(2);
		expect(Object.keys(later(40, silent))).toEqual(['event:CONVERSIONS_API:lead']);
	});
});

describe('event quality that drops', () => {
	const emails = (coverage: number, status = 'GOOD') => [
		source(
			'CONVERSIONS_API',
			[score('checkout', { hashed_email: coverage, ip_address: 100 })],
			status,
		),
	];
	/** Looks one after another, through JSON; what each told. */
	function looks(...scores: EventQuality[][]) {
		let seen: SeenQuality | undefined;
		return scores.map((one, n) => {
			const result = compareQuality(look(START + n * DAY), seen, one);
			seen = JSON.parse(JSON.stringify(result.seen)) as SeenQuality;
			return result.events.map(({ event }) => [event.level, event.id, event.before, event.after]);
		});
	}

	it('is told by Pinterest’s own rating, once, and again after it was better', () => {
		const [good, fair, bad] = ['GOOD', 'FAIR', 'NEEDS_IMPROVEMENT'].map((one) => emails(90, one));
		expect(looks(fair, fair, good, fair, fair, bad, good, bad)).toEqual([
			[],
			[],
			[],
			[['ad_account', '5', 'GOOD', 'FAIR']],
			[],
			[['ad_account', '5', 'FAIR', 'NEEDS_IMPROVEMENT']],
			[],
			[['ad_account', '5', 'GOOD', 'NEEDS_IMPROVEMENT']],
		]);
	});

	it('is told where clearly fewer events carry something, also where it sinks slowly', () => {
		expect(looks(emails(90), emails(80), emails(71), emails(70), emails(69), emails(50))).toEqual([
			[],
			[],
			[],
			[['event', 'checkout', 90, 70]],
			[],
			[['event', 'checkout', 70, 50]],
		]);
	});

	it('says what is missing, in words', () => {
		const { seen } = compareQuality(look(START), undefined, emails(90));
		const [{ event }] = compareQuality(look(START), seen, emails(40)).events;
		expect(event).toEqual({
			change: 'event_quality_dropped',
			what: 'Fewer of the events “checkout” that come through the Conversions API (WEB) carry what Pinterest matches them by (an email address: 40 %, was 90 %).',
			hint: expect.stringContaining('email address first'),
			...{ level: 'event', id: 'checkout', name: 'checkout', before: 90, after: 40 },
			...{ ad_account_id: '5', observed_at: '2026-10-05T00:00:00.000Z' },
		});
	});

	it('is not told of what is new, gone for a look, or rated by a word that is not known', () => {
		const other = [source('TAG', [score('lead', { hashed_email: 0 })], 'NEEDS_IMPROVEMENT')];
		expect(looks(emails(90), [...emails(90), ...other], [], emails(85, 'SOON'))).toEqual([
			[],
			[],
			[],
			[],
		]);
	});
});

it('what published workflows have stored is compared as before, and the new changes begin with a first look', () => {
	const stored: LastSeen = JSON.parse(
		'{"adAccountId":"5","scope":"x","audiences":{"11":"READY"},"token":null}',
	);
	const wanted = readWanted({
		changes: ['audience_ready', 'events_stopped', 'event_quality_dropped'],
	});
	const observed = {
		...look(START),
		audiences: [],
		events: { lastDay: names('checkout'), tags: [] },
		quality: names('checkout'),
	};
	const { events, seen } = compareLooks(wanted, stored, observed, { renewable: false });
	expect(events).toEqual([]);
	expect(seen).toMatchObject({
		audiences: { 11: 'READY' },
		events: { 'event:CONVERSIONS_API:checkout': { days: 1 } },
		quality: { statuses: { 'CONVERSIONS_API:WEB': 'GOOD' } },
	});
});
