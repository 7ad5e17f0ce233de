import { exitOf, exitOfMany } from '../../../worker/src/cli/exitCodes.mts';
import { PinterestAdsError, type ErrorKind } from '../../../worker/src/client/errors.ts';

const errors = (...kinds: ErrorKind[]) =>
	kinds.map((kind) => new PinterestAdsError(kind, 'It failed'));

describe('the exit code of the command line', () => {
	it.each<[ErrorKind, number]>([
		['invalid', 2],
		['not-found', 2],
		['token-expired', 3],
		['token-scope', 3],
		['forbidden', 3],
		['rate-limited', 4],
		['unavailable', 4],
		['network', 4],
		['outcome-unknown', 5],
		['cancelled', 130],
	])('of one thing that ends as %s is %i', (kind, code) => {
		expect(exitOf(errors(kind)[0])).toBe(code);
	});

	it('is 0 where none of many things failed', () => {
		expect(exitOfMany([], 3)).toBe(0);
	});

	it('is 1 where some of many failed, whatever for', () => {
		expect(exitOfMany(errors('invalid'), 3)).toBe(1);
		expect(exitOfMany(errors('network', 'token-expired'), 3)).toBe(1);
	});

	it('is that of the connection where nothing succeeded, and one of them failed for it', () => {
		expect(exitOfMany(errors('invalid', 'token-expired', 'network'), 3)).toBe(3);
		expect(exitOfMany(errors('invalid', 'network', 'network'), 3)).toBe(4);
		expect(exitOfMany(errors('invalid', 'invalid', 'not-found'), 3)).toBe(1);
	});

	it('always says that something may have been created', () => {
		expect(exitOfMany(errors('invalid', 'outcome-unknown', 'token-expired'), 9)).toBe(5);
	});
});
