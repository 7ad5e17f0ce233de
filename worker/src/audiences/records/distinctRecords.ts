/** Bytes of one piece of the store; many small pieces grow without ever being copied. */
const CHUNK = 1 << 20;
/** Kind and mark, length (two bytes). */
const HEADER = 3;
const TEXT = 1;
const DIGEST = 2;
/** The kind shares its byte with the record's mark. */
const KIND = 0x0f;
const MARK_SHIFT = 4;
/** A hash's bits above these are its tag; the lower ones choose the slot. */
const TAG_SHIFT = 24;
/** Characters of an MD5, a SHA-1, a SHA-256. */
const DIGEST_LENGTHS = [32, 40, 64];

interface Place {
	readonly slot: number;
	readonly tag: number;
	readonly length: number;
	readonly position?: number;
}

/**
 * A set of records that takes a third of the memory of a `Set<string>`: their bytes one after the
 * other, and a hash table of where each begins. It compares whole records, so no two different ones
 * are ever taken for the same.
 */
export class DistinctRecords {
	private readonly chunks: Buffer[] = [];
	private chunk: Buffer = Buffer.alloc(0);
	private used = 0;
	/** Bytes in use of every piece but the last. */
	private readonly ends: number[] = [];
	/** 1 + where a slot's record begins; 0: a free slot. */
	private slots = new Uint32Array(1024);
	/** Some bits of the hash of a slot's record, so that hardly any other record is looked at. */
	private tags = new Uint8Array(1024);
	private count = 0;

	get size(): number {
		return this.count;
	}

	/**
	 * Adds a record; `false` if it is there already.
	 * @param record well-formed text in lower case, of at most 65,535 bytes
	 */
	add(record: string): boolean {
		return this.mark(record, 1) === 0;
	}

	/**
	 * Gives a record a mark, and adds it where it is not there.
	 * @param mark 1 to 15
	 * @returns the mark it had; 0 where it was not there
	 */
	mark(record: string, mark: number): number {
		const { slot, tag, length, position } = this.find(record);
		if (position !== undefined) return this.remark(position, mark);
		this.slots[slot] = (this.chunks.length - 1) * CHUNK + this.used + 1;
		this.tags[slot] = tag;
		this.chunk[this.used] |= mark << MARK_SHIFT;
		this.used += length;
		this.count++;
		if (this.count * 3 > this.slots.length * 2) this.grow();
		return 0;
	}

	/** The mark of a record; 0 where it is not there. */
	markOf(record: string): number {
		const { position } = this.find(record);
		if (position === undefined) return 0;
		return this.chunks[Math.floor(position / CHUNK)][position % CHUNK] >> MARK_SHIFT;
	}

	/** The records of a mark, in the order in which they came. */
	*marked(mark: number): Generator<string, void, undefined> {
		for (const [index, chunk] of this.chunks.entries()) {
			const end = this.ends[index] ?? this.used;
			for (let at = 0; at < end;) {
				const begin = at + HEADER;
				const next = begin + chunk[at + 1] + (chunk[at + 2] << 8);
				const encoding = (chunk[at] & KIND) === DIGEST ? 'hex' : 'utf8';
				if (chunk[at] >> MARK_SHIFT === mark) yield chunk.toString(encoding, begin, next);
				at = next;
			}
		}
	}

	/** Where a record is, or the free slot in which it belongs. */
	private find(record: string): Place {
		const length = this.write(record);
		const hash = hashOf(this.chunk, this.used, length);
		const tag = hash >>> TAG_SHIFT;
		const mask = this.slots.length - 1;
		let slot = hash & mask;
		for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
			const position = this.slots[slot] - 1;
			if (this.tags[slot] === tag && this.isAt(position, length)) {
				return { slot, tag, length, position };
			}
		}
		return { slot, tag, length };
	}

	private remark(position: number, mark: number): number {
		const chunk = this.chunks[Math.floor(position / CHUNK)];
		const kindAndMark = chunk[position % CHUNK];
		chunk[position % CHUNK] = (kindAndMark & KIND) | (mark << MARK_SHIFT);
		return kindAndMark >> MARK_SHIFT;
	}

	/** Writes the record behind the others, where it stays only if it is new. Returns its length. */
	private write(record: string): number {
		if (this.used + HEADER + record.length * 3 > this.chunk.length) {
			if (this.chunks.length > 0) this.ends.push(this.used);
			this.chunk = Buffer.allocUnsafeSlow(CHUNK);
			this.chunks.push(this.chunk);
			this.used = 0;
		}
		const begin = this.used + HEADER;
		let kind = DIGEST;
		// Digits of a hash take half the room as bytes. Writing stops at what is not a digit.
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
		if ((other[begin] & KIND) !== this.chunk[this.used]) return false;
		for (let i = 1; i < length; i++) {
			if (other[begin + i] !== this.chunk[this.used + i]) return false;
		}
		return true;
	}

	/** Hashes are not kept, which costs a moment here and saves a quarter of the memory. */
	private grow(): void {
		const size = this.slots.length * 2;
		this.slots = new Uint32Array(size);
		this.tags = new Uint8Array(size);
		for (const [index, chunk] of this.chunks.entries()) {
			const end = this.ends[index] ?? this.used;
			for (let at = 0, length = 0; at < end; at += length) {
				length = HEADER + chunk[at + 1] + (chunk[at + 2] << 8);
				const hash = hashOf(chunk, at, length);
				let slot = hash & (size - 1);
				while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
				this.slots[slot] = index * CHUNK + at + 1;
				this.tags[slot] = hash >>> TAG_SHIFT;
			}
		}
	}
}

/** FNV-1a with a final mix, so that its low bits are as good as its high ones. */
function hashOf(bytes: Uint8Array, begin: number, length: number): number {
	let hash = Math.imul(0x811c9dc5 ^ (bytes[begin] & KIND), 0x01000193);
	for (let i = begin + 1; i < begin + length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
