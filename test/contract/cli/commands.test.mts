import { SEED } from '../../../simulator/simulator.mts';
import { useCommandLine } from './commandLine.mts';

const on = useCommandLine();

const CONTACTS = 'name,email\nAda,ada@example.com\nGrace,grace@example.com\nNobody,nobody\n';
const EVENTS = [
	'event_name,event_id,email,value,currency',
	'checkout,order-1,ada@example.com,49.90,USD',
	'checkout,order-2,grace@example.com,12,USD',
].join('\n');
const LAUNCH = {
	campaign: { name: 'Spring', objective: 'CONSIDERATION', dailySpendCap: '20000000' },
	adGroups: [
		{
			name: 'US',
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
			ads: [{ pinId: SEED.pins.image }],
		},
	],
};

describe('illixis-pinterest check', () => {
	it('gives the connection as JSON where it is not on a terminal', async () => {
		const { exit, result, stderr } = await on.json(['check']);

		expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
		expect(result).toMatchObject({ status: 'active', ad_account_id: SEED.adAccountId });
	});

	it('takes the first ad account where none is named, and the one that an option names', async () => {
		const env = { PINTEREST_AD_ACCOUNT_ID: '' };
		const first = await on.json(['check'], { env });
		const euro = await on.json(['check', '--ad-account', SEED.euroAdAccountId], { env });

		expect(first.result).toMatchObject({ ad_account_id: SEED.adAccountId });
		expect(euro.result).toMatchObject({ ad_account_id: SEED.euroAdAccountId, currency: 'EUR' });
	});

	it('gives one line of CSV with its headings, and a list for people', async () => {
		const csv = await on.run(['check', '--format', 'csv']);
		const table = await on.run(['check', '--format', 'table']);

		expect(csv.stdout).toMatch(/^status,ad_account_id,.*\r\nactive,549755885175,.*\r\n$/);
		expect(table.stdout).toMatch(/^Status +active$/m);
	});
});

describe('illixis-pinterest sync', () => {
	it('puts the contacts of a CSV file into an audience, and prints none of them', async () => {
		on.file('contacts.csv', CONTACTS);

		const { exit, result, stdout, stderr } = await on.json([
			'sync',
			'contacts.csv',
			'--name',
			'Fans',
		]);

		expect(exit).toBe(0);
		expect(result).toMatchObject({
			name: 'Fans',
			sync_status: 'synced',
			counts: { received: 3, valid: 2, invalid: 1, sent: 2 },
		});
		expect(stdout + stderr).not.toMatch(/(?:ada|grace)@/);
		expect(on.writes()).toEqual(['POST customer_lists', 'POST audiences']);
	});

	it.each([
		['a list as JSON', '["ada@example.com","grace@example.com"]'],
		['objects as JSON', '[{"email":"ada@example.com"},{"email":"grace@example.com"}]'],
		['a JSON object a line', '{"email":"ada@example.com"}\n{"email":"grace@example.com"}\n'],
		['an address a line', 'ada@example.com\ngrace@example.com\n'],
	])('takes %s through a pipe', async (_, input) => {
		const { exit, result } = await on.json(['sync', '--name', 'Fans'], { input });

		expect(exit).toBe(0);
		expect(result).toMatchObject({ counts: { received: 2, valid: 2, sent: 2 } });
	});

	it('takes the column that is named, by its heading or number', async () => {
		on.file('two.csv', 'old,new\na@example.com,b@example.com\nc@example.com,\n');
		const sent = async (column: string) =>
			(await on.json(['sync', 'two.csv', '--name', 'Fans', '--column', column])).result;

		expect(await sent('old')).toMatchObject({ counts: { valid: 2 } });
		expect(await sent('2')).toMatchObject({ counts: { valid: 1 } });
	});

	it('mirrors a file against the one before', async () => {
		on.file('yesterday.csv', 'email\nada@example.com\nalan@example.com\n');
		on.file('today.csv', 'email\nada@example.com\ngrace@example.com\n');
		await on.run(['sync', 'yesterday.csv', '--name', 'Fans']);
		const mirror = [
			'--mode',
			'mirror',
			'--previous',
			'yesterday.csv',
			'--max-removal-percent',
			'100',
		];

		const { exit, result } = await on.json(['sync', 'today.csv', '--name', 'Fans', ...mirror]);

		expect(exit).toBe(0);
		expect(result).toMatchObject({ counts: { sent: 1, removed: 1 } });
	});

	it('only says in a preview what it would do', async () => {
		const args = ['sync', '--name', 'Fans', '--preview'];

		const { exit, result } = await on.json(args, { input: CONTACTS });

		expect(exit).toBe(0);
		expect(result).toMatchObject({
			preview: true,
			would: expect.stringContaining('Would add 2 records to a new customer list'),
		});
		expect(on.writes()).toEqual([]);
	});

	it('gives the record of a sync that failed half way, to be stored', async () => {
		const answer = { status: 403, body: { code: 29, message: 'No.' } };
		on.simulator.addFault({ match: { operationId: 'audiences/create' }, fault: 'answer', answer });

		const { exit, result, stderr } = await on.json(['sync', '--name', 'Fans'], { input: CONTACTS });

		expect(exit).toBe(3);
		expect(result).toMatchObject({ sync_status: 'error', counts: { sent: 2 } });
		expect(stderr).toMatch(/^Failed: .*\n {2}What to do: /m);
	});
});

describe('illixis-pinterest send', () => {
	it.each([
		['CSV', 'events.csv', EVENTS],
		[
			'JSON',
			'events.json',
			JSON.stringify([
				{ event_name: 'checkout', event_id: 'order-1', email: 'ada@example.com' },
				{ eventName: 'checkout', eventId: 'order-2', email: 'grace@example.com' },
			]),
		],
		[
			'NDJSON',
			'events.ndjson',
			'{"event_name":"checkout","event_id":"order-1","email":"ada@example.com"}\n{"event_name":"checkout","event_id":"order-2","email":"grace@example.com"}',
		],
	])('sends events of %s, and gives one element for each', async (_, name, content) => {
		on.file(name, content);

		const { exit, result } = await on.json(['send', name]);

		expect(exit).toBe(0);
		expect(result).toMatchObject([
			{ item: 1, ok: true, event_id: 'order-1', status: 'processed', test: false },
			{ item: 2, ok: true, event_id: 'order-2', status: 'processed', test: false },
		]);
		expect(on.writes()).toEqual(['POST events']);
	});

	it('has Pinterest only check them with --test', async () => {
		const { result } = await on.json(['send', '--test'], { input: EVENTS });

		expect(result).toMatchObject([{ test: true }, { test: true }]);
	});

	it('goes on after an event that cannot be sent, and says so with exit code 1', async () => {
		const input = `${EVENTS}\ncheckout,order-3,,5,USD`;

		const { exit, stdout, stderr } = await on.run(['send', '--format', 'csv'], { input });

		expect(exit).toBe(1);
		expect(stdout.split('\r\n')[0]).toMatch(/^item,ok,event_id,.*,error,kind,hint$/);
		expect(stdout).toMatch(/^3,false,.*cannot match it to anybody/m);
		expect(stderr).toMatch(/^Failed: Event 3: /m);
	});

	it('sends orders of a shop, and refuses one that is not paid if it is told to', async () => {
		const order = { id: 450789469, created_at: new Date().toISOString(), currency: 'USD' };
		const shop = {
			...{ ...order, email: 'ada@example.com', total_price: '20.00', subtotal_price: '20.00' },
			line_items: [{ id: 1, product_id: 7, quantity: 1, price: '20.00', title: 'Lamp' }],
		};
		const input = JSON.stringify([
			{ ...shop, financial_status: 'paid' },
			{ ...shop, id: 450789470, financial_status: 'pending' },
		]);
		const args = ['send', '--event-source', 'shopifyOrder', '--unpaid-orders', 'refuse'];

		const { exit, result } = await on.json(args, { input });

		expect(exit).toBe(1);
		expect(result).toMatchObject([{ ok: true, event_name: 'checkout' }, { ok: false }]);
	});

	it('only says in a preview what it would send', async () => {
		const { exit, result } = await on.json(['send', '--preview'], { input: EVENTS });

		expect(exit).toBe(0);
		expect(result).toMatchObject([{ would: expect.stringContaining('order-1') }, { ok: true }]);
		expect(on.writes()).toEqual([]);
	});
});

describe('illixis-pinterest metrics', () => {
	it('gives rows with their currency and days', async () => {
		const args = [
			'metrics',
			'--period',
			'last7days',
			'--granularity',
			'TOTAL',
			'--columns',
			'SPEND_IN_DOLLAR',
		];

		const { exit, result } = await on.json(args);

		expect(exit).toBe(0);
		expect(result).toMatchObject({
			currency: 'USD',
			rows: [expect.objectContaining({ id: SEED.campaigns.running, spend: expect.any(Number) })],
		});
		expect(on.writes()).toEqual([]);
	});

	it('gives the rows alone as CSV and as a table', async () => {
		const args = ['metrics', '--level', 'adGroup', '--granularity', 'TOTAL', '--format'];

		const csv = await on.run([...args, 'csv']);
		const table = await on.run([...args, 'table']);

		expect(csv.stdout).toMatch(/^row_key,level,.*\r\nad_group\|/);
		expect(table.stdout.split('\n')[0]).toMatch(/^Name .* Spend /);
	});
});

describe('illixis-pinterest launch', () => {
	it('creates everything paused, and nothing twice', async () => {
		on.file('spring.json', LAUNCH);

		const first = await on.json(['launch', 'spring.json']);
		const again = await on.json(['launch', 'spring.json']);

		expect([first.exit, again.exit]).toEqual([0, 0]);
		expect(first.result).toMatchObject([{ item: 1, ok: true, status: 'PAUSED' }]);
		expect(again.result).toMatchObject([{ ok: true, created: { campaigns: [], ads: [] } }]);
		expect(on.writes()).toEqual(['POST campaigns', 'POST ad_groups', 'POST ads']);
	});

	it('reads a CSV file by the names of fields, however they are written', async () => {
		const head = 'Name,objective,daily_spend_cap,Billable Event,locations,pin-ids';
		const input = `${head}\nAutumn,CONSIDERATION,20.00,CLICKTHROUGH,US,${SEED.pins.image}\n`;

		const { exit, stdout } = await on.run(
			['launch', '--amount-unit', 'accountCurrency', '--format', 'table'],
			{ input },
		);

		expect(exit).toBe(0);
		expect(stdout).toMatch(/ Autumn +PAUSED +1 campaign, 1 ad group, 1 ad$/m);
	});

	it('only says in a preview what it would create', async () => {
		const { exit, result } = await on.json(['launch', '--preview'], {
			input: JSON.stringify(LAUNCH),
		});

		expect(exit).toBe(0);
		expect(result).toMatchObject([
			{ ok: true, would: 'Would create 1 campaign, 1 ad group, 1 ad, paused.' },
		]);
		expect(on.writes()).toEqual([]);
	});

	it('keeps to the limits that options give', async () => {
		const args = ['launch', '--highest-daily-budget', '10'];

		const { exit, stderr } = await on.run(args, { input: JSON.stringify(LAUNCH) });

		expect(exit).toBe(1);
		expect(stderr).toContain('20.00 USD a day is more than the 10.00 USD');
		expect(on.writes()).toEqual([]);
	});

	it('switches nothing on where the config file does not allow it', async () => {
		on.file('limits.json', { limits: { maySwitchOn: false } });
		const args = ['launch', '--status', 'ACTIVE', '--config', 'limits.json'];

		const { exit, stderr } = await on.run(args, { input: JSON.stringify(LAUNCH) });

		expect(exit).toBe(1);
		expect(stderr).toContain('may not switch anything on');
		expect(on.writes()).toEqual([]);
	});

	it('lets no option change a limit of the config file', async () => {
		on.file('limits.json', { limits: { highestDailyBudget: '10' } });
		const args = ['launch', '--highest-daily-budget', '1000', '--config', 'limits.json'];

		const { exit, stderr } = await on.run(args, { input: JSON.stringify(LAUNCH) });

		expect(exit).toBe(2);
		expect(stderr).toContain('The config file sets the limit highestDailyBudget already.');
		expect(on.writes()).toEqual([]);
	});

	it('refuses a limit that is misspelt, which would be none', async () => {
		on.file('limits.json', { limits: { highestDailyBugdet: '10' } });

		const { exit, stderr } = await on.run(['launch', '--config', 'limits.json'], { input: '{}' });

		expect(exit).toBe(2);
		expect(stderr).toContain('highestDailyBugdet');
	});
});

describe('illixis-pinterest diagnose', () => {
	it('says of a campaign that cannot deliver why, with exit code 1', async () => {
		const { exit, stdout } = await on.run(['diagnose', SEED.campaigns.archived, '--format', 'csv']);

		expect(exit).toBe(1);
		expect(stdout).toMatch(/,blocks,archived,/);
	});

	it('looks at the campaigns of the ad account where none is named', async () => {
		const { exit, result } = await on.json(['diagnose', '--statuses', 'ACTIVE']);

		expect(exit).toBe(0);
		expect(result).toMatchObject([
			{ item: 1, ok: true, campaign_id: SEED.campaigns.running, can_deliver: true },
		]);
		expect(on.writes()).toEqual([]);
	});
});
