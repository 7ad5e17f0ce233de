import { recordsFromFile, type RecordFileOptions } from '../../../../worker/src/audiences/index.ts';

export const ENCODINGS = ['utf8', 'utf8 bom', 'utf16le', 'utf16le bom', 'utf16be bom'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export function encoded(text: string, encoding: Encoding): Buffer {
	const marked = encoding.endsWith('bom') ? `\ufeff${text}` : text;
	if (encoding.startsWith('utf8')) return Buffer.from(marked);
	const bytes = Buffer.from(marked, 'utf16le');
	return encoding.startsWith('utf16be') ? bytes.swap16() : bytes;
}

/** In pieces of `size` bytes, each in the same memory again, as a stream may do it. */
export async function* inChunks(bytes: Buffer, size: number, from = 0): AsyncGenerator<Uint8Array> {
	// What a reader decides by the beginning of a file is decided by now.
	if (from > 0) yield bytes.subarray(0, from);
	const memory = Buffer.alloc(size);
	for (let at = from; at < bytes.length; at += size) {
		yield memory.subarray(0, bytes.copy(memory, 0, at));
	}
}

/** All records of a file. */
export async function read(
	file: string | Buffer,
	options: RecordFileOptions = {},
	chunkSize = 1 << 16,
	from = 0,
): Promise<unknown[]> {
	const records: unknown[] = [];
	const chunks = inChunks(Buffer.from(file), chunkSize, from);
	for await (const group of recordsFromFile(chunks, options)) records.push(...group);
	return records;
}
