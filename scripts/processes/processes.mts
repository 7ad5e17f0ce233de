import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import treeKill from 'tree-kill';
import { work } from '../paths.mts';
import { birthOf } from './birth.mts';

/** A process, and the moment of its birth: a pid alone may belong to a stranger by now. */
interface Recorded {
	readonly name: string;
	readonly pid: number;
	readonly born: string;
}

/** What one run has started, written down so that a later run finds what a killed one has left. */
interface RunRecord {
	readonly owner: Recorded;
	readonly children: readonly Recorded[];
}

const RECORDS = join(work, 'processes');
const PATIENCE_MS = 15_000;
const WINDOWS = process.platform === 'win32';

let owner: Recorded = { name: 'a script', pid: process.pid, born: birthOf(process.pid) ?? '' };
const children = new Map<number, Recorded>();
let ended = false;

/**
 * Claims the folder for this run and stops what broken-off runs have left behind.
 * @returns the names of the processes that were stopped
 * @throws if a run of the same name is at work in this folder
 */
export async function claimFolder(name: string): Promise<string[]> {
	const stopped: string[] = [];
	for (const { file, record } of readRecords()) {
		if (isAlive(record.owner)) {
			if (record.owner.name !== name || record.owner.pid === process.pid) continue;
			throw new Error(
				`${name} is already running in this folder (process ${record.owner.pid}). Stop that one first, with Ctrl-C in its window.`,
			);
		}
		for (const child of record.children.filter(isAlive)) {
			await stop(child);
			stopped.push(child.name);
		}
		rmSync(file, { force: true });
	}
	owner = { ...owner, name };
	ended = false;
	writeRecord();
	return stopped;
}

/** Writes a child down. @returns what to call once it has ended by itself */
export function track(name: string, { pid }: ChildProcess): () => void {
	if (pid === undefined) return () => undefined;
	children.set(pid, { name, pid, born: birthOf(pid) ?? '' });
	writeRecord();
	return () => {
		children.delete(pid);
		writeRecord();
	};
}

/** Stops everything that was started, the youngest first. */
export async function stopAll(): Promise<void> {
	for (const child of [...children.values()].reverse()) await stop(child);
	children.clear();
	ended = true;
	rmSync(recordFile(), { force: true });
}

/** What a power cut does to the processes of this name that this run has started: `kill -9`, at once. */
export async function killNow(name: string): Promise<void> {
	for (const child of [...children.values()].filter((one) => one.name === name)) {
		while (signalGroup(child.pid, 'SIGKILL')) await sleep(20);
	}
}

/** Asks the process and all that it has started to end, and puts an end to what does not. */
async function stop({ pid }: Recorded): Promise<void> {
	if (WINDOWS) {
		await new Promise<void>((resolve) => treeKill(pid, 'SIGKILL', () => resolve()));
		return;
	}
	const deadline = Date.now() + PATIENCE_MS;
	let isThere = signalGroup(pid, 'SIGTERM');
	while (isThere && Date.now() < deadline) {
		await sleep(50);
		isThere = signalGroup(pid, 0);
	}
	if (isThere) signalGroup(pid, 'SIGKILL');
}

/** Every child leads a process group of its own. @returns whether anything of it is left */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-leader, signal);
		return true;
	} catch {
		return false;
	}
}

function isAlive({ pid, born }: Recorded): boolean {
	return born !== '' && birthOf(pid) === born;
}

function recordFile(): string {
	return join(RECORDS, `${process.pid}.json`);
}

function readRecords(): Array<{ file: string; record: RunRecord }> {
	mkdirSync(RECORDS, { recursive: true });
	return readdirSync(RECORDS)
		.filter((name) => name.endsWith('.json'))
		.map((name) => join(RECORDS, name))
		.map((file) => ({ file, record: JSON.parse(readFileSync(file, 'utf8')) as RunRecord }));
}

/** Written beside and then renamed: a run that is killed while it writes leaves the old record. */
function writeRecord(): void {
	if (ended) return;
	mkdirSync(RECORDS, { recursive: true });
	const record: RunRecord = { owner, children: [...children.values()] };
	writeFileSync(`${recordFile()}.new`, JSON.stringify(record, null, '\t'));
	renameSync(`${recordFile()}.new`, recordFile());
}
