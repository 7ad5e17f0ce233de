import {
	extractRecords,
	recordsFromRows,
	type RecordRowOptions,
} from '../../../../worker/src/audiences/index.ts';
import { emails, failureOf } from '../file/expectations.mts';

type Fields = Record<string, unknown>;
const twenty = <T,>(make: (n: number) => T) => Array.from({ length: 20 }, (_, n) => make(n));

const extract = async (
	rows: Fields[],
	record: (fields: Fields) => unknown = ({ email }) => email,
	options: RecordRowOptions = {},
) => {
	const pairs = rows.map((fields) => ({ record: record(fields), fields }));
	return await extractRecords({
		listType: options.listType,
		records: (say) => recordsFromRows(pairs, options, say),
	});
};

describe('recordsFromRows', () => {
	it('takes the one field with addresses where Record gives nothing, and says so', async () => {
		const rows = twenty((n) => ({ Name: 'Ann', 'E-Mail': emails(1, n)[0], Age: n }));
		const { records, warnings } = await extract(rows);
		expect(records).toEqual(emails(20));
		expect(warnings).toEqual([
			expect.stringMatching(/empty in all 20 items; the field E-Mail was/),
		]);
	});

	it('takes it where a few have none, and counts these', async () => {
		const rows = twenty((n) => ({ mail: n < 2 ? '' : emails(1, n)[0] }));
		expect((await extract(rows)).counts).toMatchObject({ received: 20, valid: 18, invalid: 2 });
	});

	it.each([
		['two fields hold some', twenty((n) => ({ one: emails(1, n)[0], two: emails(1, n + 50)[0] }))],
		['it holds few', twenty((n) => ({ one: n < 5 ? emails(1, n)[0] : '' }))],
	])('takes none where %s, and names the fields', async (_what, rows) => {
		const error = await failureOf(extract(rows));
		expect(error.message).toBe('None of the 20 items has an email address in Record (20 empty).');
		expect(error.hint).toMatch(/^The items have the fields? one.*: give the one with the address/);
	});

	it('leaves a choice that gives something as it is', async () => {
		const rows = twenty((n) => ({ Name: 'Ann', 'E-Mail': emails(1, n)[0] }));
		const error = await failureOf(extract(rows, ({ Name }) => Name));
		expect(error.message).toMatch(/^None of the 20 items .* \(20 without @\)/);
		const some = await extract(rows, (fields) =>
			fields['E-Mail'] === emails(1)[0] ? emails(1)[0] : '',
		);
		expect(some.counts).toMatchObject({ valid: 1, invalid: 19 });
	});

	it('says what is wrong, equal reasons together, and nothing of what is in the items', async () => {
		const rows = twenty((n) => ({ Name: 'Ann Example', 'E-Mail': n < 2 ? 'Bob' : '' }));
		const error = await failureOf(extract(rows, (fields) => fields['E-Mail']));
		expect(error).toMatchObject({
			kind: 'invalid',
			field: 'Records',
			message: 'None of the 20 items has an email address in Record (18 empty, 2 without @).',
			hint: 'The items have the fields Name, E-Mail: give the one with the address as Record.',
		});
		expect(JSON.stringify(error.toRecord())).not.toMatch(/analysis_data|Ann|Bob/);
	});

	it('names ten fields at most, cut short, and none that is somebody’s address', async () => {
		const names = [`x${'y'.repeat(500)}`, 'ann@example.com', ...twenty((n) => `field ${n}`)];
		const { hint } = await failureOf(extract([Object.fromEntries(names.map((name) => [name, 1]))]));
		expect(hint).toMatch(/ and 12 more: give/);
		expect(hint).not.toMatch(/example\.com/);
		expect(hint.length).toBeLessThan(400);
		expect((await failureOf(extract([{}, {}]))).hint).toMatch(/items are empty/);
	});

	it('does the same for device ids', async () => {
		const id = (n: number) => `aebe52e7-03ee-455a-b3c4-e572839662${n + 10}`;
		const rows = twenty((n) => ({ Device: id(n), n: 'x' }));
		expect((await extract(rows, () => undefined, { listType: 'MAID' })).records).toEqual(
			twenty(id),
		);
		const error = await failureOf(extract([{ a: 1 }], () => 'x', { listType: 'IDFA' }));
		expect(error.message).toMatch(/^The item does not have a device ID in Record/);
		expect(error.hint).toMatch(/the one with the device ID as Record/);
	});

	it('is not complete where an item is an error of a step before', async () => {
		const rows: Fields[] = [{ email: emails(1)[0] }, { error: 'The service was away' }];
		const error = await failureOf(extract(rows, undefined, { complete: true }));
		expect(error.message).toMatch(/^1 of the 2 items is an error of a step before.*Nothing was/);
		expect((await extract(rows)).counts).toMatchObject({ valid: 1, invalid: 1 });
	});
});

it.each([
	['nobody', /^The item does not have an email address in Record \(without @\)\.$/],
	[{ a: 1 }, /\(not text\)/],
	['a@b', /\(without a full domain after the @\)/],
	['.a@example.com', /\(that is not an email address\)/],
])('says of a single item what is wrong with it: %j', async (record, message) => {
	const records = recordsFromRows([{ record, fields: {} }]);
	const error = await failureOf(extractRecords({ records }));
	expect(error.message).toMatch(message);
	expect(error.hint).toMatch(/^The item is empty/);
});
