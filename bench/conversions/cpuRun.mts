// One measured run in a process of its own: node cpuRun.mts <floor|worker|segment> [Segment's folder]
// prints a CpuRun. The network is in the process and answers at once: what is left is the sender.
import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type * as SystemClock from '../../worker/src/adapters/systemClock.mts';
import type * as Worker from '../../worker/src/index.ts';
import type { HttpRequest, HttpResponse } from '../../worker/src/ports.ts';
import { checkout, type Checkout } from './checkouts.mts';
import { createSegmentSender } from './segmentSender.mts';
import type { Prepare, Sent } from './sender.mts';

export interface CpuRun extends Sent {
	/** User and system time of the whole process, its threads included, for one event. */
	readonly microseconds: number;
}

const WARM_UP = 5_000;
const EVENTS = 20_000;

interface Body {
	readonly data: ReadonlyArray<{ readonly user_data: Record<string, string | string[]> }>;
}

const dist = new URL('../../worker/dist/', import.meta.url);
const { sendConversions }: typeof Worker = await import(`${dist}index.js`);
const { systemClock: clock, silentLogger: logger }: typeof SystemClock = await import(
	`${dist}adapters/systemClock.mjs`
);

/** The worker as any program uses it. Its port does what every adapter does: JSON out, JSON in. */
const worker = (orders: readonly Checkout[], bodies: Body[] = []) => ({
	async run(): Promise<Sent> {
		const http = {
			async send({ body }: HttpRequest): Promise<HttpResponse> {
				JSON.stringify(body);
				bodies.push(body as Body);
				const answer: unknown = JSON.parse(answerTo(body as Body));
				return await Promise.resolve({ status: 200, headers: {}, body: answer });
			},
		};
		const context = { http, clock, logger, adAccountId: '549755885175' };
		const outcomes = await sendConversions(context, orders);
		const failure = outcomes.find(({ ok }) => !ok);
		if (failure) throw new Error(JSON.stringify(failure));
		return sentIn(bodies);
	},
});

function answerTo({ data }: Body): string {
	const processed = '{"status":"processed","error_message":"","warning_message":""}';
	const events = new Array<string>(data.length).fill(processed).join();
	return `{"num_events_received":${data.length},"num_events_processed":${data.length},"events":[${events}]}`;
}

function sentIn(bodies: readonly Body[]): Sent {
	const events = bodies.reduce((sum, { data }) => sum + data.length, 0);
	const digests = Object.values(bodies[0].data[0].user_data).filter(Array.isArray).length;
	return { requests: bodies.length, events, digests };
}

/** The least that anybody would do for the same requests: their identifiers hashed, their JSON made. */
const floor: Prepare = async (orders) => {
	const bodies: Body[] = [];
	await worker(orders, bodies).run();
	const identifiers = orders.map(
		({ email, phone, firstName, lastName, city, country, zip, externalId }) =>
			[email, phone, firstName, lastName, city, country, zip, externalId] as const,
	);
	return {
		async run() {
			for (const texts of identifiers) for (const text of texts) hash('sha256', text);
			for (const body of bodies) JSON.stringify(body);
			return await Promise.resolve(sentIn(bodies));
		},
	};
};

const [task, segmentFolder] = process.argv.slice(2);
const TASKS: Record<string, () => Promise<Prepare>> = {
	floor: async () => await Promise.resolve(floor),
	worker: async () => await Promise.resolve((orders) => worker(orders)),
	segment: async () => await createSegmentSender(segmentFolder),
};
const prepare = await TASKS[task]();
const now = Math.floor(Date.now() / 1000);
const orders = Array.from({ length: WARM_UP + EVENTS }, (_, n) => checkout(n, now));
await (await prepare(orders.slice(EVENTS))).run();
const ready = await prepare(orders.slice(0, EVENTS));
// Let the memory of preparing settle.
globalThis.gc?.();
await setTimeout(200);
const before = process.cpuUsage();
const sent = await ready.run();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ...sent, microseconds: (user + system) / EVENTS } satisfies CpuRun));
process.exit(0);
