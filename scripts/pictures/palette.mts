import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

interface Pixels {
	readonly width: number;
	readonly height: number;
	/** Red, green and blue of each, row by row. */
	readonly rgb: Uint8Array;
}

/**
 * A browser's PNG, with a palette of at most 256 colours: text and boxes have no more that anybody could tell apart, and
 * it takes a third of the bytes.
 * @param png 8 bits per channel, not interlaced, as browsers write it
 */
export function withPalette(png: Buffer): Buffer {
	const { width, height, rgb } = read(png);
	const colours = mostFrequent(rgb);
	const indexOf = nearestIn(colours);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const at = (y * width + x) * 3;
			rows[y * (width + 1) + 1 + x] = indexOf((rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2]);
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// 8 bits for each pixel, which name a colour of the palette.
	header.set([8, 3, 0, 0, 0], 8);
	const palette = Buffer.from(colours.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}

function read(png: Buffer): Pixels {
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const [bits, type, , , interlaced] = png.subarray(24, 29);
	const channels = { 2: 3, 6: 4 }[type];
	if (bits !== 8 || channels === undefined || interlaced !== 0) {
		throw new Error('This is not a PNG as browsers write it.');
	}
	const data: Buffer[] = [];
	for (let at = 8; at < png.length;) {
		const length = png.readUInt32BE(at);
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
			data.push(png.subarray(at + 8, at + 8 + length));
		}
		at += length + 12;
	}
	const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels);
	const rgb = new Uint8Array(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let part = 0; part < 3; part++) rgb[pixel * 3 + part] = bytes[pixel * channels + part];
	}
	return { width, height, rgb };
}

/** Each row says how it differs from what is left of and above it (PNG specification, chapter 9). */
function unfiltered(rows: Buffer, rowLength: number, channels: number): Uint8Array {
	const height = rows.length / (rowLength + 1);
	const bytes = new Uint8Array(rowLength * height);
	for (let y = 0; y < height; y++) {
		const filter = rows[y * (rowLength + 1)];
		for (let x = 0; x < rowLength; x++) {
			const at = y * rowLength + x;
			const left = x >= channels ? bytes[at - channels] : 0;
			const up = y > 0 ? bytes[at - rowLength] : 0;
			const corner = x >= channels && y > 0 ? bytes[at - rowLength - channels] : 0;
			bytes[at] = rows[y * (rowLength + 1) + 1 + x] + predicted(filter, left, up, corner);
		}
	}
	return bytes;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
	if (filter === 0) return 0;
	if (filter === 1) return left;
	if (filter === 2) return up;
	if (filter === 3) return (left + up) >> 1;
	const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
	const toCorner = Math.abs(left + up - 2 * corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}

function mostFrequent(rgb: Uint8Array): number[] {
	const counts = new Map<number, number>();
	for (let at = 0; at < rgb.length; at += 3) {
		const colour = (rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2];
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.slice(0, COLOURS)
		.map(([colour]) => colour);
}

function nearestIn(colours: readonly number[]): (colour: number) => number {
	const known = new Map(colours.map((colour, index) => [colour, index]));
	return (colour) => {
		let index = known.get(colour);
		if (index === undefined) {
			const distances = colours.map((one) => distance(one, colour));
			index = distances.indexOf(Math.min(...distances));
			known.set(colour, index);
		}
		return index;
	};
}

const distance = (one: number, other: number) =>
	[16, 8, 0].reduce(
		(sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2,
		0,
	);
