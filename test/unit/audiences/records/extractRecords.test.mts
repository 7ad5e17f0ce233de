import { extractRecords } from '../../../../worker/src/audiences/records/extractRecords.ts';

const device = (n: number) => `6d92078a-8246-4ba4-ae5b-76104861e7d${n}`;

it('hands records out as they came, counted as a sync would count them', async () => {
	const records = [' Ada@Example.com ', 'ada@example.com', '', 'nobody', null, 'bob@example.com'];
	expect(await extractRecords({ records, id: 7 })).toEqual({
		id: '7',
		list_type: 'EMAIL',
		records: ['Ada@Example.com', 'ada@example.com', 'nobody', 'bob@example.com'],
		counts: { received: 6, valid: 2, invalid: 3, duplicate: 1 },
		invalid_records: [
			{ position: 3, reason: expect.any(String) },
			{ position: 4, reason: expect.any(String) },
			{ position: 5, reason: expect.any(String) },
		],
		warnings: [],
	});
});

it('takes groups of records from a source that is read as it comes', async () => {
	async function* source() {
		yield await Promise.resolve(['a@example.com', 'b@example.com']);
		yield ['c@example.com'];
	}
	const { records } = await extractRecords({ records: source });
	expect(records).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
});

it('leaves device IDs unhashed, for the sync to hash', async () => {
	const records = [device(1).toUpperCase(), device(2)];
	expect(await extractRecords({ records, listType: 'MAID' })).toMatchObject({
		list_type: 'MAID',
		records,
		counts: { valid: 2, invalid: 0 },
	});
});

it.each([
	['there are none', []],
	['none of them could be sent', ['nobody', 'nowhere']],
])('says what to look at where %s, without a value', async (_why, records) => {
	const extraction = extractRecords({ records });
	await expect(extraction).rejects.toMatchObject({
		kind: 'invalid',
		message: expect.stringContaining('no email records were available'),
		hint: expect.stringContaining('Verify that the audience has email data in its analysis_data'),
	});
	await expect(extraction).rejects.not.toMatchObject({ message: expect.stringMatching(/nowhere/) });
});
