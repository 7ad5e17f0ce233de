import { readLeads } from '../../../worker/src/leads/leadFile.ts';

/** In pieces of so many bytes, so that every boundary falls somewhere. */
async function* pieces(text: string, size: number) {
	const bytes = new TextEncoder().encode(text);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (text: string, size = 7) => await readLeads(pieces(text, size));

const LEADS = [
	{ Email: 'anna@example.com', 'Which room, if any?': 'Küche' },
	{ Email: 'ben@example.com', 'Which room, if any?': 'the "blue" one,\nupstairs' },
];

const TABLE = `Email,"Which room, if any?"
anna@example.com,Küche
ben@example.com,"the ""blue"" one,
upstairs"
`;

describe('the file of an export is read', () => {
	it.each([1, 2, 7, 10_000])('as a table, in pieces of %d bytes', async (size) => {
		expect(await read(TABLE, size)).toEqual(LEADS);
	});

	it.each([
		['with CRLF', TABLE.replaceAll('\n', '\r\n')],
		['with a byte-order mark', `\ufeff${TABLE}`],
		['between semicolons', TABLE.replace('Email,', 'Email;').replaceAll('.com,', '.com;')],
		['between tabs', TABLE.replace('Email,', 'Email\t').replaceAll('.com,', '.com\t')],
		['without a last line end', TABLE.slice(0, -1)],
		['with empty rows', `\n${TABLE}\n,\n`],
		['as a list', JSON.stringify(LEADS)],
		['as a list in an object', JSON.stringify({ items: LEADS, bookmark: null })],
		['as lists by the form', JSON.stringify({ 1: [LEADS[0]], 2: [LEADS[1]], 3: [] })],
		['as an object on each line', LEADS.map((lead) => JSON.stringify(lead)).join('\n')],
	])('%s', async (_, text) => {
		expect(await read(text)).toEqual(LEADS);
	});

	it('with questions that are listed with their answers', async () => {
		const answers = [
			{ question: 'Email', answer: 'anna@example.com' },
			{ question: 'Rooms', answer: ['Kitchen', 'Hall'] },
		];
		expect(await read(JSON.stringify([{ lead_id: '1', answers, tags: ['a'] }]))).toEqual([
			{ Email: 'anna@example.com', Rooms: ['Kitchen', 'Hall'], lead_id: '1', tags: ['a'] },
		]);
	});

	it('with columns that are called alike, or not at all, or as nothing may be', async () => {
		expect(await read('Name,Name,,__proto__\nAnna,Example,x,y\n')).toEqual([
			Object.fromEntries([
				...[
					['Name', 'Anna'],
					['Name (2)', 'Example'],
					['Column 3', 'x'],
				],
				['__proto__', 'y'],
			]),
		]);
	});

	it('with IDs that a number cannot hold', async () => {
		expect(await read('[{"lead_id":383791336903426391}]')).toEqual([
			{ lead_id: '383791336903426391' },
		]);
	});

	it.each(['', ' \n', 'Email,Name\n', '[]', '{"items":[]}', '{}'])(
		'as one without leads: %j',
		async (text) => {
			expect(await read(text)).toEqual([]);
		},
	);
});

describe('the file of an export is refused', () => {
	it.each([
		['that is not text', new Uint8Array([0x50, 0x4b, 0xff, 0xfe, 0x00]), 'it is not text'],
		[
			'with a row without an end',
			new TextEncoder().encode(`Email\n"${'x'.repeat(1 << 20)}`),
			'it has a row without an end',
		],
	])('%s', async (_, bytes, message) => {
		const chunks = (async function* () {
			yield bytes;
		})();
		await expect(readLeads(chunks)).rejects.toMatchObject({ name: 'BrokenFile', message });
	});

	it('that is too large, without reading it to its end', async () => {
		let given = 0;
		const endless = (async function* () {
			for (;;) {
				given++;
				yield new TextEncoder().encode(`[${' '.repeat(1 << 20)}`);
			}
		})();
		await expect(readLeads(endless)).rejects.toMatchObject({
			...{ kind: 'unavailable', message: expect.stringMatching(/too large/) },
		});
		expect(given).toBeLessThan(70);
	});
});
