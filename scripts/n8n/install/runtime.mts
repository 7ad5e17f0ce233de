import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statfsSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { npm, run } from '../../command.mts';
import { withLock } from './lock.mts';
import { step } from '../../progress.mts';

/**
 * n8n, installed once per version in the user's cache folder, apart from the dependencies of the
 * project: it is large, and every clone can use the same one.
 */
export interface Runtime {
	/** The Node.js that n8n's native modules were built for. */
	readonly node: string;
	/** The folder of that Node.js, which comes first in the path of everything n8n starts. */
	readonly nodeFolder: string;
	/** n8n's command line. */
	readonly n8n: string;
}

/** What everything here is tested with; `N8N_VERSION=2.41.3 npm run test:e2e` takes another one. */
export const TESTED_VERSION = '2.41.1';
export const N8N_VERSION = versionFrom(process.env.N8N_VERSION);
const NODE_VERSION = '24.21.0';
const NEEDED_BYTES = 4 * 1024 ** 3;

/** The package that holds `bin` and the headers in `include`, which the native modules need. */
const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** @throws for what is no version: it becomes part of a folder's name. */
export function versionFrom(wanted: string | undefined): string {
	if (!wanted) return TESTED_VERSION;
	if (/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(wanted)) return wanted;
	throw new Error(
		`N8N_VERSION has to be a version of n8n such as ${TESTED_VERSION}, not ${wanted}.`,
	);
}

/** Finds the installed n8n, or installs it. Safe beside another one that does the same. */
export async function ensureRuntime(): Promise<Runtime> {
	const home = join(cacheFolder(), `n8n-${N8N_VERSION}-node-${NODE_VERSION}`);
	if (!existsSync(home)) {
		mkdirSync(cacheFolder(), { recursive: true });
		await withLock(`${home}.lock`, async () => {
			// The one that held the lock before may have done the work.
			if (!existsSync(home)) await install(home);
		});
	}
	return runtimeIn(home);
}

/**
 * Installs into a folder beside the final one, and gives it its name only when it has been seen to
 * work: a run that is broken off leaves nothing that looks complete.
 */
async function install(home: string): Promise<void> {
	const prefix = `${home}.installing-`;
	for (const name of readdirSync(cacheFolder())) {
		const path = join(cacheFolder(), name);
		if (path.startsWith(prefix)) rmSync(path, { recursive: true, force: true });
	}
	checkSpace();
	const folder = mkdtempSync(prefix);
	const dependencies = { n8n: N8N_VERSION, [NODE_PACKAGE]: NODE_VERSION };
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
	writeFileSync(join(folder, '.npmrc'), 'yes=true\n');
	const runtime = runtimeIn(folder);
	const cwd = folder;
	const env = installEnvironment(runtime);

	await step(
		`Installing n8n ${N8N_VERSION} for all clones on this machine (once, 3 to 8 minutes)`,
		async () => {
			// Without install scripts: some of n8n's many dependencies want system libraries that it
			// does not need. Those that do need building are built in the next step.
			const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
			await run(...npm(args), { cwd, env, log: 'n8n-install' });
		},
	);
	await step('Building its native modules (1 to 2 minutes)', async () => {
		try {
			const args = ['rebuild', '--ignore-scripts=false', 'sqlite3', 'isolated-vm'];
			await run(...npm(args), { cwd, env, log: 'n8n-rebuild' });
			await run(runtime.node, ['-e', "require('sqlite3'); require('isolated-vm')"], {
				cwd,
				env,
				log: 'n8n-check',
			});
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new Error(
				`${reason}\n\nn8n's SQLite module could neither be downloaded nor built. Building it takes Python 3, make and a C++ compiler; on Debian and Ubuntu: apt install python3 make g++.`,
				{ cause: error },
			);
		}
	});
	await run(runtime.node, [runtime.n8n, '--version'], { cwd, env, log: 'n8n-version' });
	renameSync(folder, home);
}

function runtimeIn(home: string): Runtime {
	const modules = join(home, 'node_modules');
	const windows = process.platform === 'win32';
	const nodeFolder = join(modules, NODE_PACKAGE, 'bin');
	return {
		node: join(nodeFolder, windows ? 'node.exe' : 'node'),
		nodeFolder,
		n8n: join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/** With the headers of n8n's Node.js. */
function installEnvironment({ nodeFolder }: Runtime): NodeJS.ProcessEnv {
	return {
		...outsideEnvironment(),
		PATH: `${nodeFolder}${delimiter}${process.env.PATH ?? ''}`,
		npm_config_nodedir: join(nodeFolder, '..'),
	};
}

/** Without what `npm start` and `npm run` hand down about this project. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) =>
			!/^npm_(package|lifecycle)_|^npm_config_(local_|global_)?prefix$|^NODE_ENV$/i.test(name),
	);
	return Object.fromEntries(inherited);
}

/** What is installed once for all clones on this machine. */
export function cacheFolder(): string {
	const base =
		process.platform === 'darwin'
			? join(homedir(), 'Library', 'Caches')
			: process.platform === 'win32'
				? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
				: process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-pinterest-ads');
}

function checkSpace(): void {
	const { bavail, bsize } = statfsSync(cacheFolder());
	if (bavail * bsize >= NEEDED_BYTES) return;
	throw new Error(
		`n8n needs about 4 GB in ${cacheFolder()}, and ${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB are free. Make room, or name another folder in XDG_CACHE_HOME.`,
	);
}
