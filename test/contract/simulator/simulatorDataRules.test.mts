import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { A, ask, complaint, event, expectViolation, HASH, people } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

describe('records that break a rule', () => {
	const uuid = '38400000-8cf0-11bd-b23e-10b96e40000d';
	const cases: Array<[rule: string, records: string, said: RegExp, type?: string]> = [
		['none', '', /no records/],
		['an upper-case email', 'Ann@example.com', /Record 1 of 1 is not in lower case/],
		['a space', 'a@example.com, b@example.com', /Record 2 of 2 contains white space/],
		['a line each', 'a@example.com\nb@example.com', /contains white space/],
		['an empty one', 'a@example.com,', /Record 2 of 2 is empty/],
		['an email that is none', 'ann.example.com', /neither an email address nor a hash/],
		['an email with two dots', 'ann@example..com', /neither an email address nor a hash/],
		['an upper-case hash', HASH.toUpperCase(), /not in lower case/],
		['a plain device id', uuid, /not a hashed device id/, 'MAID'],
		['an upper-case device hash', HASH.toUpperCase(), /not a hashed device id/, 'IDFA'],
		['an email for a device', 'a@example.com', /not a hashed device id/, 'IDFA'],
	];
	it.each(cases)('%s', async (_rule, records, said, list_type = 'EMAIL') => {
		const body = { name: 'L', records, list_type };
		await expectViolation(sim, 'POST', `${A}/customer_lists`, body, said);
	});

	it('an array of them', async () => {
		const body = { name: 'L', records: ['a@example.com'] };
		const said = /records: must be string/;
		await expectViolation(sim, 'POST', `${A}/customer_lists`, body, said);
	});

	it('never shows a record in what it says', async () => {
		const records = 'ann@example.com,Secret.Person@example.com';
		const reply = await ask(sim, 'POST', `${A}/customer_lists`, { body: { name: 'L', records } });
		expect(JSON.stringify([reply.body, sim.violations()])).not.toMatch(/Secret/);
	});

	it('and takes emails and hashes of three kinds as they are', async () => {
		const records = ['ann@example.com', 'b'.repeat(32), 'c'.repeat(40), HASH];
		const body = { name: 'L', records: records.join(',') };
		expect((await ask(sim, 'POST', `${A}/customer_lists`, { body })).status).toBe(200);
		expect(sim.state().customerLists[0].members).toEqual(records);
		expect(sim.violations()).toEqual([]);
	});

	it('counts what was sent, and holds what is distinct', async () => {
		const path = `${A}/customer_lists`;
		const first = { name: 'L', records: 'a@example.com,b@example.com,a@example.com' };
		const { body: list } = await ask(sim, 'POST', path, { body: first });
		expect(list).toMatchObject({ num_batches: 1, num_uploaded_user_records: 3 });
		const remove = { operation_type: 'REMOVE', records: 'b@example.com,z@example.com' };
		const changed = await ask(sim, 'PATCH', `${path}/${list.id}`, { body: remove });
		expect(changed.body).toMatchObject({ num_batches: 2, num_removed_user_records: 2 });
		expect(sim.state().customerLists[0].members).toEqual(['a@example.com']);
	});
});

describe('audiences', () => {
	const audience = (audience_type: string, rule: object) => ({ name: 'A', audience_type, rule });
	const alike = (more: object) =>
		audience('ACTALIKE', { seed_id: ['1'], country: 'US', percentage: 5, ...more });
	const path = `${A}/audiences`;

	it.each([
		['an actalike for any country', alike({ country: 'DE' }), /country must be/],
		['an actalike of 11 %', alike({ percentage: 11 }), /from 1 to 10/],
		['a percentage as text', alike({ percentage: '5' }), /percentage: must be integer/],
		['an actalike of nothing', alike({ seed_id: [] }), /needs rule.seed_id/],
		['no customer list', audience('CUSTOMER_LIST', {}), /customer_list_id/],
		['an unknown type', audience('LOOKALIKE', {}), /audience_type/],
	])('%s is a violation', async (_rule, body, said) => {
		await expectViolation(sim, 'POST', path, body, said);
	});

	it('a customer list that does not exist is refused', async () => {
		const body = audience('CUSTOMER_LIST', { customer_list_id: '1' });
		expect((await ask(sim, 'POST', path, { body })).status).toBe(404);
		expect(sim.violations()).toEqual([]);
	});

	it('an actalike is made of a READY audience only', async () => {
		const list = { name: 'L', records: people(150) };
		const { body: made } = await ask(sim, 'POST', `${A}/customer_lists`, { body: list });
		const ofList = audience('CUSTOMER_LIST', { customer_list_id: made.id });
		const { body: seed } = await ask(sim, 'POST', path, { body: ofList });
		const body = alike({ seed_id: [seed.id] });
		expect((await ask(sim, 'POST', path, { body })).body.message).toMatch(/not READY/);
		sim.advance(2 * 3_600_000);
		expect((await ask(sim, 'POST', path, { body })).status).toBe(200);
		expect(sim.violations()).toEqual([]);
	});
});

describe('an event that breaks a rule', () => {
	const user = (user_data: object) => ({ user_data });
	const custom = (custom_data: object) => ({ custom_data });
	const agent = { client_user_agent: 'Mozilla/5.0' };
	const noIdentifier = /'em'|user_data needs/;
	const cases: Array<[rule: string, fields: object, said: RegExp]> = [
		['an invented field', { eventId: '1' }, /additional properties \(eventId\)/],
		['no id', { event_id: undefined }, /'event_id'/],
		['an empty id', { event_id: ' ' }, /event_id is empty/],
		['no identifier', user({ ph: [HASH] }), noIdentifier],
		['an address without an agent', user({ client_ip_address: '192.0.2.1' }), noIdentifier],
		['an address of none', user({ client_ip_address: '0.0.0.0', ...agent }), /no IP address/],
		['a plain email', user({ em: ['a@example.com'] }), /em is not a SHA-256/],
		['an upper-case hash', user({ em: [HASH.toUpperCase()] }), /em is not a SHA-256/],
		['a plain phone number', user({ em: [HASH], ph: ['15551234'] }), /ph is not a SHA-256/],
		['an empty identifier', user({ em: [] }), /em is empty/],
		['an email that is no list', user({ em: HASH }), /em: must be array/],
		['a bad currency', custom({ currency: 'EURO' }), /ISO 4217/],
		['a value that is a number', custom({ value: 1 }), /value: must be string/],
		['a value with a sign', custom({ value: '$1' }), /not a number/],
		['an invented custom field', custom({ total: '1' }), /additional properties \(total\)/],
		['milliseconds', { event_time: 1_800_000_000_000 }, /Unix seconds/],
		['an unknown source', { action_source: 'website' }, /action_source must be/],
	];
	it.each(cases)('%s', async (_rule, fields, said) => {
		const body = { data: [event(sim, fields)] };
		await expectViolation(sim, 'POST', `${A}/events`, body, said);
	});

	it('none of them, or 1,001', async () => {
		const path = `${A}/events`;
		await expectViolation(sim, 'POST', path, { data: [] }, /fewer than 1/);
		const data = Array.from({ length: 1001 }, (_, index) => event(sim, { event_id: `${index}` }));
		await expectViolation(sim, 'POST', path, { data }, /more than 1000/);
		const { body } = await ask(sim, 'POST', path, { body: { data: data.slice(1) } });
		expect(body.num_events_processed).toBe(1000);
	});

	it('costs the others nothing', async () => {
		const data = [event(sim), event(sim, { event_time: Math.floor(sim.now() / 1000) + 90_000 })];
		const reply = await ask(sim, 'POST', `${A}/events`, { body: { data } });
		expect(reply.body).toMatchObject({ num_events_received: 2, num_events_processed: 1 });
		expect(complaint(reply)).toMatch(/future/);
		expect(sim.state().events).toHaveLength(1);
	});

	it('a second time is noticed, unless it happened offline', async () => {
		const offline = event(sim, { action_source: 'offline', event_id: 'order-2' });
		const data = [event(sim), event(sim), offline, offline];
		await ask(sim, 'POST', `${A}/events`, { body: { data } });
		expect(sim.state().events.map(({ duplicate }) => duplicate)).toEqual([
			false,
			true,
			false,
			false,
		]);
	});

	it('in a test only the first 20 count', async () => {
		const data = Array.from({ length: 25 }, (_, index) => event(sim, { event_id: `${index}` }));
		const { body } = await ask(sim, 'POST', `${A}/events?test=true`, { body: { data } });
		expect(body.num_events_processed).toBe(20);
	});
});

describe('keywords', () => {
	it.each([
		['of 121 characters', SEED.adGroups.running, 'x'.repeat(121), /longer than 120/],
		['that are empty', SEED.adGroups.running, ' ', /empty/],
		['for a campaign that are not negative', SEED.campaigns.running, 'x', /negative/],
	])('%s are a violation', async (_rule, parent_id, value, said) => {
		const body = { parent_id, keywords: [{ match_type: 'BROAD', value }] };
		await expectViolation(sim, 'POST', `${A}/keywords`, body, said);
	});

	it('of a parent that does not exist are refused', async () => {
		const body = { parent_id: '123', keywords: [{ match_type: 'BROAD', value: 'x' }] };
		expect((await ask(sim, 'POST', `${A}/keywords`, { body })).status).toBe(404);
		expect(sim.violations()).toEqual([]);
	});
});
