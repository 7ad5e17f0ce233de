import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mts';
import type { Tally } from './tally.mts';
import type { Task } from './task.mts';

type Message = { ready?: true; alive?: true; tally?: Tally; failed?: string };

/** A process that tells nothing for so long hangs. */
const SILENT_MS = 120_000;

/** Runs tasks on several processes; each ends by being told what came of it. */
export async function runTasks(
	tasks: readonly Task[],
	processes: number,
	told: (task: Task, tally: Tally) => void,
): Promise<void> {
	const left = [...tasks];
	await Promise.all(Array.from({ length: processes }, () => member(left, told)));
}

async function member(left: Task[], told: (task: Task, tally: Tally) => void): Promise<void> {
	const child = fork(join(root, 'test/faults/member.mts'), {
		execArgv: [
			'--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
			...['--import', join(root, 'scripts/typescript/register.mjs')],
		],
		env: { ...process.env, TZ: 'UTC' },
	});
	let task: Task | undefined;
	const timer = setTimeout(() => child.kill('SIGKILL'), SILENT_MS);
	await new Promise<void>((done, reject) => {
		child.on('message', ({ alive, tally, failed }: Message) => {
			timer.refresh();
			if (alive) return;
			if (failed !== undefined) return reject(new Error(`${JSON.stringify(task)}: ${failed}`));
			if (task && tally) told(task, tally);
			task = left.shift();
			if (task) child.send(task);
			else child.disconnect();
		});
		child.on('exit', (code, signal) => {
			clearTimeout(timer);
			if (code === 0 && task === undefined) done();
			else reject(new Error(`${JSON.stringify(task)}: the process ended (${signal ?? code})`));
		});
	}).finally(() => child.kill());
}
