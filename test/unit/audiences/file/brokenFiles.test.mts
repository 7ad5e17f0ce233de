import fc from 'fast-check';
import { recordsFromFile, syncAudience } from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf } from './expectations.mts';
import { audiencesInMemory } from '../audiencesInMemory.mts';
import { inChunks, read } from './fileBytes.mts';

const BIG_JOE = `name,email
"Big Joe,jane@example.com
Ann,ann@example.com
Bob,bob@example.com
"Zed, Jr.",zed@example.com
Kim,kim@example.com
`;

const CSV = { format: 'csv' } as const;
const refusal = async (file: string | Buffer, options: object = CSV) =>
	await failureOf(read(file, options));

describe('a quotation mark out of its place', () => {
	it.each([
		['that is closed by the next one that opens', BIG_JOE, /row 2 opens .* in line 5/],
		[
			'before the first row that is whole',
			BIG_JOE.replace('name,email\n', ''),
			/row 1 opens .* in line 4/,
		],
		[
			'around a part of a cell',
			'name,email\n"Big" Joe,jane@example.com\nAnn,ann@example.com\n',
			/row 2 opens/,
		],
		[
			'that is never closed',
			'name,email\nAnn,ann@example.com\n"Big Joe,jane@example.com\nBob,bob@example.com\n',
			/row 3 opens a quotation mark that is not closed/,
		],
		[
			'that is closed by one before a delimiter',
			'name,email\n"Big Joe,jane@example.com\nAnn,ann@example.com\n", Inc",zed@example.com\n',
			/row 2 opens .* other rows are inside/,
		],
		[
			'below blank rows and cells over several lines',
			'name,email\n\n"Ann\nof Green Gables",ann@example.com\n"Big" Joe,jane@example.com\n',
			/row 4 \(line 5 of the file\) opens/,
		],
		[
			'below the line that names the delimiter',
			'sep=;\nname;email\n"Big" Joe;jane@example.com\n',
			/row 2 \(line 3 of the file\) opens/,
		],
	])('is an error: one %s', async (_what, file, message) => {
		for (const [format, lineEnd] of [
			['csv', '\n'],
			['csv', '\r\n'],
			['', '\r'],
		]) {
			const error = await refusal(file.replaceAll('\n', lineEnd), { format, fileName: 'a.csv' });
			expect(error).toMatchObject({ kind: 'invalid', field: 'File' });
			expect(error.message).toMatch(message);
			expect(error.hint).toMatch(/mended file/);
			expect(JSON.stringify(error.toRecord())).not.toMatch(/example\.com|Joe|Zed/);
		}
	});

	it('is found behind a part of the file that has been read already', async () => {
		const whole = emails(5000).map((email, n) => `"N, ${n}",${email}`);
		const file = ['name,email', ...whole, '"Big" Joe,jane@example.com'].join('\n');
		expect((await refusal(file)).message).toMatch(/row 5002 opens/);
	});

	it.each([
		['in the middle of a cell', 'size,email\n5" screen,a@example.com\nx"y"z,b@example.com\n'],
		['at the end of a cell', 'size,email\n5",a@example.com\n6",b@example.com\n'],
		['doubled', 'name,email\n"""Big"" Joe",a@example.com\n"""",b@example.com\n'],
		['with blanks around it', 'name,email\n "Joe, Big" ,a@example.com\n"x"\t,"b@example.com" \n'],
		['around cells over lines', 'name,email\n"Big\n\nJoe\n",a@example.com\n"\n",b@example.com\n'],
	])('is none %s', async (_what, file) => {
		for (const size of [1, 2, 5, 1000]) {
			const records = await read(file, { ...CSV, delimiter: ',' }, size);
			expect(records.map((one) => String(one).trim())).toEqual(['a@example.com', 'b@example.com']);
		}
	});

	it('is suspected, and said, where a cell over lines only mentions people', async () => {
		const said: string[] = [];
		const file = 'email,note\na@example.com,"Called.\nWrite to:\nb@example.com"\nc@example.com,x\n';
		const records: unknown[] = [];
		const source = recordsFromFile([Buffer.from(file)], CSV, (message) => said.push(message));
		for await (const group of source) records.push(...group);
		expect(records).toEqual(['a@example.com', 'c@example.com']);
		expect(said).toEqual([expect.stringMatching(/^One row of the file .*row 2/)]);
	});
});

const ABC = ['a@example.com', 'b@example.com', 'c@example.com'];

describe('backslashes before quotation marks', () => {
	it.each([
		['MySQL’s', '"He said \\"hi\\"",a@example.com\nAnn,b@example.com\n"x",c@example.com'],
		['a delimiter behind them', '"5\\", 6\\"",a@example.com\nAnn,b@example.com\n"x",c@example.com'],
		['escaped ones', '"C:\\\\","a@example.com"\n"\\"","b@example.com"\n"x",c@example.com'],
		['a cell that ends with one', '"C:\\",a@example.com\n"D:\\",b@example.com\n"x",c@example.com'],
		['PHP’s', '"say \\"a\\" or ""b""",a@example.com\n"","b@example.com"\n"\\"",c@example.com'],
	])('are read as they are meant: %s', async (_what, rows) => {
		for (const filler of [[], emails(3000).map((email) => `"N, 1",${email}`)]) {
			const file = ['name,email', ...filler, rows].join('\n');
			for (const size of [7, 100_000]) {
				const records = await read(file, CSV, size);
				expect(records.slice(filler.length)).toEqual(ABC);
			}
		}
	});
});

const text = fc.string({
	unit: fc.constantFrom('a', 'B', '"', ',', '\n', ' ', '\\', '5', '.', 'é'),
	maxLength: 7,
});
const tables = fc
	.array(fc.tuple(text, text, fc.boolean()), { minLength: 1, maxLength: 12 })
	.map((rows) =>
		rows.map(([one, two, quoted], n) => ({ one, two, quoted, email: emails(1, n)[0] })),
	);

type Writer = (cell: string, quoted: boolean) => string;

/** RFC 4180, with quotation marks where they have to be or are wanted. */
const standard: Writer = (cell, quoted) =>
	quoted || /[",\n\r]|^\s/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
/** `FIELDS ENCLOSED BY '"' ESCAPED BY '\\'` */
const backslashes: Writer = (cell) => `"${cell.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

interface Person {
	readonly one: string;
	readonly two: string;
	readonly quoted: boolean;
	readonly email: string;
}

function written(rows: readonly Person[], write: Writer, place: number): string {
	const row = (cells: string[], email: string, quoted: boolean) =>
		cells
			.toSpliced(place, 0, email)
			.map((cell) => write(cell, quoted))
			.join(',');
	return [
		row(['name', 'note'], 'email', false),
		...rows.map(({ one, two, quoted, email }) => row([`${one}.`, `${two}.`], email, quoted)),
	].join('\n');
}

/**
 * Whether a file is a table by RFC 4180 as well, each of its rows as wide as the first: `"\\"` may be a mark or a
 * backslash, and nobody can tell which.
 */
function isStandardToo(file: string): boolean {
	const CELL = /(?:"(?:[^"]|"")*"|(?!")[^,\n]*)(,|\n|$)/y;
	const widths = [0];
	for (let at = 0, end = ','; end !== ''; at = CELL.lastIndex) {
		CELL.lastIndex = at;
		const cell = CELL.exec(file);
		if (cell === null) return false;
		end = cell[1];
		widths[widths.length - 1] += 1;
		if (end === '\n') widths.push(0);
	}
	return widths.every((width) => width === widths[0]);
}

const places = fc.nat(2);

describe('a table, however it is written', () => {
	it.each([
		['RFC 4180', standard],
		['backslashes', backslashes],
	])('gives all of its people: %s', async (_what, write) => {
		await fc.assert(
			fc.asyncProperty(
				tables,
				places,
				fc.integer({ min: 1, max: 30 }),
				async (rows, place, size) => {
					const file = written(rows, write, place);
					const isPlain = rows.every(({ one, two }) => !/["\\]/.test(one + two));
					fc.pre(write === standard || isPlain || !isStandardToo(file));
					const records = await read(file, CSV, size);
					expect(records).toEqual(rows.map(({ email }) => email));
				},
			),
			{ numRuns: 300 },
		);
	});

	it.each([
		['RFC 4180', standard],
		['backslashes', backslashes],
	])('never loses one without a word, with one mark more or less: %s', async (_what, write) => {
		await fc.assert(
			fc.asyncProperty(tables, places, fc.nat(), fc.boolean(), async (rows, place, where, adds) => {
				const whole = written(rows, write, place);
				const marks = [...whole.matchAll(/"/g)].map(({ index }) => index);
				const removes = !adds && marks.length > 0;
				const at = removes ? marks[where % marks.length] : where % (whole.length + 1);
				const file = `${whole.slice(0, at)}${removes ? '' : '"'}${whole.slice(at + (removes ? 1 : 0))}`;
				const said: string[] = [];
				const records: unknown[] = [];
				const options = { ...CSV, delimiter: ',', column: place + 1, hasHeader: true };
				try {
					const chunks = inChunks(Buffer.from(file), 64);
					for await (const group of recordsFromFile(chunks, options, (one) => said.push(one))) {
						records.push(...group);
					}
				} catch (error) {
					expect(error).toMatchObject({ kind: 'invalid' });
					return;
				}
				const has = (record: unknown, email: string) => String(record).includes(email);
				const missing = rows.filter(({ email }) => !records.some((one) => has(one, email)));
				const leftOut = records.filter((one) => !rows.some(({ email }) => has(one, email)));
				if (said.length === 0) expect(missing.length).toBeLessThanOrEqual(leftOut.length);
			}),
			{ numRuns: 800 },
		);
	});
});

describe('a file that was cut off', () => {
	it.each([
		['within a line of JSON', `{"email":"a@example.com"}\n{"email":"b@exam`, { format: 'ndjson' }],
		['within one value', `[{"email":"a@example.com"},{"email":"b@exam`, {}],
		[
			'within a character',
			Buffer.from(`\ufeffemail\na@example.com`, 'utf16le').subarray(0, -1),
			{},
		],
		['within a quoted cell', `name,email\nx,a@example.com\n"y,b@exam`, {}],
	])('is an error %s', async (_what, file, options) => {
		expect(await refusal(file, options)).toMatchObject({
			kind: 'invalid',
			message: expect.stringMatching(/cut off|not closed/),
		});
	});
});

it('takes nobody out of a mirrored list', async () => {
	const people = ['jane', 'ann', 'bob', 'zed', 'kim'].map((name) => `${name}@example.com`);
	const broken = [
		[BIG_JOE, CSV],
		[`{"email":"${people[0]}"}\n{"email":"ann@exam`, {}],
		[
			`{"email":"${people[0]}"}\n{"email":"ann@exam\n{"email":"${people[2]}"}\n`,
			{ format: 'ndjson' },
		],
	] as const;
	for (const [file, options] of broken) {
		const pinterest = await audiencesInMemory();
		const list = pinterest.addList('Spring', people);
		const error = await failureOf(
			syncAudience(pinterest.context, {
				name: 'Spring',
				mode: 'mirror',
				previousRecords: people,
				maxRemovalPercent: 100,
				records: () => recordsFromFile([Buffer.from(file)], options),
			}),
		);
		expect(error.kind).toBe('invalid');
		expect(list.members).toEqual(new Set(people));
		expect(pinterest.requests).toEqual([]);
	}
});
