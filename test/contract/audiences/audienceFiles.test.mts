import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
	type PinterestAdsError,
	recordsFromFile,
	syncAudience,
} from '../../../worker/src/index.ts';
import { startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { emails, membersOf, simulatedContext } from './audienceContext.mts';

let sim: Simulator;
let folder: string;
let context: ReturnType<typeof simulatedContext>;

beforeAll(async () => {
	sim = await startSimulator();
	folder = await mkdtemp(join(tmpdir(), 'audience-files-'));
});
afterAll(async () => {
	await sim.close();
	await rm(folder, { recursive: true });
});
beforeEach(() => {
	sim.reset();
	context = simulatedContext(sim);
});
afterEach(() => {
	expect(sim.violations()).toEqual([]);
});

async function file(name: string, content: string | Buffer): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

const sync = async (path: string, more: object = {}, options: object = {}) =>
	await syncAudience(context.context, {
		name: 'From a file',
		records: () => recordsFromFile(createReadStream(path), { fileName: path, ...options }),
		...more,
	});

describe('audiences from files against the API description', () => {
	it('syncs a CSV of 100,000 rows: 99,500 people in 10 batches', async () => {
		const rows = emails(100_000).map((email, n) => {
			if (n % 1000 === 0) return `${n};"Smith; ""Ann""";`;
			if (n % 400 === 1) return `${n};Bob;${emails(1)[0].replace('0', '2')}`;
			return n % 3 ? `${n};"Näme\n${n}";${email.toUpperCase()}` : `${n};x; ${email} `;
		});
		const content = Buffer.from(`\ufeffNr;Name;E-Mail\r\n${rows.join('\r\n')}\r\n`, 'utf16le');
		const record = await sync(await file('customers.csv', content));
		const wanted = new Set(
			emails(100_000).filter((_, n) => n === 2 || (n % 1000 !== 0 && n % 400 !== 1)),
		);
		expect(record).toMatchObject({
			sync_status: 'synced',
			counts: {
				received: 100_000,
				valid: wanted.size,
				invalid: 100,
				duplicate: 100_000 - 100 - wanted.size,
				sent: wanted.size,
				batches: 10,
			},
		});
		expect(membersOf(sim, record.customer_list_id)).toEqual(wanted);
		expect(sim.ledger().filter(({ method }) => method !== 'GET')).toHaveLength(11);
	});

	it('syncs MAIDs out of NDJSON and hashed emails out of a TXT', async () => {
		const id = (n: number) => `aebe52e7-03ee-455a-b3c4-${String(n).padStart(12, '0')}`;
		const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
		const numbers = Array.from({ length: 150 }, (_, n) => n);
		const lines = numbers.map((n) => JSON.stringify({ device: { maid: id(n).toUpperCase() } }));
		const devices = await sync(
			await file('devices.ndjson', lines.join('\n')),
			{ name: 'Devices', listType: 'MAID' },
			{ listType: 'MAID' },
		);
		expect(membersOf(sim, devices.customer_list_id)).toEqual(new Set(numbers.map(id).map(sha256)));

		const path = await file('list.txt', emails(150).join('; '));
		const people = await sync(path, { name: 'People', hashing: 'sha256' });
		expect(membersOf(sim, people.customer_list_id)).toEqual(new Set(emails(150).map(sha256)));
	});

	it('ends with every record after a cut at any request, with a stream that breaks in between', async () => {
		const path = await file('plain.csv', `email\n${emails(450).join('\n')}\n`);
		async function* broken(): AsyncGenerator<Uint8Array> {
			for await (const chunk of createReadStream(path, { highWaterMark: 4096 })) {
				yield chunk as Uint8Array;
				throw new Error('the disk is gone');
			}
		}
		for (let after = 0; after < 8; after++) {
			sim.reset();
			sim.addFault({ match: {}, fault: 'cut-after', after, count: 1 });
			const records = () => recordsFromFile(broken(), { format: 'csv', column: 1 });
			await expect(sync(path, { records, maxRecordsPerBatch: 100 })).rejects.toThrow();
			const again = async () => await sync(path, { maxRecordsPerBatch: 100 });
			const record = await again().catch(again);
			expect(membersOf(sim, record.customer_list_id)).toEqual(new Set(emails(450)));
			expect(sim.state().customerLists.filter(({ name }) => name === 'From a file')).toHaveLength(
				1,
			);
			expect(sim.violations()).toEqual([]);
		}
	});

	it('puts a bad file into the record of its audience, and tells nothing of what is in it', async () => {
		const files = [
			await file('headerless.csv', `Ann;${emails(1)[0]}\nBob;broken\n`),
			await file('none.csv', 'Ann;Smith\nBob;Jones\n'),
			await file('unclosed.csv', `a,b\n"Ann,${emails(1)[0]}\n`),
			await file('book.xlsx', Buffer.from('504b030414', 'hex')),
		];
		const told: unknown[] = [];
		for (const path of files) {
			const failure = (error: PinterestAdsError) => [
				error,
				error.toRecord(),
				error.details?.record,
			];
			told.push(await sync(path, {}, { column: 'mobile' }).catch(failure), context.logs);
		}
		const text = inspect(told, { depth: 20, maxArrayLength: null });
		expect(text.match(/sync_status: 'error'/g)).toHaveLength(3 * files.length);
		expect(text).not.toMatch(/example\.com|customer\d|Ann|Bob|Smith|Jones|broken/);
		expect(sim.ledger()).toEqual([]);
	});
});
