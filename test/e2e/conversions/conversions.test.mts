import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import { SEED } from '../../../simulator/simulator.mts';
import type { ConversionTable } from './conversionTable.mts';
import { ConversionTemplates, minutesUntilDue } from './conversionTemplates.mts';
import { queryN8n, tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

/** In every address that is sent, so that it can be looked for. */
const MARK = 'marked-person';
const EMAIL = ` Ada.${MARK}@Example.com`;
const WORKFLOW = 'pinAdsConversions';
const HASH = createHash('sha256').update(EMAIL.trim().toLowerCase()).digest('hex');

let templates: ConversionTemplates;
let table: ConversionTable;

beforeAll(async () => {
	templates = await ConversionTemplates.start('conversions', {
		N8N_LOG_LEVEL: 'debug',
		// Minutes between two rounds in which n8n deletes executions that are not to be kept.
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05',
		// Megabytes that n8n itself takes in one call.
		N8N_PAYLOAD_SIZE_MAX: '1',
	});
	({ table } = templates);
}, 15 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => {
	templates.simulator.clearFaults();
	expect(templates.simulator.violations()).toEqual([]);
});

const checkout = (more: object = {}) => templates.checkout({ email: EMAIL, ...more });
const send = async (event: object) => await templates.send(event);
const arrived = (eventId: string) => templates.arrived(eventId);
const told = async (after: number) => await templates.told(WORKFLOW, after);

describe('a conversion that the webhook takes', () => {
	it(
		'is answered with 202 and its id, sent, and marked',
		async () => {
			const event = checkout({ order_id: '1001', colour: 'blue' });
			expect(await send(event)).toEqual({
				status: 202,
				answer: {
					status: 'accepted',
					event_id: event.event_id,
					warnings: ['The field “colour” is not known and was left out'],
				},
			});
			expect(await table.settled(event.event_id)).toMatchObject({
				event_name: 'checkout',
				action_source: 'web',
				order_id: '1001',
				status: 'sent',
				attempts: 0,
				error_message: null,
				event: '',
			});
			const [{ event: received }, ...others] = arrived(event.event_id);
			expect(others).toEqual([]);
			expect(received).toMatchObject({
				event_name: 'checkout',
				user_data: { em: [HASH] },
				custom_data: { value: '49.99', currency: 'EUR', order_id: '1001' },
			});
		},
		MINUTES,
	);

	it(
		'goes to the ad account that it names',
		async () => {
			await templates.connectAlso(SEED.euroAdAccountId);
			const event = checkout({ ad_account_id: SEED.euroAdAccountId });
			await send(event);
			await table.settled(event.event_id);
			expect(arrived(event.event_id)).toMatchObject([{ ad_account_id: SEED.euroAdAccountId }]);
			await templates.connectNoMore(SEED.euroAdAccountId);
		},
		MINUTES,
	);
});

describe('a conversion that comes again', () => {
	it(
		'is answered as known, and not written or sent again, unless it has another name',
		async () => {
			const event = checkout();
			await send(event);
			await table.settled(event.event_id);
			expect(await send(event)).toEqual({
				status: 200,
				answer: {
					status: 'known',
					event_id: event.event_id,
					message: 'This conversion is known already: it was sent to Pinterest.',
				},
			});
			await table.until(event.event_id, () => true);
			expect(arrived(event.event_id)).toHaveLength(1);
			expect(await send({ ...event, event_name: 'lead' })).toMatchObject({ status: 202 });
		},
		MINUTES,
	);

	it.each(['web', 'offline'])(
		'is one at Pinterest where several come at the same moment: %s',
		async (action_source) => {
			const event = checkout({ action_source });
			const answers = await Promise.all(Array.from({ length: 4 }, () => send(event)));
			expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 202]);
			await table.until(event.event_id, ({ status }) => status === 'sent');
			expect(arrived(event.event_id)).toHaveLength(1);
		},
		MINUTES,
	);
});

describe('a call that is no conversion', () => {
	it.each([
		['an address that is none', { email: 'ada' }, ['email']],
		['two bad fields', { value: 'a lot', event_time: 'soon' }, ['event_time', 'value']],
		['nobody', { email: '' }, ['']],
		['an event that is too large', { contentName: 'x'.repeat(70_000) }, ['']],
	])(
		'is answered with 400 and the reason for each field: %s',
		async (_, more, fields) => {
			const before = (await table.rows()).length;
			const { status, answer } = await send(checkout(more));
			expect(status).toBe(400);
			const { problems, ...rest } = answer as { problems: Array<Record<string, string>> };
			expect(rest).toEqual({ status: 'refused', error: expect.stringMatching(/not sent\. ./) });
			expect(problems.map(({ field }) => field).sort()).toEqual(fields);
			expect(problems.filter(({ message }) => !message)).toEqual([]);
			expect(JSON.stringify(answer)).not.toContain(MARK);
			expect((await table.rows()).length).toBe(before);
		},
		MINUTES,
	);

	it(
		'is answered so as well where it is a list of none, or nothing at all',
		async () => {
			for (const body of [[], {}]) {
				expect(await send(body)).toMatchObject({ status: 400, answer: { status: 'refused' } });
			}
		},
		MINUTES,
	);

	it(
		'is none of these where it is a list of one: that one is sent',
		async () => {
			const event = checkout();
			expect(await send([event])).toMatchObject({ status: 202 });
			await table.settled(event.event_id);
			expect(arrived(event.event_id)).toHaveLength(1);
		},
		MINUTES,
	);

	it('is answered with 413 where it is more than is read', async () => {
		const before = (await table.rows()).length;
		const response = await fetchN8n(`${templates.n8n.api.url}/webhook/pinterest-conversion`, {
			method: 'POST',
			headers: {
				...signedIn(templates.n8n.api, '/webhook/pinterest-conversion'),
				'content-type': 'application/json',
			},
			body: JSON.stringify(checkout({ content_name: 'x'.repeat(6_000_000) })),
		});
		expect(response.status).toBe(413);
		expect((await table.rows()).length).toBe(before);
	});
});

describe('a list of conversions', () => {
	it(
		'is answered once for all, written, sent in one request and marked; each bad one with its reason',
		async () => {
			const [known, ...others] = [checkout(), checkout(), checkout()];
			await send(known);
			await table.settled(known.event_id);
			const before = templates.requests().length;
			const offline = checkout({ action_source: 'offline' });
			const { status, answer } = await send([
				...others,
				known,
				{ email: 'nobody' },
				offline,
				others[0],
			]);
			expect([status, answer]).toMatchObject([
				202,
				{
					...{ status: 'see results', accepted: 3, known: 2, refused: 1 },
					results: [
						{ status: 'accepted', event_id: others[0].event_id },
						{ status: 'accepted', event_id: others[1].event_id },
						{ status: 'known', event_id: known.event_id },
						{ status: 'refused', problems: expect.anything() },
						{ status: 'accepted', event_id: offline.event_id },
						{ status: 'known', event_id: others[0].event_id },
					],
				},
			]);
			for (const { event_id } of [...others, offline]) {
				expect(await table.until(event_id, (row) => row.status === 'sent')).toMatchObject({
					event: '',
				});
				expect(arrived(event_id)).toHaveLength(1);
			}
			expect(templates.requests().slice(before)).toEqual([2, 1]);
		},
		MINUTES,
	);
});

describe('a conversion that does not get through', () => {
	it(
		'is dead at once where Pinterest refuses it, with the reason, and the error handler is told',
		async () => {
			templates.fault({ fault: 'partial-200', count: 1, message: 'Checkout without a cart.' });
			const event = checkout();
			expect(await send(event)).toMatchObject({ status: 202 });
			const row = await table.settled(event.event_id);
			expect(row).toMatchObject({
				status: 'dead',
				attempts: 0,
				error_message: expect.stringContaining('Checkout without a cart.'),
			});
			expect(JSON.parse(String(row.event))).toMatchObject({ event_id: event.event_id });
			const [{ message }, ...others] = await told(0);
			expect(others).toEqual([]);
			expect(message).toBe(
				`1 conversion could not be sent. Kept as dead in the table pinterest_conversions, row ${String(row.id)}: ${String(row.error_message)}`,
			);
		},
		MINUTES,
	);

	it.each([
		['Pinterest is down', '503'],
		['the connection is cut', 'cut-before'],
		['the answer is lost', 'cut-after'],
	] as const)(
		'is due again in 10 minutes where %s',
		async (_, kind) => {
			templates.fault({ fault: kind });
			const event = checkout();
			expect(await send(event)).toMatchObject({ status: 202 });
			const row = await table.settled(event.event_id);
			expect(row).toMatchObject({ status: 'failed', attempts: 0 });
			expect(row.error_message).toMatch(/Could not send the conversion/);
			expect(minutesUntilDue(row)).toBe(10);
		},
		2 * MINUTES,
	);

	it(
		'is due when Pinterest takes it again where that is later',
		async () => {
			templates.fault({ fault: '429', resetSeconds: 7_200 });
			const event = checkout();
			await send(event);
			expect(minutesUntilDue(await table.settled(event.event_id))).toBe(120);
		},
		MINUTES,
	);

	it(
		'is due again where a person has to mend the connection',
		async () => {
			const { token, label } = templates.simulator.mintToken({ scopes: ['ads:read', 'ads:write'] });
			await templates.useToken(token);
			templates.simulator.revokeToken(label);
			const event = checkout();
			await send(event);
			const row = await table.settled(event.event_id);
			expect(row).toMatchObject({ status: 'failed' });
			expect(row.error_message).toMatch(/token/i);
			const [{ message }, ...others] = await told(1);
			expect(message).toMatch(/^The connection with Pinterest is unauthorized/);
			expect(others).toEqual([]);
			await templates.useToken(SEED.tokens.access);
			await templates.connect();
		},
		MINUTES,
	);

	it(
		'is dead where it is an offline one whose answer was lost, for it must not be sent again',
		async () => {
			templates.fault({ fault: 'cut-after', count: 1 });
			const event = checkout({ action_source: 'offline' });
			await send(event);
			await table.until(event.event_id, ({ status }) => status === 'dead');
			expect(arrived(event.event_id)).toHaveLength(1);
			const [{ message }] = await told(2);
			expect(message).toMatch(/^1 conversion could not be sent/);
		},
		MINUTES,
	);
});

describe('what is left of the people', () => {
	it(
		'is their digest, in the rows that are not done; no table, execution or log has an address',
		async () => {
			const { id } = await table.table();
			const rows = await table.rows();
			expect(rows.filter(({ event }) => event === '')).toEqual(
				rows.filter(({ status }) => status === 'sent'),
			);
			const deadline = Date.now() + 30_000;
			// n8n deletes the data of an execution that is not to be kept a moment after its end.
			while (tablesWith(templates.n8n.folder, HASH).length > 1 && Date.now() < deadline) {
				await sleep(250);
			}
			expect(tablesWith(templates.n8n.folder, MARK)).toEqual([]);
			expect(tablesWith(templates.n8n.folder, HASH)).toEqual([`data_table_user_${id}`]);
			expect(
				queryN8n(
					templates.n8n.folder,
					'SELECT workflowId FROM execution_entity WHERE deletedAt IS NULL',
				),
			).not.toContainEqual({ workflowId: WORKFLOW });
			const log = readFileSync(n8nLog, 'utf8');
			expect(log).toContain('Running node "Send to Pinterest"');
			expect(log.toLowerCase()).not.toContain(MARK);
		},
		MINUTES,
	);
});

describe('a webhook that cannot write down', () => {
	it(
		'answers that it failed, sends nothing, and tells the error handler',
		async () => {
			await (await table.table()).drop();
			const event = checkout();
			expect(await send(event)).toMatchObject({
				status: 503,
				answer: { status: 'not accepted', error: expect.stringContaining('was not sent') },
			});
			expect(arrived(event.event_id)).toEqual([]);
			const [failure] = await told(3);
			expect(failure).toMatchObject({
				node: 'Could not write it down',
				message: expect.stringContaining('pinterest_conversions'),
			});
			expect(tablesWith(templates.n8n.folder, HASH)).not.toContain('pinterest_errors');
		},
		MINUTES,
	);
});
