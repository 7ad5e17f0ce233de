import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../command.mts';
import { debianProgram } from './debian-programs.mts';
import { logs } from '../paths.mts';
import { freePort } from './ports.mts';
import { track } from './processes.mts';

export interface Redis {
	readonly host: string;
	readonly port: number;
}

const HOST = '127.0.0.1';
const PATIENCE_MS = 60_000;

/**
 * Starts a Redis of its own, of Debian's package, which keeps everything in `folder`. stopAll() ends it.
 * @param options of its command line, beyond where it listens and where it keeps its data
 */
export async function startRedis(folder: string, options: readonly string[] = []): Promise<Redis> {
	const server = debianProgram('redis-server');
	for (const path of [folder, logs]) mkdirSync(path, { recursive: true });
	const logFile = join(logs, 'redis.log');
	const output = openSync(logFile, 'w');
	const port = await freePort();
	const place = ['--bind', HOST, '--port', `${port}`, '--dir', folder];
	const child = spawn(server, [...place, ...options], {
		cwd: folder,
		stdio: ['ignore', output, output],
		detached: true,
	});
	closeSync(output);
	child.on('exit', track('redis', child));
	const deadline = Date.now() + PATIENCE_MS;
	while (!readFileSync(logFile, 'utf8').includes('Ready to accept connections')) {
		if (child.exitCode !== null || Date.now() > deadline) {
			throw new Error(`Redis did not start.\n${lastLines(logFile)}\nThe whole log: ${logFile}`);
		}
		await sleep(100);
	}
	return { host: HOST, port };
}
