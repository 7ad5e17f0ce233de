import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packPackage } from './n8n/install/package.mts';
import { root } from './paths.mts';

/** The tests mostly wait for n8n, so two of them go side by side. */
const LANES = [1, 2];

/** They take minutes and begin first, so that both lanes end at about the same time. */
const LONGEST = [
	'bulkSync',
	'queueMode',
	'errorHandler',
	'conversionsKill',
	'conversionsSoak',
	'importTemplates',
	'trigger',
	'connectionSchedule',
	'syncOneAudience',
	'triggerSchedule',
	'audienceSchedules',
	'install',
	'conversionSources',
	'conversions',
	'automation',
];

/**
 * Runs every file of the end-to-end tests, each in a process of its own, two at a time.
 * @param names of the files to run, without folder and ending; none: all
 * @param runFile is given the file and the environment that keeps the lanes apart
 */
export async function eachInItsLane(
	names: readonly string[],
	runFile: (file: string, environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
	const left = testFiles(names);
	await packPackage();
	const work = async (lane: number) => {
		for (let file = left.shift(); file !== undefined; file = left.shift()) {
			await runFile(file, { ...process.env, PINTEREST_ADS_LANE: String(lane) });
		}
	};
	await Promise.all(LANES.map(work));
}

function testFiles(names: readonly string[]): string[] {
	const rank = (file: string) => {
		const place = LONGEST.indexOf(basename(file));
		return place < 0 ? LONGEST.length : place;
	};
	const files = readdirSync(join(root, 'test', 'e2e'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.mts'))
		.map((name) => name.replace('.test.mts', ''))
		.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
	const unknown = names.filter((name) => !files.some((file) => basename(file) === name));
	if (unknown.length > 0) throw new Error(`There is no end-to-end test ${unknown.join(', ')}.`);
	return names.length === 0 ? files : files.filter((file) => names.includes(basename(file)));
}
