import { inputOf, readInput } from '../../../worker/src/fields/inputs.ts';
import { limit, sorting } from '../../../worker/src/fields/kinds.ts';
import { inOrder, mostToRead, type Direction } from '../../../worker/src/fields/sorting.ts';

const input = inputOf({ limit, sort: sorting({ name: 'Name', size: 'Size' }) });
const RECORDS = [
	{ name: 'Sofa 10', size: 5 },
	{ name: 'armchair', size: null },
	{ name: 'Sofa 9', size: 40 },
	{ name: 'Ärmel', size: 300 },
];
const sorted = (by: 'name' | 'size', direction?: Direction, most?: number) =>
	inOrder(RECORDS, readInput(input, { sort: { by, direction }, limit: most })).map(
		({ name }) => name,
	);

describe('sorting', () => {
	it('puts names in the order of a dictionary, upper and lower case alike, numbers by their size', () => {
		expect(sorted('name')).toEqual(['armchair', 'Ärmel', 'Sofa 9', 'Sofa 10']);
		expect(sorted('name', 'DESCENDING')).toEqual(['Sofa 10', 'Sofa 9', 'Ärmel', 'armchair']);
	});

	it('puts figures in the order of their size, and what has none last in either direction', () => {
		expect(sorted('size')).toEqual(['Sofa 10', 'Sofa 9', 'Ärmel', 'armchair']);
		expect(sorted('size', 'DESCENDING')).toEqual(['Ärmel', 'Sofa 9', 'Sofa 10', 'armchair']);
	});

	it('gives as many as are wanted once all are sorted', () => {
		expect(sorted('size', 'DESCENDING', 1)).toEqual(['Ärmel']);
		expect(mostToRead(readInput(input, { limit: 1, sort: { by: 'size' } }))).toBe(Infinity);
		expect(mostToRead(readInput(input, { limit: 1 }))).toBe(1);
	});

	it('leaves the order as it is where nothing is said of it', () => {
		expect(inOrder(RECORDS, readInput(input, { limit: 2 }))).toEqual(RECORDS.slice(0, 2));
	});

	it('takes its words however they are spelled, and names the ones that there are', () => {
		const spelled = { by: 'Size', direction: 'descending' } as unknown as { by: 'size' };
		expect(readInput(input, { sort: spelled }).sort).toEqual({
			...{ by: 'size', direction: 'DESCENDING' },
		});
		const wrong = { by: 'price' } as unknown as { by: 'size' };
		expect(() => readInput(input, { sort: wrong })).toThrow('Sort By: must be one of name, size');
	});
});
