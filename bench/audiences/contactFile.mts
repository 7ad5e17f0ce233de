import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	renameSync,
	statSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../workerBuild.mts';

export const CONTACTS = 1_000_000;

/** Where the addresses are in a row, for the floor; the worker finds out by itself. */
export const EMAIL_COLUMN = 0;

/** A CSV of a million contacts, 31 bytes a row: `Customer0000042@example.com,US`. Made once. */
export function contactFile(): { path: string; bytes: number } {
	const path = join(root, '.work/bench/contacts.csv');
	if (!existsSync(path)) write(path);
	return { path, bytes: statSync(path).size };
}

function write(path: string): void {
	mkdirSync(join(path, '..'), { recursive: true });
	const unfinished = `${path}.part`;
	const file = openSync(unfinished, 'w');
	writeSync(file, 'email,country\n');
	for (let from = 0; from < CONTACTS; from += 10_000) {
		const rows = Array.from({ length: 10_000 }, (_, n) => row(from + n));
		writeSync(file, rows.join(''));
	}
	closeSync(file);
	renameSync(unfinished, path);
}

/** Every fourth one begins with a capital letter, so that lower case is not what it is already. */
function row(n: number): string {
	const name = n % 4 === 0 ? 'Customer' : 'customer';
	return `${name}${String(n).padStart(7, '0')}@example.com,US\n`;
}
