import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packPackage } from './n8n/install/package.mts';
import { root } from './paths.mts';

/** The tests mostly wait for n8n, so two of them go side by side. */
const LANES = [1, 2];

/** They take minutes and begin first, so that both lanes end at about the same time. */
const LONGEST = [
	'queueMode',
	'trigger',
	'bulkSync',
	'errorHandler',
	'errorKinds',
	'automation',
	'connectionSchedule',
	'triggerSchedule',
	'importTemplates',
	'syncOneAudience',
];

/**
 * Runs every file of the end-to-end tests, each in a process of its own, two at a time.
 * @param runFile is given the file and the environment that keeps the lanes apart
 */
export async function eachInItsLane(
	runFile: (file: string, environment: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
	await packPackage();
	const left = testFiles();
	const work = async (lane: number) => {
		for (let file = left.shift(); file !== undefined; file = left.shift()) {
			await runFile(file, { ...process.env, PINTEREST_ADS_LANE: String(lane) });
		}
	};
	await Promise.all(LANES.map(work));
}

function testFiles(): string[] {
	const rank = (file: string) => {
		const place = LONGEST.indexOf(basename(file));
		return place < 0 ? LONGEST.length : place;
	};
	return readdirSync(join(root, 'test', 'e2e'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.mts'))
		.map((name) => name.replace('.test.mts', ''))
		.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
