import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { DistinctRecords } from '../../../../worker/src/audiences/records/distinctRecords.ts';
import {
	batchesOf,
	readAhead,
	type RecordBatch,
} from '../../../../worker/src/audiences/records/recordBatches.ts';
import { CollectedRecords } from '../../../../worker/src/audiences/records/collectedRecords.ts';

const digest = (algorithm: string, text: string) =>
	createHash(algorithm).update(text).digest('hex');

describe('DistinctRecords', () => {
	const record = fc.oneof(
		fc.emailAddress(),
		fc.nat(20).map((n) => `user${n}@example.com`),
		fc.nat(20).map((n) => digest('sha256', String(n))),
		fc.nat(20).map((n) => digest('md5', String(n))),
		fc.nat(20).map((n) => digest('sha1', String(n))),
		fc.nat(20).map((n) => `jörg${n}@bücher.example`),
		// As long as a hash, but none.
		fc.nat(20).map((n) => `${String(n).padStart(20, 'f')}@example.com`),
	);

	it('knows exactly what a Set knows', () => {
		fc.assert(
			fc.property(fc.array(record, { maxLength: 300 }), (records) => {
				const distinct = new DistinctRecords();
				const set = new Set<string>();
				for (const one of records) {
					expect(distinct.add(one)).toBe(!set.has(one));
					set.add(one);
				}
				expect(distinct.size).toBe(set.size);
			}),
		);
	});

	it('keeps its word over growth, many chunks, and hashes of 32 bits that collide', () => {
		const distinct = new DistinctRecords();
		// Of so many random texts, several pairs share a hash of 32 bits.
		const random = (n: number) => digest('sha1', String(n)).slice(0, 15);
		const all = Array.from({ length: 200_000 }, (_, n) => `${random(n)}@example.com`);
		expect(all.filter((one) => !distinct.add(one))).toEqual([]);
		expect(all.filter((one) => distinct.add(one))).toEqual([]);
		expect(distinct.size).toBe(all.length);
	});

	it('keeps the last mark of each record, and gives back the records of a mark as they came', () => {
		const marked = fc.tuple(record, fc.integer({ min: 1, max: 15 }));
		fc.assert(
			fc.property(fc.array(marked, { maxLength: 300 }), (all) => {
				const distinct = new DistinctRecords();
				const map = new Map<string, number>();
				for (const [one, mark] of all) {
					expect(distinct.mark(one, mark)).toBe(map.get(one) ?? 0);
					map.set(one, mark);
				}
				for (let mark = 1; mark <= 15; mark++) {
					const wanted = [...map].filter(([, its]) => its === mark).map(([one]) => one);
					expect([...distinct.marked(mark)]).toEqual(wanted);
				}
			}),
		);
	});

	it('gives back what fills many chunks, also where the text of a duplicate was written behind', () => {
		const distinct = new DistinctRecords();
		const all = Array.from({ length: 100_000 }, (_, n) => `customer.number.${n}@example.com`);
		for (const one of [...all, ...all]) distinct.mark(one, 1);
		for (const one of all.slice(0, 50_000)) distinct.mark(one, 2);
		expect([...distinct.marked(1)]).toEqual(all.slice(50_000));
		expect([...distinct.marked(2)]).toEqual(all.slice(0, 50_000));
	});

	it('tells a hash from a text of the same bytes', () => {
		const text = 'jane@example.com';
		const distinct = new DistinctRecords();
		expect(distinct.add(text)).toBe(true);
		expect(distinct.add(Buffer.from(text).toString('hex'))).toBe(true);
		expect(distinct.size).toBe(2);
	});
});

describe('RecordIntake', () => {
	it('counts what it receives, and reports the first ten invalid ones by position alone', () => {
		const collected = new CollectedRecords('EMAIL', 'none');
		const values = [
			'A@example.com',
			'a@example.com ',
			...Array<string>(12).fill('broken'),
			'b@example.com',
		];
		expect(values.map((value) => collected.take(value)).filter(Boolean)).toEqual([
			'a@example.com',
			'b@example.com',
		]);
		const { received, valid, invalid, duplicate, firstInvalid } = collected;
		expect({ received, valid, invalid, duplicate }).toEqual({
			received: 15,
			valid: 2,
			invalid: 12,
			duplicate: 1,
		});
		expect(firstInvalid.map(({ position }) => position)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
		expect(firstInvalid[0]).toEqual({ position: 3, reason: 'no @' });
	});

	it('takes an address and the same address hashed for one, where it hashes', () => {
		const collected = new CollectedRecords('EMAIL', 'sha256');
		expect(collected.take('jane@example.com')).toBe(digest('sha256', 'jane@example.com'));
		expect(collected.take(digest('sha256', 'jane@example.com').toUpperCase())).toBeUndefined();
		expect(collected.duplicate).toBe(1);
	});

	it('hashes device ids also where no hash was asked for, and asks about what may be MD5', () => {
		const collected = new CollectedRecords('MAID', 'none');
		expect(collected.take('AEBE52E7-03EE-455A-B3C4-E57283966239')).toBe(
			digest('sha256', 'aebe52e7-03ee-455a-b3c4-e57283966239'),
		);
		expect(collected.warnings()).toEqual([]);
		collected.take('0123456789abcdef0123456789abcdef');
		expect(collected.warnings()).toEqual([expect.stringMatching(/^1 of the MAID records .* MD5/)]);
	});
});

describe('batchesOf', () => {
	const collect = async (batches: AsyncIterable<RecordBatch>) => {
		const all: RecordBatch[] = [];
		for await (const batch of batches) all.push(batch);
		return all;
	};
	const asIs = (value: unknown) => (value === 'drop' ? undefined : String(value));

	it('fills each batch as far as both limits allow, in order, losing nothing', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.oneof(fc.constant('drop'), fc.stringMatching(/^[a-zäö€]{1,12}$/))),
				fc.integer({ min: 1, max: 5 }),
				fc.integer({ min: 1, max: 40 }),
				fc.boolean(),
				async (values, maxRecords, maxBytes, asynchronous) => {
					async function* source() {
						yield* values;
					}
					const from = asynchronous ? source() : values;
					const batches = await collect(
						batchesOf(from, asIs, { elements: maxRecords, bytes: maxBytes }),
					);
					const wanted = values.filter((value) => value !== 'drop');
					expect(batches.flatMap(({ records }) => records.split(','))).toEqual(wanted);
					expect(batches.map(({ last }) => last)).toEqual(
						batches.map((_, index) => index === batches.length - 1),
					);
					batches.forEach(({ records, size }, index) => {
						expect(records.split(',')).toHaveLength(size);
						expect(size).toBeLessThanOrEqual(maxRecords);
						if (size > 1) expect(Buffer.byteLength(records)).toBeLessThanOrEqual(maxBytes);
						const next = batches[index + 1]?.records.split(',')[0];
						const fitted = `${records},${next}`;
						if (next !== undefined && size < maxRecords) {
							expect(Buffer.byteLength(fitted)).toBeGreaterThan(maxBytes);
						}
					});
				},
			),
		);
	});

	it('takes an element that is an array for a group of values', async () => {
		const groups = [['a', 'b'], 'c', [], ['drop', 'd'], [['e']]];
		async function* source() {
			yield* groups;
		}
		for (const from of [groups, source()]) {
			const batches = await collect(batchesOf(from, asIs, { elements: 2, bytes: 1000 }));
			expect(batches.map(({ records }) => records)).toEqual(['a,b', 'c,d', 'e']);
		}
	});

	it('loses nothing of a batch as large as Pinterest is sent by default', async () => {
		const all = Array.from({ length: 25_000 }, (_, n) => `customer.number.${n}@example.com`);
		const batches = await collect(batchesOf(all, asIs, { elements: 10_000, bytes: 1_000_000 }));
		expect(batches.map(({ size }) => size)).toEqual([10_000, 10_000, 5000]);
		expect(batches.map(({ records }) => records).join(',')).toBe(all.join(','));
	});

	it('reads no further than it has to, and closes its source when it is left', async () => {
		let read = 0;
		let closed = false;
		async function* source() {
			try {
				for (;;) yield `record${read++}`;
			} finally {
				closed = true;
			}
		}
		for await (const batch of batchesOf(source(), asIs, { elements: 3, bytes: 1000 })) {
			expect(batch.size).toBe(3);
			break;
		}
		expect(read).toBe(4);
		expect(closed).toBe(true);
	});
});

describe('readAhead', () => {
	it('has the next one made while the present one is dealt with, and no more than that', async () => {
		const happened: string[] = [];
		async function* source() {
			for (let n = 1; n <= 3; n++) {
				happened.push(`made ${n}`);
				yield n;
			}
		}
		for await (const n of readAhead(source())) {
			await new Promise(setImmediate);
			happened.push(`done ${n}`);
		}
		expect(happened).toEqual(['made 1', 'made 2', 'done 1', 'made 3', 'done 2', 'done 3']);
	});

	it('gives out what was made before its source failed, then the failure', async () => {
		async function* source() {
			yield 1;
			throw new Error('unreadable');
		}
		const seen: number[] = [];
		const reading = (async () => {
			for await (const n of readAhead(source())) {
				await new Promise(setImmediate);
				seen.push(n);
			}
		})();
		await expect(reading).rejects.toThrow('unreadable');
		expect(seen).toEqual([1]);
	});

	it('closes its source where it is left, without waiting for what is still being made', async () => {
		let closed = false;
		let release = () => {};
		async function* source() {
			try {
				yield 1;
				await new Promise<void>((resolve) => (release = resolve));
				yield 2;
			} finally {
				closed = true;
			}
		}
		for await (const n of readAhead(source())) {
			expect(n).toBe(1);
			break;
		}
		expect(closed).toBe(false);
		release();
		await new Promise(setImmediate);
		expect(closed).toBe(true);
	});
});
