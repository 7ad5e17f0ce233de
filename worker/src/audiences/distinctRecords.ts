/** Bytes of one piece of the store; many small pieces grow without ever being copied. */
const CHUNK = 1 << 20;
/** Kind, length (two bytes). */
const HEADER = 3;
const TEXT = 1;
const DIGEST = 2;
/** Characters of an MD5, a SHA-1, a SHA-256. */
const DIGEST_LENGTHS = [32, 40, 64];

/**
 * A set of records that takes a third of the memory of a `Set<string>`: their bytes one after the
 * other, and a hash table of where each begins. It compares whole records, so no two different ones
 * are ever taken for the same.
 */
export class DistinctRecords {
	private readonly chunks: Uint8Array[] = [];
	private chunk: Buffer = Buffer.alloc(0);
	private used = 0;
	/** Two entries a slot: the record's hash, and 1 + where it begins (0: a free slot). */
	private slots = new Uint32Array(2 * 1024);
	private count = 0;

	get size(): number {
		return this.count;
	}

	/**
	 * Adds a record; `false` if it is there already.
	 * @param record well-formed text in lower case, of at most 65,535 bytes
	 */
	add(record: string): boolean {
		const length = this.write(record);
		const hash = hashOf(this.chunk, this.used, length);
		const mask = this.slots.length / 2 - 1;
		let slot = hash & mask;
		for (; this.slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
			if (this.slots[2 * slot] === hash && this.isAt(this.slots[2 * slot + 1] - 1, length)) {
				return false;
			}
		}
		this.slots[2 * slot] = hash;
		this.slots[2 * slot + 1] = (this.chunks.length - 1) * CHUNK + this.used + 1;
		this.used += length;
		this.count++;
		if (this.count * 3 > this.slots.length) this.grow();
		return true;
	}

	/** Writes the record behind the others, where it stays only if it is new. Returns its length. */
	private write(record: string): number {
		if (this.used + HEADER + record.length * 3 > this.chunk.length) {
			this.chunk = Buffer.allocUnsafeSlow(CHUNK);
			this.chunks.push(this.chunk);
			this.used = 0;
		}
		const begin = this.used + HEADER;
		let kind = DIGEST;
		// Digits of a hash take half the room as bytes. Writing stops at what is no digit.
		let bytes = DIGEST_LENGTHS.includes(record.length) ? this.chunk.write(record, begin, 'hex') : 0;
		if (bytes === 0 || bytes * 2 < record.length) {
			kind = TEXT;
			bytes = this.chunk.write(record, begin, 'utf8');
		}
		this.chunk[this.used] = kind;
		this.chunk[this.used + 1] = bytes & 0xff;
		this.chunk[this.used + 2] = bytes >>> 8;
		return HEADER + bytes;
	}

	/** Whether the record written last is the one that begins at `position`. */
	private isAt(position: number, length: number): boolean {
		const other = this.chunks[Math.floor(position / CHUNK)];
		const begin = position % CHUNK;
		for (let i = 0; i < length; i++) {
			if (other[begin + i] !== this.chunk[this.used + i]) return false;
		}
		return true;
	}

	private grow(): void {
		const old = this.slots;
		this.slots = new Uint32Array(old.length * 2);
		const mask = this.slots.length / 2 - 1;
		for (let i = 0; i < old.length; i += 2) {
			if (old[i + 1] === 0) continue;
			let slot = old[i] & mask;
			while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
			this.slots[2 * slot] = old[i];
			this.slots[2 * slot + 1] = old[i + 1];
		}
	}
}

/** FNV-1a with a final mix, so that its low bits are as good as its high ones. */
function hashOf(bytes: Uint8Array, begin: number, length: number): number {
	let hash = 0x811c9dc5;
	for (let i = begin; i < begin + length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
