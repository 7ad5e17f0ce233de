// All checks of a suite, one after the other; one that fails does not keep the others from running.
// `npm run test:e2e -- bulkSync doors` runs these files of the end-to-end tests alone.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lastLines, npm, run } from './command.mts';
import { eachInItsLane } from './e2e-lanes.mts';
import { realDataInRepository } from './leaks/repository.mts';
import { searchForLeaks, verdictOf } from './leaks/search.mts';
import { logs, root, work } from './paths.mts';
import { stopAll } from './processes/processes.mts';
import { step, table } from './progress.mts';
import { stopOnSignals } from './processes/stop-on-signals.mts';
import { descriptionInUse, judgeLabel } from '../simulator/description/files.mts';

/** What `.ci/run` adds up: every test counts, and every other check counts as one. */
interface Result {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
}

const [suiteName, ...names] = process.argv.slice(2);
const suite = suiteName === 'e2e' ? 'e2e' : 'test';
const results = join(work, 'test-results');

const checks: Record<string, () => Promise<Result>> =
	suite === 'e2e'
		? { 'end-to-end tests': () => endToEnd() }
		: {
				lint: () => quietly('lint (1 to 3 minutes)', npm(['run', 'lint']), 'lint'),
				build: () => quietly('build', npm(['run', 'build']), 'build'),
				worker: () => quietly('build of the worker', npm(['run', 'build:worker']), 'build-worker'),
				tests: () => jest('unit, contract and core tests', ['unit', 'contract', 'core']),
				scan: () =>
					quietly(
						"n8n's scan",
						[process.execPath, [join(root, 'scripts', 'package-checks', 'scan.mts')]],
						'scan',
					),
				leaks,
			};

const began = Date.now();
stopOnSignals();
mkdirSync(results, { recursive: true });
const file = join(results, `${suite}.json`);
rmSync(file, { force: true });
const done: Result[] = [];
for (const runCheck of Object.values(checks)) {
	done.push(await runCheck());
	writeFileSync(file, JSON.stringify(done, null, '\t'));
}
await stopAll();
console.log(
	`\n${table(
		['Check', 'Passed', 'Failed'],
		done.map((r) => [r.name, `${r.passed}`, `${r.failed}`]),
	)}`,
);
process.exit(done.every(({ failed }) => failed === 0) ? 0 : 1);

/** Runs last: it looks through what all the others have left behind. */
async function leaks(): Promise<Result> {
	const name = 'secrets and personal data';
	console.log(`\n── ${name}`);
	const { passed, failed, report } = verdictOf(searchForLeaks(work, began));
	const real = suite === 'test' ? realDataInRepository(root) : [];
	console.log([report, ...real.map((found) => `✗ ${found} may be somebody’s`)].join('\n'));
	return {
		name,
		passed: passed + (suite === 'test' && real.length === 0 ? 1 : 0),
		failed: failed + real.length,
	};
}

async function check(name: string, work: () => Promise<void>): Promise<Result> {
	console.log(`\n── ${name}`);
	try {
		await work();
		return { name, passed: 1, failed: 0 };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return { name, passed: 0, failed: 1 };
	}
}

/** What the command prints is kept in a log, and shown where it fails. */
async function quietly(
	title: string,
	command: readonly [command: string, args: readonly string[]],
	log: string,
): Promise<Result> {
	const name = title.replace(/ \(.*/, '');
	try {
		await step(title, () => run(...command, { cwd: root, log }));
		return { name, passed: 1, failed: 0 };
	} catch {
		const file = join(logs, `${log}.log`);
		console.error(`${lastLines(file, 200)}\n\n✗ ${name} failed. The whole log: ${file}`);
		return { name, passed: 0, failed: 1 };
	}
}

async function jest(
	name: string,
	projects: readonly string[],
	{ file = '', env, log }: { file?: string; env?: NodeJS.ProcessEnv; log?: string } = {},
): Promise<Result> {
	const report = join(results, `jest-${log ?? suite}.json`);
	rmSync(report, { force: true });
	const bin = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	// A test that fails may leave a server behind, which must not keep the whole run from ending.
	const ends = projects.includes('e2e') ? ['--runInBand', '--forceExit'] : [];
	const args = [
		bin,
		...ends,
		'--json',
		`--outputFile=${report}`,
		'--selectProjects',
		...projects,
		...(file ? ['--testPathPatterns', file] : []),
	];
	const { passed } = await check(name, () => run(process.execPath, args, { cwd: root, env, log }));
	if (!existsSync(report)) return { name, passed: 0, failed: 1 };
	const totals = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
	if (log) totals.testResults.forEach(({ message }) => message && console.error(message));
	// A file that cannot even be loaded holds no failed test, and is a failure all the same.
	const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
	return { name, passed: totals.numPassedTests, failed: failed || (passed ? 0 : 1) };
}

/** What each file prints goes into a log of its own; of those that fail its end is shown. */
async function endToEnd(): Promise<Result> {
	console.log(`\nJudge: ${judgeLabel(descriptionInUse())}`);
	const files: Result[] = [];
	await eachInItsLane(names, async (file, env) => {
		const since = Date.now();
		const options = { file: `e2e/${file}\\.test`, env, log: `e2e-${basename(file)}` };
		const result = await jest(file, ['e2e'], options);
		const seconds = Math.round((Date.now() - since) / 1000);
		console.log(`   ${file}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
		files.push(result);
	});
	const sum = (of: 'passed' | 'failed') => files.reduce((total, one) => total + one[of], 0);
	return { name: 'end-to-end tests', passed: sum('passed'), failed: sum('failed') };
}

interface JestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numRuntimeErrorTestSuites: number;
	readonly testResults: ReadonlyArray<{ readonly message: string }>;
}
