import { createHash } from 'node:crypto';
import { ownName } from '../../../../worker/src/conversions/conversionFields.ts';
import { EventIssues } from '../../../../worker/src/conversions/event/eventIssues.ts';
import {
	IDENTIFIERS,
	readUserData,
} from '../../../../worker/src/conversions/person/identifiers.ts';
import { sha256 } from '../sending/eventsEndpoint.mts';

const read = (input: Record<string, unknown>) => {
	const issues = new EventIssues(ownName);
	return { userData: readUserData(input, issues), issues };
};
const DIGEST = sha256('somebody');
const hashed = IDENTIFIERS.filter((identifier) => identifier.hashed);
const hashedFields = hashed.map(({ fields: [field] }) => field);

describe('what is not hashed', () => {
	it.each([
		['clientIpAddress', '192.0.2.7', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '2001:db8::7', 'client_ip_address', '2001:db8::7'],
		['clientIpAddress', '192.0.2.7, 198.51.100.1', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '::ffff:192.0.2.7', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '192.0.2.7:51234', 'client_ip_address', '192.0.2.7'],
		['clientIpAddress', '[2001:db8::7]:443', 'client_ip_address', '2001:db8::7'],
		['clientUserAgent', ' Mozilla/5.0 ', 'client_user_agent', 'Mozilla/5.0'],
		['clickId', 'dj0yJnU9_Ab', 'click_id', 'dj0yJnU9_Ab'],
		['partnerId', 'XY1000', 'partner_id', 'XY1000'],
	])('%s %j', (field, value, key, form) => {
		expect(read({ [field]: value }).userData).toEqual({ [key]: form });
	});
});

describe('digests', () => {
	it.each(hashed.map(({ fields: [field], key }) => [field, key]))(
		'passes one in %s on, in lower case, never hashed again',
		(field, key) => {
			expect(read({ [field]: ` ${DIGEST.toUpperCase()} ` }).userData).toEqual({ [key]: [DIGEST] });
		},
	);

	it.each(hashedFields)('takes the hash of nothing in %s for nothing', (field) => {
		expect(read({ [field]: sha256('').toUpperCase() }).userData).toEqual({});
	});

	const md5 = createHash('md5').update('somebody').digest('hex');
	const sha1 = createHash('sha1').update('somebody').digest('hex');
	const sha512 = createHash('sha512').update('somebody').digest('hex');

	it.each([md5, sha1.toUpperCase(), sha512])('does not take %s for an address', (email) => {
		expect(read({ email }).issues.toError().message).toContain('Email: is a digest, but not of');
	});

	it.each(['phone', 'firstName', 'lastName', 'city', 'state', 'zip', 'country', 'dateOfBirth'])(
		'leaves one of another hash in %s out, with a warning',
		(field) => {
			for (const digest of [md5, sha1, sha512]) {
				const { userData, issues } = read({ [field]: digest });
				expect(userData).toEqual({});
				expect(issues.warnings).toEqual([
					expect.stringMatching(/: is a digest, but not of SHA-256, .*; left out$/),
				]);
			}
		},
	);

	it('tells a SHA-1 among device IDs', () => {
		const { userData, issues } = read({ maids: ['A-1', sha1] });
		expect(userData).toEqual({ hashed_maids: [sha256('a-1')] });
		expect(issues.warnings).toEqual([expect.stringMatching(/^Device ID 2\.: .*; left out$/)]);
	});

	it('hashes 64 digits that only look like one once they are cleaned', () => {
		const digits = '1'.repeat(64);
		expect(read({ zip: `Zip ${digits}` }).userData.zp).toEqual([sha256(digits)]);
	});
});

describe('numbers that have lost digits', () => {
	// Of the first two, JavaScript has no next one; the others are what a spreadsheet shows of many.
	it.each([2 ** 53, 2 ** 60, '4.91511E+12', '4,9E+12'])(
		'%s would be the digest of several people: left out, with a warning',
		(value) => {
			const { userData, issues } = read({ externalId: value, phone: value, zip: value });
			expect(userData).toEqual({});
			expect(issues.warnings).toEqual(
				['Phone', 'Postal Code', 'External ID'].map((field) =>
					expect.stringMatching(
						new RegExp(`^${field}: has lost its last digits.* give it as text; left out$`),
					),
				),
			);
		},
	);

	it('leave a plus and an E alone elsewhere', () => {
		expect(read({ externalId: 'user+E+7' }).userData.external_id).toEqual([sha256('user+E+7')]);
		expect(read({ externalId: Number.MAX_SAFE_INTEGER }).issues.warnings).toEqual([]);
	});
});

describe('blank values', () => {
	it.each(IDENTIFIERS.flatMap(({ fields }) => fields))('sends nothing for a blank %s', (field) => {
		for (const blank of [undefined, null, '', '   ', [], [null, '', ' ', undefined]]) {
			const { userData, issues } = read({ [field]: blank });
			expect(userData).toEqual({});
			expect(issues.hasProblems).toBe(false);
		}
	});

	it.each(hashedFields)('sends nothing for an empty list as text in %s', (field) => {
		expect(read({ [field]: '[]' }).userData).toEqual({});
		expect(read({ [field]: '[null, " "]' }).userData).toEqual({});
	});

	it.each([
		['phone', '+()'],
		['phone', '000'],
		['city', '---'],
		['zip', '–'],
		['maids', '00000000-0000-0000-0000-000000000000'],
		['clientIpAddress', '0.0.0.0'],
		['firstName', '\u200b'],
		['phone', 'none'],
		['zip', 'n/a'],
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

	it.each([
		['as JSON', '["B@example.com", null, "a@example.com"]'],
		['as tag managers write it', ' [B@example.com,a@example.com] '],
		['of quoted texts', "['B@example.com', 'a@example.com']"],
	])('are found in a list that came as text, %s', (_, email) => {
		expect(read({ email }).userData.em).toEqual(['b@example.com', 'a@example.com'].map(sha256));
	});

	it('are kept of numbers and digests alike', () => {
		const { userData } = read({
			zip: [94107, '94107', DIGEST, DIGEST.toUpperCase()],
			country: ['us', 'USA', 'de'],
			lastName: '["Smith","Jones"]',
		});
		expect(userData).toEqual({
			zp: [sha256('94107'), DIGEST],
			country: [sha256('us'), sha256('de')],
			ln: [sha256('smith'), sha256('jones')],
		});
	});
});

describe('values that cannot be what the field says', () => {
	it.each(['nobody', 'a@b', 'a b@example.com', 'a@@example.com', '@example.com'])(
		'refuses %j as an email, and does not quote it',
		(value) => {
			const error = read({ email: ['x@example.com', value] }).issues.toError();
			expect(error.message).toContain('Email 2.: is not an email address');
			expect(error.field).toBe('Email 2.');
			expect(JSON.stringify(error.toRecord())).not.toContain(value);
		},
	);

	it.each([
		['gender', 'unknown', 'Gender'],
		['dateOfBirth', '02/01/1996', 'Date of Birth'],
		['dateOfBirth', '1996-02-30', 'Date of Birth'],
		['dateOfBirth', '1996-13-01', 'Date of Birth'],
		['dateOfBirth', '0001-01-01', 'Date of Birth'],
		['dateOfBirth', '0000-00-00', 'Date of Birth'],
		['dateOfBirth', '960201', 'Date of Birth'],
		['dateOfBirth', 'yesterday', 'Date of Birth'],
		['gender', 'other', 'Gender'],
		['gender', 'constructor', 'Gender'],
		['country', 'Atlantis', 'Country'],
		['country', 'XYZ', 'Country'],
		['externalId', 'undefined', 'External ID'],
		['externalId', 'NULL', 'External ID'],
		['externalId', '[object Object]', 'External ID'],
		['maids', 'null', 'Device ID'],
		['clientIpAddress', '999.1.1.1', 'Client IP Address'],
		['clientIpAddress', '1:2', 'Client IP Address'],
	])('leaves out %s %j with a warning', (field, value, name) => {
		const { userData, issues } = read({ [field]: value });
		expect(userData).toEqual({});
		expect(issues.hasProblems).toBe(false);
		expect(issues.warnings).toEqual([expect.stringMatching(new RegExp(`^${name}: .*left out$`))]);
		expect(issues.warnings[0]).not.toContain(value);
	});

	it.each([
		true,
		false,
		{},
		{ city: 'Bonn' },
		Number.NaN,
		Infinity,
		Symbol('x'),
		() => 'x',
		new Date(NaN),
	])('refuses %p, which is no text', (value) => {
		for (const field of ['firstName', 'phone', 'zip', 'dateOfBirth', 'clientUserAgent']) {
			expect(read({ [field]: value }).issues.toError().message).toContain(': must be text');
		}
	});

	it('names the one of a list that is no text', () => {
		const { userData, issues } = read({ phone: ['+15550109999', {}, null, ['x']] });
		expect(userData.ph).toEqual([sha256('15550109999')]);
		expect(issues.toError().message).toMatch(/Phone 2\.: must be text.*Phone 4\.: must be text/);
	});
});
