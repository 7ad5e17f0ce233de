import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CONTACTS, contactFile } from './audiences/contactFile.mts';
import type { Run } from './audiences/run.mts';
import { atMost, measured, overRounds, type Report } from './shared/report.mts';
import { startStub } from './shared/stub.mts';

const KNOWN_AUDIENCE = '2542620905475';
const MB = 1e6;
const here = (name: string) => join(import.meta.dirname, 'audiences', name);

/** A million addresses from a CSV into a customer list, against the least that reading them takes. */
export async function benchAudiences(rounds: number): Promise<Report> {
	const { path, bytes } = contactFile();
	const server = await startStub<Counts>(here('stubServer.mts'));
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

		const seconds = runs.map((of) => of.map(({ ms }) => ms / 1000));
		const peaks = runs.map((of) => of.map(({ peakBytes }) => peakBytes / MB));
		const ratio = (task: number, floor: number) =>
			runs[task].map(({ ms }, round) => ms / runs[floor][round].ms);
		return {
			measurements: [
				measured('requests, audience known', known.lookups + known.writes, 'requests', atMost(101)),
				measured('requests that write, new audience', fresh.writes, 'requests', atMost(101)),
				measured('lookups before them, new audience', fresh.lookups, 'requests'),
				overRounds('peak memory above idle', peaks[1], 'MB', atMost(150)),
				overRounds('peak memory above idle, hashed', peaks[3], 'MB', atMost(150)),
				measured('the largest of the rounds', Math.max(...peaks[1]), 'MB'),
				measured('the largest of the rounds, hashed', Math.max(...peaks[3]), 'MB'),
				overRounds('time / floor', ratio(1, 0), '×', atMost(2)),
				overRounds('time / (floor + SHA-256), hashed', ratio(3, 2), '×', atMost(2)),
				overRounds('sync', seconds[1], 's'),
				overRounds('floor', seconds[0], 's'),
				overRounds('sync, hashed', seconds[3], 's'),
				overRounds('floor + SHA-256', seconds[2], 's'),
			],
			notes: [
				`${CONTACTS.toLocaleString('en')} addresses in a CSV of ${(bytes / MB).toFixed(0)} MB; median of ${rounds} rounds; every run in a new process.`,
				'Floor: readline, split, trim, lower case, a Set; with SHA-256, every member of the Set hashed once.',
				'Server: a stub in a process of its own that answers at once (the simulator checks every record, and would be what is measured).',
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
