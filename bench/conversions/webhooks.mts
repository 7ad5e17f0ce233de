import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareForDemo } from '../../scripts/templates/prepare.mts';
import { atLeast, measured, median, overRounds, type Measurement } from '../report.mts';
import type { Stub } from '../stub.mts';
import type { BenchN8n } from './n8n.mts';
import type { Counts } from './stubServer.mts';
import { bareWebhook, writingWebhook } from './workflows.mts';

const TEMPLATE = 'pinterest-conversion';
const BARE = 'bench-bare-webhook';
const WRITING = 'bench-writing-webhook';
/** Calls in one round, by the number of callers at once. */
const CALLS = { 1: 40, 20: 160 } as const;
const PATIENCE_MS = 120_000;

type Callers = 1 | 20;

interface Load {
	/** A second. */
	readonly rates: number[];
	readonly latencies: number[];
}

/** How fast the shipped template answers what it has written down, beside a webhook that does nothing. */
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
	await n8n.publish(bareWebhook(BARE));
	await n8n.publish(writingWebhook(WRITING));
	const paths = [BARE, WRITING, TEMPLATE];
	for (const path of paths) await n8n.untilOpen(path, conversion('first'));
	const measurements: Measurement[] = [];
	for (const callers of [1, 20] as const) {
		const loads = Object.fromEntries(paths.map((path) => [path, newLoad()]));
		// The first one warms n8n up.
		for (let round = -1; round < rounds; round++) {
			for (const path of paths) {
				await n8n.untilIdle();
				await stub.counts();
				const load = round < 0 ? newLoad() : loads[path];
				await call(n8n, path, callers, load);
				await expectEvents(n8n, stub, path === TEMPLATE ? CALLS[callers] : 0);
			}
		}
		measurements.push(...measurementsOf(loads, callers));
	}
	return measurements;
}

const newLoad = (): Load => ({ rates: [], latencies: [] });

/** Every call has an answer of 2xx, or this throws. */
async function call(n8n: BenchN8n, path: string, callers: Callers, load: Load): Promise<void> {
	const url = n8n.webhookUrl(path);
	const amount = CALLS[callers];
	const began = performance.now();
	// autocannon itself ends at the next full second.
	let ended = began;
	const options = {
		url,
		connections: callers,
		amount,
		method: 'POST',
		headers: { ...n8n.caller, 'content-type': 'application/json' },
		body: JSON.stringify(conversion('[<id>]')),
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
	if (result['2xx'] !== amount) {
		throw new Error(`${url}: ${result['2xx']} of ${amount} calls were answered with 2xx`);
	}
}

/** What was answered may still be on its way; what is never sent, or sent twice, throws. */
async function expectEvents(n8n: BenchN8n, stub: Stub<Counts>, expected: number): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	let events = 0;
	do {
		await n8n.untilIdle();
		events += (await stub.counts()).events;
		if (events < expected) await sleep(100);
	} while (events < expected && Date.now() < deadline);
	if (events !== expected) throw new Error(`${events} of ${expected} conversions arrived`);
}

function measurementsOf(loads: Record<string, Load>, callers: Callers): Measurement[] {
	const at = `${callers} ${callers === 1 ? 'caller' : 'callers'}`;
	const { [TEMPLATE]: template, [BARE]: bare, [WRITING]: writing } = loads;
	const ratios = ({ rates }: Load) => rates.map((rate, round) => rate / bare.rates[round]);
	const figures = (name: string, { rates, latencies }: Load) => [
		overRounds(`${name}, ${at}`, rates, 'events/s'),
		measured(`${name}, ${at}, p50`, median(latencies), 'ms'),
		measured(`${name}, ${at}, p99`, percentile(latencies, 0.99), 'ms'),
	];
	return [
		overRounds(`template’s rate / bare webhook’s, ${at}`, ratios(template), '×', atLeast(0.6)),
		overRounds(`the same of write and answer alone, ${at}`, ratios(writing), '×'),
		...figures('template', template),
		...figures('bare webhook', bare),
	];
}

function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil(sorted.length * part) - 1];
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
