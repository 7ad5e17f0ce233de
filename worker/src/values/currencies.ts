/** What is known of currencies: how amounts are written, and how much a unit is about worth. */

/** Decimals by ISO 4217 (list one), where they are not two. */
const DECIMALS: Readonly<Record<string, number>> = {
	...every(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
	...every(3, 'BHD IQD JOD KWD LYD OMR TND'),
	...every(4, 'CLF UYW'),
};

/**
 * What five US dollars are in a currency, in units: an amount that one would set, and rather less than
 * more. By exchange rates as they were in 2025 and 2026, roughly; it has to be right only in its size. The
 * one table by which defaults are chosen and amounts are judged.
 */
const FIVE_DOLLARS: Readonly<Record<string, number>> = {
	...every(1.5, 'BHD KWD OMR'),
	...every(3.5, 'JOD'),
	// A unit of these is worth about a dollar: five are five.
	...every(5, 'AUD BMD BND BSD CAD CHF EUR GBP NZD PAB SGD USD'),
	...every(8, 'BGN'),
	...every(10, 'BBD FJD GEL TND'),
	...every(15, 'AED ILS MYR PEN PLN QAR SAR'),
	...every(20, 'RON'),
	...every(25, 'BRL'),
	...every(30, 'BOB CNY DKK GTQ HKD'),
	...every(40, 'MAD NOK SEK'),
	...every(75, 'MDL MXN ZAR'),
	...every(100, 'CZK HNL'),
	...every(150, 'EGP THB TRY TWD UAH UYU'),
	...every(250, 'DOP PHP'),
	...every(350, 'ALL INR RSD RUB'),
	...every(500, 'BDT DZD ISK KES NPR'),
	...every(750, 'JMD JPY'),
	...every(1_000, 'PKR'),
	...every(1_500, 'AMD HUF LKR'),
	...every(2_000, 'CRC'),
	...every(2_500, 'KZT XAF XOF'),
	...every(4_500, 'CLP'),
	...every(5_000, 'ARS'),
	...every(6_000, 'IQD KRW NGN'),
	...every(10_000, 'MMK TZS'),
	...every(15_000, 'COP KHR MNT UGX'),
	...every(30_000, 'PYG'),
	...every(50_000, 'UZS'),
	...every(75_000, 'IDR'),
	...every(100_000, 'LAK VND'),
	...every(150_000, 'IRR'),
};

function every<T>(value: T, codes: string): Record<string, T> {
	return Object.fromEntries(codes.split(' ').map((code) => [code, value]));
}

/** How many decimals amounts in the currency are written with: 2 for USD (and where it is not known), 0 for JPY. */
export function decimalsOf(currency: string | undefined): number {
	return (currency === undefined ? undefined : own(DECIMALS, currency)) ?? 2;
}

/** What about five US dollars are, in micro-currency; undefined for a currency that is not known. */
export function fiveDollarsIn(currency: string | undefined): number | undefined {
	const units = currency === undefined ? undefined : own(FIVE_DOLLARS, currency);
	return units === undefined ? undefined : units * 1_000_000;
}

/**
 * About how many units of the currency make a dollar, as a power of ten, never less than 1; 1 where it is
 * not known.
 */
export function unitsPerDollar(currency: string | undefined): number {
	const five = (currency !== undefined && own(FIVE_DOLLARS, currency)) || 5;
	return Math.max(1, 10 ** Math.round(Math.log10(five / 5)));
}

/** Of the currency whose unit is worth least. */
export const MOST_UNITS_PER_DOLLAR = Math.max(...Object.keys(FIVE_DOLLARS).map(unitsPerDollar));

function own(table: Readonly<Record<string, number>>, currency: string): number | undefined {
	return Object.hasOwn(table, currency) ? table[currency] : undefined;
}
