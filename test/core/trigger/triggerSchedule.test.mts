import { DateTime } from 'luxon';
import { TriggerBench } from './triggerHarness.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let bench: TriggerBench;
afterEach(() => {
	bench.kill();
	jest.useRealTimers();
});

async function scheduled(
	parameters: Record<string, string>,
	timezone: string,
	from: number,
): Promise<TriggerBench> {
	jest.useFakeTimers({ now: from, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
	bench = new TriggerBench({ parameters: { triggerOn: 'schedule', ...parameters }, timezone });
	await bench.activate();
	return bench;
}

const fired = () => bench.events.map(({ scheduled_at }) => scheduled_at);

/** Every `minutes` from midnight UTC, after `from` and up to `to`. */
function every(minutes: number, from: number, to: number): string[] {
	const times: string[] = [];
	for (let time = from - (from % DAY); time <= to; time += minutes * MINUTE) {
		if (time > from) times.push(new Date(time).toISOString());
	}
	return times;
}

/** The moments of a year at which the zone's offset changes. */
function transitions(zone: string, year: number): number[] {
	const found: number[] = [];
	let before = DateTime.utc(year).setZone(zone).offset;
	for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 15 * MINUTE) {
		const { offset } = DateTime.fromMillis(time, { zone });
		if (offset !== before) found.push(time);
		before = offset;
	}
	return found;
}

const DST = ['America/New_York', 'Europe/Berlin'].flatMap((zone) =>
	transitions(zone, 2027).map((time) => [zone, new Date(time).toISOString()] as const),
);

it('knows the days on which clocks change', () => {
	bench = new TriggerBench({ parameters: {} });
	expect(DST).toHaveLength(4);
	expect(transitions('Australia/Lord_Howe', 2027)).toHaveLength(2);
});

describe.each<readonly [zone: string, time: string]>([
	...DST,
	['Australia/Lord_Howe', '2027-10-02T15:30:00.000Z'],
	['Australia/Lord_Howe', '2027-04-03T15:00:00.000Z'],
	['Asia/Kathmandu', '2027-03-28T01:00:00.000Z'],
	['UTC', '2027-03-28T01:00:00.000Z'],
])('in the workflow time zone %s around %s', (zone, time) => {
	const change = Date.parse(time);
	const day = change - (change % DAY);

	it.each([
		['audienceSync', [6]],
		['tokenRefresh', [5]],
		['campaignMetrics', [0, 6, 12, 18]],
	])('starts %s at its hours of that day and the next', async (schedule, hours) => {
		const expected = [day, day + DAY].flatMap((one) => hours.map((hour) => one + hour * HOUR));
		await scheduled({ schedule }, zone, expected[0] - MINUTE);
		for (const hour of Array.from({ length: 48 }, (_, n) => day + n * HOUR)) {
			if (hour < expected[0]) continue;
			// Only the minutes around each hour: nothing can be due in between.
			jest.setSystemTime(hour - 1000);
			jest.advanceTimersByTime(MINUTE);
		}
		expect(fired()).toEqual(expected.map((one) => new Date(one).toISOString()));
	});

	it('starts every quarter of an hour, none lost and none twice', async () => {
		const [from, to] = [change - 2 * HOUR - 17_000, change + 2 * HOUR];
		await scheduled({ schedule: 'custom', cronExpression: '*/15 * * * *' }, zone, from);
		jest.advanceTimersByTime(to - from);
		expect(fired()).toEqual(every(15, from, to));
		expect(bench.refused).toEqual([]);
	});
});

it('is not confused where the machine sleeps through half an hour that comes twice', async () => {
	// On Lord Howe clocks go back by half an hour.
	const back = Date.UTC(2027, 3, 3, 15);
	await scheduled(
		{ schedule: 'custom', cronExpression: '*/30 * * * *' },
		'Australia/Lord_Howe',
		back - HOUR,
	);
	jest.advanceTimersByTime(HOUR + 50);
	jest.setSystemTime(back + 30 * MINUTE - 10);
	jest.advanceTimersByTime(2 * MINUTE);
	expect(fired()).toEqual(every(30, back - HOUR, back + 30 * MINUTE));
	expect(bench.refused).toEqual([]);
});

it('starts by the second, at the time and not a minute later', async () => {
	const from = Date.UTC(2026, 10, 23, 11, 59, 50);
	await scheduled(
		{ schedule: 'custom', cronExpression: '15,45 0 12 * * *' },
		'Asia/Kathmandu',
		from,
	);
	jest.advanceTimersByTime(25_000);
	expect(fired()).toEqual(['2026-11-23T12:00:15.000Z']);
	jest.advanceTimersByTime(30_000);
	expect(fired()).toEqual(['2026-11-23T12:00:15.000Z', '2026-11-23T12:00:45.000Z']);
});

it('says in its item which schedule it is, and when', async () => {
	await scheduled({ schedule: 'audienceSync' }, 'America/New_York', Date.UTC(2026, 10, 25, 5, 59));
	jest.advanceTimersByTime(2 * MINUTE);
	expect(bench.started).toEqual([
		{
			key: 'workflow:node:2026-11-25T06:00:00.000Z',
			items: [
				{
					schedule: 'audienceSync',
					name: 'Audience Sync',
					scheduled_at: '2026-11-25T06:00:00.000Z',
					date: '2026-11-25',
					time: '06:00',
					weekday: 'Wednesday',
				},
			],
		},
	]);
});

it('leaves out what was due while n8n was down, and does not start again what has started', async () => {
	await scheduled({ schedule: 'audienceSync' }, 'UTC', Date.UTC(2026, 10, 25, 5, 59));
	jest.advanceTimersByTime(MINUTE + 200);
	bench.kill();
	await bench.activate();
	jest.advanceTimersByTime(5 * MINUTE);
	bench.kill();
	jest.setSystemTime(Date.UTC(2026, 10, 26, 6, 1));
	await bench.activate();
	jest.advanceTimersByTime(5 * MINUTE);
	jest.setSystemTime(Date.UTC(2026, 10, 27, 5, 59, 30));
	jest.advanceTimersByTime(MINUTE);
	expect(fired()).toEqual(['2026-11-25T06:00:00.000Z', '2026-11-27T06:00:00.000Z']);
	expect(bench.refused).toEqual([]);
});

it('catches up with the latest time where the machine has slept', async () => {
	await scheduled({ schedule: 'campaignMetrics' }, 'UTC', Date.UTC(2026, 10, 25, 5, 59));
	jest.setSystemTime(Date.UTC(2026, 10, 25, 13));
	jest.advanceTimersByTime(2 * MINUTE);
	expect(fired()).toEqual(['2026-11-25T12:00:00.000Z']);
});

it('gives n8n the same key again where the clock was set back', async () => {
	await scheduled({ schedule: 'audienceSync' }, 'UTC', Date.UTC(2026, 10, 25, 5, 59));
	jest.advanceTimersByTime(2 * MINUTE);
	jest.setSystemTime(Date.UTC(2026, 10, 25, 5, 50));
	jest.advanceTimersByTime(30 * MINUTE);
	expect(fired()).toEqual(['2026-11-25T06:00:00.000Z']);
	expect(bench.refused.map(({ key }) => key)).toEqual(['workflow:node:2026-11-25T06:00:00.000Z']);
});

it('starts at once when it is run by hand', async () => {
	jest.useFakeTimers({ now: Date.UTC(2026, 10, 25, 9, 30, 12) });
	const parameters = { triggerOn: 'schedule', schedule: 'tokenRefresh' };
	bench = new TriggerBench({ parameters, mode: 'manual' });
	const { manualTriggerFunction } = await bench.activate();
	await manualTriggerFunction?.();
	expect(bench.events).toEqual([
		{
			schedule: 'tokenRefresh',
			name: 'Token Refresh Check',
			scheduled_at: '2026-11-25T09:30:12.000Z',
			date: '2026-11-25',
			time: '09:30',
			weekday: 'Wednesday',
		},
	]);
});

it('cannot be published with a cron expression that is none', async () => {
	bench = new TriggerBench({
		parameters: { triggerOn: 'schedule', schedule: 'custom', cronExpression: '0 25 * * *' },
	});
	await expect(bench.activate()).rejects.toThrow('Cron Expression: “25” is no hour (0 to 23');
});
