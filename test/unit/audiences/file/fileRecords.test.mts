import { recordsFromFile } from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf } from './expectations.mts';
import { encoded, ENCODINGS, inChunks, read } from './fileBytes.mts';

const [a, b, c] = emails(3);
const id = 'aebe52e7-03ee-455a-b3c4-e57283966239';

describe('recordsFromFile: which column', () => {
	it.each([
		['one column without a header', `${a}\n${b}\n`, [a, b]],
		['one column with a header', `Email\r\n${a}\r\n${b}`, [a, b]],
		['a header named for it', `id,E-Mail,note\n1,${a},x\n2,${b},y\n`, [a, b]],
		['the better of two such headers', `email,work email\n,${a}\n,${b}\n`, [a, b]],
		['a column found by what is in it', `Kunde;Kontakt\nAnna;${a}\nBert;${b}\n`, [a, b]],
		['no header at all', `1\t${a}\n2\t${b}\n`, [a, b]],
		[
			'addresses rather than hashes',
			`order,to\n${'a'.repeat(64)},${a}\n${'b'.repeat(64)},${b}\n`,
			[a, b],
		],
		['a header that is no word for it', `customers\n${a}\n`, ['customers', a]],
		["Excel's own way to name the delimiter", `sep=|\nid|email\n1|${a}\n`, [a]],
		['a row that is too short', `id,email\n1,${a}\n2\n3,${b}\n`, [a, '', b]],
		['rows of nothing', `id,email\n\n1,${a}\n,\n  \n"",""\n2,${b}\n,,,\n`, [a, b]],
	])('finds %s', async (_what, file, records) => {
		expect(await read(file, { fileName: 'contacts.csv' })).toEqual(records);
	});

	it.each([
		['a name', { column: 'Second Mail' }, [b]],
		['a name in other letters', { column: ' second_mail ' }, [b]],
		['a number', { column: 3 }, [b]],
		['a number in a text', { column: '3' }, [b]],
		['a header that is a number', { column: '2024' }, [c]],
		['a number and no header', { column: 3, hasHeader: false }, ['Second Mail', b]],
	])('takes the column by %s', async (_what, options, records) => {
		const file = `id,email,Second Mail,2024\n1,${a},${b},${c}\n`;
		expect(await read(file, { fileName: 'contacts.csv', ...options })).toEqual(records);
	});

	it('finds device ids as such', async () => {
		const file = `email,idfa\n${a},${id}\n`;
		expect(await read(file, { listType: 'IDFA' })).toEqual([id]);
		expect(await read(`x,y\n1,${id}\n`, { listType: 'MAID' })).toEqual([id]);
	});

	it('takes empty options for options that are left out', async () => {
		const empty = { format: '', column: '', delimiter: '', path: '', fileName: '' } as const;
		expect(await read(`id;email\n1;${a}\n`, empty)).toEqual([a]);
	});
});

describe('recordsFromFile: how it is written', () => {
	it.each([
		['quoted cells', `"id","email"\n"1","${a}"\n"2","${b}"`, [a, b]],
		[
			'delimiters, quotes and line ends in them',
			`note,email\n"a, ""b""\r\nc",${a}\n"\n",${b}`,
			[a, b],
		],
		['blanks before a quote', `id, "email"\n"x, y", "${a}"\n`, [a]],
		['quotes that mean nothing', `name,email\n6" nails,${a}\nx"y"z,${b}\n`, [a, b]],
		['old Mac line ends', `email\r${a}\r${b}\r`, [a, b]],
		['all line ends at once', `email\r\n${a}\n${b}\r${c}`, [a, b, c]],
		['another delimiter', `id::email\n1::${a}\n`, [a], '::'],
		['a tab by its name', `id\temail\n1\t${a}\n`, [a], '\\t'],
	])('reads %s', async (_what, file, records, delimiter = '') => {
		for (const size of [1, 2, 3, 7, 1000]) {
			expect(await read(file, { format: 'csv', delimiter, column: 'email' }, size)).toEqual(
				records,
			);
		}
	});

	it.each(ENCODINGS)('reads %s', async (encoding) => {
		const file = encoded(
			`Name;email\nJürgen 😀;jürgen@müller.example\n例;用户@例え.テスト\n`,
			encoding,
		);
		for (const size of [1, 2, 3, 5, 4096]) {
			expect(await read(file, {}, size)).toEqual(['jürgen@müller.example', '用户@例え.テスト']);
		}
	});

	it('reads Latin-1 where it is no UTF-8, also in the same file', async () => {
		const file = Buffer.concat([
			Buffer.from('Prénom;email\nJosé;josé@example.com\n', 'latin1'),
			Buffer.from('Zoë;zoë@example.com\n', 'utf8'),
		]);
		for (const size of [1, 2, 1000]) {
			const records = await read(file, { column: 'email' }, size);
			expect(records).toEqual(['josé@example.com', 'zoë@example.com']);
		}
		expect(await read(file, { column: 'Prénom' })).toEqual(['José', 'Zoë']);
	});

	it.each([
		['Latin-1', 'latin1', 'josé@example.com'],
		['UTF-8', 'utf8', '用户é@例え.テスト'],
	] as const)('reads %s in the small pieces of a large file', async (_what, encoding, last) => {
		const head = Buffer.from(`email\r\n${emails(5000).join('\r\n')}`);
		const file = Buffer.concat([head, Buffer.from(`\r\n${last}\r\n${a}`, encoding)]);
		for (const size of [1, 2, 3]) {
			const records = await read(file, { fileName: 'x.csv' }, size, head.length);
			expect(records).toEqual([...emails(5000), last, a]);
			const list = await read(file, { format: 'txt' }, size, head.length);
			expect(list).toEqual(['email', ...emails(5000), last, a]);
		}
	});

	it.each([
		['lines', `${a}\n${b}\n`],
		['commas', `${a}, ${b}`],
		['all sorts of separators', `${a};${b}\t\n\n`],
		['a table saved as text', `name\temail\nAnn\t${a}\nBob\t${b}\n`],
	])('reads a TXT of %s', async (_what, file) => {
		const records = await read(file, { fileName: 'list.txt' });
		expect(records.map((one) => String(one).trim())).toEqual([a, b]);
	});

	it('takes a .csv of addresses side by side for a list, unless it is said to be a table', async () => {
		const file = `${a},${b}\n${c}\n`;
		expect(await read(file, { fileName: 'x.csv' })).toEqual([a, b, c]);
		expect(await read(file, { format: 'csv' })).toEqual([a, c]);
	});

	it('reads a list that is one endless line', async () => {
		const all = emails(100_000);
		expect(await read(all.join(';'), { fileName: 'list.txt' })).toEqual(all);
	});

	it.each([
		['found by themselves', { fileName: 'x.ndjson' }],
		['at a path', { fileName: 'x.jsonl', path: 'contact.email' }],
		['in a column', { column: 'contact.email' }],
		['by what the file holds', {}],
	])('reads NDJSON, records %s', async (_what, options) => {
		const lines = [a, b].map((email) => JSON.stringify({ contact: { email }, tags: [1] }));
		for (const size of [1, 10, 1000]) {
			expect(await read(`${lines.join('\r\n')}\n\n`, options, size)).toEqual([a, b]);
		}
	});

	it('reads every record of a line, and puts something invalid where there is none', async () => {
		const file = `{"emails":["${a}","${b}"]}\n{"id":1}\n{broken\n"${c}"\n`;
		expect(await read(file, { format: 'ndjson' })).toEqual([
			a,
			b,
			'',
			{ reason: 'a line that is not JSON' },
			c,
		]);
		expect(await read(`["x","${a}"]\n`, { format: 'ndjson', column: 2 })).toEqual([a]);
	});
});

describe('recordsFromFile: what it refuses', () => {
	const zip = Buffer.from('504b030414000600', 'hex');
	const xls = Buffer.from('d0cf11e0a1b11ae1', 'hex');
	it.each([
		['an empty file', '', {}, /file is empty/],
		['blank lines', '\ufeff\r\n \n', {}, /file is empty/],
		['a workbook', zip, {}, /Excel workbook/],
		['an old workbook', xls, {}, /old Excel workbook/],
		['a gzip', Buffer.from('1f8b0800', 'hex'), {}, /gzip/],
		['other bytes', Buffer.from([1, 0, 0, 2, 0, 0, 0, 3]), {}, /not text/],
		['one JSON document', `{\n  "email": "${a}"\n}`, {}, /one JSON document/],
		['a quote that is not closed', `id,email\n1,${a}\n"2,${b}\n`, { column: 2 }, /row 3 opens/],
		['an endless cell', `id,email\n"${'x'.repeat(3_000_000)}`, { column: 2 }, /row 2 opens/],
		['an endless row', `id,email\n${'x'.repeat(3_000_000)}`, { column: 2 }, /row 2 is longer/],
		['a column that is not there', 'x,y\n1,2\n', { column: 3 }, /no column 3/],
		['no column with records', 'x,y\n1,2\n', {}, /No column/],
		['a delimiter with a quote', `${a}\n`, { delimiter: '"' }, /Delimiter/],
		['a column 0', `${a}\n`, { column: 0 }, /Column/],
	])('refuses %s', async (_what, file, options, message) => {
		const error = await failureOf(read(file, options));
		expect(error.kind).toBe('invalid');
		expect(error.message).toMatch(message);
	});

	it('says how to get out of a workbook', async () => {
		expect((await failureOf(read(zip))).hint).toMatch(/CSV UTF-8/);
	});

	it('names the headers, but never the first row of a file without any', async () => {
		const named = await failureOf(read('id;name;town\n1;Ann;Paris\n', { column: 'email' }));
		expect(named.message).toBe('The file has no column "email".');
		expect(named.hint).toBe('It has "id", "name", "town".');
		for (const first of ['Ann;Smith;Paris', `1;Ann;${a}`, 'Ann;+44 20 7946 0000;x']) {
			for (const hasHeader of [undefined, false]) {
				const error = await failureOf(read(`${first}\n2;x;y\n`, { column: 'e', hasHeader }));
				const said = JSON.stringify(error.toRecord());
				for (const cell of first.split(';')) if (cell.length > 1) expect(said).not.toContain(cell);
			}
		}
	});

	it('holds no more of a file than it has to, and ends the source when it is left', async () => {
		let pieces = 0;
		let ended = false;
		async function* source() {
			try {
				for (; ; pieces++) yield Buffer.from(`${emails(3000, pieces * 3000).join('\n')}\n`);
			} finally {
				ended = true;
			}
		}
		for await (const group of recordsFromFile(source()))
			if (group.includes(emails(1, 9000)[0])) break;
		expect(ended).toBe(true);
		expect(pieces).toBeLessThan(6);
	});

	it('passes on what goes wrong in the source', async () => {
		async function* source() {
			yield* inChunks(Buffer.from(a), 3);
			throw new Error('disk');
		}
		const reading = recordsFromFile(source()).next();
		await expect(reading).rejects.toThrow('disk');
	});
});
