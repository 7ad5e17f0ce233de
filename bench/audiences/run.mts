// One measured run in a process of its own, so that neither memory nor warmth comes from another.
// node run.mts <floor|floor-hashed|sync|sync-hashed> <file> <server> [audience id]; prints a Run.
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type * as Worker from '../../worker/src/index.ts';
import type * as GotHttp from '../../worker/src/adapters/gotHttp.mts';
import type * as SystemClock from '../../worker/src/adapters/systemClock.mts';
import { EMAIL_COLUMN } from './contactFile.mts';

export interface Run {
	readonly ms: number;
	/** Of all threads. */
	readonly cpuMs: number;
	/** Distinct addresses. */
	readonly records: number;
	/** Largest resident memory of the process less what it had before it began. */
	readonly peakBytes: number;
}

const [task, file, server, audienceId] = process.argv.slice(2);
const dist = new URL('../../worker/dist/', import.meta.url);
const { syncAudience, recordsFromFile }: typeof Worker = await import(`${dist}index.js`);
const { createGotHttp }: typeof GotHttp = await import(`${dist}adapters/gotHttp.mjs`);
const clock: typeof SystemClock = await import(`${dist}adapters/systemClock.mjs`);

const TASKS: Record<string, () => Promise<number>> = {
	floor: async () => (await distinctLines()).size,
	'floor-hashed': async () => {
		const distinct = await distinctLines();
		let digits = 0;
		for (const email of distinct) digits += hash('sha256', email, 'hex').length;
		return digits / 64;
	},
	sync: async () => await sync('none'),
	'sync-hashed': async () => await sync('sha256'),
};

/** The least that anybody would write to get the distinct addresses out of the file. */
async function distinctLines(): Promise<Set<string>> {
	const distinct = new Set<string>();
	for await (const line of createInterface({ input: createReadStream(file) })) {
		distinct.add(line.split(',')[EMAIL_COLUMN].trim().toLowerCase());
	}
	distinct.delete('email');
	return distinct;
}

async function sync(hashing: 'none' | 'sha256'): Promise<number> {
	const record = await syncAudience(
		{
			http: createGotHttp({ baseUrl: server, accessToken: 'bench' }),
			clock: clock.systemClock,
			logger: clock.silentLogger,
			adAccountId: '549755885175',
		},
		{
			name: 'Bench',
			...(audienceId === undefined ? {} : { audienceId }),
			hashing,
			records: () => recordsFromFile(createReadStream(file), { fileName: file }),
		},
	);
	return record.counts.sent;
}

// Let the memory of loading settle.
await setTimeout(200);
const idle = process.memoryUsage.rss();
const cpuBefore = process.cpuUsage();
const began = performance.now();
const records = await TASKS[task]();
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
const cpuMs = (user + system) / 1_000;
const peakBytes = process.resourceUsage().maxRSS * 1024 - idle;
console.log(JSON.stringify({ ms, cpuMs, records, peakBytes } satisfies Run));
process.exit(0);
