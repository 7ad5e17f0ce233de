/** What a shop knows of an order, as the node's fields take it. */
export type Checkout = ReturnType<typeof checkout>;

const FIRST_NAMES =
	'Ada Grace Mary-Ann Zoë Jürgen Katherine Margaret Radia Tim Vint Linus Barbara Édouard Ken Dennis'.split(
		' ',
	);
const SYLLABLES =
	'ber lin mann son ova ski ton ley field ß na ro dí ka el mar us tin wood ham'.split(' ');
const CITIES = [
	...['San Francisco', 'St. Louis', 'New York', 'Austin', 'Winston-Salem', 'Coeur d’Alene'],
	...['Washington', 'Portland', 'Springfield', 'Albuquerque', 'La Cañada', 'Baton Rouge'],
];

const BROWSERS = [
	'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
] as const;

/** The nth of any number of orders, no two alike; the same in every process that asks for it. */
export function checkout(n: number, eventTime: number) {
	const digits = String(n).padStart(7, '0');
	return {
		eventName: 'checkout',
		eventTime,
		email: `Customer.${digits}@Example.com`,
		phone: `+1 (415) ${digits.slice(0, 3)}-${digits.slice(3)}`,
		firstName: FIRST_NAMES[n % FIRST_NAMES.length],
		lastName: surname(n),
		city: CITIES[n % CITIES.length],
		country: n % 5 === 0 ? 'CA' : 'US',
		zip: n % 5 === 0 ? `M5V ${n % 10}L${(n >> 4) % 10}` : String(10_000 + ((n * 7) % 80_000)),
		externalId: `user-${digits}`,
		clientIpAddress: `203.0.113.${n % 256}`,
		clientUserAgent: BROWSERS[n % BROWSERS.length],
		value: (1999 + (n % 5000)) / 100,
		currency: 'USD',
		orderId: `1${digits}`,
		lineItems: [
			{ id: `sku-${n % 500}`, price: 19.99, quantity: 1 },
			{ id: `sku-${n % 300}-b`, price: 4.5, quantity: 2 },
		],
	};
}

/** One of some thousands, as they are spread in a customer base. */
function surname(n: number): string {
	const syllable = (at: number) => SYLLABLES[(n >> at) % SYLLABLES.length];
	return `O'${syllable(0).toUpperCase()}${syllable(4)}${syllable(8)}`;
}
