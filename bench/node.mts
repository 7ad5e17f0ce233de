import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packPackage, unpack } from '../scripts/n8n/install/package.mts';
import { ensureRuntime } from '../scripts/n8n/install/runtime.mts';
import { work } from '../scripts/paths.mts';
import type { Import } from './node/importRun.mts';
import type { Measured, Round } from './node/run.mts';
import { atMost, measured, overRounds, type Measurement, type Report } from './shared/report.mts';
import { startStub } from './shared/stub.mts';

const NODES = ['PinterestAds', 'PinterestAdsAutomation', 'PinterestAdsTrigger'];
const here = (name: string) => join(import.meta.dirname, 'node', name);
const KB = 1_000;
/** Icons are drawn in SVG; everything else that is drawn, and what tests, is for who works on the package. */
const NOT_SHIPPED = /[.](png|jpe?g|gif|webp|ico)$|(^|[/])tests?[/]|[.](test|spec)[.]/i;

/** What the node costs n8n: for one item, when n8n starts, and to download. */
export async function benchNode(rounds: number): Promise<Report> {
	const tarball = await packPackage();
	// Outside of the repository, whose own dependencies it would find first.
	const folder = mkdtempSync(join(tmpdir(), 'bench-package-'));
	await unpack(tarball, folder);
	const { node, n8n } = await ensureRuntime();
	const env = {
		...process.env,
		NODE_PATH: join(dirname(n8n), '../..'),
		N8N_USER_FOLDER: join(work, 'bench/n8n'),
		N8N_LOG_LEVEL: 'silent',
	};
	const run = async (...args: string[]) => {
		const { stdout } = await promisify(execFile)(node, args, { env });
		return JSON.parse(stdout) as unknown;
	};
	const measurements = [
		...(await overhead(run, folder, rounds)),
		...(await imports(run, folder, rounds)),
		...(await sizes(tarball)),
	];
	rmSync(folder, { recursive: true });
	return {
		measurements,
		notes: [
			'One item: Campaign: Get in the execution context of the installed n8n, beside its HTTP Request node with the same call and the same credential, to a stub that answers at once. Without n8n’s database, and without what n8n does around a node.',
			'Import: CPU time, which other work on the machine changes least, in a new process that has loaded n8n-core, n8n-workflow, zod, luxon and lodash, as n8n has.',
		],
	};
}

type Run = (...args: string[]) => Promise<unknown>;

async function overhead(run: Run, folder: string, rounds: number): Promise<Measurement[]> {
	const stub = await startStub<{ readonly requests: number }>(here('stubServer.mts'));
	try {
		const asked = [here('run.mts'), folder, stub.url, String(rounds)];
		const { all, calls } = (await run(...asked)) as Measured;
		const { requests } = await stub.counts();
		const of = (name: keyof Round) => all.map((round) => round[name]);
		const ratio = (name: keyof Round, other: keyof Round) =>
			all.map((round) => round[name] / round[other]);
		// HTTP Request and fetch have sent one for each call.
		const ours = requests / calls - 2;
		return [
			overRounds('one item / HTTP Request', ratio('ours', 'http'), '×', atMost(1.2)),
			overRounds('one item / fetch alone', ratio('ours', 'fetched'), '×'),
			overRounds('HTTP Request / fetch alone', ratio('http', 'fetched'), '×'),
			measured('requests for one item', ours, 'requests', atMost(1)),
			overRounds('one item', of('ours'), 'ms'),
			overRounds('one item, HTTP Request', of('http'), 'ms'),
			overRounds('one item, fetch alone', of('fetched'), 'ms'),
			overRounds('loading a workflow of this one node', of('oursLoaded'), 'ms'),
			overRounds('loading a workflow of HTTP Request alone', of('httpLoaded'), 'ms'),
		];
	} finally {
		stub.stop();
	}
}

/** The action node first; what the others load beyond it would be in n8n already. */
async function imports(run: Run, folder: string, rounds: number): Promise<Measurement[]> {
	const measurements: Measurement[] = [];
	for (const name of NODES) {
		const file = join(folder, 'dist/nodes', name, `${name}.node.js`);
		const taken: number[] = [];
		const ratios: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const { all: empty } = (await run(here('importRun.mts'))) as Import;
			const { all, imported } = (await run(here('importRun.mts'), file)) as Import;
			taken.push(imported);
			ratios.push(all / empty);
		}
		const bound = name === NODES[0] ? atMost(100) : null;
		measurements.push(overRounds(`import of ${name}, CPU time`, taken, 'ms', bound));
		measurements.push(overRounds(`process with ${name} / process without`, ratios, '×'));
	}
	return measurements;
}

async function sizes(tarball: string): Promise<Measurement[]> {
	const { stdout } = await promisify(execFile)('tar', ['-tzf', tarball]);
	const files = stdout.trim().split('\n');
	const superfluous = files.filter((file) => NOT_SHIPPED.test(file));
	return [
		measured('tarball', statSync(tarball).size / KB, 'kB', atMost(400)),
		measured('files in it', files.length, 'files'),
		measured('pictures and tests in it', superfluous.length, 'files', atMost(0)),
	];
}
