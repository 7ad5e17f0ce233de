// One measured run in a process of its own, so that neither memory nor warmth comes from another.
// node run.mts <server> <input as JSON>; prints a Run.
import { setTimeout } from 'node:timers/promises';
import type * as Worker from '../../worker/src/index.ts';
import type * as GotHttp from '../../worker/src/adapters/gotHttp.mts';
import type * as SystemClock from '../../worker/src/adapters/systemClock.mts';
import { AD_ACCOUNT } from './campaigns.mts';

export interface Run {
	readonly ms: number;
	/** Of all threads. */
	readonly cpuMs: number;
	readonly rows: number;
	/** Of a row, without those that say what it is about. */
	readonly columns: number;
	readonly impressions: number;
	/** Largest resident memory of the process less what it had before it began. */
	readonly peakBytes: number;
	readonly warnings: readonly string[];
}

const [server, input] = process.argv.slice(2);
const dist = new URL('../../worker/dist/', import.meta.url);
const { fetchMetrics }: typeof Worker = await import(`${dist}index.js`);
const { createGotHttp }: typeof GotHttp = await import(`${dist}adapters/gotHttp.mjs`);
const clock: typeof SystemClock = await import(`${dist}adapters/systemClock.mjs`);
const context = {
	http: createGotHttp({ baseUrl: server, accessToken: 'bench' }),
	clock: clock.systemClock,
	logger: clock.silentLogger,
	adAccountId: AD_ACCOUNT,
};

// Let the memory of loading settle.
await setTimeout(200);
const idle = process.memoryUsage.rss();
const cpuBefore = process.cpuUsage();
const began = performance.now();
const { rows, warnings } = await fetchMetrics(context, JSON.parse(input));
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
const cpuMs = (user + system) / 1_000;
const peakBytes = process.resourceUsage().maxRSS * 1024 - idle;
const impressions = rows.reduce((sum, row) => sum + Number(row.total_impression), 0);
const keys = Object.keys(rows[0] ?? {});
const columns = keys.length - (keys.indexOf('currency') + 1);
console.log(
	JSON.stringify({
		...{ ms, cpuMs, rows: rows.length, columns, impressions, peakBytes, warnings },
	} satisfies Run),
);
process.exit(0);
