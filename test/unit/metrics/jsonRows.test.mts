import fc from 'fast-check';
import { readJsonRows } from '../../../worker/src/metrics/reportJob/jsonRows.ts';

async function* pieces(bytes: Uint8Array, cuts: readonly number[]) {
	let from = 0;
	for (const cut of [...cuts].sort((a, b) => a - b)) {
		yield bytes.subarray(from, cut);
		from = cut;
	}
	yield bytes.subarray(from);
}

async function read(text: string | Uint8Array, cuts: readonly number[] = []) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const rows = [];
	for await (const row of readJsonRows(pieces(bytes, cuts))) rows.push(row);
	return rows;
}

const value = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.integer(),
	fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.filter((number) => Number.isSafeInteger(number) || !Number.isInteger(number))
		.filter((number) => !Object.is(number, -0)),
	fc.boolean(),
	fc.constant(null),
	fc.json(),
	fc.array(fc.record({ in: fc.string() }), { maxLength: 2 }),
);
const name = fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__');
const row = fc.dictionary(name, value, { noNullPrototype: true });
const report = fc.array(fc.tuple(name, fc.array(row, { maxLength: 4 })), { maxLength: 4 });

/** As JSON in which keys may come twice and in any order. */
const textOf = (entries: ReadonlyArray<readonly [string, unknown]>, indent?: string) =>
	`{${entries.map(([key, rows]) => `${JSON.stringify(key)} :${JSON.stringify(rows, null, indent)}`).join(' ,\n')}}`;

it('gives every row once, wherever the pieces are cut', async () => {
	await fc.assert(
		fc.asyncProperty(
			report,
			fc.array(fc.nat(500)),
			fc.constantFrom(undefined, '\t'),
			async (entries, cuts, indent) => {
				const bytes = new TextEncoder().encode(textOf(entries, indent));
				const inside = cuts.map((cut) => cut % (bytes.length + 1));
				const expected = entries.flatMap(([key, rows]) =>
					rows.map((one) => ({ key, row: JSON.parse(JSON.stringify(one)) as unknown })),
				);
				expect(await read(bytes, inside)).toEqual(expected);
			},
		),
	);
});

it('never takes a part of a report for the whole', async () => {
	const text = textOf([
		[
			'1',
			[
				{ NAME: 'a "quoted" }] \\', N: 1 },
				{ NAME: 'ü 🌲', LIST: [{}] },
			],
		],
		['2', []],
	]);
	const bytes = new TextEncoder().encode(text);
	expect(await read(bytes)).toHaveLength(2);
	for (let length = 0; length < bytes.length; length++) {
		await expect(read(bytes.subarray(0, length))).rejects.toMatchObject({ name: 'BrokenFile' });
	}
});

it.each([
	'[]',
	'null',
	'{"1":{}}',
	'{"1":[1]}',
	'{"1":[{}]}{',
	'{"1":[{},]}',
	'{"1":[{}],}',
	'{"1":[{"a":}]}',
	'<html></html>',
	'{"1":[{"a":1]}]}',
])('refuses %s', async (text) => {
	await expect(read(text)).rejects.toMatchObject({ name: 'BrokenFile' });
});

it('keeps whole numbers exact that a number cannot hold', async () => {
	const text =
		'{"9":[{"ID":549755885175123456789,"OLD":-9007199254740993,"OK":9007199254740991,"TEXT":"a:1234567890123456789","N":0.12345678901234567890}]}';
	expect(await read(text)).toEqual([
		{
			key: '9',
			row: {
				ID: '549755885175123456789',
				OLD: '-9007199254740993',
				OK: 9007199254740991,
				TEXT: 'a:1234567890123456789',
				N: 0.12345678901234568,
			},
		},
	]);
});

it('hands out rows before the rest has arrived', async () => {
	async function* endless() {
		yield new TextEncoder().encode('{"1":[{"N":1},{"N":');
		throw new Error('not yet');
	}
	const rows = readJsonRows(endless());
	expect((await rows.next()).value).toEqual({ key: '1', row: { N: 1 } });
	await expect(rows.next()).rejects.toThrow('not yet');
});
