import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { emailRecord } from '../../../../worker/src/audiences/identifiers/emails.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const reasonOf = (value: unknown) => {
	const result = emailRecord(value, 'none');
	return typeof result === 'string' ? `valid: ${result}` : result.reason;
};

describe('emailRecord', () => {
	it.each([
		['as it is', 'jane@example.com', 'jane@example.com'],
		['capitals', 'Jane.Doe@Example.COM', 'jane.doe@example.com'],
		['spaces and line ends', ' \t jane@example.com\r\n', 'jane@example.com'],
		['a no-break space', '\u00a0jane@example.com\u00a0', 'jane@example.com'],
		['a byte-order mark', '\ufeffjane@example.com', 'jane@example.com'],
		['zero-width characters', '\u200bjane@example.com\u200d\u2060', 'jane@example.com'],
		['a mark among spaces', ' \u200e jane@example.com \u200b ', 'jane@example.com'],
		['quotation marks', '"Jane@example.com"', 'jane@example.com'],
		['spaces inside quotation marks', '" jane@example.com "', 'jane@example.com'],
		['a plus and an apostrophe', "o'brien+news@example.co.uk", "o'brien+news@example.co.uk"],
		['a final symbol in the local part', 'jane_@example.com', 'jane_@example.com'],
		['a host name in another script', 'Jörg@BÜCHER.example', 'jörg@bücher.example'],
		['an apostrophe that marks text', "'jane@example.com", 'jane@example.com'],
		['an accent of two characters', 'jose\u0301@example.com', 'jos\u00e9@example.com'],
		['full-width signs', 'ｊane＠example。com', 'jane@example.com'],
		['punycode', 'jane@xn--bcher-kva.xn--p1ai', 'jane@xn--bcher-kva.xn--p1ai'],
	])('cleans %s', (_what, value, record) => {
		expect(emailRecord(value, 'none')).toBe(record);
	});

	it.each([
		['', 'empty'],
		['  \u200b ', 'empty'],
		['""', 'empty'],
		[null, 'empty'],
		[undefined, 'empty'],
		[42, 'not text'],
		[{ email: 'jane@example.com' }, 'not text'],
		['Email', 'no @'],
		['jane.example.com', 'no @'],
		['jane@@example.com', 'more than one @'],
		['jane@example.com@example.com', 'more than one @'],
		['jane doe@example.com', 'a space, comma or semicolon inside'],
		['jane@example.com, joe@example.com', 'a space, comma or semicolon inside'],
		['jane@example,com', 'a space, comma or semicolon inside'],
		['Jane <jane@example.com>', 'a space, comma or semicolon inside'],
		['@example.com', 'nothing before the @'],
		['jane@', 'no full domain after the @'],
		['jane@localhost', 'no full domain after the @'],
		['jane@example.', 'not an email address'],
		['jane@.com', 'not an email address'],
		['jane@example..com', 'not an email address'],
		['jane@-example.com', 'not an email address'],
		['jane@example-.com', 'not an email address'],
		['jane@127.0.0.1', 'not an email address'],
		['jane@example.c', 'not an email address'],
		['.jane@example.com', 'not an email address'],
		['jane.@example.com', 'not an email address'],
		['jane..doe@example.com', 'not an email address'],
		['ja\u200bne@example.com', 'not an email address'],
		['ja"ne@example.com', 'not an email address'],
		['mailto:jane@example.com', 'not an email address'],
		['ja\ud800ne@example.com', 'not an email address'],
		[`${'a'.repeat(65)}@example.com`, 'too long'],
		[`${'ö'.repeat(33)}@example.com`, 'too long'],
		[`jane@${'a23456789.'.repeat(25)}com`, 'too long'],
		[`${'a'.repeat(5000)}@example.com`, 'too long'],
	])('says what is wrong with %j', (value, reason) => {
		expect(reasonOf(value)).toBe(reason);
	});

	it('takes the longest address there is', () => {
		const longest = `${'a'.repeat(64)}@${`${'b'.repeat(61)}.`.repeat(3)}com`;
		expect(longest).toHaveLength(254);
		expect(emailRecord(longest, 'none')).toBe(longest);
	});

	it('hashes the cleaned address where asked', () => {
		expect(emailRecord(' Jane@Example.com ', 'sha256')).toBe(sha256('jane@example.com'));
		expect(emailRecord('jane@example.com', 'md5')).toMatch(/^[0-9a-f]{32}$/);
		expect(emailRecord('jane@example.com', 'sha1')).toMatch(/^[0-9a-f]{40}$/);
	});

	it.each(['md5', 'sha1', 'sha256'])('passes a %s on, in lower case, unhashed', (algorithm) => {
		const digest = createHash(algorithm).update('jane@example.com').digest('hex');
		for (const hashing of ['none', 'sha256', 'md5'] as const) {
			expect(emailRecord(` ${digest.toUpperCase()} `, hashing)).toBe(digest);
		}
	});

	it.each(['md5', 'sha1', 'sha256'])('refuses the %s of an empty cell', (algorithm) => {
		expect(reasonOf(createHash(algorithm).update('').digest('hex'))).toBe('the hash of nothing');
	});

	it('accepts every address that RFC 5322 allows without quotes, and never changes it again', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				const record = emailRecord(address, 'none');
				// One at its beginning is a spreadsheet's mark for text.
				expect(record).toBe(address.toLowerCase().replace(/^'(?=[a-z0-9])/, ''));
				expect(emailRecord(record, 'none')).toBe(record);
			}),
		);
	});

	it('gives either a clean record or a reason for any text, fast', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const record = emailRecord(text, 'none');
				if (typeof record === 'string') {
					expect(record).toMatch(/^[^\s,@"]+@[^\s,@"]+\.[^\s,@".]+$|^[0-9a-f]+$/);
					expect(record).toBe(record.toLowerCase());
				}
			}),
		);
	});
});
