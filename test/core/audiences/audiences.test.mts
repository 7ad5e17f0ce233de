import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../simulator/simulator.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => expect(node.simulator.violations()).toEqual([]));

const HOUR = 3_600_000;
const people = (count: number) => Array.from({ length: count }, (_, n) => `person${n}@example.com`);

const sync = (fields: INodeParameters): INodeParameters => ({
	resource: 'audience',
	operation: 'sync',
	name: 'Subscribers',
	...fields,
});

/** The members of the one list of this name. */
function members(name = 'Subscribers'): string[] {
	const lists = node.simulator.state().customerLists.filter((list) => list.name === name);
	expect(lists).toHaveLength(1);
	return [...lists[0].members].sort();
}

async function readySeed(): Promise<string> {
	const { output } = await node.run({
		parameters: sync({ recordsFrom: 'field', records: people(200).join() }),
	});
	node.simulator.advance(3 * HOUR);
	return String(output[0].json.pinterest_audience_id);
}

describe('a file', () => {
	const rows = people(120).map((email, n) => `"Name, ${n}";${email.toUpperCase()};${n}`);

	it.each([
		['CSV with a byte-order mark and CRLF', `\uFEFFName;E-Mail;Orders\r\n${rows.join('\r\n')}\r\n`],
		['CSV as UTF-16', Buffer.from(`\uFEFFName;E-Mail;Orders\n${rows.join('\n')}`, 'utf16le')],
	])('of records is read: %s', async (_name, content) => {
		const { output } = await node.run({
			parameters: sync({ recordsFrom: 'file' }),
			files: [{ name: 'contacts.csv', content }],
		});
		expect(output[0].json.counts).toMatchObject({ valid: 120, invalid: 0, sent: 120 });
		expect(members()).toEqual(people(120).sort());
	});

	it('is read by the column that is named or counted', async () => {
		const content = `work,private\na@example.com,b@example.com\n`;
		for (const column of ['private', '2']) {
			await node.run({
				parameters: sync({ recordsFrom: 'file', column, name: `By ${column}` }),
				files: [{ name: 'contacts.csv', content }],
			});
			expect(members(`By ${column}`)).toEqual(['b@example.com']);
		}
	});

	it('of the next item is not lost when one has no such column', async () => {
		const { output } = await node.run({
			parameters: sync({ recordsFrom: 'file', column: 'email', name: '=List {{ $itemIndex }}' }),
			files: [
				{ name: 'a.csv', content: 'name\nAda\n' },
				{ name: 'b.csv', content: 'email\nada@example.com\n' },
			],
			continueOnFail: true,
		});
		expect(output[0].json).toMatchObject({
			error: expect.stringContaining('no column "email"'),
			details: { record: { sync_status: 'error' } },
		});
		expect(output[1].json).toMatchObject({ sync_status: 'synced' });
	});
});

describe('mirror', () => {
	it('adds and removes the difference only', async () => {
		await node.run({ parameters: sync({ recordsFrom: 'field', records: people(150).join() }) });
		node.simulator.clearLedger();
		const { output } = await node.run({
			parameters: sync({
				recordsFrom: 'field',
				records: [...people(150).slice(10), 'new@example.com'].join(),
				mode: 'mirror',
				previousRecords: JSON.stringify(people(150)),
			}),
		});
		expect(output[0].json.counts).toMatchObject({ sent: 1, removed: 10 });
		expect(members()).toEqual([...people(150).slice(10), 'new@example.com'].sort());
		expect(node.writes().every((write) => write.startsWith('PATCH'))).toBe(true);
	});
});

describe('removing records', () => {
	const remove = (fields: INodeParameters): INodeParameters => ({
		resource: 'audience',
		operation: 'removeRecords',
		...fields,
	});

	it('takes exactly these out', async () => {
		await node.run({ parameters: sync({ recordsFrom: 'field', records: people(120).join() }) });
		const { output } = await node.run({
			parameters: remove({ name: 'Subscribers', record: '={{ $json.email }}' }),
			items: [{ email: ' Person7@Example.com ' }, { email: 'person8@example.com' }],
		});
		expect(output[0].json.counts).toMatchObject({ removed: 2 });
		expect(output[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(members()).toEqual(
			people(120)
				.filter((_, n) => n !== 7 && n !== 8)
				.sort(),
		);
	});

	it('creates nothing where there is no such audience', async () => {
		const before = node.simulator.state();
		const error = await errorOf(
			node.run({
				parameters: remove({ name: 'Nobody', recordsFrom: 'field', records: 'a@example.com' }),
			}),
		);
		expect(error.context).toMatchObject({ kind: 'not-found' });
		expect(node.simulator.state()).toEqual(before);
	});
});

describe('an actalike', () => {
	const create = (seed: string): INodeParameters => ({
		resource: 'audience',
		operation: 'createActalike',
		seedAudienceId: { __rl: true, mode: 'id', value: seed },
		country: 'US',
		percentage: 5,
		simplify: false,
	});

	it('is made of a ready audience, once', async () => {
		const seed = await readySeed();
		const first = await node.run({ parameters: create(seed) });
		const second = await node.run({ parameters: create(seed) });
		expect(first.output[0].json).toMatchObject({ created: true, seed_audience_id: seed });
		expect(second.output[0].json).toMatchObject({
			created: false,
			pinterest_audience_id: first.output[0].json.pinterest_audience_id,
		});
	});

	it('says when to come back while its seed is not ready', async () => {
		const { output } = await node.run({
			parameters: sync({ recordsFrom: 'field', records: people(200).join() }),
		});
		const error = await errorOf(
			node.run({ parameters: create(String(output[0].json.pinterest_audience_id)) }),
		);
		expect(error.context).toMatchObject({ kind: 'unavailable' });
	});
});

describe('reading', () => {
	it('gets one with its list, and many with a filter', async () => {
		const id = await readySeed();
		const one = await node.run({
			parameters: {
				resource: 'audience',
				operation: 'get',
				audienceId: { __rl: true, mode: 'id', value: id },
				simplify: false,
			},
		});
		expect(one.output[0].json).toMatchObject({
			id,
			ad_account_id: SEED.adAccountId,
			status: 'READY',
			size: 200,
			customer_list: { status: 'READY' },
		});
		const many = await node.run({
			parameters: {
				resource: 'audience',
				operation: 'getMany',
				filters: { nameContains: 'subscr', status: ['READY'] },
			},
		});
		expect(many.output.map(({ json }) => json.id)).toEqual([id]);
		const none = await node.run({
			parameters: {
				resource: 'audience',
				operation: 'getMany',
				filters: { status: ['TOO_SMALL'] },
			},
		});
		expect(none.output.map(({ json }) => json.id)).not.toContain(id);
	});
});
