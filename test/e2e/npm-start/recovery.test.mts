import { createServer, type Server } from 'node:net';
import { lane } from '../../../scripts/paths.mts';
import {
	isRunning,
	MINUTES,
	NpmStart,
	startedProcesses,
	type Run,
	type Started,
} from './npmStart.mts';
import { addressesIn, dataTable, executions, ledger, requests } from '../audiences/records.mts';

describe('npm start -- --once after everything was killed half way', () => {
	let left: Started[];
	let run: Run;

	beforeAll(async () => {
		const broken = new NpmStart('--once');
		await broken.says('Synced again');
		left = startedProcesses();
		broken.signal('SIGKILL');
		await broken.ended;
		// The rest is what a crash leaves: n8n and the simulator, with nobody to stop them.
		expect(left.filter(isRunning)).toEqual(left);
		run = await new NpmStart('--once').ended;
	}, 25 * MINUTES);

	it('stops what was left, and nothing is running in the end', () => {
		expect(run.output).toMatch(/Stopped what an earlier run has left: .*simulator/);
		expect(left.map(({ name }) => name).sort()).toEqual(['n8n', 'simulator']);
		expect(left.filter(isRunning)).toEqual([]);
		expect(startedProcesses()).toEqual([]);
	});

	it('does the whole job', () => {
		expect(run.output.match(/^✗.*$/gm) ?? []).toEqual([]);
		expect(run.output.match(/^✓/gm)).toHaveLength(9);
		expect(run.code).toBe(0);
	});

	it('does it on what the last run left: one audience record, one metrics row for each key', () => {
		const records = dataTable('pinterest_audiences').filter(
			({ audience_key: key }) => key === 'newsletter subscribers',
		);
		expect(records.map(({ sync_status: status }) => status)).toEqual(['synced']);
		const keys = dataTable('pinterest_metrics').map(({ row_key: key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(executions().filter(({ status }) => status === 'running')).toEqual([]);
		const [list] = requests('POST', /\/customer_lists$/);
		expect((list.body as { records: string }).records.split(',').sort()).toEqual(
			addressesIn('contacts.csv').sort(),
		);
		expect(ledger().flatMap(({ violations }) => violations)).toEqual([]);
	});
});

/** Each lane of the tests has ports of its own. */
const USUAL_PORT = 5678 + lane * 100;

describe('npm start beside somebody else on its port, then Ctrl-C', () => {
	let blocker: Server;
	let started: NpmStart;

	beforeAll(async () => {
		// Where the port is in use anyway, that serves as well.
		blocker = createServer()
			.on('error', () => undefined)
			.listen(USUAL_PORT, '127.0.0.1');
		started = new NpmStart();
		await started.says('Creating credential');
	}, 10 * MINUTES);

	afterAll(() => {
		blocker.close();
	});

	it('names the taken port and uses another', () => {
		expect(started.output).toMatch(new RegExp(`Port ${USUAL_PORT} is taken, using \\d+\\.`));
	});

	it(
		'stops everything that it has started',
		async () => {
			const children = startedProcesses();
			expect(children.map(({ name }) => name).sort()).toEqual(['n8n', 'simulator']);
			started.signal('SIGINT');
			const { code } = await started.ended;
			expect(code).not.toBe(0);
			expect(children.filter(isRunning)).toEqual([]);
			expect(startedProcesses()).toEqual([]);
		},
		MINUTES,
	);
});
