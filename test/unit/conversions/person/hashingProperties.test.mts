import * as fc from 'fast-check';
import { EventIssues } from '../../../../worker/src/conversions/event/eventIssues.ts';
import {
	IDENTIFIERS,
	readUserData,
} from '../../../../worker/src/conversions/person/identifiers.ts';
import { sha256 } from '../sending/eventsEndpoint.mts';

const userDataOf = (input: Record<string, unknown>) => readUserData(input, new EventIssues());
const digestsOf = (input: Record<string, unknown>, key: string) => {
	const digests = Object.entries(userDataOf(input)).find(([name]) => name === key)?.[1] ?? [];
	if (typeof digests === 'string') throw new Error(`${key} is not hashed`);
	return digests;
};

const HASHED = IDENTIFIERS.filter(({ hashed }) => hashed).map(({ fields: [field], key }) => ({
	field,
	key,
}));
const SHA256 = /^[0-9a-f]{64}$/;

const digest = fc.string({ unit: 'binary', maxLength: 20, minLength: 1 }).map(sha256);
const word = fc.string({
	unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüéøçñ'),
	minLength: 1,
});
const digits = (minLength: number, maxLength: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const blank = fc.constantFrom('', ' ', '\t\n', null, undefined);

/** Text that a form, a table or a program could bring along. */
const anything = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 80 }),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.emailAddress(),
	fc.uuid(),
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	digits(1, 70),
	digest.map((text) => text.toUpperCase()),
	fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF -:[]'), maxLength: 80 }),
	fc.integer(),
	fc.bigInt(),
	fc.double(),
	fc.boolean(),
	fc.object(),
);

describe.each(HASHED)('$field', ({ field, key }) => {
	it('carries nothing but SHA-256 digests, each once, and never that of nothing', () => {
		fc.assert(
			fc.property(fc.oneof(anything, fc.array(anything, { maxLength: 4 })), (value) => {
				const userData = userDataOf({ [field]: value });
				expect(Object.keys(userData).filter((other) => other !== key)).toEqual([]);
				if (userData[key] === undefined) return;
				const digests = digestsOf({ [field]: value }, key);
				expect(digests.length).toBeGreaterThan(0);
				expect(new Set(digests).size).toBe(digests.length);
				expect(digests.filter((text) => !SHA256.test(text))).toEqual([]);
				expect(digests).not.toContain(sha256(''));
			}),
			{ numRuns: 300 },
		);
	});

	it('never lets a value out in the clear', () => {
		const noDigest = fc
			.string({ unit: fc.constantFrom(...'0123456789abcdef ghij@.-+'), minLength: 3 })
			.filter((text) => !SHA256.test(text.trim()));
		fc.assert(
			fc.property(noDigest, (value) => {
				expect(digestsOf({ [field]: value }, key)).not.toContain(value.trim().toLowerCase());
			}),
		);
	});

	it('is the same once hashed: its digests are passed on, whatever their case', () => {
		fc.assert(
			fc.property(anything, fc.boolean(), (value, upper) => {
				const once = digestsOf({ [field]: value }, key);
				const again = once.map((text) => (upper ? text.toUpperCase() : text));
				expect(digestsOf({ [field]: again }, key)).toEqual(once);
			}),
		);
	});

	it('is the same whatever blank and equal values stand in a list beside it', () => {
		fc.assert(
			fc.property(digest, digest, fc.array(blank), (one, two, blanks) => {
				const expected = one === two ? [one] : [one, two];
				const values = [...blanks, one, ...blanks, two, one.toUpperCase(), ...blanks];
				expect(digestsOf({ [field]: values }, key)).toEqual(expected);
			}),
		);
	});

	it('is absent where it is blank', () => {
		fc.assert(
			fc.property(fc.oneof(blank, fc.array(blank)), (value) => {
				const issues = new EventIssues();
				expect(readUserData({ [field]: value }, issues)).toEqual({});
				expect([issues.hasProblems, issues.warnings]).toEqual([false, []]);
			}),
		);
	});
});

describe('case and what surrounds a value', () => {
	const CASELESS = HASHED.filter(({ key }) =>
		['fn', 'ln', 'ct', 'st', 'hashed_maids'].includes(key),
	);

	it.each(CASELESS)('make no difference to $field', ({ field, key }) => {
		fc.assert(
			fc.property(word, fc.constantFrom(' ', '\t', '\u00a0', '\n'), (text, space) => {
				const lower = digestsOf({ [field]: text }, key);
				expect(digestsOf({ [field]: text.toUpperCase() }, key)).toEqual(lower);
				expect(digestsOf({ [field]: space + text + space }, key)).toEqual(lower);
			}),
		);
	});

	it('make no difference to an email address', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				// An apostrophe in front is what a spreadsheet marks text with.
				const meant = address.replace(/^'(?=[a-z0-9])/i, '');
				const expected = [sha256(meant.toLowerCase())];
				expect(digestsOf({ email: address }, 'em')).toEqual(expected);
				expect(digestsOf({ email: ` ${address.toUpperCase()} ` }, 'em')).toEqual(expected);
			}),
		);
	});

	it('make a difference to an External ID, which is compared as the tag sent it', () => {
		expect(digestsOf({ externalId: 'User' }, 'external_id')).toEqual([sha256('User')]);
		expect(digestsOf({ externalId: 'user' }, 'external_id')).toEqual([sha256('user')]);
	});
});

describe('a phone number', () => {
	const separators = fc.array(fc.constantFrom('', ' ', '-', '.', ' (', ') ', '/'), {
		minLength: 12,
		maxLength: 12,
	});

	it('is its digits, however it is written', () => {
		const number = fc
			.tuple(fc.integer({ min: 1, max: 9 }), digits(9, 11))
			.map((all) => all.join(''));
		fc.assert(
			fc.property(
				number,
				separators,
				fc.constantFrom('', '+', '00', '+00'),
				(plain, between, start) => {
					// A zero in brackets of its own is for callers at home.
					const written = start + [...plain].map((digit, n) => digit + between[n]).join('');
					fc.pre(!/\(\s*0\s*\)/.test(written));
					expect(digestsOf({ phone: written }, 'ph')).toEqual([sha256(plain)]);
				},
			),
		);
	});

	it('may be a number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (number) => {
				expect(digestsOf({ phone: number }, 'ph')).toEqual([sha256(String(number))]);
				expect(digestsOf({ phone: BigInt(number) }, 'ph')).toEqual([sha256(String(number))]);
			}),
		);
	});
});

it('a postal code is its digits, of whatever country that loses no zeros', () => {
	fc.assert(
		fc.property(
			digits(1, 9),
			word,
			fc.constantFrom('gb', 'ca', 'nl', undefined),
			(plain, letters, country) => {
				const written = `${letters} ${plain}-${letters}`;
				expect(digestsOf({ zip: written, country }, 'zp')).toEqual([sha256(plain)]);
			},
		),
	);
});

it('a date of birth is its eight digits', () => {
	const days = fc.date({
		min: new Date('1900-01-01'),
		max: new Date('2099-12-31'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(days, fc.constantFrom('-', '/', '.', ''), (date, separator) => {
			const iso = date.toISOString().slice(0, 10);
			const plain = iso.replaceAll('-', '');
			expect(digestsOf({ dateOfBirth: iso.replaceAll('-', separator) }, 'db')).toEqual([
				sha256(plain),
			]);
			expect(digestsOf({ dateOfBirth: date }, 'db')).toEqual([sha256(plain)]);
		}),
	);
});
