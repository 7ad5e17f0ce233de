/** What a shop knows of an order, as the node's fields take it. */
export type Checkout = ReturnType<typeof checkout>;

const PEOPLE = [
	['Ada', 'Lovelace'],
	['Grace', 'Hopper'],
	['Mary Ann', 'Horton'],
	['Zoë', 'Núñez'],
	['Jürgen', 'Groß'],
	['Katherine', 'Johnson'],
	['Margaret', "O'Hamilton"],
	['Radia', 'Perlman'],
] as const;

const PLACES = [
	['San Francisco', 'US', '94107-1234'],
	['St. Louis', 'US', '63101'],
	['New York', 'US', '10001'],
	['Düren', 'DE', '52349'],
	['London', 'GB', 'SW1A 1AA'],
	['Toronto', 'CA', 'M5V 3L9'],
	['Austin', 'US', '73301'],
] as const;

const BROWSERS = [
	'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
] as const;

/** The nth of any number of orders, no two alike; the same in every process that asks for it. */
export function checkout(n: number, eventTime: number) {
	const [firstName, lastName] = PEOPLE[n % PEOPLE.length];
	const [city, country, zip] = PLACES[n % PLACES.length];
	const digits = String(n).padStart(7, '0');
	return {
		eventName: 'checkout',
		eventTime,
		email: `Customer.${digits}@Example.com`,
		phone: `+1 (415) ${digits.slice(0, 3)}-${digits.slice(3)}`,
		firstName,
		lastName,
		city,
		country,
		zip,
		externalId: `user-${digits}`,
		clientIpAddress: `203.0.113.${n % 256}`,
		clientUserAgent: BROWSERS[n % BROWSERS.length],
		value: (1999 + (n % 5000)) / 100,
		currency: 'USD',
		orderId: `1${digits}`,
		lineItems: [
			{ id: `sku-${n % 500}`, name: 'Linen shirt', price: 19.99, quantity: 1, category: 'Shirts' },
			{ id: `sku-${n % 300}-b`, name: 'Wool socks', price: 4.5, quantity: 2, category: 'Socks' },
		],
	};
}
