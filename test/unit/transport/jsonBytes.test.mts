import fc from 'fast-check';
import { jsonBytes } from '../../../worker/src/adapters/jsonBytes.mts';

describe('jsonBytes', () => {
	const long = fc
		.constantFrom('a,b', '"', '\\', '\n', 'é', '例', '😀', '\ud800', '\u2028')
		.map((part) => `${'x@example.com,'.repeat(6000)}${part}`);
	const value = fc.oneof(long, fc.jsonValue(), fc.string(), fc.constant(undefined));

	it('is what JSON.stringify gives, as UTF-8', () => {
		fc.assert(
			fc.property(fc.oneof(fc.dictionary(fc.string(), value), fc.jsonValue(), long), (body) => {
				expect(jsonBytes(body).equals(Buffer.from(JSON.stringify(body)))).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('leaves to an object how it is written', () => {
		const records = 'x'.repeat(100_000);
		for (const body of [{ records, toJSON: () => ({ n: 1 }) }, [records], new Date(0)]) {
			expect(jsonBytes(body).toString()).toBe(JSON.stringify(body));
		}
	});
});
