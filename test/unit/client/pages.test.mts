import { KnownElements } from '../../../worker/src/client/pages.ts';

describe('the elements of a list that changes while it is read', () => {
	it('come once, by their ID', () => {
		const known = new KnownElements();
		expect(known.newOf([{ id: '1' }, { id: '2' }], false)).toEqual([{ id: '1' }, { id: '2' }]);
		expect(known.newOf([{ id: '2' }, { id: '3' }], true)).toEqual([{ id: '3' }]);
	});

	it('come once on a page that has one twice', () => {
		const all = [{ id: '1', n: 1 }, { id: '1' }, { id: '2' }];
		expect(new KnownElements().newOf(all, true)).toEqual([{ id: '1', n: 1 }, { id: '2' }]);
	});

	it('without an ID may be alike on one page, and are not given again on the next', () => {
		const known = new KnownElements();
		const alike = [{ code: 'A' }, { code: 'A' }];
		expect(known.newOf(alike, false)).toEqual(alike);
		expect(known.newOf([{ code: 'A' }, { code: 'B' }], true)).toEqual([{ code: 'B' }]);
	});
});
