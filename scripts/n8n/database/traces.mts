import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { n8nLog } from '../server.mts';
import { tablesWith } from './sqlite.mts';

const DATABASE = /^database\.sqlite/;

/** The files below n8n's folder in which a text is, in any case; those of its database are asked by its tables. */
export const filesWith = (userFolder: string, text: string): string[] =>
	files(userFolder, text, (name) => !DATABASE.test(name));

/**
 * The files of n8n's database in which a text is, in any case: also in what has been deleted, and in what is still to be
 * moved to its place.
 */
export const databaseFilesWith = (userFolder: string, text: string): string[] =>
	files(userFolder, text, (name) => DATABASE.test(name));

/** Where n8n has a text: its tables, the files beside its database, and its log. */
export function placesWith(userFolder: string, text: string): string[] {
	const logged = textOf(n8nLog).toLowerCase().includes(text.toLowerCase());
	return [
		...tablesWith(userFolder, text),
		...filesWith(userFolder, text),
		...(logged ? [n8nLog] : []),
	];
}

function files(userFolder: string, text: string, isSearched: (name: string) => boolean): string[] {
	const wanted = text.toLowerCase();
	return readdirSync(join(userFolder, '.n8n'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && isSearched(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => !file.includes('node_modules'))
		.filter((file) => textOf(file).toLowerCase().includes(wanted));
}

/** A file that n8n deletes between listing and reading holds nothing. */
function textOf(file: string): string {
	try {
		return readFileSync(file, 'latin1');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}
