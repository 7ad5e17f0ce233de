import fc from 'fast-check';
import { nameAsSent, sameName } from '../../../worker/src/values/names.ts';

const [composed, decomposed] = ['Caf\u00e9', 'Cafe\u0301'];

describe('names', () => {
	it.each([
		[composed, decomposed, true],
		[` ${composed} `, decomposed, true],
		['Spring\u00a0Sale', 'Spring Sale', true],
		['Spring  Sale', 'Spring Sale', true],
		['Spring', 'spring', false],
		[composed, 'Cafe', false],
		[undefined, undefined, false],
		[composed, null, false],
	])('%j and %j: the same %s', (one, other, same) => {
		expect(sameName(one, other)).toBe(same);
	});

	it('are sent in one form, which is the same name', () => {
		expect(nameAsSent(` ${decomposed} `)).toBe(composed);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (name) => {
				expect(sameName(nameAsSent(name), name)).toBe(true);
				expect(nameAsSent(name.normalize('NFD'))).toBe(nameAsSent(name));
			}),
		);
	});
});
