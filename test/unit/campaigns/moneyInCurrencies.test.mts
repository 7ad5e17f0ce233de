import fc from 'fast-check';
import { untyped } from '../../untyped.mts';
import { unitsPerDollar } from '../../../worker/src/values/currencies.ts';
import {
	formatMicro,
	fromMicro,
	toMicro,
	type AmountUnit,
} from '../../../worker/src/values/money.ts';

/** Currencies with their decimals by ISO 4217; those worth little have the larger amounts. */
const DECIMALS = {
	JPY: 0,
	KRW: 0,
	CLP: 0,
	USD: 2,
	EUR: 2,
	MXN: 2,
	INR: 2,
	KWD: 3,
	BHD: 3,
	TND: 3,
};
const CURRENCIES = Object.entries(DECIMALS);

const read = (value: unknown, unit: AmountUnit, currency: string) =>
	toMicro(untyped(value), { unit, field: 'Budget', currency });
const thousands = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Minor units (cents) as a person writes them: digits alone, no arithmetic. */
function written(minor: number, decimals: number): { whole: string; text: string } {
	const digits = String(minor).padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const fraction = digits.slice(digits.length - decimals);
	return { whole, text: decimals === 0 ? whole : `${whole}.${fraction}` };
}

describe.each(CURRENCIES)('amounts in %s', (currency, decimals) => {
	/** Below the amount from which on account currency is taken for micro-currency. */
	const mostUnits = 1_000_000 * unitsPerDollar(currency) - 1;
	const mostMinor = Math.min(mostUnits * 10 ** decimals, Number.MAX_SAFE_INTEGER);
	const minorUnits = fc.integer({ min: 1, max: mostMinor });
	const mostMicro = Math.min(mostUnits * 1_000_000, Number.MAX_SAFE_INTEGER);
	const leastMicro = 100_000 * unitsPerDollar(currency);

	it('go from text to whole micro-units and back, digit by digit', () => {
		fc.assert(
			fc.property(minorUnits, (minor) => {
				const { whole, text } = written(minor, decimals);
				const micro = read(text, 'accountCurrency', currency);
				expect(Number.isSafeInteger(micro)).toBe(true);
				// By appending zeros: a micro-unit is the sixth decimal.
				expect(String(micro)).toBe(`${minor}${'0'.repeat(6 - decimals)}`);
				const shown = `${thousands(whole)}${text.slice(whole.length)} ${currency}`;
				expect(formatMicro(micro, currency)).toBe(shown);
			}),
		);
	});

	it('go from micro-units to a decimal and back, whatever the sixth decimal is', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: mostMicro }), (micro) => {
				expect(read(fromMicro(micro, decimals), 'accountCurrency', currency)).toBe(micro);
				const shown = formatMicro(micro, currency).replace(` ${currency}`, '');
				expect(read(shown.replaceAll(',', ''), 'accountCurrency', currency)).toBe(micro);
			}),
		);
	});

	it('are in micro-currency what is written, up to what JSON can carry', () => {
		fc.assert(
			fc.property(fc.integer({ min: leastMicro, max: Number.MAX_SAFE_INTEGER }), (micro) => {
				expect(read(String(micro), 'micro', currency)).toBe(micro);
				expect(read(micro, 'micro', currency)).toBe(micro);
			}),
		);
	});

	it('in whole units where micro-currency is meant are refused with both readings', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: leastMicro - 1 }), (units) => {
				const said = messageOf(() => read(units, 'micro', currency));
				expect(said).toContain(`is only ${fromMicro(units)} ${currency}`);
				const meant = `${thousands(String(units))}${decimals ? `.${'0'.repeat(decimals)}` : ''}`;
				expect(said).toContain(`Did you mean ${meant} ${currency}?`);
				expect(said).toContain(`${units}000000 in micro-currency`);
			}),
		);
	});

	it('in micro-currency where whole units are meant are refused with both readings', () => {
		const most = Math.floor(Number.MAX_SAFE_INTEGER / 1_000_000);
		fc.assert(
			fc.property(fc.integer({ min: mostUnits + 1, max: most }), (micro) => {
				const said = messageOf(() => read(micro, 'accountCurrency', currency));
				const zeros = decimals ? `.${'0'.repeat(decimals)}` : '';
				expect(said).toContain(`${thousands(String(micro))}${zeros} ${currency} is more than`);
				expect(said).toContain(`Did you mean ${formatMicro(micro, currency)}?`);
			}),
		);
	});
});

it('more than a double can tell apart is still exact', () => {
	for (const text of ['9007199254.740991', '9007199252.271857', '9007199251.037290']) {
		const micro = Number(text.replace('.', ''));
		expect(read(text, 'accountCurrency', 'IDR')).toBe(micro);
		expect(Number(text) * 1_000_000).not.toBe(micro);
	}
	expect(read('1.005', 'accountCurrency', 'KWD')).toBe(1_005_000);
	expect(1.005 * 1_000_000).not.toBe(1_005_000);
});

it('three decimals are no thousands where the currency has three', () => {
	expect(read('5.000', 'accountCurrency', 'KWD')).toBe(5_000_000);
	expect(messageOf(() => read('5.000', 'accountCurrency', 'USD'))).toMatch(
		/can be read as 5 or as 5000/,
	);
});

function messageOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		expect(error).toMatchObject({ kind: 'invalid', field: 'Budget' });
		return (error as Error).message;
	}
	throw new Error('It was accepted.');
}
