import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../../scripts/n8n/tables.mts';
import { n8nLog } from '../../../scripts/n8n/server.mts';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { address, asTyped, broken, MARK, people, untidy } from './contacts.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { CredentialRef } from '../../../scripts/n8n/workflow.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { ProductionWorkflow, type StoredExecution } from '../workflows/productionWorkflow.mts';
import { startShipped } from '../templates/shippedTemplates.mts';

const HOUR = 3_600_000;

let simulator: Simulator;
let n8n: N8nServer;
let credential: CredentialRef;

beforeAll(async () => {
	({ simulator, n8n } = await startShipped('audiences', { N8N_LOG_LEVEL: 'debug' }));
	const data = {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: SEED.tokens.access,
	};
	credential = await n8n.addCredential('pinterestAdsApi', 'audience tests', data);
}, 15 * MINUTES);
afterAll(async () => {
	await n8n.stop();
	await simulator.close();
});
beforeEach(() => simulator.reset());
afterEach(() => {
	expect(simulator.violations()).toEqual([]);
	const lines = readFileSync(n8nLog, 'utf8').split('\n');
	expect(lines.some((line) => line.includes('Running node "Pinterest Ads" started'))).toBe(true);
	expect(lines.filter((line) => line.toLowerCase().includes(MARK))).toEqual([]);
});

/** Requests as "METHOD /path below the ad account", each with how often it was made. */
function requests(): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { method, path } of simulator.ledger()) {
		const name = `${method} ${path.replace(/^\/v5(\/ad_accounts\/\d+)?|\/\d+$/g, '')}`;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

/** The members of the one list of this name, which has to have one audience. */
function members(name: string): string[] {
	const { customerLists, audiences } = simulator.state();
	const lists = customerLists.filter((list) => list.name === name);
	expect(lists).toHaveLength(1);
	const [{ id, members: found }] = lists;
	const onList = audiences.filter(
		({ rule }) => (rule as { customer_list_id?: string }).customer_list_id === id,
	);
	expect(onList.map((audience) => audience.name)).toEqual([name]);
	return [...found].sort();
}

/** The contacts came in, and what our node has left of the run holds nothing of them. */
function expectPrivate({ mode, ours, input }: StoredExecution): void {
	expect(mode).toBe('webhook');
	expect(input.toLowerCase()).toContain(MARK);
	expect(ours.toLowerCase()).not.toContain(MARK);
}

const publish = async (
	id: string,
	parameters: Record<string, unknown>,
	options?: Parameters<typeof ProductionWorkflow.publish>[4],
) => await ProductionWorkflow.publish(n8n, id, credential, parameters, options);

/** What the error handler has written down of a workflow, a moment after that has failed. */
async function errorsOf(workflowId: string): Promise<Row[]> {
	const table = await n8n.api.table('pinterest_errors');
	const deadline = Date.now() + 20_000;
	for (;;) {
		const noted = (await table.rows()).filter((row) => row.workflow_id === workflowId);
		if (noted.length > 0 || Date.now() > deadline) return noted;
		await sleep(50);
	}
}

it(
	'syncs input items as several audiences, grouped by name',
	async () => {
		const workflow = await publish(
			'audienceItems',
			{ operation: 'sync', name: '={{ $json.audience }}' },
			{ splitOut: 'body.contacts' },
		);
		const groups: Record<string, string[]> = {
			Newsletter: untidy(150),
			Customers: untidy(120, 100),
			'Trade fair': untidy(101, 1_000),
		};
		const contacts = Object.entries(groups).flatMap(([audience, records]) =>
			records.map((email) => ({ audience, email })),
		);
		// Neighbours belong to different audiences.
		contacts.sort((a, b) => a.email.length - b.email.length);
		const run = await workflow.call({ contacts });
		expect(run.failed).toEqual([]);
		expect(run.synced.map(({ name }) => name).sort()).toEqual(Object.keys(groups).sort());
		expect(members('Newsletter')).toEqual(people(150).sort());
		expect(members('Customers')).toEqual(people(120, 100).sort());
		expect(members('Trade fair')).toEqual(people(101, 1_000).sort());
		const { counts, invalid_records } = run.synced.find(({ name }) => name === 'Newsletter')!;
		expect(counts).toMatchObject({ received: 164, valid: 150, invalid: 4, duplicate: 10 });
		expect(invalid_records).toHaveLength(4);
		expect(requests()).toMatchObject({ 'POST /customer_lists': 3, 'POST /audiences': 3 });
		expectPrivate(run);
	},
	MINUTES,
);

it(
	'syncs the addresses at any depth of an analysis_data field',
	async () => {
		const workflow = await publish('audienceField', {
			operation: 'sync',
			name: '={{ $json.body.name }}',
			recordsFrom: 'field',
			records: '={{ $json.body.analysis_data }}',
		});
		const [one, two, three] = [people(60), people(60, 60), people(60, 120)];
		const analysis_data = {
			source: 'shop',
			segments: [
				{ label: 'loyal', people: one.map((email, n) => ({ rank: n, contact: { email } })) },
				{ label: 'new', emails: two.map(asTyped) },
			],
			totals: { people: 180 },
			export: { newsletter: three.join('; ') },
		};
		const run = await workflow.call({ name: 'Analysis', analysis_data });
		expect(run.failed).toEqual([]);
		expect(run.synced).toEqual([
			expect.objectContaining({ sync_status: 'synced', name: 'Analysis', list_type: 'EMAIL' }),
		]);
		expect(members('Analysis')).toEqual(people(180).sort());
		expectPrivate(run);
	},
	MINUTES,
);

it(
	'syncs a file of 100,000 rows, which n8n keeps outside of the execution',
	async () => {
		const workflow = await publish('audienceFile', {
			operation: 'sync',
			name: 'From a file',
			recordsFrom: 'file',
			column: 'E-Mail',
		});
		const records = Array.from({ length: 100_000 }, (_, n) => {
			if (n % 100 === 99) return broken[((n / 100) % broken.length) | 0];
			return n % 50 === 49 ? address(n - 49).toUpperCase() : asTyped(address(n), n);
		});
		const rows = records.map((record, n) => `"${MARK}; no. ${n}";${record};2026`);
		const body = new FormData();
		const csv = `\u{feff}Name;E-Mail;Since\r\n${rows.join('\r\n')}\r\n`;
		body.set('data', new File([csv], 'contacts.csv', { type: 'text/csv' }));
		const run = await workflow.call(body);
		const [record] = run.synced;
		expect(record.counts).toEqual({
			received: 100_000,
			valid: 98_000,
			invalid: 1_000,
			duplicate: 1_000,
			sent: 98_000,
			removed: 0,
			batches: 10,
		});
		const distinct = people(100_000).filter((_, n) => n % 50 !== 49);
		expect(members('From a file')).toEqual(distinct.sort());
		expect(requests()).toEqual({
			'GET /ad_accounts': 1,
			'GET /audiences': 1,
			'GET /customer_lists': 1,
			'POST /customer_lists': 1,
			'PATCH /customer_lists': 9,
			'POST /audiences': 1,
		});
		expect(run.input).toContain('"id":"filesystem-v2:');
		expect(`${run.input}${run.ours}`.toLowerCase()).not.toContain(MARK);
	},
	MINUTES,
);

it(
	'mirrors, and removes whoever asks to be erased',
	async () => {
		const workflow = await publish('audienceMirror', {
			operation: 'sync',
			name: 'Members',
			recordsFrom: 'field',
			records: '={{ $json.body.records }}',
			mode: 'mirror',
			previousRecords: '={{ $json.body.previous }}',
		});
		const before = people(200);
		const after = people(210, 30);
		await workflow.call({ records: before, previous: [] });
		expect(members('Members')).toEqual([...before].sort());
		simulator.clearLedger();
		const mirrored = await workflow.call({ records: after, previous: before });
		expect(mirrored.synced[0].counts).toMatchObject({ sent: 40, removed: 30, batches: 2 });
		expect(members('Members')).toEqual([...after].sort());
		const writes = simulator.ledger().filter(({ method }) => method !== 'GET');
		expect(
			writes.map(({ body }) => {
				const { operation_type: type, records } = body as Record<string, string>;
				return [type, records.split(',').length];
			}),
		).toEqual([
			['ADD', 40],
			['REMOVE', 30],
		]);

		const erasure = await publish(
			'audienceErasure',
			{ operation: 'removeRecords', name: 'Members' },
			{ splitOut: 'body.contacts' },
		);
		const contacts = [address(40), address(41).toUpperCase()].map((email) => ({ email }));
		const erased = await erasure.call({ contacts });
		expect(erased.synced).toEqual([
			expect.objectContaining({ counts: expect.objectContaining({ removed: 2 }) as unknown }),
		]);
		expect(members('Members')).toEqual(
			after.filter((one) => one !== address(40) && one !== address(41)).sort(),
		);
		[mirrored, erased].forEach(expectPrivate);
	},
	MINUTES,
);

it(
	'makes an actalike of a synced audience once it is ready, and only one',
	async () => {
		const sync = await publish('audienceSeed', {
			operation: 'sync',
			name: 'Seed',
			recordsFrom: 'field',
			records: '={{ $json.body.records }}',
		});
		const [{ pinterest_audience_id: seed }] = (await sync.call({ records: people(150) })).synced;
		const actalike = await publish('audienceActalike', {
			operation: 'createActalike',
			seedAudienceId: { __rl: true, mode: 'id', value: '={{ $json.body.seed }}' },
			country: 'US',
			percentage: 3,
		});
		const early = await actalike.call({ seed });
		expect(early.failed[0]).toMatchObject({ details: { kind: 'unavailable', retryable: true } });
		simulator.advance(3 * HOUR);
		const runs = [await actalike.call({ seed }), await actalike.call({ seed })];
		expect(runs.map(({ synced }) => synced[0].created)).toEqual([true, false]);
		const made = simulator.state().audiences.filter(({ audience_type: t }) => t === 'ACTALIKE');
		expect(made.map(({ rule }) => rule)).toEqual([
			expect.objectContaining({ seed_id: [seed], country: 'US', percentage: 3 }),
		]);
	},
	MINUTES,
);

describe('an audience whose records are all invalid', () => {
	const parameters = {
		operation: 'sync',
		name: '={{ $json.audience }}',
		options: { id: '={{ "record of " + $json.audience }}' },
	};
	const contacts = [
		...broken.map((email) => ({ audience: 'Nobody', email })),
		...people(120).map((email) => ({ audience: 'Somebody', email })),
	];

	it(
		'leaves by the error output with its record, and keeps no other from being synced',
		async () => {
			const workflow = await publish('audienceInvalid', parameters, { splitOut: 'body.contacts' });
			const run = await workflow.call({ contacts });
			expect(run.status).toBe('success');
			expect(run.failed).toHaveLength(1);
			const { error, message, details } = run.failed[0] as Record<string, never>;
			const { record } = details as { record: Record<string, unknown> };
			expect(record).toMatchObject({
				id: 'record of Nobody',
				name: 'Nobody',
				sync_status: 'error',
				counts: { received: 4, valid: 0, invalid: 4, sent: 0 },
				invalid_records: [{ position: 1 }, { position: 2 }, { position: 3 }, { position: 4 }],
				error_message: error,
				error_hint: message,
			});
			expect(run.synced).toEqual([expect.objectContaining({ name: 'Somebody' })]);
			expect(members('Somebody')).toEqual(people(120).sort());
			expect(simulator.state().customerLists.map(({ name }) => name)).not.toContain('Nobody');
			expectPrivate(run);
		},
		MINUTES,
	);

	it(
		'stops the workflow where nothing else is set, and the error workflow gets no contact',
		async () => {
			const stops = { errorWorkflow: 'pinAdsErrors' };
			const workflow = await publish('audienceStops', parameters, {
				splitOut: 'body.contacts',
				stops,
			});
			const run = await workflow.call({ contacts });
			expect(run.status).toBe('error');
			expect(run.ours).toContain('Nobody');
			expectPrivate(run);
			const noted = await errorsOf('audienceStops');
			expect(noted).toHaveLength(1);
			expect(JSON.stringify(noted).toLowerCase()).not.toContain(MARK);
		},
		MINUTES,
	);
});
