/**
 * Currencies whose unit is worth little, with the power of ten of units that make about a dollar:
 * an amount that would be absurd in dollars is an ordinary one in these.
 */
const UNITS_PER_DOLLAR: Readonly<Record<string, number>> = {
	...every(10, 'CZK DKK HKD MXN NOK PHP SEK THB TRY TWD UYU ZAR'),
	...every(100, 'ALL BDT CRC DOP DZD EGP HUF INR ISK JPY KES LKR NGN PKR RSD RUB'),
	...every(1_000, 'ARS CLP COP KRW MMK MNT TZS UGX'),
	...every(10_000, 'IDR IRR KHR LAK PYG UZS VND'),
};

function every(units: number, codes: string): Record<string, number> {
	return Object.fromEntries(codes.split(' ').map((code) => [code, units]));
}

/** About how many units of the currency make a dollar, as a power of ten; 1 where it is not known. */
export function unitsPerDollar(currency: string | undefined): number {
	return UNITS_PER_DOLLAR[currency ?? ''] ?? 1;
}

/** How many decimals amounts in the currency are written with: 2 for USD, 0 for JPY. */
export function decimalsOf(currency: string | undefined): number {
	if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return 2;
	const format = new Intl.NumberFormat('en', { style: 'currency', currency });
	return format.resolvedOptions().maximumFractionDigits ?? 2;
}
