// All checks of a suite, one after the other; one that fails does not keep the others from running.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './command.mts';
import { root, work } from './paths.mts';
import { stopAll } from './processes.mts';
import { table } from './progress.mts';
import { stopOnSignals } from './stop-on-signals.mts';

/** What `.ci/run` adds up: every test counts, and every other check counts as one. */
interface Result {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
}

const suite = process.argv[2] === 'e2e' ? 'e2e' : 'test';
const results = join(work, 'test-results');
const npmRun = (script: string) => () => run(...npm(['run', script]), { cwd: root });

const checks: Record<string, () => Promise<Result>> =
	suite === 'e2e'
		? { 'end-to-end tests': () => jest('end-to-end tests', ['e2e']) }
		: {
				lint: () => check('lint', npmRun('lint')),
				build: () => check('build', npmRun('build')),
				worker: () => check('build of the worker', npmRun('build:worker')),
				tests: () => jest('unit, contract and core tests', ['unit', 'contract', 'core']),
				scan: () =>
					check("n8n's scan", () =>
						run(process.execPath, [join(root, 'scripts', 'scan.mts')], { cwd: root }),
					),
			};

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

async function jest(name: string, projects: readonly string[]): Promise<Result> {
	const report = join(results, `jest-${suite}.json`);
	rmSync(report, { force: true });
	const bin = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	// The end-to-end tests share one n8n folder and its ports; one that fails may leave a server behind,
	// which must not keep the whole run from ending.
	const serial = projects.includes('e2e') ? ['--runInBand', '--forceExit'] : [];
	const args = [
		bin,
		...serial,
		'--json',
		`--outputFile=${report}`,
		'--selectProjects',
		...projects,
	];
	const { passed } = await check(name, () => run(process.execPath, args, { cwd: root }));
	if (!existsSync(report)) return { name, passed: 0, failed: 1 };
	const totals = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
	// A file that cannot even be loaded holds no failed test, and is a failure all the same.
	const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
	return { name, passed: totals.numPassedTests, failed: failed || (passed ? 0 : 1) };
}

interface JestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numRuntimeErrorTestSuites: number;
}
