import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { work } from '../../../scripts/paths.mts';

/** Debian's package `faketime` puts it there, in the folder of the machine's architecture. */
const LIBRARIES = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
	(machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`,
);

/**
 * A clock that a test moves while n8n runs: its dates, its timers and its SQLite go by it, and nothing of n8n is
 * replaced. What waits for a time that a jump passes over is woken by it.
 */
export class FakedTime {
	private readonly file: string;
	private offsetSeconds = 0;

	constructor(name: string) {
		mkdirSync(work, { recursive: true });
		this.file = join(work, `faked-time-${name}`);
		this.write();
	}

	/** With which n8n is started. */
	get environment(): NodeJS.ProcessEnv {
		const library = LIBRARIES.find((path) => existsSync(path));
		if (library === undefined) {
			throw new Error('libfaketime is not installed. On Debian: apt-get install faketime.');
		}
		return {
			LD_PRELOAD: library,
			FAKETIME_TIMESTAMP_FILE: this.file,
			FAKETIME_NO_CACHE: '1',
		};
	}

	now(): number {
		return Date.now() + this.offsetSeconds * 1000;
	}

	/** Jumps ahead, and gives n8n a moment to see it. @returns by how many milliseconds */
	async jumpTo(time: number): Promise<number> {
		const seconds = Math.round((time - this.now()) / 1000);
		if (seconds <= 0) return 0;
		this.offsetSeconds += seconds;
		this.write();
		await sleep(300);
		return seconds * 1000;
	}

	/** As a whole, since n8n reads it whenever it asks for the time. */
	private write(): void {
		writeFileSync(`${this.file}.new`, `+${this.offsetSeconds}\n`);
		renameSync(`${this.file}.new`, this.file);
	}
}
