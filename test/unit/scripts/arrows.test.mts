import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/paths.mts';

/** A file that breaks a rule of .dependency-cruiser.cjs: what it imports, and the rule. */
const BROKEN: ReadonlyArray<readonly [file: string, imports: string, rule: string]> = [
	['nodes/deep.ts', '../worker/src/campaigns/room', 'entry-points-only'],
	['credentials/deep.ts', '../worker/src/client/client', 'entry-points-only'],
	['test/core/deep.test.mts', '../../worker/src/client/client.ts', 'entry-points-only'],
	['bench/deep.mts', '../worker/src/values/id.ts', 'entry-points-only'],
	['worker/src/campaigns/usesN8n.ts', 'n8n-workflow', 'worker-knows-no-one'],
	['worker/src/campaigns/usesNode.ts', '../../../nodes/fine', 'worker-knows-no-one'],
	['worker/src/metrics/readsFiles.ts', 'node:fs', 'worker-opens-nothing'],
	['worker/src/metrics/usesAdapter.ts', '../adapters/gotHttp.mts', 'rooms-use-ports'],
	['worker/src/metrics/drawsReport.ts', '../report/room', 'report-reads-metrics'],
	['worker/src/changes/usesDoor.ts', '../index', 'entry-points-are-for-others'],
	['worker/src/cli/looksInside.mts', '../campaigns/room.ts', 'command-line-uses-the-door'],
	['worker/src/cli/usesOther.mts', 'luxon', 'command-line-brings-its-libraries'],
	['worker/src/metrics/usesCommand.ts', '../cli/command.mts', 'no-one-uses-the-command-line'],
	['nodes/usesCommand.ts', '../worker/src/cli/command.mts', 'no-one-uses-the-command-line'],
	['worker/src/client/usesRoom.ts', '../campaigns/room', 'rooms-on-top'],
	['worker/src/delivery/usesRoom.ts', '../campaigns/room', 'rooms-on-top'],
	['worker/src/port/usesRoom.ts', '../campaigns/room', 'rooms-on-top'],
	[
		'nodes/PinterestAdsAutomation/copies.ts',
		'../PinterestAds/resources/ad',
		'automation-uses-what-is-shared',
	],
	['nodes/PinterestAds/decides.ts', '../PinterestAdsAutomation/fine', 'no-node-uses-automation'],
	['simulator/knowsWorker.mts', '../worker/src/index.ts', 'simulator-alone'],
	['bench/usesTest.mts', '../test/e2e/helper.mts', 'bench-needs-no-tests'],
	['nodes/usesScript.ts', '../scripts/tool.mts', 'products-need-no-tools'],
	['worker/src/values/one.ts', './two', 'no-circles'],
];

/** Files that keep to all rules; what they import, if anything. */
const FINE: Readonly<Record<string, readonly string[]>> = {
	'nodes/fine.ts': ['../worker/src', '../worker/src/port', 'n8n-workflow'],
	'nodes/PinterestAds/runner.ts': [],
	'nodes/PinterestAds/resources/ad.ts': ['../runner'],
	'nodes/PinterestAdsAutomation/fine.ts': ['../../worker/src', '../PinterestAds/runner'],
	'test/unit/looksInside.test.mts': ['../../worker/src/client/client.ts'],
	'test/e2e/helper.mts': ['../../worker/src/adapters/gotHttp.mts', '../../simulator/main.mts'],
	'scripts/tool.mts': ['node:fs'],
	'simulator/main.mts': [],
	'worker/src/index.ts': ['./campaigns/room', './report/room'],
	'worker/src/port/index.ts': ['../connection/room'],
	'worker/src/adapters/gotHttp.mts': ['node:http'],
	'worker/src/cli/command.mts': [
		'../index.ts',
		'../port/index.ts',
		'../adapters/gotHttp.mts',
		'node:fs',
	],
	'worker/src/client/client.ts': ['node:crypto'],
	'worker/src/campaigns/room.ts': ['../client/client', '../values/id'],
	'worker/src/connection/room.ts': [],
	'worker/src/report/room.ts': ['../metrics/room'],
	'worker/src/metrics/room.ts': [],
	'worker/src/values/id.ts': [],
	'node_modules/n8n-workflow/index.js': [],
};

interface Violation {
	readonly from: string;
	readonly rule: { readonly name: string };
}

describe('the rules for imports that lint holds', () => {
	let folder: string;
	let violations: Violation[];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'arrows-'));
		for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.tools.json']) {
			cpSync(join(root, name), join(folder, name));
		}
		write(
			'node_modules/n8n-workflow/package.json',
			'{ "name": "n8n-workflow", "version": "1.0.0" }',
		);
		write('package.json', '{ "name": "fixture", "devDependencies": { "n8n-workflow": "1.0.0" } }');
		for (const [file, imports] of Object.entries(FINE)) write(file, moduleOf(imports));
		for (const [file, imports] of BROKEN) write(file, moduleOf([imports]));
		write('worker/src/values/two.ts', moduleOf(['./one']));
		violations = await cruise(folder);
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(BROKEN)('%s may not import %s: %s', (file, _imports, rule) => {
		expect(rulesBrokenBy(file)).toContain(rule);
	});

	it.each(Object.keys(FINE))('%s keeps to all of them', (file) => {
		expect(rulesBrokenBy(file)).toEqual([]);
	});

	const rulesBrokenBy = (file: string) =>
		violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

	function write(file: string, content: string): void {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), content);
	}
});

const moduleOf = (imports: readonly string[]) =>
	[
		...imports.map((path, n) => `import * as m${n} from '${path}';\nexport { m${n} };`),
		'export {};',
	]
		.map((line) => `${line}\n`)
		.join('');

async function cruise(folder: string): Promise<Violation[]> {
	const bin = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
	const folders = ['bench', 'credentials', 'nodes', 'scripts', 'simulator', 'test', 'worker'];
	const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
	const output = await new Promise<string>((resolve, reject) => {
		execFile(
			process.execPath,
			[bin, ...options, ...folders],
			{ cwd: folder, maxBuffer: 64 * 1024 * 1024 },
			// Its exit code is the number of violations.
			(_error, stdout, stderr) => (stdout === '' ? reject(new Error(stderr)) : resolve(stdout)),
		);
	});
	return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}
