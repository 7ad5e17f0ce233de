import fc from 'fast-check';
import { extractRecords, recordsFromFile } from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf } from '../file/expectations.mts';
import { read } from '../file/fileBytes.mts';

const [a, b, c, d, e] = emails(5);
const inFile = async (file: string, options: object) =>
	await extractRecords({ records: () => recordsFromFile([Buffer.from(file)], options) });

describe('the delimiter', () => {
	it.each([
		['decimal commas, no header', `${a};5,58\n${b};5,51\n`],
		['commas in the header', `Name, Vorname;E-Mail\nDoe, Jane;${a}\nRoe, Rick;${b}\n`],
		['decimal commas before the addresses', `1,5;${a}\n2,5;${b}\n`],
		['semicolons in notes', `note,email\nx;y;z,${a}\nx;y;z,${b}\n`],
		['commas in quoted names', `"Doe, Jane"|${a}|1,5\n"Roe, Rick"|${b}|2,5\n`],
		['tabs, among commas', `Doe, Jane, Dr.\t${a}\nRoe, Rick, Dr.\t${b}\n`],
		['no address in the first rows', `a;b\n${'1,5;\n'.repeat(40)}1,5;${a}\n1,5;${b}\n`],
	])('is the one under which a column holds addresses: %s', async (_what, file) => {
		const records = await read(file, { fileName: 'contacts.csv' });
		expect(records.filter((one) => one !== '')).toEqual([a, b]);
	});

	it('is so for device ids too', async () => {
		const id = 'aebe52e7-03ee-455a-b3c4-e57283966239';
		expect(await read(`5,5;${id}\n6,5;${id}\n`, { listType: 'MAID' })).toEqual([id, id]);
	});

	it('is named where nothing is found, with where to choose another', async () => {
		for (const options of [{}, { column: 9 }]) {
			const { hint } = await failureOf(read('x;y\n1;2\n', { fileName: 'a.csv', ...options }));
			expect(hint).toMatch(/divided at semicolons.*as Delimiter/);
		}
		const file = 'email\nnobody\n';
		expect((await failureOf(inFile(file, { fileName: 'a.csv' }))).hint).toMatch(
			/column 1 was taken.*divided at commas.*as Delimiter/,
		);
	});
});

describe('a text of addresses', () => {
	it.each([
		['all sorts of dividers', `${a}, ${b};${c}\n\n${d}\t${e}`],
		['blanks', `${a} ${b} ${c}\n${d}  ${e}\n`],
		['blanks and commas', `${a} ${b}, ${c};${d}\n${e}`],
		['names', `Ann <${a}>, "Bob" <${b}>; ${c}\n<${d}>\t${e}`],
	])('is read to its last one: %s', async (_what, file) => {
		for (const fileName of ['list.txt', '', 'list.csv']) {
			const { records, counts } = await inFile(file, { fileName });
			expect(records).toEqual([a, b, c, d, e]);
			expect(counts).toMatchObject({ received: 5, valid: 5, invalid: 0 });
		}
	});

	it('leaves nothing out without counting it, whatever divides them', async () => {
		const word = fc.oneof(
			fc.nat(50).map((n) => `user${n}@example.com`),
			fc.constantFrom('nobody', 'x@@example.com'),
		);
		const divider = fc.constantFrom(',', ', ', ';', '; ', '\t', '\n', '\r\n', ' ,\n');
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(word, divider), { minLength: 1 }), async (words) => {
				const file = `user99@example.com\n${words.flat().join('')}`;
				const { records, counts } = await inFile(file, { fileName: 'list.txt' });
				expect(records).toEqual(['user99@example.com', ...words.map(([one]) => one)]);
				expect(counts.received).toBe(words.length + 1);
				expect(counts.valid + counts.invalid + counts.duplicate).toBe(counts.received);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('a cell', () => {
	const found = async (cell: string, more: object = {}) =>
		await extractRecords({ records: [cell, a], ...more });

	it.each([
		['a@example.com ::: b@example.com', ['a@example.com', 'b@example.com']],
		['a@example.com;b@example.com', ['a@example.com', 'b@example.com']],
		['a@example.com, b@example.com', ['a@example.com', 'b@example.com']],
		[
			'a@example.com b@example.com\nc@example.com',
			['a@', 'b@', 'c@'].map((one) => `${one}example.com`),
		],
		['a@example.com / b@example.com', ['a@example.com', 'b@example.com']],
		['"John Smith" <john@example.com>', ['john@example.com']],
		['John Smith <john@example.com>', ['john@example.com']],
		[
			'Smith, John <john@example.com>; "Doe, Jane" <jane@example.com>',
			['john@example.com', 'jane@example.com'],
		],
		['john@example.com <john@example.com>', ['john@example.com']],
		['john@example.com (John Smith)', ['john@example.com']],
		["'joe@example.com", ['joe@example.com']],
		["'joe@example.com'", ['joe@example.com']],
		['"\'joe@example.com"', ['joe@example.com']],
		['="joe@example.com"', ['joe@example.com']],
		['<joe@example.com>', ['joe@example.com']],
		['mailto:joe@example.com?subject=Hello', ['joe@example.com']],
		['SMTP:joe@example.com', ['joe@example.com']],
		['joe@example.com.', ['joe@example.com']],
		['joe@example.com,', ['joe@example.com']],
		['\u00a0\u200bjoe@example.com\ufeff\u00ad', ['joe@example.com']],
		["o'brien@example.com", ["o'brien@example.com"]],
		["Pat <o'brien@example.com>", ["o'brien@example.com"]],
	])('gives the addresses in it: %s', async (cell, records) => {
		const { records: all, counts } = await found(cell);
		expect(all).toEqual([...records, a]);
		expect(counts).toEqual({ received: all.length, valid: all.length, invalid: 0, duplicate: 0 });
	});

	it.each(['jane doe@example.com', 'jane,doe@example.com', 'Jane', 'jane@example,com', 'a@b <c>'])(
		'gives nobody else’s address: %s',
		async (cell) => {
			expect((await found(cell)).counts).toEqual({
				received: 2,
				valid: 1,
				invalid: 1,
				duplicate: 0,
			});
		},
	);

	it('counts what is bad among what is good', async () => {
		const { counts, invalid_records: invalid } = await found('x@example.com; y@@example.com');
		expect(counts).toMatchObject({ received: 3, valid: 2, invalid: 1 });
		expect(invalid).toEqual([{ position: 1, reason: 'more than one @' }]);
	});

	it('gives device ids and hashes side by side', async () => {
		const id = (n: number) => `aebe52e7-03ee-455a-b3c4-e5728396623${n}`;
		const devices = await extractRecords({
			records: [`${id(1)}; ${id(2)}`, `'${id(3)}`],
			listType: 'MAID',
		});
		expect(devices.records).toEqual([id(1), id(2), id(3)]);
		const hashes = ['a', 'b'].map((one) => one.repeat(64));
		expect((await extractRecords({ records: [hashes.join(',')] })).records).toEqual(hashes);
	});

	it.each([
		`a@${'.'.repeat(120_000)}@`,
		'<'.repeat(200_000) + '@',
		'"@'.repeat(200_000),
		'('.repeat(200_000) + '@',
		`${'\u200b'.repeat(200_000)}@x`,
		'a@b.c '.repeat(100_000),
		'mailto:'.repeat(50_000) + '@',
		'<@'.repeat(100_000),
		'a@x/'.repeat(100_000),
	])('that is endless is read once, from its beginning to its end', async (cell) => {
		const { counts } = await found(cell);
		expect(counts.valid).toBe(1);
		expect(counts.received).toBe(counts.invalid + 1);
	});
});

it('reads a row of half a million quoted cells, and a hundred thousand bad records', async () => {
	const row = `"",`.repeat(300_000);
	expect(await read(`email\n${row}\n${a}`, { format: 'csv', column: 1 })).toEqual([a]);
	const { counts, invalid_records: first } = await extractRecords({
		records: [...Array.from({ length: 100_000 }, (_, n) => `bad ${n}`), a],
	});
	expect(counts).toMatchObject({ invalid: 100_000, valid: 1 });
	expect(first).toHaveLength(10);
});
