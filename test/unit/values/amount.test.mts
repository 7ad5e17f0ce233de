import fc from 'fast-check';
import { readDecimal, twoReadings, unmistakable } from '../../../worker/src/values/amount.ts';
import {
	decimalsOf,
	fiveDollarsIn,
	unitsPerDollar,
} from '../../../worker/src/values/currencies.ts';

const NARROW = '\u202f';
const HARD = '\u00a0';

describe('an amount that can be read in two ways', () => {
	it.each([
		['5.000', 2, '5', '5000'],
		['1.500', 2, '1.5', '1500'],
		['1.299', 2, '1.299', '1299'],
		['12.345', 2, '12.345', '12345'],
		['999.990', 2, '999.99', '999990'],
		['5.000', 0, '5', '5000'],
		[' 5.000 ', 2, '5', '5000'],
	])('%p with %i decimals is %s or %s', (text, decimals, point, thousands) => {
		expect(readDecimal(text, decimals)).toEqual({
			kind: 'ambiguous',
			readings: [point, thousands],
		});
	});

	it('is said with both readings, and with what to write for each', () => {
		expect(twoReadings(['1.5', '1500'], 2)).toBe(
			'can be read as 1.5 or as 1500; write 1.50 or 1500.00',
		);
		expect(twoReadings(['5', '5000'], 0)).toBe('can be read as 5 or as 5000; write 5 or 5000');
	});

	it('can be written in either of the ways that are proposed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (a, b) => {
				const read = readDecimal(`${a}.${String(b).padStart(3, '0')}`);
				if (read.kind !== 'ambiguous') throw new Error('It has one reading.');
				const [, ...written] = /write (\S+) or (\S+)$/.exec(twoReadings(read.readings, 2)) ?? [];
				written.forEach((text, n) => {
					expect(readDecimal(text).kind).toBe('amount');
					expect(Number(text)).toBe(Number(read.readings[n]));
				});
			}),
		);
	});
});

it.each([
	['1.500', 3],
	['5.000', 3],
	['0.125', 2],
	['1234.567', 2],
	['1.2990', 2],
	['1.29', 2],
	[1.299, 2],
	[5000n, 2],
	['+5', 2],
])('%p has one reading where amounts have %i decimals', (value, decimals) => {
	expect(readDecimal(value, decimals).kind).toBe('amount');
});

it.each([
	['1.299,00', ['1299.00']],
	['1,299.00', ['1299.00']],
	['1,234,567', ['1234567.00']],
	['1.234.567', ['1234567.00']],
	[`1${HARD}299,00`, ['1299.00']],
	[`1${NARROW}299.5`, ['1299.50']],
	["1'299.00", ['1299.00']],
	['1’299.00', ['1299.00']],
	['€ 5,00', ['5.00']],
	['5,00 €', ['5.00']],
	['USD 5', ['5.00']],
	['$5', ['5.00']],
	['1,299', ['1.2990', '1299.00']],
	['0,500', ['0.50']],
])('%p is not taken, but it is said what it says', (text, meant) => {
	expect(readDecimal(text)).toEqual({ kind: 'bad', why: 'no-amount', meant });
});

it.each<unknown>([
	'',
	'five',
	'.5',
	'5.',
	'1.2.3',
	'1,2,3',
	'1.299,00,00',
	'5e6',
	'0x10',
	'Infinity',
	'NaN',
	'--5',
	'1..5',
	null,
	undefined,
	true,
	{},
	[5],
	{ toString: 1 },
	Number.NaN,
])('%p is no amount', (value) => {
	expect(readDecimal(value)).toEqual({ kind: 'bad', why: 'no-amount' });
});

it('does not look into a million digits', () => {
	for (const text of ['9'.repeat(1_000_000), `0.${'3'.repeat(1_000_000)}`]) {
		expect(readDecimal(text)).toEqual({ kind: 'bad', why: 'no-amount' });
	}
});

it('takes no float’s exponent for an amount', () => {
	expect(readDecimal(1e-7)).toEqual({ kind: 'bad', why: 'too-precise' });
	expect(readDecimal('1e-7')).toEqual({ kind: 'bad', why: 'too-precise' });
});

it('never throws, whatever it is given', () => {
	fc.assert(fc.property(fc.anything(), (value) => void readDecimal(value)));
});

it('writes what was computed so that it has one reading, and the same value', () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
			const text = unmistakable(value.toFixed(3));
			expect(readDecimal(text).kind).toBe('amount');
			expect(Number(text)).toBe(Number(value.toFixed(3)));
		}),
	);
});

describe('a currency', () => {
	it.each([
		['USD', 2],
		['JPY', 0],
		['KRW', 0],
		['CLP', 0],
		['VND', 0],
		['ISK', 0],
		['UGX', 0],
		['IDR', 2],
		['KWD', 3],
		['BHD', 3],
		['OMR', 3],
		['JOD', 3],
		['TND', 3],
		['IQD', 3],
		['LYD', 3],
		['CLF', 4],
		['constructor', 2],
		[undefined, 2],
	])('%s has its decimals by ISO 4217 (%i)', (currency, decimals) => {
		expect(decimalsOf(currency)).toBe(decimals);
	});

	it('has a size, where it is known', () => {
		expect(fiveDollarsIn('USD')).toBe(5_000_000);
		expect(fiveDollarsIn('JPY')).toBe(750_000_000);
		expect(fiveDollarsIn('XXX')).toBeUndefined();
		expect(fiveDollarsIn(undefined)).toBeUndefined();
		expect(['USD', 'JPY', 'KRW', 'IDR', 'KWD', 'XXX'].map(unitsPerDollar)).toEqual([
			1, 100, 1_000, 10_000, 1, 1,
		]);
	});

	/** Those that an ad account can have (schema `Currency`). */
	const OF_AD_ACCOUNTS =
		'USD GBP CAD EUR AUD NZD SEK ILS CHF HKD JPY SGD KRW NOK DKK PLN RON HUF CZK BRL MXN ARS CLP COP INR TRY';

	it.each(OF_AD_ACCOUNTS.split(' '))('%s has defaults that it can write', (currency) => {
		const five = fiveDollarsIn(currency) ?? 0;
		const smallest = 10 ** (6 - decimalsOf(currency));
		expect(five).toBeGreaterThan(0);
		expect([five % smallest, ((five * 2) / 5) % smallest]).toEqual([0, 0]);
	});
});
