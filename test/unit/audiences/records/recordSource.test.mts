import { createHash } from 'node:crypto';
import { recordsFromValue } from '../../../../worker/src/audiences/records/recordSource.ts';
import type { PinterestAdsError } from '../../../../worker/src/client/errors.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const ID = 'aebe52e7-03ee-455a-b3c4-e57283966239';

const errorOf = (work: () => unknown): PinterestAdsError => {
	try {
		work();
	} catch (error) {
		return error as PinterestAdsError;
	}
	throw new Error('expected an error');
};

describe('recordsFromValue', () => {
	it.each([
		['an array', ['a@example.com', 'b@example.com']],
		['commas', 'a@example.com,b@example.com'],
		['semicolons and spaces', ' a@example.com ; b@example.com ;'],
		['line ends', 'a@example.com\r\nb@example.com\n\n'],
		['tabs', 'a@example.com\tb@example.com'],
		['JSON in a text', '["a@example.com", "b@example.com"]'],
		['a named property', { emails: ['a@example.com', 'b@example.com'] }],
		['text in a named property', { contact_emails: 'a@example.com; b@example.com' }],
		['objects in an array', [{ email: 'a@example.com' }, { email: 'b@example.com', age: 3 }]],
		['other names', { deep: [{ er: { address: 'a@example.com' } }, ['b@example.com', 'vip']] }],
		['addresses as names', { 'a@example.com': { score: 1 }, 'b@example.com': { score: 2 } }],
	])('reads %s', (_what, value) => {
		expect(recordsFromValue(value).map((record) => record.trim())).toEqual([
			'a@example.com',
			'b@example.com',
		]);
	});

	it('keeps bad and blank ones of an array, so that positions hold', () => {
		expect(recordsFromValue(['a@example.com', null, 'broken', '', 5])).toEqual([
			'a@example.com',
			'',
			'broken',
			'',
			'5',
		]);
	});

	it('keeps bad ones of a property that is named for records, and takes no other text', () => {
		const analysis_data = {
			summary: 'Best customers, see owner@example.com for more',
			generated_by: 'model 7',
			segments: [
				{ label: 'vip', contacts: [{ name: 'A', email: 'A@example.com' }, { email: 'broken' }] },
				{ label: 'new', contact: { emailAddress: 'b@example.com', email_opt_in: true } },
			],
			email_sha256: [sha256('c@example.com')],
		};
		expect(recordsFromValue(analysis_data)).toEqual([
			'A@example.com',
			'broken',
			'b@example.com',
			sha256('c@example.com'),
		]);
	});

	it.each([
		['contacts.email', ['a@example.com', 'broken']],
		['contacts[].email', ['a@example.com', 'broken']],
		['contacts[*].email', ['a@example.com', 'broken']],
		['contacts.*.email', ['a@example.com', 'broken']],
		['contacts[0].email', ['a@example.com']],
		['contacts.1.email', ['broken']],
		['contacts', ['a@example.com', 'broken', 'spare@example.com']],
		['other', ['o@example.com']],
		['text', ['t@example.com', 'u@example.com']],
		['groups.members', ['g@example.com', 'h', 'i@example.com']],
		['dotted.name', ['d@example.com']],
		['["dotted.name"]', ['d@example.com']],
	])('follows the path %s', (path, records) => {
		const value = {
			contacts: [
				{ email: 'a@example.com', name: 'A' },
				{ email: 'broken', spare: 'spare@example.com' },
				{ name: 'without' },
			],
			other: { deep: ['o@example.com'] },
			text: 't@example.com,u@example.com',
			groups: [{ members: ['g@example.com', 'h'] }, { members: ['i@example.com'] }],
			'dotted.name': 'd@example.com',
		};
		expect(recordsFromValue(value, { path })).toEqual(records);
	});

	it('finds device ids by the name of their property, and by their shape only under a path', () => {
		const value = { customer: ID.replace('a', 'b'), device: { gaid: ID }, list: { ids: [ID] } };
		expect(recordsFromValue(value, { listType: 'MAID' })).toEqual([ID]);
		expect(recordsFromValue(value, { listType: 'MAID', path: 'list' })).toEqual([ID]);
		expect(() => recordsFromValue(value, { listType: 'IDFA' })).toThrow('no IDFA records');
	});

	it.each([
		['nothing', undefined, undefined, /the value is empty/],
		['null', null, undefined, /the value is empty/],
		['a blank text', '', undefined, /the value is empty/],
		['an empty array', [], undefined, /the value is empty/],
		['an empty object', {}, undefined, /the value is empty/],
		['an object without any', { name: 'x', ids: [1, 2] }, undefined, /no email was found/],
		['a path that leads nowhere', { a: { b: 1 } }, 'a.c', /nothing at the path "a\.c"/],
		['a path into the language', { a: 1 }, 'constructor.name', /nothing at the path/],
		['a number', 12, undefined, /no email was found/],
	])('says what is missing in %s', (_what, value, path, message) => {
		const error = errorOf(() => recordsFromValue(value, { path }));
		expect(error).toMatchObject({ kind: 'invalid', field: 'Records' });
		expect(error.message).toMatch(/^no email records were available/);
		expect(error.message).toMatch(message);
		expect(error.hint).toContain('analysis_data');
	});

	it.each([
		['a whole list', '["a@example.com","b@example.co'],
		['behind its last element', '["a@example.com","b@example.com"'],
		['an object', '{"contacts":[{"email":"a@example.com"},{"email":"b@ex'],
		['a line of several', '{"email":"a@example.com"}\n{"email":"b@exam'],
		['a place deeper in it', { emails: '["a@example.com","b@example.co' }],
	])('takes nothing of JSON that was cut off: %s', (_what, value) => {
		for (const complete of [true, false]) {
			const error = errorOf(() => recordsFromValue(value, { complete }));
			expect(error).toMatchObject({ kind: 'invalid', field: 'Records' });
			expect(error.message).toMatch(/begins like JSON but .* cut off\. .* Nothing was changed\.$/);
		}
	});

	it.each([
		'[a@example.com, b@example.com]',
		"['a@example.com', 'b@example.com']",
		'["a@example.com", "b@example.com",]',
		'[a@example.com\nb@example.com',
	])('reads %s as plain text and says so, but not where all of it has to be there', (value) => {
		const said: string[] = [];
		const records = recordsFromValue(value, {}, (message) => void said.push(message));
		expect(records.filter((record) => record.includes('@'))).toHaveLength(2);
		expect(said).toEqual([expect.stringMatching(/begins like JSON but is not valid JSON/)]);
		const error = errorOf(() =>
			recordsFromValue(value, { complete: true, field: 'Previous Records' }),
		);
		expect(error).toMatchObject({ kind: 'invalid', field: 'Previous Records' });
		expect(error.message).toMatch(/^the text in Previous Records begins like JSON/);
		expect(JSON.stringify([error.message, error.hint, said])).not.toContain('@');
	});

	it('reads one JSON value per line, and JSON in a named property', () => {
		const lines = '{"email":"a@example.com"}\r\n\n{"email":"b@example.com"}\n';
		expect(recordsFromValue(lines)).toEqual(['a@example.com', 'b@example.com']);
		const inside = { contact_emails: '[{"email":"a@example.com"},{"email":"b@example.com"}]' };
		expect(recordsFromValue(inside)).toEqual(['a@example.com', 'b@example.com']);
	});

	it.each([
		['arrays', '['.repeat(100_000) + ']'.repeat(100_000), undefined],
		['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), undefined],
		['named ones', '{"email":'.repeat(100_000) + '1' + '}'.repeat(100_000), 'email.email'],
		['a place deeper in it', { emails: '['.repeat(100_000) + ']'.repeat(100_000) }, 'emails'],
	])('does not follow %s without end', (_what, value, path) => {
		for (const given of [value, typeof value === 'string' ? JSON.parse(value) : value]) {
			const error = errorOf(() => recordsFromValue(given, { path }));
			expect(error).toMatchObject({ kind: 'invalid', field: 'Records' });
			expect(error.message).toMatch(/nested more than 200 levels deep/);
		}
	});

	it('takes a list as long as customers have them', () => {
		const many = Array.from({ length: 300_000 }, (_, n) => `u${n}@example.com`);
		expect(recordsFromValue(many)).toHaveLength(many.length);
		expect(recordsFromValue({ deep: many.join('\n') })).toHaveLength(many.length);
	});
});
