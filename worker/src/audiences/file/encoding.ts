import { cutOff, notText } from './fileErrors';

/** Bytes in pieces of any size → text. A character that is cut in two waits for its other half. */
export interface Decoder {
	decode(bytes: Buffer): string;
	/** What is left at the end of the file. */
	end(): string;
}

/** More bytes beyond ASCII than this without a single ASCII one are not a table of contacts. */
const LONGEST_RUN = 1 << 16;

/**
 * The decoder for a file that begins so: by its byte-order mark, else UTF-16 where every other byte is
 * zero, else UTF-8. What is no UTF-8 is read as Latin-1, one run of such bytes at a time, because tables
 * that were put together from several sources mix the two.
 * @throws PinterestAdsError `invalid` for what is not text
 */
export function decoderFor(head: Buffer): Decoder {
	if (head.length >= 3 && head.readUIntBE(0, 3) === 0xefbbbf) return withoutMark(new Utf8());
	const mark = head.length >= 2 ? head.readUInt16BE(0) : 0;
	if (mark === 0xfffe) return withoutMark(new Utf16(false));
	if (mark === 0xfeff) return withoutMark(new Utf16(true));
	const zeros = [0, 0];
	const seen = Math.min(head.length, 4096);
	for (let i = 0; i < seen; i++) if (head[i] === 0) zeros[i % 2]++;
	const [high, low] = zeros;
	if (high + low === 0) return new Utf8();
	const most = seen / 8;
	if (low > most && high * 4 < low) return new Utf16(false);
	if (high > most && low * 4 < high) return new Utf16(true);
	throw notText();
}

function withoutMark(decoder: Decoder): Decoder {
	let begun = false;
	return {
		decode(bytes) {
			const text = decoder.decode(bytes);
			if (begun || text === '') return text;
			begun = true;
			return text.startsWith('\ufeff') ? text.slice(1) : text;
		},
		end: () => decoder.end(),
	};
}

class Utf8 implements Decoder {
	private rest = Buffer.alloc(0);

	decode(bytes: Buffer): string {
		const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
		let end = all.length;
		while (end > 0 && all[end - 1] >= 0x80) end--;
		if (all.length - end > LONGEST_RUN) throw notText();
		this.rest = Buffer.from(all.subarray(end));
		return utf8OrLatin1(all.subarray(0, end));
	}

	end(): string {
		return utf8OrLatin1(this.rest);
	}
}

const UNREADABLE = '\ufffd';

function utf8OrLatin1(bytes: Buffer): string {
	const text = bytes.toString('utf8');
	if (!text.includes(UNREADABLE)) return text;
	return bytes.toString('latin1').replace(/[\x80-\xff]+/g, (run) => {
		const read = Buffer.from(run, 'latin1').toString('utf8');
		return read.includes(UNREADABLE) ? run : read;
	});
}

class Utf16 implements Decoder {
	private rest = Buffer.alloc(0);
	private readonly bigEndian: boolean;

	constructor(bigEndian: boolean) {
		this.bigEndian = bigEndian;
	}

	/** Halves of a character beyond the 16 bits find each other again where the texts are joined. */
	decode(bytes: Buffer): string {
		const all = Buffer.concat([this.rest, bytes]);
		const end = all.length - (all.length % 2);
		this.rest = all.subarray(end);
		const whole = all.subarray(0, end);
		return (this.bigEndian ? whole.swap16() : whole).toString('utf16le');
	}

	end(): string {
		if (this.rest.length > 0) throw cutOff('a character');
		return '';
	}
}
