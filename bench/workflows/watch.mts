/**
 * Loaded into n8n's process with NODE_OPTIONS=--import: counts the SQL statements that reach SQLite's driver,
 * the expressions that are evaluated and the runs of Data Table nodes, and notes whenever the event loop
 * stands still. What there was since the last time is answered at http://127.0.0.1:BENCH_WATCH_PORT.
 */
import { createServer } from 'node:http';
import Module from 'node:module';
import { isMainThread } from 'node:worker_threads';
import type { Block, Seen } from './seen.mts';

const TICK_MS = 10;
const SHORTEST_MS = 50;

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Methods = Record<string, Method | undefined>;
interface Class {
	readonly prototype: Methods;
}
type Exports = Readonly<Record<string, Class>>;

const none = () => ({ statements: 0, expressions: 0, tableOperations: 0, blocks: [] as Block[] });
let seen = none();
let cpuSince = process.cpuUsage();

/** The methods that are counted, by the end of the module's name that they come from. */
const COUNTED: Readonly<Record<string, (exports: Exports) => void>> = {
	// All others of the driver are made of these.
	sqlite3: ({ Statement, Database }) => {
		for (const name of ['run', 'all', 'get', 'each']) count(Statement, name, 'statements');
		count(Database, 'exec', 'statements');
	},
	'n8n-workflow': ({ Expression }) => count(Expression, 'renderExpression', 'expressions'),
	'DataTable.node.js': ({ DataTable }) => count(DataTable, 'execute', 'tableOperations'),
};

function count({ prototype }: Class, name: string, as: Exclude<keyof Seen, 'blocks' | 'cpuMs'>) {
	const method = prototype[name];
	if (!method) throw new Error(`There is no ${name} to count.`);
	prototype[name] = function (...given) {
		seen[as]++;
		return method.apply(this, given);
	};
}

/** How n8n and its libraries load every module of theirs. */
interface Loader {
	_load(request: string, ...more: unknown[]): unknown;
}

function countFromTheFirstLoad(loader: Loader): void {
	const load = loader._load.bind(loader);
	const begun = new Set<string>();
	loader._load = (request, ...more) => {
		const exports = load(request, ...more);
		const name = Object.keys(COUNTED).find((end) => request === end || request.endsWith(`/${end}`));
		if (name !== undefined && !begun.has(name)) {
			begun.add(name);
			COUNTED[name](exports as Exports);
		}
		return exports;
	};
}

/** A timer that comes late has waited for whatever kept the thread busy. */
function watchTheLoop(): void {
	let last = performance.now();
	let cpu = threadCpuMs();
	setInterval(() => {
		const now = performance.now();
		const cpuNow = threadCpuMs();
		const ms = now - last - TICK_MS;
		if (ms >= SHORTEST_MS) seen.blocks.push({ end: Date.now(), ms, cpuMs: cpuNow - cpu });
		last = now;
		cpu = cpuNow;
	}, TICK_MS).unref();
}

function threadCpuMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}

function answer(port: number): void {
	const server = createServer((_, response) => {
		const { user, system } = process.cpuUsage(cpuSince);
		const all: Seen = { ...seen, cpuMs: (user + system) / 1_000 };
		cpuSince = process.cpuUsage();
		seen = none();
		response.setHeader('connection', 'close').end(JSON.stringify(all));
	});
	server.listen(port, '127.0.0.1').unref();
}

// Not in the processes and threads that n8n starts.
if (isMainThread && process.argv[2] === 'start') {
	countFromTheFirstLoad(Module as unknown as Loader);
	watchTheLoop();
	answer(Number(process.env.BENCH_WATCH_PORT));
}
