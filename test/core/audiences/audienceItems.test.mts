import type { INodeParameters } from 'n8n-workflow';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const people = (count: number, from = 0) =>
	Array.from({ length: count }, (_, n) => `person${from + n}@example.com`);
const rows = (emails: string[]) => emails.map((email) => ({ Name: 'Ann', 'E-Mail': email }));
const audience = (fields: INodeParameters): INodeParameters => ({
	resource: 'audience',
	operation: 'sync',
	name: 'Subscribers',
	...fields,
});
const members = () =>
	node.simulator.state().customerLists.find(({ name }) => name === 'Subscribers')?.members ?? [];

describe('items whose address is in another field than Record says', () => {
	it('are synced and removed by the one field that holds addresses, with a warning', async () => {
		const { output, hints } = await node.run({
			parameters: audience({}),
			items: rows(people(120)),
		});
		expect(output[0].json.counts).toMatchObject({ valid: 120, sent: 120 });
		expect(JSON.stringify(hints)).toContain('the field E-Mail was taken');
		const { output: removed } = await node.run({
			parameters: audience({ operation: 'removeRecords' }),
			items: rows(people(2)),
		});
		expect(removed[0].json.counts).toMatchObject({ removed: 2 });
		expect([...members()].sort()).toEqual(people(118, 2).sort());
	}, 30_000);

	it.each(['sync', 'removeRecords', 'extractRecords'])(
		'are named by their fields where none does: %s',
		async (operation) => {
			await node.run({ parameters: audience({}), items: rows(people(1)) });
			const items = Array.from({ length: 20 }, () => ({ Name: 'Ann', 'E-Mail': 'none' }));
			const error = await errorOf(node.run({ parameters: audience({ operation }), items }));
			expect(error.message).toContain(
				'None of the 20 items has an email address in Record (20 empty).',
			);
			expect(error.description).toContain(
				'The items have the fields Name, E-Mail: drag the one with the address into Record.',
			);
			expect(error.description).not.toContain('analysis_data');
		},
	);
});

describe('a mirror', () => {
	const mirror = (more: INodeParameters = {}) =>
		audience({
			record: '={{ $json["E-Mail"] }}',
			mode: 'mirror',
			previousRecords: JSON.stringify(people(120)),
			...more,
		});

	beforeEach(async () => {
		await node.run({ parameters: audience({}), items: rows(people(120)) });
	});

	it('stops before it removes more than a fifth, and goes on where it is told to', async () => {
		const items = rows(people(60));
		const error = await errorOf(node.run({ parameters: mirror(), items }));
		expect(error.message).toMatch(/would remove 60 of the 120 contacts .* \(50 %\)/);
		expect(members()).toHaveLength(120);
		const options = { maxRemovalPercent: 50 };
		const { output } = await node.run({ parameters: mirror({ options }), items });
		expect(output[0].json.counts).toMatchObject({ removed: 60 });
		expect(members()).toHaveLength(60);
	});

	it('does nothing where an item is an error of the step before', async () => {
		const items = [...rows(people(119)), { error: 'The service was away' }];
		const error = await errorOf(node.run({ parameters: mirror(), items }));
		expect(error.message).toMatch(/1 of the 120 items is an error of a step before/);
		expect(members()).toHaveLength(120);
	});

	it.each([
		['field', { records: JSON.stringify(people(120)).slice(0, -2) }],
		['field', { records: `[${people(110).join()}]` }],
		['field', { records: JSON.stringify({ emails: JSON.stringify(people(115)).slice(0, -9) }) }],
		['items', { record: JSON.stringify(people(120)).slice(0, -10) }],
		['field', { records: people(120).join(), previousRecords: '["ann@example.com","bob' }],
		['field', { records: '['.repeat(5000) + ']'.repeat(5000) }],
	])('does nothing by a %s whose JSON is broken (%#)', async (recordsFrom, more) => {
		const parameters = mirror({ recordsFrom, ...more, options: { maxRemovalPercent: 100 } });
		node.simulator.clearLedger();
		const error = await errorOf(node.run({ parameters, items: [{}] }));
		expect(error.message).toMatch(/^Audience "Subscribers": the (text|value) in .*Records?/);
		expect(`${error.message}${error.description}`).not.toMatch(/person|undefined/);
		expect(node.writes()).toEqual([]);
		expect(members()).toHaveLength(120);
	});

	it('does nothing by a file that is broken', async () => {
		const content = `name,email\n"Big Joe,${people(1)[0]}\nAnn,a@example.com\n"Zed",z@example.com\n`;
		const error = await errorOf(
			node.run({
				parameters: mirror({ recordsFrom: 'file', options: { maxRemovalPercent: 100 } }),
				files: [{ name: 'contacts.csv', content }],
			}),
		);
		expect(error.message).toMatch(/row 2 opens a quotation mark/);
		expect(members()).toHaveLength(120);
	});
});
