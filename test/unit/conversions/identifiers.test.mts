import { Findings } from '../../../worker/src/conversions/findings.ts';
import { IDENTIFIERS, readUserData } from '../../../worker/src/conversions/identifiers.ts';
import { sha256 } from './eventsEndpoint.mts';

const read = (input: Record<string, unknown>) => {
	const findings = new Findings();
	return { userData: readUserData(input, findings), findings };
};
const DIGEST = sha256('somebody');

describe('normal forms before hashing', () => {
	it.each([
		['email', ' Jane.Doe@Example.COM\t', 'em', 'jane.doe@example.com'],
		['email', '"jane@example.com"', 'em', 'jane@example.com'],
		['email', 'jane+shop@example.com', 'em', 'jane+shop@example.com'],
		['email', 'почта@example.com', 'em', 'почта@example.com'],
		['phone', '+1 (555) 010-9999', 'ph', '15550109999'],
		['phone', '0049 30 901820', 'ph', '4930901820'],
		['phone', '+44 (0)20 7946 0958', 'ph', '442079460958'],
		['phone', '+1 555-010-9999 ext. 123', 'ph', '15550109999'],
		['phone', 'tel:+15550109999;ext=7', 'ph', '15550109999'],
		['phone', '+1.555.010.9999x42', 'ph', '15550109999'],
		['phone', '#15550109999', 'ph', '15550109999'],
		['phone', '٠٠٩٦٦٥٠١٢٣٤٥٦٧', 'ph', '966501234567'],
		['phone', '＋８１３１２３４５６７８', 'ph', '81312345678'],
		['phone', 15550109999, 'ph', '15550109999'],
		['firstName', ' Mary Ann ', 'fn', 'mary ann'],
		['firstName', 'JOSÉ', 'fn', 'josé'],
		['firstName', 'Jose\u0301', 'fn', 'jos\u00e9'],
		['lastName', 'O’Brien-Smith', 'ln', 'o’brien-smith'],
		['lastName', 'ИВАНОВА', 'ln', 'иванова'],
		['gender', 'Female', 'ge', 'f'],
		['gender', 'M', 'ge', 'm'],
		['gender', 'non-binary', 'ge', 'n'],
		['dateOfBirth', '1996-02-01', 'db', '19960201'],
		['dateOfBirth', '19960201', 'db', '19960201'],
		['dateOfBirth', '1996/2/1', 'db', '19960201'],
		['dateOfBirth', '1996-02-29T00:00:00Z', 'db', '19960229'],
		['dateOfBirth', new Date('1996-02-29T00:00:00Z'), 'db', '19960229'],
		['city', 'São Paulo', 'ct', 'sãopaulo'],
		['city', "St. John's", 'ct', 'stjohns'],
		['city', 'Düren', 'ct', 'düren'],
		['city', 'मुंबई', 'ct', 'मुंबई'],
		['city', '東京 都', 'ct', '東京都'],
		['state', 'CA', 'st', 'ca'],
		['state', 'US-NY', 'st', 'ny'],
		['state', 'New York', 'st', 'ny'],
		['state', 'Québec', 'st', 'qc'],
		['zip', '94107-1234', 'zp', '941071234'],
		['zip', 94107, 'zp', '94107'],
		['zip', 'SW1A 1AA', 'zp', 'sw1a1aa'],
		['zip', '100-0001', 'zp', '1000001'],
		['country', 'US', 'country', 'us'],
		['country', ' de ', 'country', 'de'],
		['country', 'UK', 'country', 'gb'],
		['externalId', ' User-42 ', 'external_id', 'User-42'],
		['externalId', 42, 'external_id', '42'],
		[
			'maids',
			'AEBE52E7-03EE-455A-B3C4-E57283966239',
			'hashed_maids',
			'aebe52e7-03ee-455a-b3c4-e57283966239',
		],
	])('%s %j', (field, value, key, form) => {
		const { userData, findings } = read({ [field]: value });
		expect(userData).toEqual({ [key]: [sha256(form)] });
		expect(findings.hasProblems).toBe(false);
		expect(findings.warnings).toEqual([]);
	});

	it('keeps digits only of a postal code in the United States, and letters elsewhere', () => {
		expect(read({ country: 'us', zip: 'CA 94107' }).userData.zp).toEqual([sha256('94107')]);
		expect(read({ zip: 'K1A 0B6', country: 'CA' }).userData.zp).toEqual([sha256('k1a0b6')]);
	});

	it('reads no state of the US into a region that only has its name', () => {
		expect(read({ country: 'MX', state: 'California' }).userData.st).toEqual([
			sha256('california'),
		]);
	});
});

describe('what is not hashed', () => {
	it.each([
		['clientIpAddress', '192.0.2.7', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '2001:db8::7', 'client_ip_address', '2001:db8::7'],
		['clientIpAddress', '192.0.2.7, 198.51.100.1', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '::ffff:192.0.2.7', 'client_ip_address', '192.0.2.7'],
		['clientUserAgent', ' Mozilla/5.0 ', 'client_user_agent', 'Mozilla/5.0'],
		['clickId', 'dj0yJnU9_Ab', 'click_id', 'dj0yJnU9_Ab'],
		['partnerId', 'XY1000', 'partner_id', 'XY1000'],
	])('%s %j', (field, value, key, form) => {
		expect(read({ [field]: value }).userData).toEqual({ [key]: form });
	});
});

describe('digests', () => {
	const hashed = IDENTIFIERS.filter((identifier) => identifier.hashed);

	it.each(hashed.map(({ fields: [field], key }) => [field, key]))(
		'passes one in %s on, in lower case, never hashed again',
		(field, key) => {
			expect(read({ [field]: ` ${DIGEST.toUpperCase()} ` }).userData).toEqual({ [key]: [DIGEST] });
		},
	);

	it.each(hashed.map(({ fields: [field] }) => [field]))(
		'takes the hash of nothing in %s for nothing',
		(field) => {
			expect(read({ [field]: sha256('').toUpperCase() }).userData).toEqual({});
		},
	);

	it('does not take another kind of digest for an address', () => {
		expect(read({ email: 'd41d8cd98f00b204e9800998ecf8427f' }).findings.hasProblems).toBe(true);
	});
});

describe('blank values', () => {
	it.each(IDENTIFIERS.flatMap(({ fields }) => fields))('sends nothing for a blank %s', (field) => {
		for (const blank of [undefined, null, '', '   ', [], [null, '', ' ']]) {
			const { userData, findings } = read({ [field]: blank });
			expect(userData).toEqual({});
			expect(findings.hasProblems).toBe(false);
		}
	});

	it.each([
		['phone', '+()'],
		['phone', '000'],
		['city', '---'],
		['zip', '–'],
		['maids', '00000000-0000-0000-0000-000000000000'],
		['clientIpAddress', '0.0.0.0'],
		['firstName', '\u200b'],
	])('sends nothing for %s %j, of which nothing is left', (field, value) => {
		expect(read({ [field]: value }).userData).toEqual({});
	});
});

describe('several values', () => {
	it('hashes each once, in order', () => {
		const { userData } = read({
			email: 'B@example.com, a@example.com',
			emails: ['b@example.com', null, sha256('c@example.com').toUpperCase()],
			phone: ['+1 555 010 9999', '001 555 010 9999'],
			maids: ['A', 'b'],
		});
		expect(userData.em).toEqual(['b@example.com', 'a@example.com', 'c@example.com'].map(sha256));
		expect(userData.ph).toEqual([sha256('15550109999')]);
		expect(userData.hashed_maids).toEqual([sha256('a'), sha256('b')]);
	});
});

describe('values that cannot be what the field says', () => {
	it.each(['nobody', 'a@b', 'a b@example.com', 'a@@example.com', '@example.com'])(
		'refuses %j as an email, and does not quote it',
		(value) => {
			const error = read({ email: ['x@example.com', value] }).findings.toError();
			expect(error.message).toContain('Email 2.: is not an email address');
			expect(error.field).toBe('Email 2.');
			expect(JSON.stringify(error.toRecord())).not.toContain(value);
		},
	);

	it.each([
		['gender', 'unknown', 'Gender'],
		['dateOfBirth', '02/01/1996', 'Date of Birth'],
		['dateOfBirth', '1996-02-30', 'Date of Birth'],
		['country', 'Germany', 'Country'],
		['clientIpAddress', '999.1.1.1', 'Client IP Address'],
		['clientIpAddress', '1:2', 'Client IP Address'],
	])('leaves out %s %j with a warning', (field, value, name) => {
		const { userData, findings } = read({ [field]: value });
		expect(userData).toEqual({});
		expect(findings.hasProblems).toBe(false);
		expect(findings.warnings).toEqual([expect.stringMatching(new RegExp(`^${name}: .*left out$`))]);
		expect(findings.warnings[0]).not.toContain(value);
	});

	it.each([true, {}, Number.NaN])('refuses %j, which is no text', (value) => {
		expect(read({ firstName: value }).findings.toError().message).toContain(
			'First Name: must be text',
		);
	});
});
