// The least that anybody would do for the same rows: fetches what the worker has fetched, and parses it.
// node floorRun.mts <server> <paths as JSON>; prints a FloorRun.
import { setTimeout } from 'node:timers/promises';

export interface FloorRun {
	/** Of all threads. */
	readonly cpuMs: number;
	readonly impressions: number;
}

type Row = Readonly<Record<string, unknown>>;

const [server, paths] = process.argv.slice(2);
await setTimeout(200);
const before = process.cpuUsage();
let impressions = 0;
for (const path of JSON.parse(paths) as string[]) {
	const answer = (await (await fetch(`${server}${path}`)).json()) as Row[] | Record<string, Row[]>;
	for (const row of Object.values(answer).flat() as Row[])
		impressions += Number(row.TOTAL_IMPRESSION);
}
const { user, system } = process.cpuUsage(before);
const cpuMs = (user + system) / 1_000;
console.log(JSON.stringify({ cpuMs, impressions } satisfies FloorRun));
process.exit(0);
