import { CredentialStore, runNode } from '../harness.mts';
import { errorOf } from '../onSimulator.mts';

/** With no credential, and nothing that it could reach. */
const extract = async (
	parameters: object,
	more: Partial<Omit<Parameters<typeof runNode>[0], 'store' | 'parameters'>> = {},
) =>
	await runNode({
		store: new CredentialStore(),
		parameters: { resource: 'audience', operation: 'extractRecords', ...parameters },
		...more,
	});

it('gives one item per audience, from a field', async () => {
	const { output, hints } = await extract(
		{ recordsFrom: 'field', options: { id: '={{ $json.key }}' } },
		{
			items: [
				{ key: 'a', analysis_data: { people: [{ email: 'Ada@Example.com' }] } },
				{ key: 'b', analysis_data: 'bob@example.com; nobody' },
			] as never,
		},
	);
	expect(output.map(({ json }) => json)).toMatchObject([
		{ id: 'a', records: ['Ada@Example.com'], counts: { received: 1, valid: 1, invalid: 0 } },
		{ id: 'b', records: ['bob@example.com', 'nobody'], counts: { received: 2, valid: 1 } },
	]);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(hints).toEqual([]);
});

it('gives them from a file, by the column it finds', async () => {
	const { output } = await extract(
		{ recordsFrom: 'file' },
		{
			files: [
				{ name: 'contacts.csv', content: 'No;E-Mail\n1;ada@example.com\n2;bob@example.com\n' },
			],
		},
	);
	expect(output[0].json.records).toEqual(['ada@example.com', 'bob@example.com']);
});

it('puts the records of all items into one, where each is an item', async () => {
	const { output } = await extract(
		{ recordsFrom: 'items' },
		{ items: [{ email: 'ada@example.com' }, { email: 'bob@example.com' }] as never },
	);
	expect(output).toHaveLength(1);
	expect(output[0].json.records).toEqual(['ada@example.com', 'bob@example.com']);
});

it('says that there are none, and repeats no input at the error output', async () => {
	const items = [{ analysis_data: { names: ['Lovelace'] } }] as never;
	const error = await errorOf(extract({ recordsFrom: 'field' }, { items }));
	expect(error.message).toContain('no email records were available');
	expect(error.description).toContain('Verify that the audience has email data');
	const { output } = await extract({ recordsFrom: 'field' }, { items, continueOnFail: true });
	expect(output[0].json).toMatchObject({ details: { kind: 'invalid', retryable: false } });
	expect(JSON.stringify(output)).not.toContain('Lovelace');
});
