import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { rowsFromFile } from '../index.ts';
import { fileTrouble, UsageError } from './usageError.mts';

type Bytes = AsyncIterable<Uint8Array>;

/** A file, or what comes in by a pipe. */
export interface Source {
	/** Undefined for a pipe. */
	readonly path?: string;
	readonly bytes: Bytes;
}

export const INPUT_FORMATS = ['json', 'ndjson', 'csv', 'txt'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** @param path left out or `-`: stdin */
export async function openSource(path: string | undefined): Promise<Source> {
	if (path === undefined || path === '-') {
		if (process.stdin.isTTY) {
			throw new UsageError(
				'There is no input.',
				'Name a file after the command, or send something through a pipe.',
			);
		}
		return { bytes: process.stdin };
	}
	try {
		// A stream would tell of it much later.
		const file = await open(path);
		const isFolder = (await file.stat()).isDirectory();
		await file.close();
		if (isFolder) throw Object.assign(new Error(), { code: 'EISDIR' });
	} catch (error) {
		throw new UsageError(
			`The file ${path} ${fileTrouble(error)}.`,
			'Check its name and its folder.',
		);
	}
	return { path, bytes: createReadStream(path) };
}

/**
 * The elements of an input, each as an object: those of a JSON list, a single JSON object, NDJSON, or the rows of a
 * CSV file by their headings.
 */
export async function readItems(
	{ path, bytes }: Source,
	format: InputFormat | undefined,
): Promise<Array<Record<string, unknown>>> {
	const { head, whole } = await beginning(bytes);
	const found = format ?? formatOf(path, head);
	if (found === 'csv' || found === 'txt') return [...(await rowsFromFile(whole))];
	const text = await textOf(whole);
	const values = found === 'ndjson' ? linesOf(text) : [parsed(text)].flat();
	return values.map((value, n) => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
			return value as Record<string, unknown>;
		}
		throw new UsageError(
			`Element ${n + 1} of the input is not an object.`,
			'Give a JSON object, a list of JSON objects, one JSON object a line, or a CSV file with headings.',
		);
	});
}

/** What an input is by its name or its first sign; records of a list may be in anything else. */
export function formatOf(path: string | undefined, head: string): InputFormat {
	const ending = path?.split('.').pop()?.toLowerCase() ?? '';
	if (ending === 'jsonl' || ending === 'ndjson') return 'ndjson';
	if (ending === 'json' || /^\s*\[/.test(head)) return 'json';
	if (/^\s*\{/.test(head)) return /\}\s*\n\s*\{/.test(head) ? 'ndjson' : 'json';
	return ending === 'txt' ? 'txt' : 'csv';
}

const HEAD_BYTES = 1 << 16;

/** The first text of an input, and all of it once more. */
export async function beginning(bytes: Bytes): Promise<{ head: string; whole: Bytes }> {
	const iterator = bytes[Symbol.asyncIterator]();
	const first: Uint8Array[] = [];
	let length = 0;
	while (length < HEAD_BYTES) {
		const { done, value } = await iterator.next();
		if (done) break;
		first.push(value);
		length += value.length;
	}
	async function* whole() {
		yield* first;
		for (;;) {
			const { done, value } = await iterator.next();
			if (done) return;
			yield value;
		}
	}
	const head = Buffer.concat(first)
		.toString('utf8')
		.replace(/^\ufeff/, '');
	return { head, whole: whole() };
}

export async function textOf(bytes: Bytes): Promise<string> {
	const pieces: Uint8Array[] = [];
	for await (const piece of bytes) pieces.push(piece);
	return Buffer.concat(pieces)
		.toString('utf8')
		.replace(/^\ufeff/, '');
}

/** What is wrong in a JSON text is not quoted: it may be somebody's address. */
export function parsed(text: string, where = 'The input'): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UsageError(
			text.trim() === '' ? `${where} is empty.` : `${where} is not valid JSON.`,
			'Check that it is the right file and that it is whole. Say what it is with --input-format if it is something else.',
		);
	}
}

const linesOf = (text: string) =>
	text
		.split('\n')
		.map((line, n): [string, number] => [line, n + 1])
		.filter(([line]) => line.trim() !== '')
		.map(([line, n]) => parsed(line, `Line ${n} of the input`));
