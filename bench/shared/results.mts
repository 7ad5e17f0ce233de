import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { N8N_VERSION } from '../../scripts/n8n/install/runtime.mts';
import type { Report } from './report.mts';
import { root } from './workerBuild.mts';

/** On what, and when, figures were measured. */
export interface Circumstances {
	/** `YYYY-MM-DD`, in UTC. */
	readonly date: string;
	readonly n8n: string;
	readonly node: string;
	/** `2 cores, 24 GB` */
	readonly machine: string;
	/** How many processes wanted a core in the minute before the run began. */
	readonly load: number;
	readonly rounds: number;
}

/** What a bench has measured last, as it is kept: all figures of it are of one run. */
export interface Result extends Report {
	readonly circumstances: Circumstances;
}

const folder = join(root, 'bench/results');
const GIB = 1024 ** 3;

export const circumstances = (rounds: number): Circumstances => ({
	date: new Date().toISOString().slice(0, 10),
	n8n: N8N_VERSION,
	node: process.versions.node,
	machine: `${cpus().length} cores, ${Math.round(totalmem() / GIB)} GB`,
	load: Math.round(loadavg()[0] * 10) / 10,
	rounds,
});

export function keep(bench: string, result: Result): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${bench}.json`), `${JSON.stringify(result, null, '\t')}\n`);
}

/** @throws where it has never been measured with `--docs` */
export function kept(bench: string): Result {
	const file = join(folder, `${bench}.json`);
	if (!existsSync(file))
		throw new Error(`${bench} has not been measured yet: npm run bench -- ${bench} --docs`);
	return JSON.parse(readFileSync(file, 'utf8')) as Result;
}
