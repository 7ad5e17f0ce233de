import { inspect } from 'node:util';
import {
	exportLeads,
	type LeadsToExport,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { SEED } from '../../../simulator/simulator.mts';
import type { FaultRule } from '../../../simulator/api/faults.mts';
import { patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
let logs: unknown[];
const log = (...entry: unknown[]) => void logs.push(entry);
const context = () =>
	patientContext(on.simulator, { logger: { debug: log, info: log, warn: log } });

beforeEach(() => {
	logs = [];
});
// Whatever happens, nobody's data is in the log.
afterEach(() => expect(inspect(logs, { depth: null })).not.toMatch(/@example\.com|Example/));

const exported = async (input: Partial<LeadsToExport> = {}, at = context()) =>
	await exportLeads(at, { adId: SEED.leadAdId, ...input });
const errorOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: PinterestAdsError) => error,
	);
const day = (back: number) =>
	new Date(on.simulator.now() - back * 86_400_000).toISOString().slice(0, 10);
const asked = () => on.simulator.ledger().map(({ operationId }) => operationId);
const bodies = () =>
	on.simulator
		.ledger()
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => body);
const fails = (operationId: string, rule: Omit<FaultRule, 'match'>) =>
	on.simulator.addFault({ match: { operationId }, ...rule });
const file = (body: string) => fails('leads-file', { fault: 'answer', answer: { body } });

describe('exportLeads', () => {
	it('gives yesterday’s leads, an item for each, with the questions as fields', async () => {
		const { leads, warnings } = await exported();
		expect(bodies()).toEqual([{ ad_id: SEED.leadAdId, start_date: day(1), end_date: day(1) }]);
		expect(leads).toEqual([
			{
				...{ 'Lead ID': '388200000000003', 'Submitted at (UTC)': `${day(1)}T00:00:00.000Z` },
				...{ 'Lead form ID': SEED.leadForms.kitchen, 'Full name': 'Cleo Example' },
				...{ Email: 'cleo@example.com', 'Which room is it for?': 'Kitchen' },
				...{ ad_id: SEED.leadAdId, ad_account_id: SEED.adAccountId },
			},
			expect.objectContaining({ 'Full name': 'Dan "Danny" Example, Jr.' }),
		]);
		expect(warnings).toEqual([]);
	});

	it('asks gently, and fetches the file without the token', async () => {
		on.simulator.settings({ reportMs: 60_000 });
		await exported();
		const polls = asked().filter((operation) => operation === 'leads_export/get');
		expect(polls.length).toBeLessThanOrEqual(12);
		expect(on.simulator.ledger().at(-1)!.headers).not.toHaveProperty('authorization');
	});

	it.each([
		['from a day on until yesterday', 3, undefined, 3, 1, 3],
		['on one day that is the last', undefined, 3, 3, 3, 1],
		['today', 0, undefined, 0, 0, 1],
		['of all that Pinterest still has', 30, 0, 30, 0, 4],
	])('gives those %s', async (_, first, last, from, to, count) => {
		const { leads } = await exported({
			startDate: first === undefined ? undefined : day(first),
			endDate: last === undefined ? undefined : day(last),
		} as Partial<LeadsToExport>);
		expect(bodies()).toEqual([{ ad_id: SEED.leadAdId, start_date: day(from), end_date: day(to) }]);
		expect(leads).toHaveLength(count);
	});

	it.each([
		[
			'a day from which there are none any more',
			31,
			undefined,
			'Start Date',
			/more than 30 days ago/,
		],
		['an end before the beginning', 2, 3, 'End Date', /before the start date/],
		['a day that has not come yet', 2, -1, 'End Date', /has not come yet/],
	])('refuses %s before anything is asked', async (_, first, last, field, message) => {
		const input = { startDate: day(first), endDate: last === undefined ? undefined : day(last) };
		expect(await errorOf(exported(input as Partial<LeadsToExport>))).toMatchObject({
			...{ kind: 'invalid', field, message: expect.stringMatching(message) },
		});
		expect(on.simulator.ledger()).toEqual([]);
	});

	it('says on which day to begin where the first is too long ago', async () => {
		expect(await errorOf(exported({ startDate: day(31) }))).toMatchObject({
			hint: expect.stringContaining(`Begin on ${day(30)} or later`),
		});
	});

	it('gives none of a day without any, and says so', async () => {
		expect(await exported({ startDate: day(5), endDate: day(5) })).toEqual({
			leads: [],
			warnings: [`Nobody has sent the form of the ad ${SEED.leadAdId} on ${day(5)} (UTC).`],
		});
	});

	it('takes an export that stays without a file for one without leads, and says so', async () => {
		const body = { export_status: 'FINISHED', download_url: null };
		fails('leads_export/get', { fault: 'answer', answer: { body } });
		expect(await exported()).toEqual({
			...{ leads: [], warnings: [expect.stringMatching(/without a file/)] },
		});
		expect(asked().filter((operation) => operation === 'leads_export/get')).toHaveLength(3);
	});

	it('waits for a file that comes a moment after the status', async () => {
		const body = { export_status: 'FINISHED', download_url: null };
		fails('leads_export/get', { fault: 'answer', answer: { body }, count: 2 });
		expect((await exported()).leads).toHaveLength(2);
	});

	it('needs production: there is no export in Pinterest’s sandbox', async () => {
		const sandbox = { ...context(), sandbox: true };
		expect(await errorOf(exported({}, sandbox))).toMatchObject({ action: 'use-production' });
		expect(on.simulator.ledger()).toEqual([]);
	});
});

describe('an export that goes wrong', () => {
	it.each([403, 404])('says that it is a beta, where Pinterest answers %d', async (status) => {
		const answer = { status, body: { code: 29, message: 'Not for this app.' } };
		fails('leads_export/create', { fault: 'answer', answer });
		expect(await errorOf(exported())).toMatchObject({
			status,
			hint: expect.stringMatching(/beta.*account manager/),
		});
	});

	it.each(['report-failed', 'report-lost'] as const)(
		'is asked for once more after %s, and then given up',
		async (fault) => {
			fails('leads_export/create', { fault, count: 1 });
			expect((await exported()).leads).toHaveLength(2);
			fails('leads_export/create', { fault, count: 2 });
			expect(await errorOf(exported())).toMatchObject({
				...{ kind: 'unavailable', message: expect.stringMatching(/failed or got lost/) },
			});
			expect(bodies()).toHaveLength(4);
		},
	);

	it('that never ends is given up after a quarter of an hour', async () => {
		on.simulator.settings({ reportMs: 86_400_000 });
		const began = on.simulator.now();
		expect(await errorOf(exported())).toMatchObject({
			...{ kind: 'unavailable', message: expect.stringMatching(/after 15 minutes/) },
		});
		expect(on.simulator.now() - began).toBeLessThan(16 * 60_000);
		expect(asked().length).toBeLessThan(120);
	});

	it('whose address is no safe one is not fetched', async () => {
		for (const download_url of ['http://files.example.com/1', 'file:///etc/passwd', 'nothing']) {
			const body = { export_status: 'FINISHED', download_url };
			fails('leads_export/get', { fault: 'answer', answer: { body }, count: 1 });
			expect(await errorOf(exported())).toMatchObject({
				...{ kind: 'unavailable', message: expect.stringMatching(/no safe address/) },
			});
		}
		expect(asked()).not.toContain('leads-file');
	});

	it.each([
		['a page', '<html><p>cleo@example.com</p></html>', /it is a web page/],
		['a quotation mark that is never closed', 'Email\n"cleo@example.com', /in the middle of a row/],
		['a mark that closes no cell', 'Email\n"cleo"@example.com\n', /closes no cell/],
		['a row that is too long', 'Email\ncleo@example.com,Cleo Example\n', /more cells/],
		['broken JSON', '[{"Email":"cleo@example.com"', /not JSON/],
		['JSON of another kind', '{"Email":"cleo@example.com"}', /form that is not known/],
	])('with %s is fetched again, and never quoted', async (_, body, message) => {
		file(body);
		const error = (await errorOf(exported()))!;
		expect(error).toMatchObject({
			...{ kind: 'unavailable', message: expect.stringMatching(message) },
		});
		expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/cleo/i);
		expect(asked().filter((operation) => operation === 'leads-file')).toHaveLength(4);
	});

	it('is whole again after a file that was cut, with nobody twice', async () => {
		fails('leads-file', { fault: 'truncated', count: 2 });
		expect((await exported()).leads).toHaveLength(2);
	});

	it('is fetched by a new address where the first is refused', async () => {
		fails('leads-file', { fault: 'answer', answer: { status: 403, body: 'expired' }, count: 1 });
		expect((await exported()).leads).toHaveLength(2);
	});

	it.each(
		(['429', '500', 'cut-before', 'cut-after', 'done-500', 'html', 'truncated'] as const).flatMap(
			(fault) => [0, 1, 2, 3].map((after) => ({ fault, after })),
		),
	)('goes on after %j', async ({ fault, after }) => {
		on.simulator.addFault({ match: {}, fault, after, count: 1, resetSeconds: 0 });
		expect((await exported()).leads).toHaveLength(2);
	});
});
