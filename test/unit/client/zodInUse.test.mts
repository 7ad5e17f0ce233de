import { z } from 'zod';
import * as zod4 from 'zod/v4';
import { requireZod3 } from '../../../worker/src/zodInUse.ts';

describe('the zod that is there when this is loaded', () => {
	it('may be a 3', () => {
		expect(() => requireZod3(z.string())).not.toThrow();
	});

	it.each([
		['a 4', zod4.string()],
		['something else', {}],
		['nothing', undefined],
	])('may not be %s, which is said in words', (_, made) => {
		expect(() => requireZod3(made)).toThrow('works with zod 3 (from 3.23 on), and another major');
	});

	it('is looked at before anything else of the worker is loaded', () => {
		jest.isolateModules(() => {
			jest.doMock('zod', () => zod4);
			expect(() => jest.requireActual('../../../worker/src/index.ts')).toThrow(
				'Pinterest Ads works with zod 3',
			);
			jest.dontMock('zod');
		});
	});
});
