import { setTimeout as sleep } from 'node:timers/promises';
import { chain, webhookNode, workflow } from '../../scripts/n8n/workflow.mts';
import { at, calledByOthers, node, oneByOne } from '../../workflows/builder/index.mts';
import { atMost, measured, median, percentile, type Measurement } from '../shared/report.mts';
import { calledByWebhook } from './called.mts';
import { QueueMode } from './queueMode.mts';

const BULK = 'benchBulkSync';
const CALLS = 'benchCalls';
const EMPTY = 'benchEmpty';
const OTHER = 'benchOther';
const AUDIENCES = 'pinterest_audiences';
const CONTACTS = 110;
/** Of the runs that are not held back. */
const FEW = 40;
/** Of the one during which another webhook is called. */
const MANY = 200;
const WRITES_OF_ONE = 2;
/** Requests that write, in a minute. Pinterest's own limit is far above what a slow machine reaches. */
const LIMIT = { pinterest: 400, low: 100, none: 1_000_000 };
/** More than a minute's limit, and less than that of two. */
const OVER_THE_LIMIT = 80;
const OTHER_CALLS = 100;
const OTHER_EVERY_MS = 100;
const OTHER_PATIENCE_MS = 5_000;
const MINUTE = 60;
const MINUTE_MS = MINUTE * 1_000;
const TO_THE_MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/** Bulk sync in queue mode: over one worker and two, at Pinterest's limit, and what it leaves for others. */
export async function measureAtScale(): Promise<Measurement[]> {
	const queue = await QueueMode.start();
	try {
		const bulk = calledByWebhook('pinAdsBulkSync', BULK, await queue.credential());
		await queue.publish(bulk, emptyWorkflow(), callingWorkflow(), otherWorkflow());
		await limitTo(queue, LIMIT.none);
		await sync(queue, 'warm up', 5, 1);
		const idle = await otherCalls(queue, () => Promise.resolve());
		const two = { bulk: await sync(queue, 'two', FEW, 2), calls: await emptyCalls(queue, 2) };
		const during = await otherCalls(queue, async () => void (await sync(queue, 'many', MANY, 1)));
		await limitTo(queue, LIMIT.low);
		// What the others have sent in this minute is above the limit that holds from now on.
		await sleep(MINUTE_MS - (Date.now() % MINUTE_MS));
		const held = await sync(queue, 'limited', OVER_THE_LIMIT, 2);
		await limitTo(queue, LIMIT.none);
		await queue.cluster.kill('worker-2');
		const one = { bulk: await sync(queue, 'one', FEW, 1), calls: await emptyCalls(queue, 1) };
		const perSecond = ({ bulk }: typeof one) => FEW / bulk.seconds;
		const allowed = LIMIT.pinterest / WRITES_OF_ONE / MINUTE;
		return [
			measured('queue mode: two workers / one', perSecond(two) / perSecond(one), '×'),
			measured(
				'queue mode: an audience / an empty sub-workflow, one worker',
				one.bulk.seconds / one.calls,
				'×',
			),
			measured('queue mode: audiences, one worker', perSecond(one), 'a second'),
			measured('queue mode: audiences, two runs on two workers', perSecond(two), 'a second'),
			measured('queue mode: audiences that Pinterest’s limit allows', allowed, 'a second'),
			measured('queue mode: empty sub-workflows, one worker', FEW / one.calls, 'a second'),
			measured('queue mode: empty sub-workflows, two workers', FEW / two.calls, 'a second'),
			measured(
				'at the limit: the most writes in a minute / the limit',
				held.mostInAMinute / LIMIT.low,
				'×',
				atMost(1),
			),
			measured(
				'at the limit: refused in a minute for too many requests',
				held.refused,
				'requests',
				atMost(1),
			),
			measured('at the limit: audiences', (OVER_THE_LIMIT * MINUTE) / held.seconds, 'a minute'),
			measured(
				`another webhook, p99 during a bulk sync of ${MANY} / idle`,
				percentile(during.times, 0.99) / percentile(idle.times, 0.99),
				'×',
			),
			...[['idle', idle] as const, [`during a bulk sync of ${MANY}`, during] as const].flatMap(
				([when, { times, unanswered }]) => [
					measured(`another webhook, p50 ${when}`, median(times), 'ms'),
					measured(`another webhook, p99 ${when}`, percentile(times, 0.99), 'ms'),
					measured(`another webhook, answered ${when}`, times.length, 'calls'),
					measured(`another webhook, not answered in 5 s ${when}`, unanswered, 'calls'),
				],
			),
		];
	} finally {
		await queue.stop();
	}
}

const limitTo = async (queue: QueueMode, writes: number) =>
	await queue.tell('POST', 'settings', { limits: { ads_write: writes, ads_read: LIMIT.none } });

interface Synced {
	readonly seconds: number;
	/** The most answers in a minute that said that there were too many requests. */
	readonly refused: number;
	/** Writes that were let through. */
	readonly mostInAMinute: number;
}

/** New audiences by so many runs at the same time. @throws where not all of them are synced */
async function sync(queue: QueueMode, group: string, count: number, runs: number): Promise<Synced> {
	const keys = Array.from({ length: count }, (_, n) => `${group} ${n}`);
	const contacts = keys.flatMap((key) =>
		Array.from({ length: CONTACTS }, (_, n) => ({
			audience_key: key,
			record: `${key.replaceAll(' ', '.')}.${n}@example.com`,
		})),
	);
	await queue.insert('pinterest_contacts', contacts);
	await queue.insert(
		AUDIENCES,
		keys.map((key) => ({ audience_key: key, name: key, active: true })),
	);
	await queue.tell('DELETE', 'ledger');
	const began = performance.now();
	await queue.run(BULK, runs);
	const seconds = (performance.now() - began) / 1_000;
	const unfinished = (await queue.rows(AUDIENCES)).filter((row) => row.sync_status !== 'synced');
	if (unfinished.length > 0)
		throw new Error(`Not synced: ${unfinished.map((row) => row.audience_key).join(', ')}`);
	const ledger = await queue.simulator.ledger();
	const isRefused = ({ status }: (typeof ledger)[number]) => status === 429;
	const isWritten = ({ method, status }: (typeof ledger)[number]) =>
		method !== 'GET' && status !== 429;
	const mostInAMinute = (which: typeof isRefused) => {
		const minutes = ledger.filter(which).map(({ time }) => time.slice(0, TO_THE_MINUTE));
		return Math.max(
			0,
			...Map.groupBy(minutes, (minute) => minute)
				.values()
				.map((all) => all.length),
		);
	};
	console.error(`${group}: ${count} audiences in ${Math.round(seconds)} s`);
	return {
		seconds,
		refused: mostInAMinute(isRefused),
		mostInAMinute: mostInAMinute(isWritten),
	};
}

/** @returns the seconds that so many calls take, divided among the workers */
async function emptyCalls(queue: QueueMode, workers: number): Promise<number> {
	const items = Array.from({ length: FEW / workers }, (_, n) => ({ n }));
	const began = performance.now();
	await Promise.all(
		Array.from({ length: workers }, async () => await queue.call(CALLS, { items })),
	);
	return (performance.now() - began) / 1_000;
}

interface OtherCalls {
	/** Milliseconds of each that was answered. */
	readonly times: readonly number[];
	/** It has happened, on an idle n8n as well, that an execution had ended and its caller waited on. */
	readonly unanswered: number;
}

/** Calls another webhook, at least so often and as long as the work goes on. */
async function otherCalls(queue: QueueMode, work: () => Promise<void>): Promise<OtherCalls> {
	let isDone = false;
	const working = work().finally(() => (isDone = true));
	const times: number[] = [];
	let unanswered = 0;
	while (!isDone || times.length < OTHER_CALLS) {
		try {
			times.push(await queue.call(OTHER, {}, OTHER_PATIENCE_MS));
		} catch (error) {
			if ((error as Error).name !== 'TimeoutError') throw error;
			unanswered++;
		}
		await sleep(OTHER_EVERY_MS);
	}
	await working;
	return { times, unanswered };
}

const otherWorkflow = () => workflow(OTHER, [webhookNode('Start', OTHER, 'lastNode')], {});

const emptyWorkflow = () => workflow(EMPTY, [calledByOthers('Call', at(0, 0))], {});

/** A call for each item, one after another, as bulk sync makes them. */
function callingWorkflow() {
	const next = (name: string) => [{ node: name, type: 'main', index: 0 }];
	const nodes = [
		webhookNode('Start', CALLS, 'lastNode'),
		node('Items', at(0, 0), 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
		oneByOne('Each', at(0, 0)),
		node('Call it', at(0, 0), 'executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: EMPTY },
			workflowInputs: { mappingMode: 'autoMapInputData', value: null },
			options: {},
		}),
	];
	return workflow(CALLS, nodes, {
		...chain('Start', 'Items', 'Each'),
		Each: { main: [[], next('Call it')] },
		'Call it': { main: [next('Each')] },
	});
}
