import { contactFile, moreContactsFile } from '../../../scripts/demo/contact-file.mts';

describe('the contact file of the main job', () => {
	const file = contactFile();

	it('has 1,200 rows below its heading, after a byte-order mark', () => {
		expect(file.csv.startsWith('\u{feff}First name,')).toBe(true);
		expect(file.csv.trimEnd().split('\r\n')).toHaveLength(1_201);
		expect(file.rows).toBe(1_200);
	});

	it('is made of fresh, repeated and broken addresses, all of them counted', () => {
		expect(file.addresses.length + file.duplicates + file.broken).toBe(file.rows);
		expect(file.duplicates).toBeGreaterThan(20);
		expect(file.broken).toBeGreaterThan(20);
		expect(new Set(file.addresses).size).toBe(file.addresses.length);
	});

	it('has everything that makes a real one hard to read', () => {
		expect(file.csv).toMatch(/[a-z]@MAIL|ADA\.0@EXAMPLE/);
		expect(file.csv).toContain('  ADA.0@EXAMPLE.COM ');
		expect(file.csv).toContain('"The ""Green"" Garden"');
		expect(file.csv).toContain('Gökçe');
	});

	it('uses no address that could belong to somebody', () => {
		const domains = [...file.csv.matchAll(/@([\w.-]+)/g)].map(([, domain]) => domain.toLowerCase());
		expect(
			domains.filter((domain) => !/^(mail\.|post\.)?example\.(com|org|net)$/.test(domain)),
		).toEqual([]);
	});

	it('shares no address with the contacts that come later', () => {
		const more = moreContactsFile();
		expect(more.addresses).toHaveLength(50);
		expect(more.addresses.filter((address) => file.addresses.includes(address))).toEqual([]);
	});
});
