import fc from 'fast-check';
import { untyped } from '../../untyped.mts';
import {
	formatMicro,
	fromMicro,
	implausiblyMuch,
	readAmount,
	toMicro,
	type AmountUse,
} from '../../../worker/src/values/money.ts';

const inMicro = (value: unknown, currency?: string) =>
	toMicro(untyped(value), { unit: 'micro', field: 'Budget', currency });
const inCurrency = (value: unknown, currency?: string, use?: AmountUse) =>
	toMicro(untyped(value), { unit: 'accountCurrency', field: 'Budget', currency, use });

/** What a person could write for so many micro-units, by digits alone. */
function decimalOf(micro: number): string {
	const digits = String(micro).padStart(7, '0');
	return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

describe('amounts round-trip exactly', () => {
	const meantAsMicro = fc.integer({ min: 100_000, max: Number.MAX_SAFE_INTEGER });
	const meantAsCurrency = fc.integer({ min: 1, max: 999_999_999_999 });

	it('in micro-currency, as number, text and BigInt', () => {
		fc.assert(
			fc.property(meantAsMicro, (micro) => {
				expect(inMicro(micro)).toBe(micro);
				expect(inMicro(` ${micro} `)).toBe(micro);
				expect(inMicro(BigInt(micro))).toBe(micro);
			}),
		);
	});

	it('in account currency, as text', () => {
		fc.assert(
			fc.property(meantAsCurrency, (micro) => {
				expect(inCurrency(decimalOf(micro))).toBe(micro);
				expect(inCurrency(fromMicro(micro))).toBe(micro);
			}),
		);
	});

	it('in account currency, as the number that somebody typed', () => {
		fc.assert(
			fc.property(meantAsCurrency, (micro) => {
				expect(inCurrency(Number(decimalOf(micro)))).toBe(micro);
			}),
		);
	});

	it('through what is shown to people', () => {
		fc.assert(
			fc.property(meantAsCurrency, (micro) => {
				const shown = formatMicro(micro, 'USD').replace(' USD', '').replaceAll(',', '');
				expect(inCurrency(shown)).toBe(micro);
			}),
		);
	});
});

describe('toMicro', () => {
	it.each([
		[5.1, 5_100_000],
		[0.29, 290_000],
		[1.005, 1_005_000],
		[4.35, 4_350_000],
		['0.000001', 1],
		['5', 5_000_000],
		['5.00', 5_000_000],
		['1999.99', 1_999_990_000],
		[50n, 50_000_000],
	])('reads %p in account currency exactly', (value, micro) => {
		expect(inCurrency(value)).toBe(micro);
	});

	it.each([0, '0', '0.00', -5, '-5.00', '-0'])('refuses %p as no amount to spend', (value) => {
		expect(() => inCurrency(value)).toThrow('Budget: must be more than 0');
		expect(() => inMicro(value)).toThrow('Budget: must be more than 0');
	});

	it.each([
		Number.NaN,
		Number.POSITIVE_INFINITY,
		'',
		'five',
		'$5.00',
		'5,00',
		'5,000,000',
		'5 000',
		'.5',
		'5.',
		'5e6',
		'0x10',
		null,
		undefined,
		true,
		{},
		[5],
	])('refuses %p as no amount at all', (value) => {
		expect(() => inCurrency(value)).toThrow(/^Budget: must be an amount in digits/);
	});

	it.each([0.1 + 0.2, '5.0000001', 1e-7])('refuses %p as too precise', (value) => {
		expect(() => inCurrency(value)).toThrow(/more than 6 decimals/);
		expect(() => inMicro(value)).toThrow(/more than 6 decimals/);
	});

	it('refuses what JSON cannot carry exactly', () => {
		expect(() => inMicro('9007199254740992')).toThrow(/too high/);
		expect(inMicro('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
	});

	it.each(['5.000', '12.500', '1.250'])(
		'refuses %s, which two readers read differently',
		(value) => {
			expect(() => inCurrency(value)).toThrow(/can be read as/);
		},
	);

	it('names the field in the error', () => {
		expect(() => inMicro('x')).toThrow(
			expect.objectContaining({ kind: 'invalid', field: 'Budget' }),
		);
	});
});

describe('an amount in the wrong unit', () => {
	it('spells both readings out for account currency given as micro', () => {
		expect(() => inMicro(50, 'USD')).toThrow(
			'Budget: 50 in micro-currency is only 0.00005 USD. Did you mean 50.00 USD? That is 50000000 in micro-currency; or set Amounts Are In to Account Currency',
		);
	});

	it('does so without the currency, where that is not known', () => {
		expect(() => inMicro('50')).toThrow(/only 0\.00005 of the account’s currency.*50000000/);
	});

	it('takes decimals for account currency', () => {
		expect(() => inMicro('5.50', 'EUR')).toThrow(/has no decimals.*5\.50 EUR.*5500000/);
	});

	it('spells both readings out for micro given as account currency', () => {
		expect(() => inCurrency('5000000', 'USD')).toThrow(
			/5,000,000\.00 USD is more than a budget can be\. Did you mean 5\.00 USD\?/,
		);
	});

	it.each([
		['micro', 'budget', 99_999, 100_000],
		['micro', 'bid', 9_999, 10_000],
		['accountCurrency', 'budget', 1_000_000, 999_999],
		['accountCurrency', 'bid', 10_000, 9_999],
	] as const)('draws the line for %s and a %s', (unit, use, wrong, right) => {
		const options = { unit, use, field: 'Amount', currency: 'USD' };
		expect(() => toMicro(wrong, options)).toThrow(/Did you mean/);
		expect(toMicro(right, options)).toBe(unit === 'micro' ? right : right * 1_000_000);
	});

	it('knows currencies in which a million is an ordinary budget', () => {
		expect(inCurrency('1000000', 'IDR')).toBe(1_000_000_000_000);
		expect(inCurrency('5000000', 'KRW')).toBe(5_000_000_000_000);
		// $5 in rupiah, in micro-currency.
		expect(() => inCurrency('80000000000', 'IDR')).toThrow(/Did you mean 80,000(\.00)? IDR/);
	});

	it('judges by the strictest rule where the currency is not known', () => {
		expect(() => inCurrency('1000000')).toThrow(/Did you mean/);
	});

	it('lets an amount that high through in micro-currency, as the message says', () => {
		const message = implausiblyMuch(2_000_000_000_000, { currency: 'USD' }) ?? '';
		const [, way] = /can be given as (\d+) in micro/.exec(message) ?? [];
		expect(inMicro(way)).toBe(2_000_000_000_000);
	});
});

describe('formatMicro', () => {
	it.each([
		[50_000_000, 'USD', '50.00 USD'],
		[5_000_000_000_000, 'EUR', '5,000,000.00 EUR'],
		[1, 'USD', '0.000001 USD'],
		[1_500_000, 'JPY', '1.5 JPY'],
		[750_000_000, 'JPY', '750 JPY'],
		[1_000_000, undefined, '1.00 of the account’s currency'],
	])('shows %i micro of %s as %s', (micro, currency, shown) => {
		expect(formatMicro(micro, currency)).toBe(shown);
	});
});

it('readAmount tells the problem instead of throwing it', () => {
	expect(readAmount('x', { unit: 'micro' })).toEqual({
		problem: expect.stringContaining('digits'),
	});
	expect(readAmount('5000000', { unit: 'micro' })).toEqual({ micro: 5_000_000 });
});
