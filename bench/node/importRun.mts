// How long n8n takes to load a node, once it has loaded what it has anyway. node importRun.mts [file]; prints an Import.
import { load } from './execution.mts';

export interface Import {
	/** Milliseconds of CPU time, of the thread that waits for it. */
	readonly imported: number;
	/** The same, since the process has begun. */
	readonly all: number;
}

const [file] = process.argv.slice(2);
for (const module of ['zod', 'luxon', 'lodash']) load(module);
const cpuMs = () => {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
};
const began = cpuMs();
if (file !== undefined) load(file);
const all = cpuMs();
console.log(JSON.stringify({ imported: all - began, all } satisfies Import));
process.exit(0);
