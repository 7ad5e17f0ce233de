// One measured run in a process of its own: node cpuRun.mts <floor|floor-hash|worker|worker-json|segment> [Segment's folder]
// prints a CpuRun. The network is in the process and answers at once: what is left is the sender.
import { createHash, hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type * as SystemClock from '../../worker/src/adapters/systemClock.mts';
import type * as Worker from '../../worker/src/index.ts';
import type { HttpRequest, HttpResponse } from '../../worker/src/port/index.ts';
import { checkout, type Checkout } from './checkouts.mts';
import { createSegmentSender } from './segmentSender.mts';
import type { Prepare, Sent } from './sender.mts';

export interface CpuRun extends Sent {
	/** User and system time of the whole process, its threads included, for one event. */
	readonly microseconds: number;
}

const ORDERS = 10_000;
/** n8n runs for weeks: what the first events cost is not what one costs. */
const WARM_UP_RUNS = 3;
const RUNS = 5;

interface Body {
	readonly data: ReadonlyArray<{ readonly user_data: Record<string, string | string[]> }>;
}

const dist = new URL('../../worker/dist/', import.meta.url);
const { sendConversions }: typeof Worker = await import(`${dist}index.js`);
const { systemClock: clock, silentLogger: logger }: typeof SystemClock = await import(
	`${dist}adapters/systemClock.mjs`
);

/** The worker as any program uses it. Its port has the answer at hand. */
async function send(orders: readonly Checkout[], receive: (body: Body) => void): Promise<void> {
	const http = {
		async send({ body }: HttpRequest): Promise<HttpResponse> {
			receive(body as Body);
			const { length } = (body as Body).data;
			return await Promise.resolve({ status: 200, headers: {}, body: answerTo(length) });
		},
	};
	const context = { http, clock, logger, adAccountId: '549755885175' };
	const failure = (await sendConversions(context, orders)).find(({ ok }) => !ok);
	if (failure) throw new Error(JSON.stringify(failure));
}

const answers = new Map<number, object>();

function answerTo(events: number): object {
	const processed = { status: 'processed', error_message: '', warning_message: '' };
	const answer = answers.get(events) ?? {
		num_events_received: events,
		num_events_processed: events,
		events: Array.from({ length: events }, () => ({ ...processed })),
	};
	answers.set(events, answer);
	return answer;
}

/** @param pass does with a body what the network's side has to */
const worker =
	(pass: (body: Body) => unknown): Prepare =>
	(orders) => ({
		async run() {
			let sent = { requests: 0, events: 0, digests: 0 };
			await send(orders, (body) => {
				const { data } = body;
				const digests = Object.values(data[0].user_data).filter(Array.isArray).length;
				sent = { requests: sent.requests + 1, events: sent.events + data.length, digests };
				pass(body);
			});
			return sent;
		},
	});

/** The least that anybody would do for the same requests: their identifiers hashed, their JSON made. */
const floor =
	(digest: (text: string) => string): Prepare =>
	async (orders) => {
		const bodies: Body[] = [];
		await send(orders, (body) => bodies.push(body));
		const identifiers = orders.map(
			({ email, phone, firstName, lastName, city, country, zip, externalId }) =>
				[email, phone, firstName, lastName, city, country, zip, externalId] as const,
		);
		return {
			async run() {
				for (const texts of identifiers) for (const text of texts) digest(text);
				for (const body of bodies) JSON.stringify(body);
				const events = bodies.reduce((sum, { data }) => sum + data.length, 0);
				return await Promise.resolve({
					requests: bodies.length,
					events,
					digests: identifiers[0].length,
				});
			},
		};
	};

const [task, segmentFolder] = process.argv.slice(2);
const TASKS: Record<string, () => Promise<Prepare>> = {
	floor: async () =>
		await Promise.resolve(floor((text) => createHash('sha256').update(text).digest('hex'))),
	'floor-hash': async () => await Promise.resolve(floor((text) => hash('sha256', text))),
	worker: async () => await Promise.resolve(worker(() => undefined)),
	'worker-json': async () => await Promise.resolve(worker(JSON.stringify)),
	segment: async () => await createSegmentSender(segmentFolder),
};
const prepare = await TASKS[task]();
const now = Math.floor(Date.now() / 1000);
const { run } = await prepare(Array.from({ length: ORDERS }, (_, n) => checkout(n, now)));
for (let n = 0; n < WARM_UP_RUNS; n++) await run();
// Let the memory of preparing settle.
globalThis.gc?.();
await setTimeout(200);
const before = process.cpuUsage();
let sent = await run();
for (let n = 1; n < RUNS; n++) sent = await run();
const { user, system } = process.cpuUsage(before);
const microseconds = (user + system) / (RUNS * ORDERS);
console.log(JSON.stringify({ ...sent, microseconds } satisfies CpuRun));
process.exit(0);
