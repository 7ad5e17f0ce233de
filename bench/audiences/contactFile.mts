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
import { root } from '../shared/workerBuild.mts';

export const CONTACTS = 1_000_000;

const AT_ONCE = 10_000;

/** Where the addresses are in a row, for the floor; the worker finds out by itself. */
export const EMAIL_COLUMN = 0;

/** A CSV of contacts, 31 bytes a row: `Customer0000042@example.com,US`. Made once. */
export function contactFile(contacts = CONTACTS): { path: string; bytes: number } {
	const path = join(root, `.work/bench/contacts-${contacts}.csv`);
	if (!existsSync(path)) write(path, contacts);
	return { path, bytes: statSync(path).size };
}

function write(path: string, contacts: number): void {
	mkdirSync(join(path, '..'), { recursive: true });
	const unfinished = `${path}.part`;
	const file = openSync(unfinished, 'w');
	writeSync(file, 'email,country\n');
	for (let from = 0; from < contacts; from += AT_ONCE) {
		const rows = Array.from({ length: Math.min(AT_ONCE, contacts - from) }, (_, n) =>
			row(from + n),
		);
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
