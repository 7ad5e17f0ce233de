import { closeSync, openSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { step } from '../../progress.mts';

const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 20_000;

/**
 * Does the work while no other process does it. The holder touches the lock file as long as it
 * lives, so that a lock whose holder was killed is recognised by its age, on whatever machine.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
	if (!take(file)) {
		await step('Another process is installing n8n: waiting for it', async () => {
			while (!take(file)) await sleep(500);
		});
	}
	const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		rmSync(file, { force: true });
	}
}

function take(file: string): boolean {
	try {
		closeSync(openSync(file, 'wx'));
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	removeStale(file);
	return false;
}

/** Moved away first: of several that wait, only one can move it, and none removes a newer lock. */
function removeStale(file: string): void {
	const age = ageOf(file);
	if (age === undefined || age < STALE_AFTER_MS) return;
	const aside = `${file}.stale-${process.pid}`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	rmSync(aside, { force: true });
}

function touch(file: string): void {
	try {
		utimesSync(file, new Date(), new Date());
	} catch {
		// Taken for stale while this machine slept. Whoever took it installs into a folder of its own.
	}
}

function ageOf(file: string): number | undefined {
	try {
		return Date.now() - statSync(file).mtimeMs;
	} catch {
		return undefined;
	}
}
