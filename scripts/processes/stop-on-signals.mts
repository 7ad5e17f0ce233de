import { stopAll } from './processes.mts';

let stopping = false;
let interruptedCode = 130;

/**
 * Stops everything that was started, whatever ends this process: Ctrl-C, a polite kill, an error
 * that nobody caught, or the death of the process that started this one.
 */
export function stopOnSignals(): void {
	const stop = (code: number, reason?: unknown) => {
		// Ctrl-C reaches the whole process group, and is handed on by the parent as well.
		if (stopping) return;
		stopping = true;
		if (reason) console.error(reason);
		else console.log('\nStopping everything …');
		void stopAll().finally(() => process.exit(code));
	};
	process.on('SIGINT', () => stop(interruptedCode));
	process.on('SIGTERM', () => stop(143));
	process.on('SIGHUP', () => stop(129));
	process.on('disconnect', () => stop(1));
	process.on('uncaughtException', (error) => stop(1, error));
	process.on('unhandledRejection', (error) => stop(1, error));
}

/** From now on Ctrl-C is how it is meant to end, and no failure. */
export function expectInterrupt(): void {
	interruptedCode = 0;
}

/** Never resolves while everything is being stopped: what fails then fails for that reason. */
export async function unlessStopping(): Promise<void> {
	if (stopping) await new Promise(() => undefined);
}
