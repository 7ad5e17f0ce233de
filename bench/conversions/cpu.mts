import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, atMost, overRounds, type Report } from '../shared/report.mts';
import type { CpuRun } from './cpuRun.mts';
import { ensureSegment, SEGMENT } from './segmentPackage.mts';

const TASKS = ['floor', 'floor-hash', 'worker', 'worker-json', 'segment'] as const;
type Task = (typeof TASKS)[number];

const eventsPerRequest = (task: Task) => (task === 'segment' ? 1 : 1000);
/** Email, phone, first and last name, city, country, postal code, external ID. */
const DIGESTS = 8;

/** What one event costs the worker, beside the least that it takes and beside Segment's sender. */
export async function measureCpu(rounds: number): Promise<Report> {
	const segment = await ensureSegment();
	const runs = new Map<Task, CpuRun[]>(TASKS.map((task) => [task, []]));
	for (let round = 0; round < rounds; round++) {
		for (const [task, done] of runs) done.push(await run(task, segment));
	}
	const times = (task: Task) => (runs.get(task) ?? []).map(({ microseconds }) => microseconds);
	const ratios = (task: Task, to: Task) =>
		times(task).map((time, round) => time / times(to)[round]);
	return {
		measurements: [
			overRounds('CPU / floor', ratios('worker', 'floor'), '×', atMost(2)),
			overRounds('times less CPU than Segment’s', ratios('segment', 'worker'), '×', atLeast(8)),
			overRounds('CPU with JSON / floor', ratios('worker-json', 'floor'), '×'),
			overRounds('CPU with JSON / floor of crypto.hash', ratios('worker-json', 'floor-hash'), '×'),
			overRounds('times less than Segment’s, with JSON', ratios('segment', 'worker-json'), '×'),
			overRounds('Segment’s / floor', ratios('segment', 'floor'), '×'),
			overRounds('CPU per event', times('worker'), 'µs'),
			overRounds('CPU per event, with JSON', times('worker-json'), 'µs'),
			overRounds('CPU per event, floor', times('floor'), 'µs'),
			overRounds('CPU per event, floor of crypto.hash', times('floor-hash'), 'µs'),
			overRounds('CPU per event, Segment’s', times('segment'), 'µs'),
		],
		notes: [
			'CPU: user and system time of a process that sends 10,000 orders again and again (8 identifiers to hash, IP address, browser, amount, 2 line items). The network is in the process and answers at once; with JSON: it makes JSON of every body first, as HTTP clients do.',
			'Floor: the same identifiers through createHash().update().digest(), the same bodies through JSON.stringify. Of crypto.hash: with Node.js’s newer function for all three in one, which the worker uses.',
			`Segment’s: its whole action reportConversionEvent of ${SEGMENT}, one event a request.`,
		],
	};
}

async function run(task: Task, segment: string): Promise<CpuRun> {
	const args = ['--expose-gc', join(import.meta.dirname, 'cpuRun.mts'), task, segment];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const result = JSON.parse(stdout) as CpuRun;
	const { events, requests, digests } = result;
	if (requests !== events / eventsPerRequest(task) || digests !== DIGESTS)
		throw new Error(`${task}: ${stdout}`);
	return result;
}
