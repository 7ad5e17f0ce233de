import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { allImpressions, CAMPAIGNS } from './metrics/campaigns.mts';
import type { FloorRun } from './metrics/floorRun.mts';
import type { Run } from './metrics/run.mts';
import { atMost, measured, overRounds, type Measurement, type Report } from './shared/report.mts';
import { startStub, type Stub } from './shared/stub.mts';

const MB = 1e6;
const COLUMNS = 12;
const IDS_OF_A_REQUEST = 250;
const CHUNKS = CAMPAIGNS / IDS_OF_A_REQUEST;
const here = (name: string) => join(import.meta.dirname, 'metrics', name);

interface Counts {
	readonly accounts: number;
	readonly lists: number;
	readonly analytics: number;
	readonly reports: number;
	readonly other: number;
	readonly bytes: number;
	/** Where rows were asked for. */
	readonly rowsAt: readonly string[];
}

/** A way to the same rows, and the fewest requests in which it can be gone. */
interface Way {
	readonly name: string;
	readonly input: object;
	readonly days: number;
	readonly minimum: number;
}

const WAYS: readonly Way[] = [
	// The account, the campaigns; then the report is asked for, found finished, and fetched.
	{ name: 'by a report', input: { period: 'last90days' }, days: 90, minimum: 1 + CHUNKS + 3 },
	// The account for its currency, the campaigns by pages of 250, their figures 250 at a time.
	{ name: 'synchronous', input: daysAgo(40, 1), days: 40, minimum: 1 + CHUNKS + CHUNKS },
	{ name: 'older', input: daysAgo(180, 91), days: 90, minimum: 1 + CHUNKS + 3 },
];

function daysAgo(first: number, last: number) {
	const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
	return { period: 'custom', startDate: day(first), endDate: day(last) };
}

/** A thousand campaigns, ninety days, twelve columns: requests, speed, memory. */
export async function benchMetrics(rounds: number): Promise<Report> {
	const server = await startStub<Counts>(here('stubServer.mts'));
	try {
		const measurements: Measurement[] = [];
		const sizes: string[] = [];
		for (const way of WAYS) {
			// The stub makes its answers on the first run, which is the one that is counted.
			await server.counts();
			await run(server, way);
			const counts = await server.counts();
			const millions = (counts.bytes / MB).toFixed(0);
			sizes.push(`${way.name} ${way.days} days, ${millions} MB of JSON`);
			const runs: Run[] = [];
			const floors: FloorRun[] = [];
			for (let round = 0; round < rounds; round++) {
				runs.push(await run(server, way));
				floors.push(await floor(server, way, counts.rowsAt));
			}
			measurements.push(...figures(way, counts, runs, floors));
		}
		return { measurements, notes: notes(rounds, sizes) };
	} finally {
		server.stop();
	}
}

async function run(server: Stub<Counts>, { name, input, days }: Way): Promise<Run> {
	const asked = JSON.stringify({ level: 'campaign', granularity: 'DAY', ...input });
	const args = [here('run.mts'), server.url, asked];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const result = JSON.parse(stdout) as Run;
	const { rows, columns, impressions, warnings } = result;
	if (rows !== CAMPAIGNS * days || columns !== COLUMNS || impressions !== allImpressions(days)) {
		throw new Error(
			`${name}: ${rows} rows of ${columns} columns, ${impressions} impressions. ${warnings.join(' ')}`,
		);
	}
	return result;
}

async function floor(
	server: Stub<Counts>,
	{ name, days }: Way,
	rowsAt: readonly string[],
): Promise<FloorRun> {
	const args = [here('floorRun.mts'), server.url, JSON.stringify(rowsAt)];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	const result = JSON.parse(stdout) as FloorRun;
	if (result.impressions !== allImpressions(days))
		throw new Error(`${name}, the floor: ${result.impressions} impressions`);
	return result;
}

function figures(
	{ name, minimum }: Way,
	counts: Counts,
	runs: readonly Run[],
	floors: readonly FloorRun[],
): Measurement[] {
	const { accounts, lists, analytics, reports, other } = counts;
	const peaks = runs.map(({ peakBytes }) => peakBytes / MB);
	const perSecond = runs.map(({ ms, rows }) => (rows * 1_000) / ms);
	const requests = accounts + lists + analytics + reports + other;
	return [
		measured(`requests, ${name}`, requests, 'requests', atMost(minimum)),
		overRounds(
			`CPU time / floor, ${name}`,
			runs.map(({ cpuMs }, round) => cpuMs / floors[round].cpuMs),
			'×',
		),
		overRounds(`rows a second, ${name}`, perSecond, 'rows/s'),
		overRounds(
			`the whole, ${name}`,
			runs.map(({ ms }) => ms / 1_000),
			's',
		),
		overRounds(`peak memory above idle, ${name}`, peaks, 'MB', atMost(150)),
		measured(`the largest of the rounds, ${name}`, Math.max(...peaks), 'MB'),
	];
}

const notes = (rounds: number, sizes: readonly string[]) => [
	`${CAMPAIGNS} campaigns × ${COLUMNS} columns by day; ${sizes.join('; ')}. Medians of ${rounds} rounds; every run in a new process.`,
	`Fewest requests by a report: 1 for the ad account (its currency), ${CHUNKS} pages of ${IDS_OF_A_REQUEST} campaigns (their names, and which there are), 1 to ask for the report, 1 that finds it finished, 1 for the file. Its time contains the pause before it is looked for.`,
	`Fewest requests, synchronous: 1 and ${CHUNKS} as before, ${CHUNKS} of ${IDS_OF_A_REQUEST} ids for the figures. 40 days are the most that the worker asks for in this way; with 90 it takes the report by itself. Older: days that only a report has.`,
	'Floor: the same rows fetched with fetch, parsed with JSON.parse, their impressions added up. CPU time, as the pause costs none.',
	'Server: a stub in a process of its own that sends prepared answers. Every row is counted and its impressions are added up.',
];
