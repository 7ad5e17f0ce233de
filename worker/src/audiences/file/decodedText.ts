import { decoderFor, type Decoder } from './encoding';
import { emptyFile, refuseOtherFormats } from './fileErrors';
import { LineEnds } from './lineEnds';

/** So much of a file is looked at before anything is decided about it, however it arrives. */
const HEAD_BYTES = 1 << 16;

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A file's text in pieces. All line ends (CRLF, CR, LF, and Unicode's own two) are LF, also inside of
 * quoted cells.
 * @throws PinterestAdsError `invalid` for a file that is empty or no text
 */
export async function* decodedText(chunks: Chunks): AsyncGenerator<string, void, undefined> {
	let head: Buffer[] | undefined = [];
	let length = 0;
	let decoder: Decoder | undefined;
	const lines = new LineEnds();
	for await (const chunk of chunks) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		if (decoder) {
			yield lines.normalised(decoder.decode(bytes));
			continue;
		}
		// Copied: a source may use its buffer again.
		head!.push(Buffer.from(bytes));
		length += bytes.length;
		if (length < HEAD_BYTES) continue;
		const all = Buffer.concat(head!);
		head = undefined;
		decoder = open(all);
		yield lines.normalised(decoder.decode(all));
	}
	if (length === 0) throw emptyFile();
	if (decoder) {
		yield lines.normalised(decoder.end());
	} else {
		const all = Buffer.concat(head!);
		decoder = open(all);
		yield lines.normalised(decoder.decode(all) + decoder.end());
	}
	yield lines.end();
}

function open(head: Buffer): Decoder {
	refuseOtherFormats(head);
	return decoderFor(head);
}
