import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { CONTACTS, contactFile } from './audiences/contactFile.mts';
import type { Run } from './audiences/run.mts';
import { measured, median, type Report } from './report.mts';

const KNOWN_AUDIENCE = '2542620905475';
const MB = 1e6;
const here = (name: string) => join(import.meta.dirname, 'audiences', name);

/** A million addresses from a CSV into a customer list, against the least that reading them takes. */
export async function benchAudiences(rounds: number): Promise<Report> {
	const { path, bytes } = contactFile();
	const server = await startStub();
	const run = async (task: string, audienceId?: string): Promise<Run> => {
		const args = [here('run.mts'), task, path, server.url, ...(audienceId ? [audienceId] : [])];
		const { stdout } = await promisify(execFile)(process.execPath, args);
		const result = JSON.parse(stdout) as Run;
		if (result.records !== CONTACTS) throw new Error(`${task}: ${result.records} records`);
		return result;
	};
	try {
		// Side by side in every round, so that what else the machine does strikes all of them.
		const tasks = ['floor', 'sync', 'floor-hashed', 'sync-hashed'] as const;
		const runs = tasks.map((): Run[] => []);
		for (let round = 0; round < rounds; round++) {
			for (const [index, task] of tasks.entries())
				runs[index].push(await run(task, KNOWN_AUDIENCE));
		}
		await server.counts();
		await run('sync', KNOWN_AUDIENCE);
		const known = await server.counts();
		await run('sync');
		const fresh = await server.counts();
		for (const { records } of [known, fresh]) {
			if (records !== CONTACTS) throw new Error(`${records} records arrived`);
		}

		const seconds = runs.map((of) => median(of.map(({ ms }) => ms)) / 1000);
		const peaks = runs.map((of) => of.map(({ peakBytes }) => peakBytes / MB));
		const ratio = (task: number, floor: number) =>
			median(runs[task].map(({ ms }, round) => ms / runs[floor][round].ms));
		return {
			measurements: [
				measured('requests, audience known', known.lookups + known.writes, 'requests', 101),
				measured('requests that write, new audience', fresh.writes, 'requests', 101),
				measured('lookups before them, new audience', fresh.lookups, 'requests'),
				measured('peak memory above idle', median(peaks[1]), 'MB', 150),
				measured('peak memory above idle, hashed', median(peaks[3]), 'MB', 150),
				measured('the largest of the rounds', Math.max(...peaks[1]), 'MB'),
				measured('the largest of the rounds, hashed', Math.max(...peaks[3]), 'MB'),
				measured('time / floor', ratio(1, 0), '×', 2),
				measured('time / (floor + SHA-256), hashed', ratio(3, 2), '×', 2),
				measured('sync', seconds[1], 's'),
				measured('floor', seconds[0], 's'),
				measured('sync, hashed', seconds[3], 's'),
				measured('floor + SHA-256', seconds[2], 's'),
			],
			notes: [
				`${CONTACTS.toLocaleString('en')} addresses in a CSV of ${(bytes / MB).toFixed(0)} MB; median of ${rounds} rounds; every run in a new process.`,
				'Floor: readline, split, trim, lower case, a Set; with SHA-256, every member of the Set hashed once.',
				'Server: a stub in a process of its own that answers at once (the simulator checks every record, and would be what is measured).',
				`${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()} ${arch()}, Node.js ${process.version}`,
			],
		};
	} finally {
		server.stop();
	}
}

interface Counts {
	readonly lookups: number;
	readonly writes: number;
	readonly records: number;
}

async function startStub() {
	const child = spawn(process.execPath, [here('stubServer.mts')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
	return {
		url,
		stop: () => child.kill(),
		/** Since the last time. */
		async counts(): Promise<Counts> {
			return (await (await fetch(`${url}/counts`)).json()) as Counts;
		},
	};
}
