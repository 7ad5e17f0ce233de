import { setTimeout as sleep } from 'node:timers/promises';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { until } from '../../../scripts/until.mts';
import type { FaultKind } from '../../../simulator/api/faults.mts';
import { AudienceTemplates } from '../audiences/audienceTemplates.mts';
import { membersOf, people } from '../audiences/contacts.mts';
import { sendConversion } from './sendConversion.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { FakedTime } from '../preload/fakedTime.mts';
import { heldBy, type Held } from './n8nProcess.mts';

/** A month with SOAK_DAYS=30; a few days otherwise, which show all that a day brings. */
const DAYS = Number(process.env.SOAK_DAYS ?? 2);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When n8n is looked after, in hours of the day, UTC: at each of its schedules, and between them. */
const HOURS = [0, 3, 5, 6, 9, 12, 15, 18, 21];
const EVENTS_EACH_TIME = 8;
const CONTACTS_A_DAY = 120;
/** Of the requests of a day on which Pinterest is ill, so many fail in one of these ways. */
const SHARE = 0.04;
const FAULTS: readonly FaultKind[] = ['500', '503', '429', 'cut-after', 'truncated', 'done-500'];
const AUDIENCES = ['Newsletter', 'Customers', 'Cart leavers'];

const time = new FakedTime('soak');
let templates: AudienceTemplates;
/** The IDs of all events that were answered with 2xx. */
const accepted = new Set<string>();
let sent = 0;

beforeAll(async () => {
	templates = await AudienceTemplates.start('soak', time.environment);
	await templates.add(
		AUDIENCES.map((audience_key) => ({ audience_key })),
		(key) => contactsOf(key, 0),
	);
}, 15 * MINUTES);
afterAll(async () => await templates.stop());

/** Nobody is in two audiences. */
const contactsOf = (audience: string, day: number) =>
	people(CONTACTS_A_DAY, (AUDIENCES.indexOf(audience) * 1000 + day) * CONTACTS_A_DAY);

const isBusy = () =>
	queryN8n(
		templates.n8n.folder,
		"SELECT id FROM execution_entity WHERE deletedAt IS NULL AND status IN ('new', 'running')",
	).length > 0;

/** Until n8n has had nothing to do for a while: what a jump has woken takes a moment to begin. */
async function quiet(): Promise<void> {
	let quietLooks = 0;
	await until(() => {
		quietLooks = isBusy() ? 0 : quietLooks + 1;
		return quietLooks === 12;
	});
}

/** Both clocks, just before the hour, so that n8n sees it strike. */
async function hour(at: number): Promise<void> {
	templates.simulator.advance(await time.jumpTo(at - 2_000));
	await sleep(3_000);
	await quiet();
}

async function sendSome(): Promise<void> {
	for (let n = 0; n < EVENTS_EACH_TIME; n++) {
		const id = `soak-${++sent}`;
		// Whoever is not answered with 2xx sends it again, as shops do.
		await until(async () => await sendConversion(templates.n8n.api, id, time.now()));
		accepted.add(id);
	}
}

async function newContacts(day: number): Promise<void> {
	const { api } = templates.n8n;
	const contacts = await api.table('pinterest_contacts');
	const audiences = await api.table('pinterest_audiences');
	for (const key of AUDIENCES) {
		await contacts.insert(contactsOf(key, day).map((record) => ({ audience_key: key, record })));
		const contacts_added_at = new Date(time.now()).toISOString();
		await audiences.update('audience_key', key, { contacts_added_at });
	}
}

const rows = (table: string) => tableRows(templates.n8n.folder, table);

it(
	`${DAYS} days of schedules, webhooks, new contacts and faults: all of it arrives once, and nothing piles up`,
	async () => {
		const first = Math.ceil(time.now() / DAY) * DAY;
		const held: Held[] = [];
		for (let day = 0; day < DAYS; day++) {
			const isIll = day % 3 === 1;
			if (isIll) {
				FAULTS.forEach((fault, n) =>
					templates.simulator.addFault({
						...{ match: {}, fault, probability: SHARE / FAULTS.length, seed: 100 * day + n },
					}),
				);
			}
			for (const at of HOURS) {
				await hour(first + day * DAY + at * HOUR);
				if (at === 0) await templates.n8n.signIn();
				if (at === 3) await newContacts(day + 1);
				await sendSome();
				await quiet();
			}
			templates.simulator.clearFaults();
			if (day % 10 === 5) {
				await templates.n8n.kill();
				await templates.n8n.startAgain();
				await templates.untilOpen();
			}
			held.push(heldBy(templates.n8n.folder));
		}
		// What was put off on the last day has one more to arrive.
		for (const at of HOURS) await hour(first + DAYS * DAY + at * HOUR);

		const received = templates.simulator.state().events.filter(({ duplicate }) => !duplicate);
		const ids = received.map(({ event }) => String(event.event_id));
		expect([...accepted].filter((id) => !ids.includes(id))).toEqual([]);
		expect(ids).toHaveLength(new Set(ids).size);
		expect(rows('pinterest_conversions').filter(({ status }) => status !== 'sent')).toEqual([]);

		const everybody = Array.from({ length: DAYS + 1 }, (_, day) => day);
		for (const key of AUDIENCES) {
			expect(templates.audience(key)).toMatchObject({ sync_status: 'synced', error_kind: '' });
			expect(membersOf(templates.simulator, key)).toEqual(
				everybody.flatMap((day) => contactsOf(key, day)).sort(),
			);
		}
		expect(templates.connection()).toMatchObject({ status: 'active', is_token_valid: 1 });
		const metrics = rows('pinterest_metrics').map(({ row_key }) => row_key);
		expect(metrics.length).toBeGreaterThan(0);
		expect(new Set(metrics).size).toBe(metrics.length);
		// Each failure was repaired, or is somebody's to see; none is still being tried.
		expect(rows('pinterest_errors').filter(({ outcome }) => outcome === 'trying again')).toEqual(
			[],
		);
		expect(templates.simulator.violations()).toEqual([]);

		const [one, last] = [held[0], held[held.length - 1]];
		// Of a machine that keeps connections open for a while: not more with each day.
		expect(last.files).toBeLessThan(one.files + 20);
		expect(last.sockets).toBeLessThan(one.sockets + 20);
		console.info(
			`${DAYS} days: ${accepted.size} conversions, ${rows('pinterest_conversions').length} rows of them, ${metrics.length} rows of metrics, ${rows('pinterest_errors').length} errors told.`,
			held,
		);
	},
	60 * MINUTES,
);
