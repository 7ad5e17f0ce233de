import type { ErrorAction } from '../../client/errorActions';
import { hasRoom, type RequestLimits } from '../../delivery/openRequest';

/** Some of the records, as one request carries them. */
export interface RecordBatch {
	/** Comma-separated, as Pinterest takes them (field `records`). */
	readonly records: string;
	readonly size: number;
	/** Whether no other batch follows. */
	readonly last: boolean;
}

const COMMA = 0x2c;

/**
 * Values one by one, or in groups: the elements of an array are the values. A source that has many at
 * once gives groups, because waiting for every single value costs more than handling it. A text is none: it
 * would be a list of its letters.
 */
export type Records = object & (Iterable<unknown> | AsyncIterable<unknown>) & Explained;

/** What a source can say of itself, once it has been read. */
export interface Explained {
	/**
	 * What is wrong where none of its records is valid, and what to do.
	 * @param noun `email`, `MAID` …
	 */
	readonly whyNone?: (
		noun: string,
		reasons: string,
	) => { message?: string; hint: string; action?: ErrorAction };
}

const groupOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Calls `visit` for every value, and hands out what it returns, if anything; an array, element by element. */
export async function* visited<T>(
	values: Records,
	visit: (value: unknown) => T | readonly T[] | undefined,
): AsyncGenerator<T, void, undefined> {
	if (Symbol.asyncIterator in values) {
		for await (const group of values) {
			for (const value of groupOf(group)) {
				const result = visit(value);
				if (result === undefined) continue;
				if (Array.isArray(result)) yield* result as readonly T[];
				else yield result as T;
			}
		}
		return;
	}
	for (const group of values) {
		for (const value of groupOf(group)) {
			const result = visit(value);
			if (result === undefined) continue;
			if (Array.isArray(result)) yield* result as readonly T[];
			else yield result as T;
		}
	}
}

/** Calls `visit` for every value. */
export async function readToEnd(
	values: Records,
	visit: (value: unknown) => unknown,
): Promise<void> {
	await visited(values, (value) => void visit(value)).next();
}

/**
 * Batches of what `take` lets through, each as large as the limits allow. Reads no further than the
 * record that no longer fits, so that memory holds one batch, whatever the size of the input.
 */
export async function* batchesOf(
	values: Records,
	take: (value: unknown) => string | readonly string[] | undefined,
	limits: RequestLimits,
): AsyncGenerator<RecordBatch, void, undefined> {
	const open = new OpenBatch(limits);
	yield* visited(values, (value) => {
		const taken = take(value);
		if (typeof taken !== 'object') return open.add(taken);
		return taken.flatMap((record) => open.add(record) ?? []);
	});
	const rest = open.close(true);
	if (rest.size > 0) yield rest;
}

/**
 * The same elements, but the next one is got ready while the present one is being dealt with: reading
 * and sending then take the longer of the two times, not their sum.
 */
export async function* readAhead<T>(
	source: AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
	try {
		let next = source.next();
		for (;;) {
			const { done, value } = await next;
			if (done) return;
			next = source.next();
			// It is awaited later, or never where the present one fails.
			next.catch(() => undefined);
			yield value;
		}
	} finally {
		// Not awaited: a source that has nothing to give at the moment must not hold up a failure.
		source.return().catch(() => undefined);
	}
}

/** Kept as bytes: ten thousand small texts at a time would cost the garbage collector dearly. */
class OpenBatch {
	private buffer = Buffer.allocUnsafeSlow(64 * 1024);
	private bytes = 0;
	private size = 0;

	private readonly limits: RequestLimits;

	constructor(limits: RequestLimits) {
		this.limits = limits;
	}

	/** Adds a record. Where it does not fit, it begins the next batch and the full one comes back. */
	add(record: string | undefined): RecordBatch | undefined {
		if (record === undefined) return undefined;
		const begin = this.size === 0 ? 0 : this.bytes + 1;
		const end = begin + this.write(record, begin);
		if (hasRoom(this.limits, this.size, end)) {
			if (this.size > 0) this.buffer[this.bytes] = COMMA;
			this.bytes = end;
			this.size++;
			return undefined;
		}
		const full = this.close(false);
		this.buffer.copyWithin(0, begin, end);
		this.bytes = end - begin;
		this.size = 1;
		return full;
	}

	close(last: boolean): RecordBatch {
		const batch = { records: this.buffer.toString('utf8', 0, this.bytes), size: this.size, last };
		this.bytes = 0;
		this.size = 0;
		return batch;
	}

	private write(record: string, begin: number): number {
		// No character takes more than three bytes of UTF-8 (those of four are two in a string).
		const needed = begin + record.length * 3;
		if (needed > this.buffer.length) {
			const larger = Buffer.allocUnsafeSlow(needed * 2);
			this.buffer.copy(larger, 0, 0, this.bytes);
			this.buffer = larger;
		}
		return this.buffer.write(record, begin, 'utf8');
	}
}
