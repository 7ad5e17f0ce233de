import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../scripts/paths.mts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';

export interface Ran {
	readonly exit: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface CommandLine {
	readonly simulator: Simulator;
	/** Where it runs. */
	readonly folder: string;
	/** Runs one command in a process of its own. */
	run(args: readonly string[], how?: How): Promise<Ran>;
	/** The same, whose result is read. */
	json(args: readonly string[], how?: How): Promise<Ran & { readonly result: unknown }>;
	/** Writes a file into the folder. */
	file(name: string, content: string | object): void;
	/** What was sent that changes something, as `METHOD operation`. */
	writes(): string[];
}

export interface How {
	/** What comes through a pipe. */
	readonly input?: string;
	/** Stopped as from the keyboard, once the simulator has had a request. */
	readonly isStopped?: boolean;
	/** Instead of the token and ad account of the simulator. */
	readonly env?: Readonly<Record<string, string>>;
}

/** What is asked with a POST, and changes nothing. */
const READING_POSTS = /\/(?:audience_sizing|bid_floor)$/;

/** What a process of Node.js needs, and nothing of whoever runs the tests. */
export const BARE = { PATH: process.env.PATH ?? '', HOME: tmpdir() };

/** The command in one file, on a simulator, for a test file; both are as new for each test. */
export function useCommandLine(): CommandLine {
	let folder = '';
	let program = '';
	let simulator: Simulator;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'illixis-pinterest-'));
		program = join(folder, 'main.mjs');
		await bundle(program);
		simulator = await startSimulator();
	}, 120_000);
	beforeEach(() => simulator.reset());
	// What breaks Pinterest's description fails the test that sent it.
	afterEach(() => expect(simulator.violations()).toEqual([]));
	afterAll(async () => {
		await simulator?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const run = async (
		args: readonly string[],
		{ input = '', env = {}, isStopped = false }: How = {},
	) => {
		const { seed, url } = simulator;
		const ran = await new Promise<Ran>((resolve) => {
			const child = execFile(
				process.execPath,
				[program, ...args],
				{
					cwd: folder,
					env: {
						...BARE,
						PINTEREST_API_URL: url,
						PINTEREST_ACCESS_TOKEN: seed.tokens.access,
						PINTEREST_AD_ACCOUNT_ID: seed.adAccountId,
						...env,
					},
				},
				(error, stdout, stderr) =>
					resolve({ exit: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
			);
			child.stdin?.on('error', () => undefined);
			child.stdin?.end(input);
			if (!isStopped) return;
			const looking = setInterval(() => {
				if (simulator.ledger().length > 0) child.kill('SIGINT');
			}, 50);
			child.once('exit', () => clearInterval(looking));
		});
		// Whatever is run, no token may come out of it.
		const secrets = /pin[ar]_\w+|simulator-app-secret/;
		expect(ran.stdout + ran.stderr).not.toMatch(secrets);
		return ran;
	};
	return {
		get simulator() {
			return simulator;
		},
		get folder() {
			return folder;
		},
		run,
		async json(args, how) {
			const ran = await run(args, how);
			return { ...ran, result: ran.stdout === '' ? undefined : JSON.parse(ran.stdout) };
		},
		file: (name, content) =>
			writeFileSync(
				join(folder, name),
				typeof content === 'string' ? content : JSON.stringify(content),
				{ mode: 0o600 },
			),
		writes: () =>
			simulator
				.ledger()
				.filter(({ method, path }) => method !== 'GET' && !READING_POSTS.test(path))
				.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`),
	};
}

/** The command and all that it needs in one file. */
export async function bundle(outfile: string): Promise<void> {
	await build({
		entryPoints: [join(root, 'worker', 'src', 'cli', 'main.mts')],
		...{ outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	});
}
