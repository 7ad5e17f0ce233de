import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logs } from './paths.mts';
import { track } from './processes/processes.mts';

export interface CommandOptions {
	readonly cwd: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Name of the log file that gets everything the command prints. Left out: it prints here. */
	readonly log?: string;
}

/** Runs a command to its end; if it fails, the error carries the end of what it logged. */
export async function run(
	command: string,
	args: readonly string[],
	options: CommandOptions,
): Promise<void> {
	mkdirSync(logs, { recursive: true });
	const logFile = options.log && join(logs, `${options.log}.log`);
	const output = logFile ? openSync(logFile, 'w') : 'inherit';
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: ['ignore', output, output],
		detached: process.platform !== 'win32',
		shell: process.platform === 'win32' && command === 'npm',
	});
	if (typeof output === 'number') closeSync(output);
	const untrack = track(options.log ?? command, child);
	try {
		await new Promise<void>((resolve, reject) => {
			child.on('error', reject);
			child.on('exit', (code, signal) => {
				if (code === 0) return resolve();
				const call = [command, ...args].join(' ');
				const log = logFile ? `\n${lastLines(logFile)}\nThe whole log: ${logFile}` : '';
				reject(new Error(`${call} ended with ${signal ?? code}.${log}`));
			});
		});
	} finally {
		untrack();
	}
}

/** npm with the Node.js of the project, unless it is only in the path. */
export function npm(args: readonly string[]): [command: string, args: string[]] {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') && existsSync(script)
		? [process.execPath, [script, ...args]]
		: ['npm', [...args]];
}

export function lastLines(file: string, count = 25): string {
	return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
