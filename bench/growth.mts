import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contactFile } from './audiences/contactFile.mts';
import type { Run as SyncRun } from './audiences/run.mts';
import type { LaunchRun } from './growth/launchRun.mts';
import { stepsOf } from './growth/steps.mts';
import type { Run as MetricsRun } from './metrics/run.mts';
import type { Measurement, Report } from './shared/report.mts';
import { startStub } from './shared/stub.mts';

const RECORDS = [1_000, 10_000, 100_000, 1_000_000];
const LAUNCHES = [1, 10, 100, 1_000];
const DAYS = [1, 10, 100, 914];
const CAMPAIGNS = 100;
const KNOWN_AUDIENCE = '2542620905475';
const here = (name: string) => join(import.meta.dirname, name);

/** Ten times as many again and again: what one costs must not grow with how many there are. */
export async function benchGrowth(rounds: number): Promise<Report> {
	return {
		measurements: [
			...(await syncs(rounds)),
			...(await launches(rounds)),
			...(await metrics(rounds)),
		],
		notes: [
			'CPU time, which other work on the machine changes least; every run in a new process.',
			`Launches: a campaign with an ad group and an ad each, against the simulator in the same process, without the simulator’s own time. Metrics: ${CAMPAIGNS} campaigns by the day.`,
		],
	};
}

async function syncs(rounds: number): Promise<Measurement[]> {
	const server = await startStub<unknown>(here('audiences/stubServer.mts'));
	try {
		return stepsOf(
			{ one: 'record', many: 'records', sizes: RECORDS },
			await everyRound(rounds, RECORDS, async (records) => {
				const { path } = contactFile(records);
				const asked = [here('audiences/run.mts'), 'sync', path, server.url, KNOWN_AUDIENCE];
				const run = await runOf<SyncRun>(asked);
				return { ...run, count: run.records };
			}),
		);
	} finally {
		server.stop();
	}
}

async function launches(rounds: number): Promise<Measurement[]> {
	return stepsOf(
		{ one: 'launch', many: 'launches', sizes: LAUNCHES },
		await everyRound(rounds, LAUNCHES, async (campaigns) => {
			const run = await runOf<LaunchRun>([here('growth/launchRun.mts'), String(campaigns)]);
			return { cpuMs: run.cpuMs, requests: run.requests, count: run.launched };
		}),
	);
}

async function metrics(rounds: number): Promise<Measurement[]> {
	const settings = { BENCH_CAMPAIGNS: String(CAMPAIGNS) };
	const server = await startStub<unknown>(here('metrics/stubServer.mts'), settings);
	try {
		return stepsOf(
			{ one: 'day of metrics', many: 'days', sizes: DAYS },
			await everyRound(rounds, DAYS, async (days) => {
				const day = (ago: number) =>
					new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
				const asked = {
					...{ level: 'campaign', granularity: 'DAY', period: 'custom' },
					...{ startDate: day(days), endDate: day(1) },
				};
				const run = await runOf<MetricsRun>([
					here('metrics/run.mts'),
					server.url,
					JSON.stringify(asked),
				]);
				return { ...run, count: run.rows / CAMPAIGNS };
			}),
		);
	} finally {
		server.stop();
	}
}

/** Of each size, what was measured in each round: in turn, so that what else the machine does strikes all of them. */
async function everyRound<Run extends { readonly count: number }>(
	rounds: number,
	sizes: readonly number[],
	run: (size: number) => Promise<Run>,
): Promise<Run[][]> {
	const runs = sizes.map((): Run[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, size] of sizes.entries()) {
			const done = await run(size);
			if (done.count !== size) throw new Error(`${done.count} instead of ${size}`);
			runs[index].push(done);
		}
	}
	return runs;
}

async function runOf<Run>(args: readonly string[]): Promise<Run> {
	const { stdout } = await promisify(execFile)(process.execPath, args);
	return JSON.parse(stdout) as Run;
}
