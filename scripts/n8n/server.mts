import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../command.mts';
import { fetchN8n } from './fetch.mts';
import { cacheFolder, type Runtime } from './install/runtime.mts';
import { logs, work } from '../paths.mts';
import { choosePort, freePort } from '../processes/ports.mts';
import { track } from '../processes/processes.mts';

export interface Server {
	/** The editor's address, without a slash at its end. */
	readonly url: string;
	/** Resolves, with the reason, when the process ends. */
	readonly ended: Promise<string>;
}

/** Everything that the last n8n has printed. */
export const n8nLog = join(logs, 'n8n.log');

/** n8n's command, what it prints when it listens, and an address that then answers with JSON. */
const ROLES = {
	start: { listening: 'Editor is now accessible', health: '/rest/settings' },
	webhook: { listening: 'Webhook listener waiting', health: '/healthz/readiness' },
	worker: { listening: 'n8n worker is now ready', health: '/healthz/readiness' },
} as const;

export type Role = keyof typeof ROLES;

/** Which of n8n's processes it is, where there are several of them. */
export interface Place {
	readonly role: Role;
	/** Of the process and of its log. */
	readonly name: string;
	/** Left out: 5678, or the next free one after it. */
	readonly port?: number;
}

const ALONE: Place = { role: 'start', name: 'n8n' };
const START_PATIENCE_MS = 180_000;
const START_ATTEMPTS = 3;

/** What n8n inherits from this machine; everything else would make one start differ from another. */
const INHERITED =
	/^(HOME|LANG|LC_\w+|USER|SYSTEMROOT|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|HTTPS?_PROXY)$/i;

/**
 * Starts n8n with its data in `userFolder`, on its embedded SQLite unless `more` says otherwise, and
 * waits until it answers.
 * Executions and their data are kept, so that every step can be looked at in the editor, except for
 * workflows that say otherwise in their own settings.
 * @param more environment variables that differ from the usual ones
 */
export async function startN8n(
	runtime: Runtime,
	userFolder: string,
	more: NodeJS.ProcessEnv = {},
	place = ALONE,
): Promise<Server> {
	const logFile = join(logs, `${place.name}.log`);
	for (let attempt = 1; ; attempt++) {
		const server = await launch(runtime, userFolder, logFile, more, place);
		const failure = await failureToStart(server, logFile, place.role);
		if (failure === undefined) return server;
		const log = readFileSync(logFile, 'utf8');
		// Between looking for a free port and using it, somebody else may have taken it.
		const taken = log.includes('is already in use');
		// After a kill, n8n 2.41 may end over an execution that had not begun yet, which it has marked as crashed
		// by then. Whatever keeps n8n running (compose.yaml: restart) starts it again.
		const tripped = failure.startsWith('n8n ended') && log.includes('recoverFromLogs');
		if (!(taken || tripped) || attempt === START_ATTEMPTS) {
			throw new Error(`${failure}.\n${lastLines(logFile)}\nThe whole log: ${logFile}`);
		}
	}
}

async function launch(
	runtime: Runtime,
	userFolder: string,
	logFile: string,
	more: NodeJS.ProcessEnv,
	place: Place,
): Promise<Server> {
	const port = place.port ?? (await choosePort(5678));
	for (const folder of [logs, userFolder]) mkdirSync(folder, { recursive: true });
	const output = openSync(logFile, 'w');
	const child = spawn(runtime.node, [runtime.n8n, place.role], {
		// n8n reads a .env file from the folder that it is started in.
		cwd: userFolder,
		stdio: ['ignore', output, output],
		detached: process.platform !== 'win32',
		env: { ...n8nEnvironment(runtime, userFolder), ...ports(port, await freePort()), ...more },
	});
	closeSync(output);
	const untrack = track(place.name, child);
	const ended = new Promise<string>((resolve) => {
		child.on('error', (error) => resolve(error.message));
		child.on('exit', (code, signal) => {
			untrack();
			resolve(`${place.name} ended with ${signal ?? code}`);
		});
	});
	return { url: `http://localhost:${port}`, ended };
}

/** What every n8n of this repository is run with, whatever it does. */
export function n8nEnvironment(runtime: Runtime, userFolder: string): NodeJS.ProcessEnv {
	const temporary = join(work, 'tmp');
	mkdirSync(temporary, { recursive: true });
	return {
		...inheritedEnvironment(),
		PATH: `${runtime.nodeFolder}${delimiter}${process.env.PATH ?? ''}`,
		TMPDIR: temporary,
		TEMP: temporary,
		TMP: temporary,
		NO_PROXY: ['127.0.0.1', 'localhost', process.env.NO_PROXY ?? process.env.no_proxy]
			.filter(Boolean)
			.join(','),
		N8N_USER_FOLDER: userFolder,
		DB_TYPE: 'sqlite',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		// On a busy machine its database may take longer to answer than the 5 seconds after which n8n answers
		// everything with "Database is not ready!".
		DB_PING_TIMEOUT_MS: '60000',
		// What Node.js has compiled of n8n's thousands of files, for its next start.
		NODE_COMPILE_CACHE: join(cacheFolder(), 'compiled'),
		// Nothing goes out of this machine that the workflows do not send.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	};
}

function ports(port: number, brokerPort: number): NodeJS.ProcessEnv {
	return {
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		// Where a worker answers whether it is well.
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_HOST: 'localhost',
		N8N_PROTOCOL: 'http',
		// The editor is served over plain HTTP here, and only to this machine.
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	};
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => INHERITED.test(name)));
}

/** Waits until it answers. @returns why it does not, if so */
async function failureToStart(
	{ url, ended }: Server,
	logFile: string,
	role: Role,
): Promise<string | undefined> {
	const { listening, health } = ROLES[role];
	const deadline = Date.now() + START_PATIENCE_MS;
	let failure: string | undefined;
	void ended.then((reason) => (failure = reason));
	// An answer alone might come from another n8n, on a port that was taken in the meantime.
	const listens = () => readFileSync(logFile, 'utf8').includes(listening);
	while (!listens() || !(await answers(`${url}${health}`))) {
		if (failure) return failure;
		if (Date.now() > deadline) return 'n8n did not answer within 3 minutes';
		await sleep(200);
	}
	return undefined;
}

/** n8n answers with a page in HTML as long as it is starting. */
async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetchN8n(url, { signal: AbortSignal.timeout(5_000) });
		return response.ok && (response.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
}
