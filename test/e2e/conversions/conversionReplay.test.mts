import type { Row } from '../../../scripts/n8n/tables.mts';
import type { ConversionTable } from './conversionTable.mts';
import { ConversionTemplates, minutesUntilDue } from './conversionTemplates.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const WORKFLOW = 'pinAdsReplay';

let templates: ConversionTemplates;
let table: ConversionTable;

beforeAll(async () => {
	templates = await ConversionTemplates.start('replay');
	({ table } = templates);
}, 15 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => {
	templates.simulator.clearFaults();
	expect(templates.simulator.violations()).toEqual([]);
});

const digest = '8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d';

/** A row as the webhook leaves it behind. */
function left(status: 'pending' | 'failed', more: Row = {}): Row & { event_id: string } {
	const { event_id, event_name } = templates.checkout();
	const action_source = String(more.action_source ?? 'web');
	const event_time = Math.floor(templates.simulator.now() / 1000) - 3_600;
	const event = { event_name, action_source, event_time, event_id, user_data: { em: [digest] } };
	const row = { event_id, event_name, action_source, status, attempts: 0 };
	return { ...row, event: JSON.stringify(event), ...more };
}

/** The row once its time has come and the replay has been there. */
async function replayed(eventId: string): Promise<Row> {
	await table.makeDue();
	await templates.replay();
	return await table.settled(eventId);
}

describe('a conversion that could not be sent', () => {
	it(
		'is sent again as the same event when Pinterest is back',
		async () => {
			templates.fault({ fault: '503' });
			const { event_id: id, ...event } = templates.checkout();
			await templates.send({ event_id: id, ...event });
			expect(await table.settled(id)).toMatchObject({ status: 'failed', attempts: 0 });
			templates.simulator.clearFaults();
			expect(await replayed(id)).toMatchObject({
				status: 'sent',
				attempts: 1,
				event: '',
				error_message: '',
			});
			expect(templates.arrived(id)).toMatchObject([{ duplicate: false }]);
		},
		2 * MINUTES,
	);

	it(
		'is tried 3 more times with growing pauses, then dead with its reason, which the error handler is told',
		async () => {
			templates.fault({ fault: '429', resetSeconds: 400 });
			const row = left('failed');
			const other = left('failed', { attempts: 2 });
			await table.insert([row, other]);
			const [first, second, third] = [
				await replayed(row.event_id),
				await replayed(row.event_id),
				await replayed(row.event_id),
			];
			expect(first).toMatchObject({ status: 'failed', attempts: 1 });
			expect(minutesUntilDue(first)).toBe(60);
			expect(second).toMatchObject({ status: 'failed', attempts: 2 });
			expect(minutesUntilDue(second)).toBe(360);
			expect(third).toMatchObject({ status: 'dead', attempts: 3, event: row.event });
			expect(third.error_message).toMatch(/rate limit/i);
			const died = await table.settled(other.event_id);
			expect(died).toMatchObject({ status: 'dead', attempts: 3 });
			await templates.told(WORKFLOW, 1);
			const told = (await templates.told(WORKFLOW, 0)).map(({ message }) => message);
			expect(told).toEqual(
				[died, third].map(
					({ id, error_message: reason }) =>
						`1 conversion could not be sent. Kept as dead in the table pinterest_conversions, row ${String(id)}: ${String(reason)}`,
				),
			);
			expect(templates.arrived(row.event_id)).toEqual([]);
		},
		2 * MINUTES,
	);

	it(
		'is dead at once where Pinterest refuses it, and costs the others of the request nothing',
		async () => {
			const told = (await templates.told(WORKFLOW, 0)).length;
			const rows = [left('failed'), left('failed'), left('failed')];
			await table.insert(rows);
			templates.fault({ fault: 'partial-200', items: [1], count: 1, message: 'No such product.' });
			await replayed(rows[0].event_id);
			const settled = await Promise.all(rows.map(({ event_id: id }) => table.settled(id)));
			expect(settled.map(({ status }) => status)).toEqual(['sent', 'dead', 'sent']);
			expect(settled[1]).toMatchObject({
				attempts: 1,
				error_message: expect.stringContaining('No such product.'),
			});
			const [{ message }] = await templates.told(WORKFLOW, told);
			expect(message).toMatch(/^1 conversion could not be sent\. .*No such product\./);
		},
		MINUTES,
	);

	it(
		'goes on when a person sets its status back',
		async () => {
			const row = left('failed', { status: 'dead', attempts: 3 });
			await table.insert([row]);
			expect(await replayed(row.event_id)).toMatchObject({ status: 'dead' });
			expect(templates.arrived(row.event_id)).toEqual([]);
			await table.change(row.event_id, { status: 'failed', attempts: 0 });
			expect(await replayed(row.event_id)).toMatchObject({ status: 'sent', attempts: 1 });
			expect(templates.arrived(row.event_id)).toHaveLength(1);
		},
		MINUTES,
	);
});

describe('a conversion that was cut off', () => {
	it(
		'is sent again, and counted once where it had arrived',
		async () => {
			const event = templates.checkout();
			await templates.send(event);
			await table.settled(event.event_id);
			// As if n8n had been stopped after Pinterest had it, and before the row was marked.
			const { event: sent } = templates.arrived(event.event_id)[0];
			await table.change(event.event_id, { status: 'pending', event: JSON.stringify(sent) });
			expect(await replayed(event.event_id)).toMatchObject({ status: 'sent', attempts: 1 });
			const received = templates.arrived(event.event_id);
			expect(received.map(({ duplicate }) => duplicate)).toEqual([false, true]);
			expect(received[1].event).toEqual(received[0].event);
		},
		MINUTES,
	);

	it(
		'is left alone while it may still be on its way, or its time has not come',
		async () => {
			const later = '2100-01-01T00:00:00.000Z';
			const rows = [left('pending'), left('failed', { next_attempt_at: later })];
			await table.insert(rows);
			await templates.replay();
			for (const { event_id: id, status } of rows) {
				expect(await table.until(id, () => true)).toMatchObject({ status, attempts: 0 });
				expect(templates.arrived(id)).toEqual([]);
			}
		},
		MINUTES,
	);

	it(
		'is dead where it is an offline one, or was cut off each time, and the error handler is told of all at once',
		async () => {
			const told = (await templates.told(WORKFLOW, 0)).length;
			const offline = left('pending', { action_source: 'offline' });
			const always = left('pending', { attempts: 3 });
			const good = left('failed');
			await table.insert([offline, always, good]);
			await replayed(good.event_id);
			expect(await table.settled(offline.event_id)).toMatchObject({
				status: 'dead',
				attempts: 0,
				error_message: expect.stringContaining('Look in Ads Manager whether it has arrived'),
			});
			expect(await table.settled(always.event_id)).toMatchObject({ status: 'dead', attempts: 3 });
			expect(templates.arrived(offline.event_id)).toEqual([]);
			expect(templates.arrived(always.event_id)).toEqual([]);
			const [{ message }, ...others] = await templates.told(WORKFLOW, told);
			expect(others).toEqual([]);
			expect(message).toMatch(/^2 conversions .*1 × .*1 × /);
		},
		MINUTES,
	);
});

describe('many conversions', () => {
	it(
		'go in one request, and once, though two replays run at the same time',
		async () => {
			const rows = Array.from({ length: 60 }, () => left('failed'));
			await table.insert(rows);
			await table.makeDue();
			const before = templates.requests().length;
			await Promise.all([templates.replay(), templates.replay()]);
			const last = await Promise.all(rows.map(({ event_id: id }) => table.settled(id)));
			expect(last.filter(({ status, attempts }) => status !== 'sent' || attempts !== 1)).toEqual(
				[],
			);
			const sent = templates.requests().slice(before);
			expect(sent.reduce((sum, events) => sum + events, 0)).toBe(rows.length);
			expect(sent.length).toBeLessThanOrEqual(2);
			const received = rows.map(({ event_id: id }) => templates.arrived(id).length);
			expect(new Set(received)).toEqual(new Set([1]));
		},
		2 * MINUTES,
	);

	it(
		'are forgotten a week after they were sent, or a month after they were given up',
		async () => {
			const before = await table.rows();
			const dead = before.filter(({ status }) => status === 'dead');
			const sent = before.filter(({ status }) => status === 'sent');
			expect(dead.length * sent.length).toBeGreaterThan(0);
			await templates.replay();
			expect((await table.rows()).filter(({ status }) => status === 'sent')).toEqual(sent);
			await table.age("status = 'sent'");
			await templates.replay();
			const after = await table.rows();
			expect(after.filter(({ status }) => status === 'sent')).toEqual([]);
			expect(after.filter(({ status }) => status === 'dead')).toHaveLength(dead.length);
			await table.age("status = 'dead'");
			await templates.replay();
			expect((await table.rows()).filter(({ status }) => status === 'dead')).toEqual([]);
		},
		MINUTES,
	);
});
