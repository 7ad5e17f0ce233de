/**
 * A contact file as marketers have them: a byte-order mark, a heading row, quoted fields with commas
 * and quotes in them, mixed case, spaces, duplicates and broken addresses. The same on every run,
 * and every address is at a domain that is reserved for examples.
 */
export interface ContactFile {
	readonly name: string;
	readonly csv: string;
	readonly rows: number;
	readonly broken: number;
	readonly duplicates: number;
	/** What is left of it: the distinct addresses, in lower case. */
	readonly addresses: readonly string[];
}

const FIRST = [
	'Ada',
	'Björn',
	'Chloé',
	'Dmitri',
	'Émile',
	'Fatima',
	'Gökçe',
	'Hana',
	'Ian',
	'José',
	'Kwame',
];
const LAST = [
	"O'Neill",
	'Smith',
	'García',
	'Kowalski',
	'van der Berg',
	'Åkesson',
	'Nguyễn',
	'Müller',
	'Iyer',
];
const COMPANIES = [
	'Shop & Sons, Ltd.',
	'The "Green" Garden',
	'Living Rooms',
	'Casa, Jardín y más',
	'',
];
const DOMAINS = ['example.com', 'mail.example.com', 'example.org', 'post.example.net'];
const BROKEN = [
	'not given',
	'',
	'ada.example.com',
	'ada@',
	'@example.com',
	'a da@example.com',
	'ada@@example.com',
];

/** The big one: 1,200 rows, the address in the third of five columns. */
export function contactFile(): ContactFile {
	const rows = contacts(1_200, 0);
	const heading = 'First name,Last name,E-mail Address,"Company, if any",Customer since';
	const lines = rows.map(({ text }, n) =>
		[
			FIRST[n % FIRST.length],
			LAST[n % LAST.length],
			// A careful export quotes everything, a careless one only what it has to.
			n % 3 === 0 ? `"${text}"` : text,
			quoted(COMPANIES[n % COMPANIES.length]),
			`20${String(10 + (n % 16))}-0${1 + (n % 9)}-15`,
		].join(','),
	);
	return summary('contacts.csv', `\u{feff}${[heading, ...lines].join('\r\n')}\r\n`, rows);
}

/** What has come in since: 50 more contacts, out of another system with another layout. */
export function moreContactsFile(): ContactFile {
	const rows = contacts(50, 10_000, true);
	const lines = rows.map(({ text }, n) =>
		[text, quoted(`${LAST[n % LAST.length]}, ${FIRST[n % FIRST.length]}`)].join(','),
	);
	return summary('more-contacts.csv', `${['email,name', ...lines].join('\n')}\n`, rows);
}

interface Contact {
	readonly kind: 'fresh' | 'duplicate' | 'broken';
	readonly text: string;
	readonly address: string;
}

function contacts(count: number, firstNumber: number, clean = false): Contact[] {
	const all: Contact[] = [];
	for (let n = 0; n < count; n++) {
		const seen = all.filter(({ kind }) => kind === 'fresh');
		if (!clean && n % 40 === 7) {
			all.push({ kind: 'broken', text: BROKEN[((n - 7) / 40) % BROKEN.length], address: '' });
		} else if (!clean && n % 30 === 11) {
			const { address } = seen[(n * 7) % seen.length];
			all.push({ kind: 'duplicate', text: ` ${address.toUpperCase()}`, address });
		} else {
			const address = freshAddress(firstNumber + n);
			all.push({ kind: 'fresh', text: asTyped(address, n), address });
		}
	}
	return all;
}

function freshAddress(number: number): string {
	const first = ['ada', 'bjorn', 'chloe', 'dmitri', 'emile', 'fatima'][number % 6];
	const separator = ['.', '_', '-', '+'][number % 4];
	return `${first}${separator}${number}@${DOMAINS[number % DOMAINS.length]}`;
}

function asTyped(address: string, n: number): string {
	const cased = n % 5 === 0 ? address.toUpperCase() : n % 5 === 1 ? capitalised(address) : address;
	return n % 7 === 0 ? `  ${cased} ` : n % 11 === 0 ? `${cased}\t` : cased;
}

const capitalised = (text: string) => text[0].toUpperCase() + text.slice(1);
const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function summary(name: string, csv: string, contacts: readonly Contact[]): ContactFile {
	const count = (kind: Contact['kind']) =>
		contacts.filter((contact) => contact.kind === kind).length;
	const addresses = contacts.filter(({ kind }) => kind === 'fresh').map(({ address }) => address);
	return {
		name,
		csv,
		rows: contacts.length,
		broken: count('broken'),
		duplicates: count('duplicate'),
		addresses,
	};
}
