import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server that stands in for Pinterest, in a process of its own, and counts what it is sent. */
export interface Stub<Counts> {
	readonly url: string;
	/** Since the last time. */
	counts(): Promise<Counts>;
	/** From now on it takes so many milliseconds for an answer, if it is one that can. */
	delay(milliseconds: number): Promise<void>;
	stop(): void;
}

/**
 * @param file prints its address when it listens, and answers `/counts`
 * @param more settings of its process
 */
export async function startStub<Counts>(
	file: string,
	more: NodeJS.ProcessEnv = {},
): Promise<Stub<Counts>> {
	const env = { ...process.env, ...more };
	const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'], env });
	const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
	return {
		url,
		counts: async () => (await (await fetch(`${url}/counts`)).json()) as Counts,
		delay: async (milliseconds) => {
			await fetch(`${url}/delay`, { method: 'POST', body: String(milliseconds) });
		},
		stop: () => child.kill(),
	};
}
