import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Description } from '../../../simulator/description/description.mts';
import { DISTILLED_FILE, judgeLabel } from '../../../simulator/description/files.mts';
import { handlers } from '../../../simulator/server/handlers.mts';
import { startSimulator } from '../../../simulator/simulator.mts';
import { A, ask, campaign, event, type Json } from './simulatorClient.mts';

describe('with nothing beside the repository', () => {
	it('says so, works, and still refuses what is malformed', async () => {
		const sim = await startSimulator({ openapi: DISTILLED_FILE });
		expect(judgeLabel(sim.status().description)).toBe(
			'Pinterest REST API 5.23.0, distilled (simulator/description/pinterest-api.json)',
		);
		const made = await ask(sim, 'POST', `${A}/campaigns`, { body: [campaign()] });
		expect(made.body.items[0].data.name).toBe('Spring');
		const sent = await ask(sim, 'POST', `${A}/events`, { body: { data: [event(sim)] } });
		expect(sent.body.num_events_processed).toBe(1);
		expect(sim.violations()).toEqual([]);
		const bad: Array<[string, string, unknown]> = [
			['POST', `${A}/campaigns`, [campaign({ objective_type: 'SHOPPING' })]],
			['POST', `${A}/campaigns`, [campaign({ daily_spend_cap: '5' })]],
			['POST', `${A}/campaigns`, [campaign({ dailySpendCap: 5 })]],
			['POST', `${A}/campaigns`, []],
			['POST', `${A}/events`, { data: [event(sim, { eventId: '1' })] }],
			['GET', `${A}/campaigns?limit=1`, undefined],
			['GET', `${A}/campaigns?campaign_ids=1,2`, undefined],
			['GET', `${A}/analytics?start_date=2026-01-01`, undefined],
			['GET', `${A}/nothing`, undefined],
		];
		for (const [method, path, body] of bad) {
			sim.clearLedger();
			const { status } = await ask(sim, method, path, { body });
			expect([path, status >= 400, sim.violations().length > 0]).toEqual([path, true, true]);
		}
		await sim.close();
	});

	it('knows every operation that it implements', async () => {
		const description = await Description.load(DISTILLED_FILE);
		const known = description.operations().map(({ operationId }) => operationId);
		const simulated = ['oauth/token', ...Object.keys(handlers)];
		expect(simulated.filter((id) => !known.includes(id))).toEqual([]);
	});

	it('is told where a file is missing', async () => {
		const openapi = '/nowhere/openapi.json';
		await expect(startSimulator({ openapi })).rejects.toThrow(/no API description at/);
	});
});

describe('on the command line', () => {
	const main = join(__dirname, '../../../simulator/main.mts');

	it('explains its options', async () => {
		const run = promisify(execFile);
		const { stdout } = await run(process.execPath, [main, '--help']);
		expect(stdout).toMatch(/--port N/);
	});
});

describe('a state file', () => {
	it('keeps entities, lists and tokens over a restart', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
		const stateFile = join(folder, 'state');
		const first = await startSimulator({ stateFile });
		const { token } = first.mintToken({ label: 'kept' });
		const body = { name: 'L', records: 'a@example.com' };
		const made = await ask(first, 'POST', `${A}/customer_lists`, { body, token });
		await first.close();

		const second = await startSimulator({ stateFile });
		const path = `${A}/customer_lists/${made.body.id}`;
		expect((await ask(second, 'GET', path, { token })).body.name).toBe('L');
		expect(second.state().customerLists[0].members).toEqual(['a@example.com']);
		const next = await ask(second, 'POST', `${A}/customer_lists`, { body });
		expect(next.body.id).not.toBe(made.body.id);
		await second.close();
		rmSync(folder, { recursive: true });
	});
});

describe('the control addresses', () => {
	it('do over HTTP what a test in the same process can', async () => {
		const sim = await startSimulator();
		const control = async (method: string, path: string, body?: unknown) => {
			const response = await fetch(`${sim.origin}/__sim/${path}`, {
				method,
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			return { status: response.status, body: (await response.json()) as Json };
		};
		const { body: status } = await control('GET', 'status');
		expect(status).toMatchObject({ baseUrl: sim.url, seed: { clientId: sim.seed.clientId } });
		const before = sim.now();
		await control('POST', 'clock', { advanceMs: 60_000 });
		expect(sim.now() - before).toBeGreaterThanOrEqual(60_000);
		await control('POST', 'faults', { fault: '500', count: 1 });
		expect((await ask(sim, 'GET', '/ad_accounts')).status).toBe(500);
		expect((await control('GET', 'faults')).body).toEqual([{ fault: '500', count: 1, struck: 1 }]);
		expect((await control('POST', 'faults', { fault: 'flood' })).status).toBe(400);
		await control('DELETE', 'faults');
		const { token } = (await control('POST', 'tokens', { scopes: ['ads:read'] })).body;
		expect((await ask(sim, 'GET', '/ad_accounts', { token })).status).toBe(200);
		expect((await control('POST', 'tokens', { expire: token })).body).toEqual({ ended: 1 });
		expect((await ask(sim, 'GET', '/ad_accounts', { token })).status).toBe(401);
		await control('POST', 'settings', { limits: { ads_read: 0 } });
		expect((await ask(sim, 'GET', '/ad_accounts')).status).toBe(429);
		await control('POST', 'seed', { customerLists: [{ id: '77', members: ['a@example.com'] }] });
		expect((await control('GET', 'state')).body.customerLists[0].members).toHaveLength(1);
		expect((await control('GET', 'ledger')).body.length).toBe(sim.ledger().length);
		await ask(sim, 'GET', '/nothing');
		expect((await control('GET', 'violations')).body).toHaveLength(1);
		await control('POST', 'reset');
		expect(sim.ledger()).toEqual([]);
		expect(sim.state().customerLists).toEqual([]);
		expect((await control('GET', 'nothing')).status).toBe(404);
		await sim.close();
	});
});
