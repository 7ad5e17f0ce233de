import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
	isRunning,
	MINUTES,
	NpmStart,
	startedProcesses,
	work,
	type Run,
	type Started,
} from './npmStart.mts';
import {
	addressesIn,
	dataTable,
	executions,
	ledger,
	productionRuns,
	requests,
} from '../audiences/records.mts';

const AUDIENCE = 'Newsletter subscribers';
const first = (path: RegExp) => requests('POST', path)[0];
const items = (body: unknown) =>
	(Array.isArray(body) ? body : [body]) as Array<Record<string, unknown>>;
const created = (path: RegExp) =>
	(first(path).response as { items: Array<{ data: { id: string } }> }).items.map(
		({ data }) => data.id,
	);

describe('npm start -- --once in a folder without n8n', () => {
	let run: Run;
	let children: Started[];

	beforeAll(async () => {
		rmSync(join(work, 'n8n'), { recursive: true, force: true });
		rmSync(join(work, 'ledger.json'), { force: true });
		const started = new NpmStart('--once');
		await started.says('Audience synced');
		children = startedProcesses();
		run = await started.ended;
	}, 20 * MINUTES);

	it('says that every step succeeded, and ends so', () => {
		expect(run.output.match(/^✗.*$/gm) ?? []).toEqual([]);
		expect(run.output.match(/^✓/gm)).toHaveLength(9);
		expect(run.code).toBe(0);
	});

	it('leaves nothing running', () => {
		expect(children.map(({ name }) => name).sort()).toEqual(['n8n', 'simulator']);
		expect(children.filter(isRunning)).toEqual([]);
		expect(startedProcesses()).toEqual([]);
	});

	it('runs the main job in production executions that all succeed', () => {
		// The replay comes by every five minutes, and finds nothing to do.
		const runs = productionRuns().filter(({ workflowId }) => workflowId !== 'pinAdsReplay');
		expect(runs.filter(({ name }) => name !== 'production_success')).toEqual([]);
		expect(new Set(runs.map(({ workflowId }) => workflowId))).toEqual(
			new Set([
				'demoRunNow',
				'pinAdsAddContacts',
				'pinAdsConnect',
				'pinAdsConversions',
				'pinAdsLaunch',
				'pinAdsMetrics',
				'pinAdsSyncAudience',
				'pinAdsSyncNow',
			]),
		);
	});

	it('keeps its executions to be looked at, but none that holds a person’s data', () => {
		const all = executions();
		// What a user does with a click before anything can run by itself.
		expect(all.filter(({ mode }) => mode === 'manual').map(({ workflowId }) => workflowId)).toEqual(
			['pinAdsSetUp', 'pinAdsConnect'],
		);
		const kept = all.filter(({ mode }) => mode !== 'manual');
		expect(kept.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(new Set(kept.map(({ workflowId }) => workflowId))).toEqual(
			new Set(['pinAdsConnect', 'pinAdsLaunch', 'pinAdsMetrics']),
		);
	});

	it('creates one customer list and one audience, and sends every valid address to that list', () => {
		const lists = requests('POST', /\/customer_lists$/);
		const audiences = requests('POST', /\/audiences$/);
		expect(lists).toHaveLength(1);
		expect(audiences).toHaveLength(1);
		const { id: listId } = lists[0].response as { id: string };
		const extensions = requests('PATCH', /\/customer_lists\//);
		expect(extensions.map(({ path }) => path.split('/').at(-1))).toEqual(
			extensions.map(() => listId),
		);
		expect(JSON.stringify(audiences[0].body)).toContain(`"${listId}"`);

		const recordsOf = ({ body }: { body?: unknown }) =>
			(body as { records: string }).records.split(',');
		expect(recordsOf(lists[0]).sort()).toEqual(addressesIn('contacts.csv').sort());
		const all = new Set([...lists, ...extensions].flatMap(recordsOf));
		expect([...all].sort()).toEqual(
			[...addressesIn('contacts.csv'), ...addressesIn('more-contacts.csv')].sort(),
		);
	});

	it('stores what Pinterest called them in the audience record', () => {
		const [record, ...others] = dataTable('pinterest_audiences');
		expect(others).toEqual([]);
		expect(record).toMatchObject({
			name: AUDIENCE,
			sync_status: 'synced',
			customer_list_id: (first(/\/customer_lists$/).response as { id: string }).id,
			pinterest_audience_id: (first(/\/audiences$/).response as { id: string }).id,
			// The rest is left out when they are added.
			contacts_received: 1_180,
			error_message: '',
		});
	});

	it('creates campaign, ad group and ad below one another, paused, for that audience', () => {
		const [campaign] = items(first(/\/campaigns$/).body);
		const [adGroup] = items(first(/\/ad_groups$/).body);
		const [ad] = items(first(/\/ads$/).body);
		expect([campaign.status, adGroup.status, ad.status]).toEqual(['PAUSED', 'PAUSED', 'PAUSED']);
		expect([adGroup.campaign_id]).toEqual(created(/\/campaigns$/));
		expect([ad.ad_group_id]).toEqual(created(/\/ad_groups$/));
		expect(created(/\/ads$/)).toHaveLength(1);
		const [{ pinterest_audience_id: audienceId }] = dataTable('pinterest_audiences');
		expect((adGroup.targeting_spec as Record<string, unknown>).AUDIENCE_INCLUDE).toEqual([
			audienceId,
		]);
		for (const path of [/\/campaigns$/, /\/ad_groups$/, /\/ads$/])
			expect(requests('POST', path)).toHaveLength(1);
	});

	it('delivers the checkout once, with its event_id and a hashed email', () => {
		const sent = requests('POST', /\/events$/);
		expect(sent).toHaveLength(1);
		const { data } = sent[0].body as { data: Array<Record<string, unknown>> };
		const [{ event_id: eventId, status }, ...others] = dataTable('pinterest_conversions');
		expect(others).toEqual([]);
		expect(status).toBe('sent');
		expect(data).toHaveLength(1);
		expect(data[0]).toMatchObject({ event_name: 'checkout', event_id: eventId });
		const hash = createHash('sha256').update('ada.0@example.com').digest('hex');
		expect((data[0].user_data as { em: string[] }).em).toEqual([hash]);
		expect(JSON.stringify(sent[0].body).toLowerCase()).not.toContain('@example');
	});

	it('keeps the metrics that Pinterest answered, one row for each campaign and day', () => {
		const rows = dataTable('pinterest_metrics');
		const keys = rows.map(({ row_key: key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		const answered = requests('GET', /\/campaigns\/analytics$/)
			.flatMap(({ response }) => response as Array<Record<string, unknown>>)
			.map((row) => `${String(row.CAMPAIGN_ID)} ${String(row.DATE)}`);
		expect(answered.length).toBeGreaterThan(0);
		const kept = rows.map(({ campaign_id: id, date }) => `${String(id)} ${String(date)}`);
		expect(kept.sort()).toEqual(answered.sort());
		expect(rows.reduce((sum, { spend }) => sum + Number(spend), 0)).toBeGreaterThan(0);
	});

	it('sends nothing that Pinterest would refuse', () => {
		expect(
			ledger().flatMap(({ path, violations }) => violations.map((one) => `${path}: ${one}`)),
		).toEqual([]);
		expect(ledger().filter(({ status }) => status === undefined || status >= 400)).toEqual([]);
	});

	it('writes no address and no token into a log', () => {
		const logs = ['n8n.log', 'simulator.log'].map((name) =>
			readFileSync(join(work, 'logs', name), 'utf8'),
		);
		const [{ label }] = ledger().map(({ headers }) => ({ label: headers.authorization }));
		expect(label).toBe('Bearer business');
		expect(logs[0]).not.toMatch(/@(mail\.|post\.)?example\.(com|org|net)/i);
		expect(logs[0]).not.toMatch(/pin[ar]_/);
	});
});
