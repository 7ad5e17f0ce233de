import type { CredentialRef, Workflow } from '../../../scripts/n8n/workflow.mts';
import { addKey, chosen, runInstall } from '../templates/installing.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { callPrivateWebhook, submitPrivateForm } from '../../../scripts/n8n/calls/production.mts';
import { readTemplates } from '../../../scripts/templates/files.mts';
import { choicesIn, FormPages } from '../../../scripts/n8n/calls/form-pages.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { movedClock } from '../preload/movedClock.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { QueueMode } from './queueMode.mts';
import { until } from '../../../scripts/until.mts';

const CONVERSIONS = 'pinterest_conversions';
const AUDIENCES = 'pinterest_audiences';
const WEBHOOK = 'pinAdsConversions';
const BULK = 'pinAdsBulkSync';
const DAILY = 'pinAdsDailySync';
const TOMORROW = new Date(Date.now() + 24 * 60 * MINUTES).toISOString().slice(0, 10);

jest.setTimeout(10 * MINUTES);

let queue: QueueMode;
let events = 0;

beforeAll(async () => {
	queue = await QueueMode.start('queue-mode');
});
afterAll(async () => await queue.stop());
afterEach(() => queue.simulator.clearFaults());

const checkout = () => {
	const event = { event_name: 'checkout', event_id: `order-${++events}`, value: 49.99 };
	return { ...event, currency: 'USD', email: 'ada@example.com' };
};
const send = async (event: object) =>
	await callPrivateWebhook(queue.webhooks, 'pinterest-conversion', event);
const statuses = async (table: string, column: string) =>
	(await queue.stored.rows(table)).map((row) => String(row[column])).sort();
/** The events that Pinterest counts, each as often as it does. */
const counted = () =>
	queue.simulator
		.state()
		.events.filter(({ duplicate }) => !duplicate)
		.map(({ event }) => String(event.event_id));
/** How often Pinterest was asked for it, answered or not. */
const asked = (operationId: string) =>
	queue.simulator.ledger().filter((entry) => entry.operationId === operationId).length;
const untilIdle = async () =>
	await until(
		async () => (await queue.running()).length === 0,
		() => queue.running(),
	);
const runningOf = async (workflowId: string) =>
	(await queue.running()).filter((execution) => execution.workflowId === workflowId);

describe('the webhook processor', () => {
	it('has a conversion written down by a worker, answers, and has it sent', async () => {
		const event = checkout();
		const { status, answer } = await send(event);
		expect(status).toBe(202);
		expect(answer).toMatchObject({ status: 'accepted', event_id: event.event_id });
		await until(async () => (await statuses(CONVERSIONS, 'status')).join() === 'sent');
		expect(counted()).toEqual([event.event_id]);
	});

	it('refuses what is no event, and nothing is written', async () => {
		const { status } = await send({ event_name: 'checkout', email: 'ada.example.com' });
		expect(status).toBe(400);
		expect(await queue.stored.rows(CONVERSIONS)).toHaveLength(1);
	});

	it('is the only one that takes them: main runs no production webhook', async () => {
		const call = callPrivateWebhook(queue.api, 'pinterest-conversion', checkout());
		await expect(call).rejects.toThrow('/webhook/pinterest-conversion is not published');
		expect(await queue.stored.rows(CONVERSIONS)).toHaveLength(1);
	});
});

describe('an error on a worker', () => {
	it('reaches the error handler, once', async () => {
		const match = { path: '/analytics' };
		queue.simulator.addFault({ match, fault: 'html' });
		await queue.run('pinAdsMetrics');
		await until(async () => (await queue.told('pinAdsMetrics')).length > 0);
		await untilIdle();
		expect(await queue.told('pinAdsMetrics')).toHaveLength(1);
	});
});

describe('a worker that is killed while it sends a conversion', () => {
	let killed: string;
	let cutOff: Row;

	beforeAll(async () => {
		const match = { operationId: 'events/create' };
		queue.simulator.addFault({ match, fault: 'hang', count: 1 });
		const before = asked('events/create');
		expect((await send(checkout())).status).toBe(202);
		await until(() => asked('events/create') > before);
		[cutOff] = await runningOf(WEBHOOK);
		killed = queue.workerOf(cutOff);
		await queue.cluster.kill(killed);
	});

	it('leaves the other one at work', async () => {
		const event = checkout();
		expect((await send(event)).status).toBe(202);
		const isSent = (row: Row) => row.event_id === event.event_id && row.status === 'sent';
		await until(async () => (await queue.stored.rows(CONVERSIONS)).some(isSent));
		expect(counted()).toContain(event.event_id);
	});

	it('leaves the conversion written down, and the replay on the other worker sends it', async () => {
		expect((await statuses(CONVERSIONS, 'status')).filter((one) => one !== 'sent')).toEqual([
			'pending',
		]);
		await queue.stored.age(CONVERSIONS, 12);
		await queue.run('pinAdsReplay');
		expect(new Set(await statuses(CONVERSIONS, 'status'))).toEqual(new Set(['sent']));
		const all = (await queue.stored.rows(CONVERSIONS)).map((row) => String(row.event_id));
		expect(counted().sort()).toEqual(all.sort());
	});

	it('is noticed: its execution ends, and the error handler is told, once', async () => {
		await until(
			async () => (await queue.told(WEBHOOK)).length > 0,
			() => queue.running(),
		);
		await untilIdle();
		const told = await queue.told(WEBHOOK);
		expect(told.map(({ execution_id: id }) => id)).toEqual([String(cutOff.id)]);
	});

	it('goes on when it is there again', async () => {
		await queue.cluster.startWorker(killed);
		const all = Array.from({ length: 12 }, checkout);
		const answers = await Promise.all(all.map(send));
		expect(answers.map(({ status }) => status)).toEqual(all.map(() => 202));
		await until(() => all.every(({ event_id: id }) => counted().includes(id)));
		expect(new Set(counted()).size).toBe(counted().length);
	});
});

describe('two bulk syncs at once on two workers, one of which is killed, and main too', () => {
	const keys = Array.from({ length: 24 }, (_, n) => `audience ${n + 1}`);
	const people = (key: string) =>
		Array.from({ length: 5 }, (_, n) => `${key.replace(' ', '.')}.${n}@example.com`);
	const inStatus = async (status: string) =>
		(await queue.stored.rows(AUDIENCES)).filter((row) => row.sync_status === status);
	let left: Row[];
	let cutOff: Row;

	beforeAll(async () => {
		const audiences = keys.map((key) => ({ audience_key: key, name: key, active: true }));
		await queue.insert(AUDIENCES, audiences);
		const contacts = keys.flatMap((key) =>
			people(key).map((record) => ({ audience_key: key, record })),
		);
		await queue.insert('pinterest_contacts', contacts);
		// One request of each worker hangs, so that both are in the middle of an audience.
		const match = { operationId: 'customer_lists/create' };
		queue.simulator.addFault({ match, fault: 'hang', after: 6, count: 2 });
		for (let n = 0; n < 2; n++) queue.begin(BULK);
		await until(() => asked('customer_lists/create') === 8);
		const both = await runningOf('demoRunNow');
		expect(both.map((one) => queue.workerOf(one)).sort()).toEqual(queue.cluster.workers);
		expect(await inStatus('syncing')).toHaveLength(2);
		[cutOff] = both.filter((one) => queue.workerOf(one) === 'worker-1');
		await queue.cluster.kill('worker-1');
		// Back again, main looks for what was being synced, and waits until nobody can be at it.
		await queue.mainAt({});
		await until(async () => (await queue.waiting(DAILY)) > 0);
		// The other one asks again when nobody answers it.
		await until(async () => (await inStatus('synced')).length === 23);
		left = await inStatus('syncing');
	});

	it('leaves the one that it was at, and the other worker does all the rest', async () => {
		expect(left).toHaveLength(1);
		expect(await inStatus('error')).toEqual([]);
		expect(await inStatus('synced')).toHaveLength(23);
	});

	it('ends the run that was cut off, and the error handler is told', async () => {
		await untilIdle();
		const told = await queue.told('demoRunNow');
		expect(told.map(({ execution_id: id }) => id)).toEqual([String(cutOff.id)]);
	});

	it('is made good by the next run, once nobody can be at that one any more', async () => {
		await queue.run(BULK);
		expect(await inStatus('syncing')).toEqual(left);
		await queue.stored.age(AUDIENCES, 1);
		await queue.run(BULK);
		expect(await inStatus('synced')).toHaveLength(24);
	});

	it('has lost nothing at Pinterest, and doubled nothing', () => {
		const { customerLists, audiences } = queue.simulator.state();
		const members = customerLists.map((list) => [list.name, [...list.members].sort()]);
		expect(new Map(members as Array<[string, string[]]>)).toEqual(
			new Map(keys.map((key) => [key, people(key).sort()])),
		);
		expect(customerLists).toHaveLength(24);
		expect(audiences.map(({ name }) => String(name)).sort()).toEqual([...keys].sort());
		expect(queue.simulator.violations()).toEqual([]);
	});
});

// Before the clock of main is moved, which would end a form that waits for its next page.
describe('a form on the webhook processor', () => {
	const name = 'Form people';
	const people = ['ada@example.com', 'bob@example.com'];

	it('hands its file over to a worker', async () => {
		const file = new File([['Email', ...people].join('\n')], 'people.csv');
		const page = await submitPrivateForm(queue.webhooks, 'pinterest-add-contacts', [name, file]);
		expect(page).toContain('2 contacts were added to the new audience “Form people”');
		const stored = await queue.stored.rows('pinterest_contacts');
		const ofForm = stored.filter((row) => row.audience_key === name.toLowerCase());
		expect(ofForm.map(({ record }) => record)).toEqual(people);
	});

	it('goes from page to page, and its last one tells what a worker has done', async () => {
		const form = await FormPages.begin(queue.webhooks, 'pinterest-sync-form');
		expect(choicesIn(await form.page())).toContain(name);
		await form.submit(name);
		expect(await form.page()).toContain(`“${name}” is synced`);
		await form.end();
		const lists = queue.simulator.state().customerLists.filter((list) => list.name === name);
		expect(lists.map(({ members }) => [...members].sort())).toEqual([people]);
	});
});

describe('a schedule', () => {
	const scheduled = [DAILY, 'pinAdsMetrics'];
	const fired = async () =>
		await Promise.all(scheduled.map(async (id) => await queue.timesFired(id)));

	it('fires once, whatever the number of processes', async () => {
		await queue.cluster.startWorker('worker-1');
		await queue.mainShortlyBefore(`${TOMORROW}T06:00:00Z`);
		await until(async () => (await fired()).every((times) => times > 0), fired);
		await untilIdle();
		expect(await fired()).toEqual([1, 1]);
	});

	it('and not again when main is killed and started again', async () => {
		await queue.mainAt(movedClock(`${TOMORROW}T06:00:30Z`));
		await untilIdle();
		expect(await fired()).toEqual([1, 1]);
	});
});

describe('the service that imports the templates', () => {
	const TEMPLATES = `FROM workflow_entity WHERE id LIKE 'pinAds%'`;
	let stored: Row[];

	beforeAll(async () => {
		await queue.cluster.runOnce('templates');
		stored = await queue.stored.query(`SELECT id, nodes, "activeVersionId" ${TEMPLATES}`);
	});

	it('imports all of them, with the credential that is there', async () => {
		expect(stored.map(({ id }) => id).sort()).toEqual(
			readTemplates()
				.map(({ id }) => id)
				.sort(),
		);
		const nodes = stored.flatMap((row) => row.nodes as unknown as Workflow['nodes']);
		const used = nodes.flatMap(({ credentials }) => Object.values(credentials ?? {}));
		const kept = await queue.stored.query('SELECT id FROM credentials_entity');
		expect([...new Set(used.map(({ id }) => id))].sort()).toEqual(
			kept.map(({ id }) => String(id)).sort(),
		);
	});

	it('unpublishes those that were published', () => {
		expect(stored.filter(({ activeVersionId }) => activeVersionId !== null)).toEqual([]);
	});
});

describe('the installation, after that import', () => {
	it('publishes on all processes what had been unpublished, and connects', async () => {
		const [row] = await queue.stored.query(
			`SELECT id, name, type FROM credentials_entity WHERE type = 'pinterestAdsApi'`,
		);
		const key = await addKey(queue.api);
		// There is no proxy here in front of the webhook processor, which does not have n8n's API.
		const choices = { address: queue.api.url };
		const install = chosen(row as unknown as CredentialRef, key, choices);
		// As imported here it keeps no run, since passwords are in it, and so there would be none to read.
		const settings = { ...install.settings, saveManualExecutions: true };
		await queue.api.saveWorkflow({ ...install, settings });
		const { summary, error } = await runInstall(queue.api);
		expect(error).toBe('');
		expect(summary.message).toMatch(/^Installed and connected to the ad account “.+”\.$/);
		expect(summary).not.toHaveProperty('left_as_you_changed_them');
		const before = (await queue.stored.rows(CONVERSIONS)).length;
		await untilOpen(queue.webhooks.url, ['pinterest-conversion']);
		const event = checkout();
		expect((await send(event)).status).toBe(202);
		await until(() => counted().includes(event.event_id));
		expect(await queue.stored.rows(CONVERSIONS)).toHaveLength(before + 1);
	});
});
