import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What a process of n8n holds at a moment. */
export interface Held {
	readonly memoryMB: number;
	readonly files: number;
	readonly sockets: number;
}

/** Of the n8n that keeps its data in `folder`, the largest of its processes, as Linux tells of it. */
export function heldBy(folder: string): Held {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && isOf(name, folder))
		.map(held);
	return all.sort((a, b) => b.memoryMB - a.memoryMB)[0];
}

function isOf(pid: string, folder: string): boolean {
	try {
		return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`N8N_USER_FOLDER=${folder}\0`);
	} catch {
		// It has ended, or belongs to somebody else.
		return false;
	}
}

function held(pid: string): Held {
	const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
	const links = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
	return {
		memoryMB: Math.round((Number(pages) * 4096) / 1e6),
		files: links.length,
		sockets: links.filter((link) => link.startsWith('socket:')).length,
	};
}

function linkOf(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}
