import fc from 'fast-check';
import type { NamedAudience } from '../../../worker/src/automation/contacts/audienceRequest.ts';
import {
	findContacts,
	MOST_CONTACTS,
	upToLargestFile,
} from '../../../worker/src/automation/contacts/findContacts.ts';
import {
	contactsAddedTwice,
	newContacts,
} from '../../../worker/src/automation/contacts/newContacts.ts';
import { recordsFromFile } from '../../../worker/src/audiences/file/recordsFromFile.ts';
import { recordsFromValue } from '../../../worker/src/audiences/records/recordSource.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const audience = (more: Partial<NamedAudience> = {}): NamedAudience => ({
	audience_key: 'a',
	name: 'A',
	list_type: 'EMAIL',
	is_known: true,
	...more,
});

const inFile = async (text: string | Uint8Array, more: Partial<NamedAudience> = {}) => {
	const chunks = [Buffer.from(text)];
	const { list_type: listType = 'EMAIL' } = more;
	return await findContacts(
		audience(more),
		(say) => recordsFromFile(chunks, { listType, fileName: 'c.csv' }, say),
		'file',
	);
};

const inRequest = async (value: unknown, more: Partial<NamedAudience> = {}) => {
	const { list_type: listType = 'EMAIL' } = more;
	return await findContacts(
		audience(more),
		(say) => recordsFromValue(value, { listType }, say),
		'request',
	);
};

const said = async (found: Promise<unknown>) => {
	const error = (await found.catch((cause: unknown) => cause)) as PinterestAdsError;
	return { kind: error.kind, said: `${error.message} ${error.hint}` };
};

describe('the contacts of a file', () => {
	it('are the addresses, whatever divides the columns and whatever else is in them', async () => {
		const rows = [
			'Vorname;E-Mail-Adresse;Stadt',
			'Ada;ada@example.com;Köln',
			'Bob;"bob@example.com";"Ulm, Donau"',
		];
		expect(await inFile(rows.join('\r\n'))).toMatchObject({
			audience_key: 'a',
			records: ['ada@example.com', 'bob@example.com'],
			counts: { received: 2, valid: 2, invalid: 0, duplicate: 0 },
			left_out: '',
		});
	});

	it('are each there once, and what is none is left out, with the reasons', async () => {
		const rows = [
			'email',
			'Ada@Example.com',
			'ada@example.com ',
			'nobody',
			'no one',
			'@example.com',
			'bob@example.com',
		];
		expect(await inFile(rows.join('\n'))).toMatchObject({
			records: ['ada@example.com', 'bob@example.com'],
			counts: { received: 6, valid: 2, invalid: 3, duplicate: 1 },
			left_out: '2 without @, 1 with nothing before the @',
		});
	});

	it.each([
		['has no column of addresses', 'Name,Since\nAda,2026\n', /[Nn]o column/],
		['is empty', '', /The file is empty/],
		['is a workbook', Buffer.from('504b030414000600', 'hex'), /Excel workbook/],
		[
			'is broken',
			'name,email\n"Big Joe,jane@example.com\nAnn,ann@example.com\n"Zed, Jr.",zed@example.com\n',
			/quotation mark/,
		],
	])('are told where it %s', async (_what, file, words) => {
		expect(await said(inFile(file))).toEqual({
			kind: 'invalid',
			said: expect.stringMatching(words),
		});
	});

	it('are found at once in a cell that some patterns never come out of', async () => {
		const cell = `a@${'.'.repeat(120_000)}@`;
		const { records, left_out } = await inFile(`email\n${cell}\nada@example.com\n`);
		expect({ records, left_out }).toEqual({ records: ['ada@example.com'], left_out: '1 too long' });
	}, 2_000);

	it('are no more than a file may hold', async () => {
		const rows = Array.from({ length: MOST_CONTACTS + 1 }, (_, n) => `${n}@example.com`);
		expect((await inFile(rows.slice(1).join('\n'))).records).toHaveLength(MOST_CONTACTS);
		expect(await said(inFile(rows.join('\n')))).toEqual({
			kind: 'invalid',
			said: 'The file is longer than 100,000 contacts. Nothing was added. Divide it, and send the parts one after the other: nobody is added twice.',
		});
	});

	it('are not read out of one that is too large', async () => {
		let read = 0;
		async function* endless() {
			for (;;) {
				read++;
				yield await Promise.resolve(Buffer.alloc(1_000_000, 'x'));
			}
		}
		const source = () => recordsFromFile(upToLargestFile(endless()), { fileName: 'c.txt' });
		const found = findContacts(audience(), source, 'file');
		expect((await said(found)).said).toMatch(/row 1 is longer than 1 MB|larger than 20 MB/);
		expect(read).toBeLessThanOrEqual(22);
	});
});

describe('the contacts of a request', () => {
	it.each<[string, unknown]>([
		['a list', ['a@example.com', 'b@example.com']],
		['a text', 'a@example.com,\nb@example.com'],
		['JSON as text', '{"x":["a@example.com","b@example.com"]}'],
		['deep inside', { x: [{ customer: { email: 'a@example.com' } }, { email: 'b@example.com' }] }],
	])('are found in %s', async (_what, value) => {
		expect((await inRequest(value)).records).toEqual(['a@example.com', 'b@example.com']);
	});

	it('stay as they are where they are device IDs', async () => {
		const ids = ['6d92078a-8246-4ba4-ae5b-76104861e7d1', '6D92078A-8246-4BA4-AE5B-76104861E7D1'];
		const { records, counts } = await inRequest({ maids: ids }, { list_type: 'MAID' });
		expect({ records, counts }).toMatchObject({
			records: [ids[0]],
			counts: { valid: 1, duplicate: 1 },
		});
	});

	it.each<[string, unknown, Partial<NamedAudience>, RegExp]>([
		[
			'no address',
			{ names: ['Ada'], visits: 7 },
			{},
			/no email records were available.*Verify that the audience has email data in its analysis_data.*"ada@example\.com"/,
		],
		['nothing', {}, {}, /Verify that the audience has email data/],
		[
			'none that could be sent',
			{ emails: ['x', 'y'] },
			{},
			/none of the 2 received is valid.*Verify that/,
		],
		[
			'no device ID',
			['x'],
			{ list_type: 'IDFA' },
			/Verify that the audience has IDFA data.*in properties named idfa\./,
		],
		[
			'too many',
			Array.from({ length: MOST_CONTACTS + 1 }, () => 'a@example.com'),
			{},
			/The request is longer than 100,000 contacts/,
		],
	])('are told where there is %s', async (_what, value, more, words) => {
		expect(await said(inRequest(value, more))).toEqual({
			kind: 'invalid',
			said: expect.stringMatching(words),
		});
	});
});

describe('new contacts', () => {
	it('are those that are not there, however they were typed', () => {
		const found = {
			audience_key: 'a',
			list_type: 'EMAIL',
			records: ['Ada@Example.com', 'bob@example.com', 'José@example.com'],
		} as const;
		const known = [' ADA@example.com', 'nobody', null, undefined, 'jose\u0301@example.com'];
		expect(newContacts(found, known)).toEqual([{ audience_key: 'a', record: 'bob@example.com' }]);
		expect(newContacts(found, [])).toHaveLength(3);
	});

	it('are found among 100,000 in a moment', () => {
		const records = Array.from({ length: MOST_CONTACTS }, (_, n) => `person.${n}@example.com`);
		const found = { audience_key: 'a', list_type: 'EMAIL', records } as const;
		const started = performance.now();
		expect(newContacts(found, records.slice(1))).toHaveLength(1);
		// Some 0.2 s; what would grow with its square takes minutes.
		expect(performance.now() - started).toBeLessThan(5_000);
	});

	it('that two runs have added are there twice, and the later one goes', () => {
		const rows = [
			{ id: 5, record: 'ADA@example.com ' },
			{ id: 4, record: 'bob@example.com' },
			{ id: 3, record: 'ada@example.com' },
			{ id: 2, record: null },
			{ id: 1, record: null },
		];
		expect(contactsAddedTwice(rows, 'EMAIL')).toEqual([{ id: 5 }]);
		expect(contactsAddedTwice([], 'EMAIL')).toEqual([]);
	});

	it('are there once in the end, however runs that add them at the same moment take turns', () => {
		const person = fc.constantFrom(
			'ada@example.com',
			'ADA@example.com',
			'bob@example.com',
			'eve@example.com',
		);
		const runs = fc.array(fc.uniqueArray(person, { minLength: 1 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(runs, fc.infiniteStream(fc.nat()), (lists, turns) => {
				const table = new Map<number, string>();
				let lastId = 0;
				const steps = lists.map((records) => run(records));
				while (steps.length > 0) {
					const turn = turns.next().value! % steps.length;
					if (steps[turn].next().done) steps.splice(turn, 1);
				}
				const wanted = new Set(lists.flat().map((record) => record.toLowerCase()));
				const there = [...table.values()].map((record) => record.toLowerCase());
				expect(there.sort()).toEqual([...wanted].sort());

				/** Reads, adds, looks again and removes, each at one moment. */
				function* run(list: readonly string[]) {
					const known = [...table];
					const highest = Math.max(0, ...known.map(([id]) => id));
					yield;
					const distinct = [
						...new Map(list.map((record) => [record.toLowerCase(), record])).values(),
					];
					const found = { audience_key: 'a', list_type: 'EMAIL', records: distinct } as const;
					for (const { record } of newContacts(
						found,
						known.map(([, record]) => record),
					)) {
						table.set(++lastId, record!);
					}
					yield;
					const rows = [...table]
						.map(([id, record]) => ({ id, record }))
						.filter(({ id }) => id > highest);
					const twice = contactsAddedTwice(rows, 'EMAIL');
					yield;
					for (const { id } of twice) table.delete(id);
				}
			}),
		);
	});
});
