/**
 * Gzip's format without its compression: what n8n reads is a gzipped file, and what it is sent over is
 * its own network. The library that would compress is not one that a package for n8n may use.
 * RFC 1952 and, for the stored blocks, RFC 1951 3.2.4.
 */
export function gzipStored(content: Uint8Array): Uint8Array {
	const blocks: Uint8Array[] = [];
	for (let from = 0; from < content.length || from === 0; from += LONGEST_BLOCK) {
		const block = content.subarray(from, from + LONGEST_BLOCK);
		const isLast = from + LONGEST_BLOCK >= content.length;
		blocks.push(Uint8Array.of(isLast ? 1 : 0), uint16(block.length), uint16(~block.length), block);
	}
	const size = content.length % 2 ** 32;
	return Buffer.concat([HEADER, ...blocks, uint32(crc32(content)), uint32(size)]);
}

const LONGEST_BLOCK = 0xff_ff;

/** Magic, deflate, no flags, no time, no level, unknown system. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

const uint16 = (value: number) => Uint8Array.of(value & 0xff, (value >> 8) & 0xff);
const uint32 = (value: number) => Buffer.concat([uint16(value), uint16(value >>> 16)]);

export function crc32(content: Uint8Array): number {
	let crc = ~0;
	for (const byte of content) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
	return ~crc >>> 0;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});
