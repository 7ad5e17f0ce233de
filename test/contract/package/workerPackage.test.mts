import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npm } from '../../../scripts/command.mts';
import { root } from '../../../scripts/paths.mts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';

const run = promisify(execFile);

/** What is said of each import, and one name of what it gives. */
const ENTRY_POINTS = {
	'illixis-worker': 'createCampaigns',
	'illixis-worker/port': 'faultFromCode',
	'illixis-worker/got': 'createGotHttp',
	'illixis-worker/clock': 'systemClock',
};

/** Of each task that takes declared fields a call as it should be, and one with a typing error. */
const CALLS = {
	createCampaigns: {
		right: `createCampaigns(context, [{ name: 'Spring', objective: 'SALES', status: null }])`,
		wrong: `createCampaigns(context, [{ nmae: 'Spring', objective: 'SALES' }])`,
		says: /'nmae' does not exist in type/,
	},
	updateCampaigns: {
		right: `updateCampaigns(context, [{ campaignId: '626735565838', clear: ['endTime'] }])`,
		wrong: `updateCampaigns(context, [{ campaignId: 626735565838 }])`,
		says: /Type 'number' is not assignable to type 'string'/,
	},
};

describe('the worker as a package of its own', () => {
	let folder: string;
	let simulator: Simulator;
	/** What the compiler says of the examples and calls. */
	let errors: string[];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'illixis-worker-'));
		simulator = await startSimulator();
		await installInto(folder);
		const files = new Map([...examples(), ...calls()]);
		for (const [file, code] of files) writeFileSync(join(folder, file), code);
		errors = await compiled([...files.keys()]);
	}, 600_000);

	afterAll(async () => {
		await simulator?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it('has examples in its README for connecting, creating campaigns and another HTTP library', () => {
		expect([...examples().keys()]).toEqual(['connect.ts', 'campaigns.ts', 'fetchHttp.ts']);
	});

	it('type-checks in a strict program made of the examples of its README', () => {
		expect(errorsIn('connect', 'campaigns', 'fetchHttp')).toEqual([]);
	});

	it.each(Object.entries(CALLS))(
		'lets a right call of %s compile, and no typing error',
		(task, { says }) => {
			expect(errorsIn(`${task}.right`)).toEqual([]);
			expect(errorsIn(`${task}.wrong`)).toEqual([expect.stringMatching(says)]);
		},
	);

	it('runs the example of its README over got', async () => {
		const { stdout } = await inFolder(process.execPath, ['campaigns.ts'], {
			PINTEREST_API_URL: simulator.url,
			PINTEREST_ACCESS_TOKEN: simulator.seed.tokens.access,
		});

		expect(stdout).toMatch(/^The connection to .+ is active$/m);
		expect(stdout).toMatch(/^Created Spring Sale, \d+$/m);
		expect(stdout).toMatch(/^Not created: .*Name/m);
		expect(simulator.violations()).toEqual([]);
	});

	it('runs over the HTTP library that its README shows instead', async () => {
		writeFileSync(
			join(folder, 'accounts.mjs'),
			`import { listAdAccounts } from 'illixis-worker';
			import { silentLogger, systemClock } from 'illixis-worker/clock';
			import { createFetchHttp } from './fetchHttp.ts';
			const http = createFetchHttp(process.env.URL, process.env.TOKEN);
			const accounts = await listAdAccounts({ http, clock: systemClock, logger: silentLogger });
			console.log(accounts.map(({ id }) => id).join());`,
		);

		const { stdout } = await inFolder(process.execPath, ['accounts.mjs'], {
			URL: simulator.url,
			TOKEN: simulator.seed.tokens.access,
		});

		expect(stdout).toContain(simulator.seed.adAccountId);
	});

	it('brings the command line, which runs from where it is installed', async () => {
		const bin = join(folder, 'node_modules', '.bin', 'illixis-pinterest');
		const { stdout } = await inFolder(bin, ['check', '--format', 'json'], {
			PINTEREST_API_URL: simulator.url,
			PINTEREST_ACCESS_TOKEN: simulator.seed.tokens.access,
		});

		expect(JSON.parse(stdout)).toMatchObject({
			status: 'active',
			ad_account_id: simulator.seed.adAccountId,
		});
	});

	it.each(Object.entries(ENTRY_POINTS))(
		'has %s with %s and its declaration',
		async (path, name) => {
			const print = `import { ${name} } from '${path}'; console.log(typeof ${name});`;
			const { stdout } = await inFolder(process.execPath, ['--input-type=module', '-e', print]);

			expect(stdout).toMatch(/function|object/);
		},
	);

	it('hands over the comments of what it exports', () => {
		const declaration = join(
			folder,
			'node_modules/illixis-worker/dist/campaigns/campaign/createCampaigns.d.ts',
		);

		expect(readFileSync(declaration, 'utf8')).toContain('@returns one outcome per input');
	});

	const errorsIn = (...files: string[]) =>
		errors.filter((error) => files.some((file) => error.startsWith(`${file}.ts(`)));

	/** What the compiler says of these files of a strict program, in one line each. */
	async function compiled(files: readonly string[]): Promise<string[]> {
		const compilerOptions = {
			module: 'nodenext',
			target: 'es2024',
			strict: true,
			exactOptionalPropertyTypes: true,
			noUncheckedIndexedAccess: true,
			skipLibCheck: false,
			allowImportingTsExtensions: true,
			noEmit: true,
			types: ['node'],
		};
		writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
		const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
		const options = ['-p', '.', '--pretty', 'false'];
		const { stdout } = await run(process.execPath, [tsc, ...options], { cwd: folder }).catch(
			(error: { stdout: string }) => error,
		);
		return stdout.split(/\n(?=\S)/).filter((line) => line.trim() !== '');
	}

	async function inFolder(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
		return await run(command, args, { cwd: folder, env: { ...process.env, ...env } }).catch(
			(error: { stdout?: string; stderr?: string; message: string }) => {
				throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
			},
		);
	}
});

/** Packs the worker and installs it as a stranger does: from the file, with what it depends on. */
async function installInto(folder: string): Promise<void> {
	const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	await run(...npm(['pack', '--workspace', 'worker', '--pack-destination', folder]), { cwd: root });
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));
	const packages = [`./${tarball}`, `@types/node@${devDependencies['@types/node']}`];
	const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
	await run(...npm(['install', ...options, ...packages]), { cwd: folder });
}

/** The code blocks of the README, by the file that the first line of each names. */
function examples(): Map<string, string> {
	const readme = readFileSync(join(root, 'worker', 'README.md'), 'utf8');
	const blocks = readme.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g);
	return new Map([...blocks].map(([, file, code]) => [file, code]));
}

/** Each call as a program of its own. */
function calls(): Map<string, string> {
	const program = (call: string) =>
		`import * as tasks from 'illixis-worker';
		import { context } from './connect.ts';
		await tasks.${call};`;
	return new Map(
		Object.entries(CALLS).flatMap(([task, { right, wrong }]): Array<[string, string]> => [
			[`${task}.right.ts`, program(right)],
			[`${task}.wrong.ts`, program(wrong)],
		]),
	);
}
