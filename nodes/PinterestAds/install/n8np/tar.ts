export interface TarFile {
	/** At most 100 characters of ASCII. */
	readonly path: string;
	readonly content: string;
}

const BLOCK = 512;
const LONGEST_PATH = 100;

/** Plain files in the order given, in the format of POSIX (ustar). */
export function tarOf(files: readonly TarFile[], now: number): Uint8Array {
	const parts = files.flatMap(({ path, content }) => {
		const bytes = Buffer.from(content);
		const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
		return [headerOf(path, bytes.length, now), bytes, padding];
	});
	return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

function headerOf(path: string, size: number, now: number): Uint8Array {
	if (path.length > LONGEST_PATH) throw new RangeError(`A path in a tar is too long: ${path}`);
	const header = Buffer.alloc(BLOCK);
	const write = (text: string, offset: number) => header.write(text, offset, 'latin1');
	write(path, 0);
	write(octal(0o644, 8), 100);
	write(octal(0, 8), 108);
	write(octal(0, 8), 116);
	write(octal(size, 12), 124);
	write(octal(Math.floor(now / 1000), 12), 136);
	// The sum is taken as if its own place held spaces.
	write(' '.repeat(8), 148);
	write('0', 156);
	write('ustar\x0000', 257);
	const sum = header.reduce((total, byte) => total + byte, 0);
	write(`${octal(sum, 7)} `, 148);
	return header;
}

/** Digits and a zero byte, in a field of this length. */
const octal = (value: number, length: number) =>
	`${value.toString(8).padStart(length - 1, '0')}\x00`;
