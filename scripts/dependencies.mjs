// Plain JavaScript without dependencies: it runs on the machine's own Node.js, before `npm ci`.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const WINDOWS = process.platform === 'win32';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node.js 24, which n8n needs; the development dependency `node` brings it along. */
const projectNode = join(root, 'node_modules', 'node', 'bin', WINDOWS ? 'node.exe' : 'node');

/** Installs the project's dependencies unless exactly those of the lock file are there already. */
export async function ensureDependencies() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < OLDEST_NODE) {
		fail(
			`This needs Node.js ${OLDEST_NODE} or newer to begin with, and this is ${process.version}.`,
			'Install a current Node.js from https://nodejs.org, then run the same command again.',
		);
	}
	if (existsSync(projectNode) && isInstalledAsLocked()) return;
	const npm = npmCommand();
	if (spawnSync(npm.command, [...npm.args, '--version'], npm.options).status !== 0) {
		fail(
			'npm was not found, and it installs everything this project needs.',
			'It comes with Node.js (https://nodejs.org); on Debian and Ubuntu: apt install npm.',
		);
	}
	const code = await withTicker(
		'Installing the dependencies of the project, Node.js 24 among them (once, 1 to 3 minutes, longer on a slow line)',
		() => install(npm),
	);
	if (code !== 0 || !existsSync(projectNode)) {
		console.error(`\n${whatStopped(installLog)}`);
		fail(
			'The dependencies could not be installed: npm says above what stopped it.',
			`Everything that it said is in ${relative(process.cwd(), installLog)}. Then run the same command again.`,
		);
	}
}

const installLog = join(root, '.work', 'logs', 'npm-ci.log');

/**
 * What npm says goes into a file. It warns of packages that want a newer Node.js than the one that
 * installs them, and of their install scripts: they are run on the Node.js that is installed along with
 * them, so there is nothing to be done about it.
 */
async function install(npm) {
	mkdirSync(dirname(installLog), { recursive: true });
	const output = openSync(installLog, 'w');
	try {
		return await exitCodeOf(
			spawn(npm.command, [...npm.args, 'ci', '--no-audit', '--no-fund', '--ignore-scripts=false'], {
				...npm.options,
				cwd: root,
				// Development dependencies are the point here, whatever the machine's settings are.
				env: { ...process.env, NODE_ENV: 'development', npm_config_omit: '' },
				stdio: ['ignore', output, output],
			}),
		);
	} finally {
		closeSync(output);
	}
}

/** npm's errors out of what it has said; where it has named none, the end of that. */
function whatStopped(file) {
	const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
	const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line));
	return (errors.length > 0 ? errors.slice(0, 40) : lines.slice(-25)).join('\n');
}

/**
 * Runs a TypeScript module of this folder on the project's Node.js and gives its exit code. Signals
 * are handed on, and the channel between the two tells the module when this process was killed.
 */
export async function runOnProjectNode(script, args) {
	const child = spawn(projectNode, [join(root, 'scripts', script), ...args], {
		cwd: root,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		env: {
			...process.env,
			PATH: `${join(root, 'node_modules', '.bin')}${WINDOWS ? ';' : ':'}${process.env.PATH ?? ''}`,
		},
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => child.kill(signal));
	}
	return await exitCodeOf(child);
}

/**
 * Compares what npm wrote down after its last install with the lock file. Times of files would not
 * do: git sets them to the moment of the checkout.
 */
function isInstalledAsLocked() {
	const locked = packagesOf(join(root, 'package-lock.json'));
	const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
	if (!locked || !installed) return false;
	return Object.entries(locked).every(([path, { version, optional, peer }]) => {
		if (path === '' || (!installed[path] && (optional || peer))) return true;
		return installed[path]?.version === version;
	});
}

function packagesOf(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/** npm as it was called, by the Node.js it was called with; else the one in the path. */
function npmCommand() {
	const { npm_execpath: script, npm_node_execpath: node } = process.env;
	if (script?.endsWith('.js') && existsSync(script)) {
		return {
			command: existsSync(node ?? '') ? node : process.execPath,
			args: [script],
			options: {},
		};
	}
	return { command: 'npm', args: [], options: { shell: WINDOWS } };
}

async function withTicker(title, work) {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	console.log(`• ${title} …`);
	const ticker = setInterval(() => console.log(`  … ${seconds()}`), 15_000);
	try {
		const code = await work();
		if (code === 0) console.log(`  done in ${seconds()}`);
		return code;
	} finally {
		clearInterval(ticker);
	}
}

function exitCodeOf(child) {
	return new Promise((resolve) => {
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

function fail(problem, remedy) {
	console.error(`\n${problem}\n${remedy}`);
	process.exit(1);
}
