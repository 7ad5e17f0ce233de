import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, work } from '../../../scripts/paths.mts';

export { root, work };

/** The first run on a machine installs n8n. */
export const MINUTES = 60_000;

export interface Run {
	readonly code: number | null;
	readonly output: string;
}

/** `npm start -- <options>`, as a person types it, in a process group of its own like in a terminal. */
export class NpmStart {
	output = '';
	readonly ended: Promise<Run>;
	private readonly child: ChildProcess;

	constructor(...options: string[]) {
		this.child = spawn('npm', ['start', '--', ...options], {
			cwd: root,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
		}
		this.ended = new Promise((resolve) => {
			this.child.on('close', (code) => resolve({ code, output: this.output }));
		});
	}

	/** Waits until it has printed this. */
	async says(text: string): Promise<void> {
		let over = false;
		void this.ended.then(() => (over = true));
		while (!this.output.includes(text)) {
			if (over) throw new Error(`It ended without saying "${text}":\n${this.output}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	/** What Ctrl-C does: the signal reaches everything that runs in the foreground. */
	signal(signal: NodeJS.Signals): void {
		process.kill(-this.child.pid!, signal);
	}
}

export interface Started {
	readonly name: string;
	readonly pid: number;
}

/** The processes that `npm start` has written down as started and not yet stopped. */
export function startedProcesses(): Started[] {
	const folder = join(work, 'processes');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RunRecord)
		.filter(({ owner }) => owner.name === 'npm start')
		.flatMap(({ children }) => children);
}

interface RunRecord {
	readonly owner: Started;
	readonly children: readonly Started[];
}

export function isRunning({ pid }: Started): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
