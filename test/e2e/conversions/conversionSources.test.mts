import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { databaseFilesWith, placesWith } from '../../../scripts/n8n/database/traces.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import { untilOpen } from '../../../scripts/n8n/calls/open-webhooks.mts';
import { until } from '../../../scripts/until.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { setAnswerWhen, WAYS } from './answerWhen.mts';
import { KEY, now, OWN_SITES, SHOP_NAMES, SHOPS, SIGNING } from './callers.mts';
import { ConversionTemplates } from './conversionTemplates.mts';
import { MARKS, PERSON } from './markedPerson.mts';
import { callAt, setSource, SourceWorkflow, type Answered } from './sources.mts';

let templates: ConversionTemplates;
const sites: Record<string, SourceWorkflow> = {};
let number = 0;

beforeAll(async () => {
	templates = await ConversionTemplates.start('sources', { N8N_LOG_LEVEL: 'debug' });
	for (const [name, { secret }] of Object.entries(OWN_SITES)) {
		sites[name] = await SourceWorkflow.publish(templates, name, { caller: 'ownSite', secret });
	}
	for (const caller of SHOP_NAMES) {
		sites[caller] = await SourceWorkflow.publish(templates, caller, { caller, secret: SIGNING });
	}
	await untilOpen(
		templates.n8n.api.url,
		Object.values(sites).map(({ path }) => path),
	);
}, 15 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => {
	templates.simulator.clearFaults();
	expect(templates.simulator.violations()).toEqual([]);
});

/** An event of one's own site that no other one equals. */
const event = (more: object = {}) => ({
	...{ event_name: 'checkout', event_id: `site-${++number}`, value: '49.99', currency: 'USD' },
	...{ email: PERSON.email, phone: PERSON.phone, city: PERSON.city, country: 'US' },
	...{ first_name: PERSON.first, last_name: PERSON.last, external_id: 'customer-17' },
	...more,
});

/** Waits until Pinterest has it, and tells what it has. */
async function arrived(eventId: string) {
	await until(() => templates.arrived(eventId).length > 0);
	return templates.arrived(eventId);
}

const DIGEST = /^[0-9a-f]{64}$/;

describe.each(Object.entries(OWN_SITES))('one’s own site, by %s', (name, { good, forged }) => {
	it(
		'is let in: its event comes to Pinterest, hashed',
		async () => {
			const one = event();
			expect(await sites[name].send(JSON.stringify(one), good)).toEqual({
				status: 202,
				answer: { status: 'accepted', event_id: one.event_id, warnings: [] },
			});
			const [{ event: sent, duplicate }] = await arrived(one.event_id);
			expect(duplicate).toBe(false);
			expect(sent.user_data).toMatchObject({
				...{ em: [expect.stringMatching(DIGEST)], ph: [expect.stringMatching(DIGEST)] },
				...{ fn: [expect.stringMatching(DIGEST)], ct: [expect.stringMatching(DIGEST)] },
			});
		},
		MINUTES,
	);

	it('and nobody else: a stranger is answered 401, and nothing is run', async () => {
		const answers = await sites[name].withoutExecution(async () => {
			const all: Answered[] = [];
			for (const headers of forged)
				all.push(await sites[name].send(JSON.stringify(event()), headers));
			return all;
		});
		for (const answer of answers) {
			expect(answer).toEqual({
				status: 401,
				answer: { status: 'refused', error: 'Not authorized.' },
			});
		}
		expect(answers).toHaveLength(forged.length);
	});

	it('tells whoever asks by GET that it is there, and runs nothing', async () => {
		const asked = async () => await sites[name].call({ method: 'GET' });
		expect(await sites[name].withoutExecution(asked)).toMatchObject({
			status: 200,
			answer: { status: 'ok' },
		});
	});
});

describe.each(SHOP_NAMES)('%s', (caller) => {
	const { order, eventId, sign, topic, others } = SHOPS[caller];
	const site = () => sites[caller];

	it(
		'is let in by its signature: its order comes to Pinterest, hashed',
		async () => {
			const body = JSON.stringify(order(++number));
			const id = eventId(number);
			expect(await site().send(body, { ...sign(body), ...topic })).toMatchObject({
				status: 202,
				answer: { status: 'accepted', event_id: id },
			});
			const [{ event: sent }] = await arrived(id);
			expect(sent).toMatchObject({
				event_name: 'checkout',
				user_data: { em: [expect.stringMatching(DIGEST)], ct: [expect.stringMatching(DIGEST)] },
			});
		},
		MINUTES,
	);

	it(
		'is one event at Pinterest where the same call comes again',
		async () => {
			const body = JSON.stringify(order(++number));
			const id = eventId(number);
			const headers = { ...sign(body), ...topic };
			for (let time = 0; time < 2; time++)
				expect((await site().send(body, headers)).status).toBe(202);
			await until(() => templates.arrived(id).length === 2);
			expect(templates.arrived(id).map(({ duplicate }) => duplicate)).toEqual([false, true]);
		},
		MINUTES,
	);

	it('is the only one that is let in: what is forged is answered 401, and nothing is run', async () => {
		const body = JSON.stringify(order(++number));
		const changed = body
			.replace('55.80', '95.80')
			.replace('94.90', '99.90')
			.replace('6824', '9824');
		expect(changed).not.toBe(body);
		const forged: Array<[string, Record<string, string>]> = [
			[body, {}],
			[body, sign(body, 'another secret')],
			[body, sign(body, '')],
			[changed, sign(body)],
			[body, { 'X-Shop-Key': KEY, Authorization: `Bearer ${KEY}` }],
		];
		const answers = await site().withoutExecution(async () => {
			const all: Answered[] = [];
			for (const [sent, headers] of forged)
				all.push(await site().send(sent, { ...headers, ...topic }));
			return all;
		});
		expect(answers).toEqual(
			forged.map(() => ({ status: 401, answer: { status: 'refused', error: 'Not authorized.' } })),
		);
		expect(templates.arrived(eventId(number))).toEqual([]);
	});

	it('is answered 200 for what is no order, so that it does not switch its webhook off', async () => {
		const body = JSON.stringify({ ...order(++number) });
		const calls: Array<[string, Record<string, string>]> = others.map((headers) => [body, headers]);
		if (caller === 'stripe') {
			calls.push([JSON.stringify({ ...order(number), type: 'charge.refunded' }), {}]);
			calls.push([JSON.stringify({ ...order(number), type: 'invoice.paid' }), {}]);
		}
		for (const [sent, headers] of calls) {
			const call = async () => await site().send(sent, { ...sign(sent), ...headers });
			expect(await site().withoutExecution(call)).toMatchObject({
				status: 200,
				answer: { status: 'ignored', message: expect.stringMatching(/./) },
			});
		}
		expect(templates.arrived(eventId(number))).toEqual([]);
	});

	it('is answered without an execution where its signed body is broken', async () => {
		const body = JSON.stringify(order(++number)).slice(0, -20);
		const call = async () => await site().send(body, { ...sign(body), ...topic });
		expect(await site().withoutExecution(call)).toMatchObject({ answer: { status: 'refused' } });
	});
});

it('lets Stripe’s call in for five minutes', async () => {
	const { order, eventId, sign } = SHOPS.stripe;
	const body = JSON.stringify(order(++number));
	const call = async (age: number) =>
		(await sites.stripe.send(body, sign(body, KEY, now() - age))).status;
	expect(
		await sites.stripe.withoutExecution(async () => [await call(310), await call(-310)]),
	).toEqual([...[401, 401]]);
	expect(await call(200)).toBe(202);
	expect(await arrived(eventId(number))).toHaveLength(1);
});

it('answers the ping of WooCommerce, which is not signed, with 200', async () => {
	const ping = async () =>
		await sites.wooCommerce.call({ body: new URLSearchParams({ webhook_id: '7' }) });
	expect(await sites.wooCommerce.withoutExecution(ping)).toMatchObject({
		status: 200,
		answer: { status: 'ignored' },
	});
});

describe('a list', () => {
	it(
		'is one execution and one answer with a result for each',
		async () => {
			const before = sites.open.started();
			const list = [event(), event({ value: 'a lot' }), event()];
			expect(await sites.open.send(JSON.stringify({ data: list }))).toMatchObject({
				status: 202,
				answer: {
					...{ status: 'see results', accepted: 2, refused: 1 },
					results: [
						{ status: 'accepted', event_id: list[0].event_id },
						{ status: 'refused', problems: [{ field: 'value' }] },
						{ status: 'accepted', event_id: list[2].event_id },
					],
				},
			});
			await arrived(list[2].event_id);
			expect(sites.open.started()).toBe(before + 1);
		},
		MINUTES,
	);

	it(
		'may hold 1,000 events, and no more',
		async () => {
			const list = Array.from({ length: 1000 }, () => event());
			const { status, answer } = await sites.open.send(JSON.stringify(list));
			expect([status, answer.accepted]).toEqual([202, 1000]);
			await arrived(list[999].event_id);
			const more = JSON.stringify([...list, event()]);
			const call = async () => await sites.open.send(more);
			expect(await sites.open.withoutExecution(call)).toMatchObject({ status: 413 });
		},
		2 * MINUTES,
	);
});

describe('a body that is not one', () => {
	const LARGE = Buffer.alloc(6 * 1024 * 1024, ' ');
	const text = JSON.stringify(event());
	const JSON_TYPE = { 'Content-Type': 'application/json' };

	it.each<[string, number, () => RequestInit]>([
		['too large, and says so', 413, () => ({ body: LARGE, headers: JSON_TYPE })],
		[
			'too large, and does not say so',
			413,
			() => ({ body: Readable.from([LARGE, LARGE]) as never, duplex: 'half', headers: JSON_TYPE }),
		],
		['larger than n8n itself takes', 413, () => ({ body: Buffer.alloc(20 * 1024 * 1024, ' ') })],
		[
			'compressed',
			415,
			() => ({ body: gzipSync(text), headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' } }),
		],
		['of another type', 415, () => ({ body: text, headers: { 'Content-Type': 'text/csv' } })],
		[
			'a form with a file',
			415,
			() => {
				const body = new FormData();
				body.set('email', PERSON.email);
				body.set('file', new File([text], `${PERSON.last}.json`));
				return { body };
			},
		],
		['cut off in the middle', 400, () => ({ body: text.slice(0, -9), headers: JSON_TYPE })],
		['a name', 400, () => ({ body: `${PERSON.first} ${PERSON.last}`, headers: JSON_TYPE })],
		[
			'XML in the clothes of JSON',
			400,
			() => ({ body: `<a>${PERSON.email}</a>`, headers: JSON_TYPE }),
		],
		['nothing', 400, () => ({ headers: JSON_TYPE })],
		[
			'bad in every field',
			400,
			() => ({
				body: JSON.stringify({
					...{ event_name: PERSON.email, email: PERSON.phone, phone: PERSON.email },
					...{ value: PERSON.last, currency: PERSON.first, event_time: PERSON.email },
					[PERSON.email]: PERSON.phone,
				}),
				headers: JSON_TYPE,
			}),
		],
	])('is answered without an execution, and not quoted: %s', async (_, status, request) => {
		const answered = await sites.open.withoutExecution(
			async () => await sites.open.call(request()),
		);
		expect(answered).toMatchObject({ status, answer: { status: 'refused' } });
		const told = JSON.stringify(answered).toLowerCase();
		expect(MARKS.filter((mark) => told.includes(mark))).toEqual([]);
	});

	it('is one where it is JSON in text, as a page’s sendBeacon sends it', async () => {
		const one = event();
		const body = JSON.stringify(JSON.stringify(one));
		const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
		expect(await sites.open.send(body, headers)).toMatchObject({ status: 202 });
		await arrived(one.event_id);
	});

	it('is one where it is a form’s fields', async () => {
		const one = event();
		const body = new URLSearchParams(Object.entries(one));
		expect(await sites.open.call({ body })).toMatchObject({ status: 202 });
		await arrived(one.event_id);
	});
});

describe.each(WAYS)('the shipped template, with Answer at “%s”', (way) => {
	const send = async (body: string) =>
		await callAt(templates, 'pinterest-conversion', {
			body,
			headers: {
				'Content-Type': 'application/json',
				...signedIn(templates.n8n.api, '/webhook/pinterest-conversion'),
			},
		});
	const rowsOf = async (eventId: string) =>
		(await templates.table.rows()).filter(({ event_id: id }) => id === eventId);

	beforeAll(async () => {
		await setAnswerWhen(templates.n8n.api, way);
		// Until n8n runs the version that was published last.
		await until(async () => {
			const { status } = await send(JSON.stringify(event()));
			return status === (way === 'sent' ? 200 : 202);
		});
	}, 3 * MINUTES);

	it(
		'takes an event, and knows it when it comes again',
		async () => {
			const one = event();
			const body = JSON.stringify(one);
			const first = await send(body);
			expect(first).toMatchObject(
				way === 'sent'
					? { status: 200, answer: { status: 'sent', event_id: one.event_id } }
					: { status: 202, answer: { status: 'accepted', event_id: one.event_id } },
			);
			await arrived(one.event_id);
			if (way === 'written') await templates.table.settled(one.event_id);
			const again = await send(body);
			expect(again).toMatchObject({
				status: 200,
				answer: { status: way === 'sent' ? 'sent' : 'known' },
			});
			const counted = templates.arrived(one.event_id).filter(({ duplicate }) => !duplicate);
			expect(counted).toHaveLength(1);
			expect(await rowsOf(one.event_id)).toHaveLength(way === 'sent' ? 0 : 1);
		},
		2 * MINUTES,
	);

	it(
		'writes down, hashed, what Pinterest does not take at once',
		async () => {
			templates.fault({ fault: '503' });
			const one = event();
			expect(await send(JSON.stringify([one, event({ email: PERSON.last })]))).toMatchObject({
				status: 202,
				answer: { accepted: 1, refused: 1 },
			});
			const row = await templates.table.settled(one.event_id);
			expect(row.status).toBe('failed');
			expect(JSON.parse(String(row.event))).toMatchObject({ event_id: one.event_id });
		},
		2 * MINUTES,
	);

	it(
		'refuses what is no conversion, and strangers',
		async () => {
			const body = JSON.stringify(event());
			for (const bad of [
				body.slice(0, -9),
				`"${PERSON.email}"`,
				JSON.stringify(event({ value: PERSON.last })),
			]) {
				expect((await send(bad)).status).toBe(400);
			}
			const stranger = await callAt(templates, 'pinterest-conversion', { body });
			expect(stranger.status).toBe(401);
		},
		MINUTES,
	);
});

describe('the shipped template, set to Shopify', () => {
	const { order, eventId, sign, topic } = SHOPS.shopify;
	const send = async (document: object, signature = sign(JSON.stringify(document))) =>
		await callAt(templates, 'pinterest-conversion', {
			body: JSON.stringify(document),
			headers: { 'Content-Type': 'application/json', ...topic, ...signature },
		});

	beforeAll(async () => {
		await setAnswerWhen(templates.n8n.api, 'written');
		await setSource(templates, 'shopify', SIGNING);
		await until(async () => (await send(order(++number))).status === 202);
	}, 3 * MINUTES);

	it(
		'takes an order once, however often the shop tells of it',
		async () => {
			const document = order(++number);
			const id = eventId(number);
			expect(await send(document)).toMatchObject({ status: 202, answer: { event_id: id } });
			await templates.table.settled(id);
			expect(await send(document)).toMatchObject({ status: 200, answer: { status: 'known' } });
			expect(templates.arrived(id)).toHaveLength(1);
			expect(await send(document, sign('another body'))).toMatchObject({ status: 401 });
		},
		MINUTES,
	);

	it(
		'answers 200 to an order that cannot be read, and tells the error handler instead',
		async () => {
			const told = (await templates.told('pinAdsConversions', 0)).length;
			const document = { ...order(++number), currency: PERSON.last };
			expect(await send(document)).toMatchObject({ status: 200, answer: { status: 'refused' } });
			const [{ message }] = await templates.told('pinAdsConversions', told);
			expect(message).toMatch(/currency/);
		},
		MINUTES,
	);
});

describe('the people of all these calls', () => {
	it(
		'are in no table, execution, file or log of n8n, nor in what its database has deleted',
		async () => {
			const { folder } = templates.n8n;
			// What is searched holds the executions and the events: their IDs and a product are found.
			expect(tablesWith(folder, 'cs_live_')).toContain('execution_data');
			expect(tablesWith(folder, 'Reading Lamp')).toContain('execution_data');
			expect(readFileSync(n8nLog, 'utf8')).toContain('Running node "Send"');
			const found = MARKS.flatMap((mark) =>
				[...placesWith(folder, mark), ...databaseFilesWith(folder, mark)].map((place) => [
					mark,
					place,
				]),
			);
			expect(found).toEqual([]);
		},
		2 * MINUTES,
	);
});
