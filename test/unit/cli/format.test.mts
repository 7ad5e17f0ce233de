import { asCsv, asTable } from '../../../worker/src/cli/format.mts';

describe('what the command line writes', () => {
	it('has in CSV all fields of all lines, quoted where they have to be', () => {
		const lines = [
			{ name: 'Sofa, "blue"', ids: ['1', '2'] },
			{ name: 'two\nlines', facts: { a: 1 }, none: null },
		];

		expect(asCsv(lines)).toBe(
			'name,ids,facts,none\r\n"Sofa, ""blue""","1; 2",,\r\n"two\nlines",,"{""a"":1}",\r\n',
		);
	});

	it('has in a table numbers to the right, rounded, and no column without anything in it', () => {
		const lines = [
			{ name: 'Sofa', spend: 12.345678, empty: null },
			{ name: 'Lamp', spend: 3, empty: '' },
		];

		expect(asTable(lines)).toBe('Name    Spend\n────  ───────\nSofa  12.3457\nLamp        3\n');
	});

	it('cuts a long cell of a table, but not the last one of its row', () => {
		const long = 'x'.repeat(100);
		const [, , row] = asTable([{ first: long, last: long }]).split('\n');

		expect(row).toBe(`${'x'.repeat(71)}…  ${long}`);
	});

	it('is nothing where there is nothing', () => {
		expect(asTable([])).toBe('');
	});
});
