import { unflatten } from '../../../scripts/n8n/flatted.mts';

describe('unflatten', () => {
	it('puts nested values back in place', () => {
		const flat =
			'[{"name":"1","list":"2","count":3,"none":null},"Ada",["1","3",true],{"deep":"1"}]';
		expect(unflatten(flat)).toEqual({
			name: 'Ada',
			list: ['Ada', { deep: 'Ada' }, true],
			count: 3,
			none: null,
		});
	});

	it('keeps a text that looks like a position', () => {
		expect(unflatten('[{"id":"1"},"0"]')).toEqual({ id: '0' });
	});

	it('follows data that refers back to itself', () => {
		const value = unflatten('[{"self":"0","name":"1"},"loop"]') as { self: unknown; name: string };
		expect(value.name).toBe('loop');
		expect(value.self).toBe(value);
	});
});
