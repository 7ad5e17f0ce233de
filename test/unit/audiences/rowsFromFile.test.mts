import { rowsFromFile } from '../../../worker/src/audiences/file/rowsFromFile.ts';

const rowsOf = async (text: string | Buffer) => await rowsFromFile([Buffer.from(text as string)]);

describe('the rows of a CSV file', () => {
	it.each([
		['commas', 'name,value\nSofa,1\nLamp,2\n'],
		['semicolons', 'name;value\nSofa;1\nLamp;2'],
		['tabs', 'name\tvalue\nSofa\t1\nLamp\t2'],
		['line ends of Windows and a byte-order mark', '\ufeffname,value\r\nSofa,1\r\nLamp,2\r\n'],
		['blank lines', '\nname,value\n\nSofa,1\n,\nLamp,2\n\n'],
	])('are read with %s', async (_, text) => {
		expect(await rowsOf(text)).toEqual([
			{ name: 'Sofa', value: '1' },
			{ name: 'Lamp', value: '2' },
		]);
	});

	it('have in a quoted cell commas, quotation marks and line ends', async () => {
		expect(await rowsOf('"a, b",c\n"x ""y""\nz",1')).toEqual([{ 'a, b': 'x "y"\nz', c: '1' }]);
	});

	it('leave out what is empty, and are none where there are only headings', async () => {
		expect(await rowsOf('a,b,c\n1,,\n2')).toEqual([{ a: '1' }, { a: '2' }]);
		expect(await rowsOf('a,b\n')).toEqual([]);
	});

	it('have a name for every column', async () => {
		expect(await rowsOf('a,a,\n1,2,3')).toEqual([{ a: '1', 'a (2)': '2', 'Column 3': '3' }]);
	});

	it.each([
		['an empty file', '', 'The file is empty.'],
		['only blanks', ' \n ', 'The file is empty.'],
		['an open quotation mark', 'a,b\n"1,2\n', 'row 2 opens a quotation mark'],
		['text behind a closing one', 'a,b\n"1"x,2\n', 'row 2 opens a quotation mark'],
		['more cells than headings', 'a,b\n1,2,3\n', 'row 2 has more cells'],
		['a workbook', Buffer.from('504b030414000000', 'hex'), 'Excel workbook'],
	])('are refused of %s', async (_, text, says) => {
		await expect(rowsOf(text)).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining(says),
		});
	});
});
