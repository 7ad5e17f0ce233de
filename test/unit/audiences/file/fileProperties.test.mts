import fc from 'fast-check';
import { syncAudience } from '../../../../worker/src/audiences/index.ts';
import { recordsFromFile } from '../../../../worker/src/audiences/index.ts';
import { encoded, ENCODINGS, inChunks, read } from './fileBytes.mts';
import { audiencesInMemory } from '../audiencesInMemory.mts';

const cell = fc.string({
	unit: fc.constantFrom(
		'a',
		'Z',
		'7',
		'@',
		'"',
		',',
		';',
		'\t',
		'|',
		'\n',
		'\r',
		'\r\n',
		' ',
		'é',
		'例',
		'😀',
	),
	maxLength: 8,
});
const tableOf = (width: number) =>
	fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 });
const written = {
	delimiter: fc.constantFrom(',', ';', '\t', '|', '::', '<>'),
	lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
	ended: fc.boolean(),
	encoding: fc.constantFrom(...ENCODINGS),
	chunkSize: fc.integer({ min: 1, max: 40 }),
};

/** A table as spreadsheets write it: quoted only where it has to be. */
function csv(rows: string[][], delimiter: string, lineEnd: string): string {
	const special = (text: string) => /["\r\n]/.test(text) || text.startsWith(' ');
	const quoted = (text: string) =>
		special(text) || [...delimiter].some((one) => text.includes(one))
			? `"${text.replaceAll('"', '""')}"`
			: text;
	return rows.map((row) => row.map(quoted).join(delimiter)).join(lineEnd);
}

/** As a text in a field is divided. */
function partsOf(text: string): string[] {
	const parts = text.split(/[,;\t\r\n]+/).filter((part) => part.trim() !== '');
	return parts.length > 0 ? parts : [''];
}

const withoutCr = (text: string) => text.replace(/\r\n?/g, '\n');

describe('recordsFromFile, whatever the table', () => {
	it('gives the cells of each column, however the file is written and cut', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 2, max: 4 }).chain(tableOf),
				fc.record(written),
				async (rows, { delimiter, lineEnd, ended, encoding, chunkSize }) => {
					const headers = rows[0].map((_, index) => `Column ${index + 1}`);
					// A row of nothing but delimiters and quotes is none; the last cell keeps every row.
					const table = rows.map((row) => [...row, 'end']);
					const text = csv([[...headers, 'end'], ...table], delimiter, lineEnd);
					const bytes = encoded(ended ? text + lineEnd : text, encoding);
					for (const [index, column] of headers.entries()) {
						const options = { format: 'csv', column, delimiter } as const;
						const cells = table.map((row) => withoutCr(row[index]));
						expect(await read(bytes, options, chunkSize)).toEqual(cells);
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	it('does so in the small pieces of a large file too', async () => {
		// More than is looked at before anything is decided, in any encoding.
		const filler = Array.from({ length: 4000 }, (_, n) => `filler ${n} with some more text`);
		await fc.assert(
			fc.asyncProperty(
				tableOf(2),
				fc.record(written),
				fc.boolean(),
				async (rows, { delimiter, lineEnd, ended, encoding, chunkSize }, asLines) => {
					const table = [...filler.map((text) => [text, 'x']), ...rows].map((row) => [
						...row,
						'end',
					]);
					const text = asLines
						? table.map(([one]) => JSON.stringify({ one })).join(lineEnd)
						: csv([['one', 'two', 'end'], ...table], delimiter, lineEnd);
					const bytes = encoded(ended ? text + lineEnd : text, encoding);
					const format = asLines ? 'ndjson' : 'csv';
					const options = { format, column: 'one', delimiter } as const;
					const from = encoded(text.slice(0, filler[0].length * filler.length), encoding).length;
					const records = await read(bytes, options, chunkSize, from);
					// An empty text in NDJSON is a value that holds no record.
					const wanted = table.map(([one]) => (asLines ? one : withoutCr(one)));
					expect(records.slice(filler.length)).toEqual(
						wanted.slice(filler.length).flatMap((one) => (asLines ? partsOf(one) : one)),
					);
				},
			),
			{ numRuns: 200 },
		);
	});

	it('ends with exactly its valid distinct records in the list, found by themselves', async () => {
		const row = fc.record({
			n: fc.nat(40),
			kind: fc.constantFrom('plain', 'plain', 'upper', 'blanks', 'broken', 'none'),
			note: cell,
		});
		const forms = fc.constantFrom('csv', 'csv without header', 'txt', 'ndjson');
		await fc.assert(
			fc.asyncProperty(
				fc.array(row, { minLength: 1, maxLength: 40 }),
				forms,
				fc.record({ ...written, delimiter: fc.constantFrom(',', ';', '\t') }),
				fc.integer({ min: 1, max: 9 }),
				async (rows, form, how, maxRecordsPerBatch) => {
					// Enough good ones for their column to be found.
					const all = [
						...Array.from({ length: 3 }, (_, n) => ({ n, kind: 'plain', note: 'x' })),
						...rows,
					];
					const texts = all.map(({ n, kind }) => {
						const email = `user${n}@example.com`;
						if (kind === 'upper') return email.toUpperCase();
						if (kind === 'blanks') return `\t ${email}\u00a0`;
						return kind === 'broken' ? `user${n}@@example.com` : kind === 'none' ? '' : email;
					});
					const pinterest = await audiencesInMemory();
					const bytes = encoded(fileOf(form, texts, all, how), how.encoding);
					const record = await syncAudience(pinterest.context, {
						name: 'Spring',
						maxRecordsPerBatch,
						records: () =>
							recordsFromFile(inChunks(bytes, how.chunkSize), {
								format: form === 'txt' ? 'txt' : form === 'ndjson' ? 'ndjson' : 'csv',
							}),
					});
					const good = all.filter(({ kind }) => kind !== 'broken' && kind !== 'none');
					const wanted = new Set(good.map(({ n }) => `user${n}@example.com`));
					expect(new Set([...pinterest.lists.values()][0].members)).toEqual(wanted);
					expect(record.counts).toMatchObject({ valid: wanted.size, sent: wanted.size });
					expect(pinterest.violations()).toEqual([]);
				},
			),
			{ numRuns: 300 },
		);
	});
});

function fileOf(
	form: string,
	texts: string[],
	rows: Array<{ note: string }>,
	{ delimiter, lineEnd }: { delimiter: string; lineEnd: string },
): string {
	if (form === 'txt') return texts.join(lineEnd);
	if (form === 'ndjson') {
		return texts.map((email, n) => JSON.stringify({ n, contact: { email } })).join(lineEnd);
	}
	const table = texts.map((email, n) => [`row ${n}`, email, `${rows[n].note}.`]);
	if (form === 'csv') table.unshift(['row', 'Contact Email', 'note']);
	return csv(table, delimiter, lineEnd);
}
