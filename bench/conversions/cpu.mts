import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, atMost, overRounds, type Report } from '../report.mts';
import type { CpuRun } from './cpuRun.mts';
import { ensureSegment, SEGMENT } from './segmentPackage.mts';

const EVENTS_PER_REQUEST = {
	floor: 1000,
	'floor-hash': 1000,
	worker: 1000,
	segment: 1,
} as const;
/** Email, phone, first and last name, city, country, postal code, external ID. */
const DIGESTS = 8;

type Task = keyof typeof EVENTS_PER_REQUEST;

/** What one event costs the worker, beside the least that it takes and beside Segment's sender. */
export async function measureCpu(rounds: number): Promise<Report> {
	const segment = await ensureSegment();
	const runs: Record<Task, CpuRun[]> = { floor: [], 'floor-hash': [], worker: [], segment: [] };
	for (let round = 0; round < rounds; round++) {
		for (const task of Object.keys(runs) as Task[]) runs[task].push(await run(task, segment));
	}
	const times = (task: Task) => runs[task].map(({ microseconds }) => microseconds);
	const ratios = (task: Task, to: Task) =>
		times(task).map((time, round) => time / times(to)[round]);
	return {
		measurements: [
			overRounds('CPU / floor', ratios('worker', 'floor'), '×', atMost(2)),
			overRounds('times less CPU than Segment’s', ratios('segment', 'worker'), '×', atLeast(8)),
			overRounds('Segment’s / floor', ratios('segment', 'floor'), '×'),
			overRounds('CPU / floor with crypto.hash', ratios('worker', 'floor-hash'), '×'),
			overRounds('CPU per event', times('worker'), 'µs'),
			overRounds('CPU per event, floor', times('floor'), 'µs'),
			overRounds('CPU per event, floor with crypto.hash', times('floor-hash'), 'µs'),
			overRounds('CPU per event, Segment’s', times('segment'), 'µs'),
		],
		notes: [
			`CPU: user and system time of a process that sends ${runs.worker[0].events.toLocaleString('en')} orders (8 identifiers to hash, IP address, browser, amount, 2 line items), the network answering at once inside of it.`,
			'Floor: the same identifiers through createHash().update().digest(), the same bodies through JSON.stringify. With crypto.hash: the same with Node.js’s newer one-shot function, which the worker uses.',
			`Segment’s: its whole action reportConversionEvent of ${SEGMENT}, one event a request.`,
		],
	};
}

async function run(task: Task, segment: string): Promise<CpuRun> {
	const args = ['--expose-gc', join(import.meta.dirname, 'cpuRun.mts'), task, segment];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const result = JSON.parse(stdout) as CpuRun;
	const { events, requests, digests } = result;
	if (requests !== events / EVENTS_PER_REQUEST[task] || digests !== DIGESTS)
		throw new Error(`${task}: ${stdout}`);
	return result;
}
