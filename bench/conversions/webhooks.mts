import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { prepareForDemo } from '../../scripts/templates/prepare.mts';
import {
	atLeast,
	atMost,
	measured,
	median,
	overRounds,
	percentile,
	type Bound,
	type Measurement,
} from '../shared/report.mts';
import type { Stub } from '../shared/stub.mts';
import type { BenchN8n } from './n8n.mts';
import type { Counts } from './stubServer.mts';
import { bareWebhook, respondingWebhook, sendingTemplate, writingWebhook } from './workflows.mts';

/** What is called, each once in a round. */
const WAYS = {
	bare: { path: 'bench-bare', says: 'bare webhook' },
	responding: { path: 'bench-responding', says: 'webhook and Respond' },
	writing: { path: 'bench-writing', says: 'write and answer alone' },
	written: { path: 'pinterest-conversion', says: 'written down first' },
	sent: { path: 'bench-sent', says: 'sent first' },
	stranger: { path: 'pinterest-conversion', says: 'a stranger' },
	bad: { path: 'pinterest-conversion', says: 'a bad event' },
} as const;

type Way = keyof typeof WAYS;
const EVERY = Object.keys(WAYS) as readonly Way[];
const STATUS: Readonly<Partial<Record<Way, string>>> = { stranger: '4xx', bad: '4xx' };
const SENDS: readonly Way[] = ['written', 'sent'];

/** Calls in one round, by the number of callers at once. */
const CALLS = { 1: 40, 20: 160 } as const;
/** What Pinterest takes for an answer. */
const PINTEREST_MS = 100;
const EVENTS_IN_A_LIST = 1000;
const PATIENCE_MS = 120_000;

type Callers = 1 | 20;

interface Load {
	/** A second. */
	readonly rates: number[];
	readonly latencies: number[];
}

type Loads = Readonly<Record<Way, Load>>;

/** How fast the shipped template answers, in its two ways, beside what n8n itself takes for less. */
export async function measureWebhooks(
	n8n: BenchN8n,
	stub: Stub<Counts>,
	rounds: number,
): Promise<Measurement[]> {
	await prepareForDemo(n8n.server.api, {
		baseUrl: stub.url,
		accessToken: 'bench',
		refreshToken: '',
		clientId: '',
		clientSecret: '',
	});
	await n8n.publish(bareWebhook(WAYS.bare.path));
	await n8n.publish(respondingWebhook(WAYS.responding.path));
	await n8n.publish(writingWebhook(WAYS.writing.path));
	const published = await n8n.server.api.call<Workflow>('GET', '/rest/workflows/pinAdsConversions');
	await n8n.publish(sendingTemplate(published, WAYS.sent.path));
	for (const { path } of Object.values(WAYS)) await n8n.untilOpen(path, conversion('first'));
	await stub.delay(PINTEREST_MS);
	const measurements: Measurement[] = [];
	for (const callers of [1, 20] as const) {
		const loads = newLoads();
		const noLoads = newLoads();
		// The first one warms n8n up.
		for (let round = -1; round < rounds; round++) {
			for (const way of EVERY) {
				await n8n.untilIdle();
				await stub.counts();
				await call(n8n, way, callers, (round < 0 ? noLoads : loads)[way]);
				await expectEvents(n8n, stub, SENDS.includes(way) ? CALLS[callers] : 0, way === 'sent');
			}
		}
		measurements.push(...measurementsOf(loads, callers));
	}
	measurements.push(await measureLists(n8n, stub, rounds));
	await stub.delay(0);
	return measurements;
}

const newLoads = () =>
	Object.fromEntries(EVERY.map((way): [Way, Load] => [way, { rates: [], latencies: [] }])) as Loads;

/** Every call has the answer that it should have, or this throws. */
async function call(n8n: BenchN8n, way: Way, callers: Callers, load: Load): Promise<void> {
	const url = n8n.webhookUrl(WAYS[way].path);
	const amount = CALLS[callers];
	const began = performance.now();
	// autocannon itself ends at the next full second.
	let ended = began;
	const { email, ...bad } = conversion('[<id>]');
	const options = {
		url,
		connections: callers,
		amount,
		method: 'POST',
		headers: {
			...(way === 'stranger' ? { 'x-pinterest-key': 'guessed' } : n8n.caller),
			'content-type': 'application/json',
		},
		body: JSON.stringify(way === 'bad' ? { ...bad, value: 'a lot' } : { ...bad, email }),
		idReplacement: true,
		timeout: 60,
	} as const;
	const result = await new Promise<autocannon.Result>((resolve, reject) => {
		autocannon(options, (error: Error | null, done) => (error ? reject(error) : resolve(done))).on(
			'response',
			(...response: unknown[]) => {
				ended = performance.now();
				// The time is the last of what it is told.
				load.latencies.push(response.at(-1) as number);
			},
		);
	});
	load.rates.push((amount / (ended - began)) * 1000);
	const status = (STATUS[way] ?? '2xx') as '2xx' | '4xx';
	if (result[status] !== amount) {
		throw new Error(`${url}: ${result[status]} of ${amount} calls were answered with ${status}`);
	}
}

/**
 * What was answered may still be on its way; what is never sent, or sent twice, throws.
 * @param mayRepeat what takes longer than its caller waits is sent once more, and Pinterest recognises it
 */
async function expectEvents(
	n8n: BenchN8n,
	stub: Stub<Counts>,
	expected: number,
	mayRepeat = false,
): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	let events = 0;
	do {
		await n8n.untilIdle();
		events += (await stub.counts()).events;
		if (events < expected) await sleep(100);
	} while (events < expected && Date.now() < deadline);
	if (events < expected || (events > expected && !mayRepeat)) {
		throw new Error(`${events} of ${expected} conversions arrived`);
	}
}

/** Lists of as many events as one call may have, to an answer that says they are written down. */
async function measureLists(
	n8n: BenchN8n,
	stub: Stub<Counts>,
	rounds: number,
): Promise<Measurement> {
	const rates: number[] = [];
	for (let round = -1; round < rounds; round++) {
		await n8n.untilIdle();
		await stub.counts();
		const events = Array.from({ length: EVENTS_IN_A_LIST }, (_, n) =>
			conversion(`list-${performance.now()}-${n}`),
		);
		const began = performance.now();
		const status = await n8n.send(WAYS.written.path, events);
		if (round >= 0) rates.push((events.length / (performance.now() - began)) * 1000);
		if (status !== 202) throw new Error(`A list was answered with ${status}`);
		await expectEvents(n8n, stub, events.length);
	}
	return overRounds('lists of 1,000, written down first', rates, 'events/s', atLeast(2000));
}

function measurementsOf(loads: Loads, callers: Callers): Measurement[] {
	const at = `${callers} ${callers === 1 ? 'caller' : 'callers'}`;
	const ratio = (way: Way, other: Way, bound: Bound | null = null) =>
		overRounds(
			`${WAYS[way].says} / ${WAYS[other].says}, ${at}`,
			loads[way].rates.map((rate, round) => rate / loads[other].rates[round]),
			'×',
			bound,
		);
	/** Of the time for a call that is accepted. */
	const cost = (way: Way) =>
		overRounds(
			`${WAYS[way].says} costs, of an accepted call, ${at}`,
			loads[way].rates.map((rate, round) => loads.written.rates[round] / rate),
			'×',
			atMost(1 / 3),
		);
	return [
		ratio('sent', 'responding', atLeast(0.8)),
		ratio('written', 'writing', atLeast(callers === 1 ? 0.85 : 0.7)),
		ratio('sent', 'bare'),
		ratio('written', 'bare'),
		ratio('writing', 'bare'),
		ratio('responding', 'bare'),
		cost('stranger'),
		cost('bad'),
		...(['bare', 'responding', 'writing', 'written', 'sent'] as const).flatMap((way) => [
			overRounds(`${WAYS[way].says}, ${at}`, loads[way].rates, 'events/s'),
			measured(`${WAYS[way].says}, ${at}, p50`, median(loads[way].latencies), 'ms'),
			measured(`${WAYS[way].says}, ${at}, p99`, percentile(loads[way].latencies, 0.99), 'ms'),
		]),
	];
}

/** As a shop sends it. */
const conversion = (order: string) => ({
	event_name: 'checkout',
	event_id: `order-${order}`,
	order_id: order,
	email: 'customer@example.com',
	client_ip_address: '203.0.113.7',
	client_user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15',
	value: 49.99,
	currency: 'USD',
});
