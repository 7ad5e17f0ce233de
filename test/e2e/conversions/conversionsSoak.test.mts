import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTES } from '../npm-start/npmStart.mts';
import { setAnswerWhen, WAYS } from './answerWhen.mts';
import { ConversionTemplates } from './conversionTemplates.mts';

/** How many events each way takes in, by how they come; 25,000 in all. */
const ALONE = 40;
const AT_ONCE = 460;
const CALLERS = 20;
const LISTS = [...new Array<number>(24).fill(1000), 500];
const ALL = 25_000;

/** Of the requests to Pinterest, one in twenty fails in one of these ways. */
const FAULTS = ['500', '503', '429', 'cut-before', 'cut-after', 'done-500', 'truncated'] as const;
const SHARE = 0.05 / FAULTS.length;

let templates: ConversionTemplates;
/** The event ids that were answered with 2xx. */
let accepted: Set<string>;
let made = 0;

beforeAll(async () => {
	templates = await ConversionTemplates.start('soak');
}, 15 * MINUTES);
afterAll(async () => {
	expect(templates.simulator.violations()).toEqual([]);
	await templates.stop();
}, MINUTES);

const events = (count: number) =>
	Array.from({ length: count }, () => ({
		event_name: 'checkout',
		event_id: `soak-${++made}`,
		email: `person-${made}@example.com`,
		value: '49.99',
		currency: 'EUR',
	}));

type Event = ReturnType<typeof events>[number];

/** Calls again with what was not taken, as callers do. */
async function post(body: Event | readonly Event[]): Promise<void> {
	const all = [body].flat();
	for (let attempt = 0; attempt < 5; attempt++) {
		const { status } = await templates.send(body);
		if (status < 300) {
			for (const { event_id } of all) accepted.add(event_id);
			return;
		}
		await sleep(500);
	}
	throw new Error(`Not taken: ${all[0].event_id} and ${all.length - 1} more`);
}

async function postAll(left: Event[], callers: number): Promise<void> {
	const caller = async () => {
		for (let event = left.shift(); event; event = left.shift()) await post(event);
	};
	await Promise.all(Array.from({ length: callers }, caller));
}

const open = async () =>
	(await templates.table.rows()).filter(({ status }) => status !== 'sent').length;

it.each(WAYS)(
	'of 25,000 events none is missing and none counted twice, with faults at Pinterest: %s first',
	async (way) => {
		accepted = new Set();
		const before = templates.simulator.state().events.length;
		await setAnswerWhen(templates.n8n.api, way);
		FAULTS.forEach((fault, n) => templates.fault({ fault, probability: SHARE, seed: n + 1 }));
		await postAll(events(ALONE), 1);
		await postAll(events(AT_ONCE), CALLERS);
		for (const length of LISTS) await post(events(length));
		templates.simulator.clearFaults();
		const failed = await open();
		for (let round = 0; (await open()) > 0 && round < 100; round++) {
			await templates.table.makeDue();
			await templates.replay();
		}
		expect(await open()).toBe(0);
		const received = templates.simulator.state().events.slice(before);
		const counted = received.filter(({ duplicate }) => !duplicate);
		const ids = new Set(counted.map(({ event }) => String(event.event_id)));
		expect(accepted.size).toBe(ALL);
		expect([...accepted].filter((id) => !ids.has(id))).toEqual([]);
		expect(counted).toHaveLength(ids.size);
		const rows = await templates.table.rows();
		expect(rows.filter(({ event }) => event)).toEqual([]);
		console.info(
			`${way} first: ${accepted.size} events, ${failed} of them failed at first; ${received.length - counted.length} were sent twice and counted once; ${rows.length} rows.`,
		);
	},
	20 * MINUTES,
);
