import { SEED } from '../../../simulator/simulator.mts';
import { callApi, type ApiCall } from '../../../worker/src/index.ts';
import { contextFor, patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const A = `/ad_accounts/${SEED.adAccountId}`;
const IN_ACCOUNT = '/ad_accounts/{ad_account_id}';

const call = async (input: ApiCall, options: Parameters<typeof contextFor>[1] = {}) =>
	await callApi(contextFor(on.simulator, options), input);
const asked = () => on.simulator.ledger().map(({ method, path }) => `${method} ${path}`);

const campaign = {
	...{ ad_account_id: SEED.adAccountId, name: 'Raw', objective_type: 'CONSIDERATION' },
	status: 'PAUSED',
};
const creation: ApiCall = {
	...{ method: 'POST', path: `${IN_ACCOUNT}/campaigns`, unsafe: true },
	body: [campaign],
};

it('reads a path as it is, once with the version before it', async () => {
	const { records } = await call({ path: `/v5${A}` });
	expect(records).toMatchObject([{ id: SEED.adAccountId, currency: 'USD' }]);
	expect(asked()).toEqual([`GET /v5${A}`]);
});

it('puts the ad account in the place of {ad_account_id}: the input’s, the connection’s, or the first', async () => {
	const path = `${IN_ACCOUNT}/campaigns`;
	await call({ path, adAccountId: SEED.euroAdAccountId });
	await call({ path });
	await call({ path }, { adAccountId: undefined });
	expect(asked()).toEqual([
		`GET /v5/ad_accounts/${SEED.euroAdAccountId}/campaigns`,
		`GET /v5${A}/campaigns`,
		'GET /v5/ad_accounts',
		`GET /v5${A}/campaigns`,
	]);
});

describe('a list', () => {
	const plantMany = () =>
		on.simulator.plant({
			campaigns: Array.from({ length: 7 }, (_, n) => ({ id: `62673556583800010${n}` })),
		});
	const list: ApiCall = { path: `${IN_ACCOUNT}/campaigns`, query: { page_size: 3 } };

	it('as it is: one page, with its bookmark', async () => {
		plantMany();
		const { records } = await call(list);
		expect(records).toEqual([{ items: expect.any(Array), bookmark: expect.any(String) }]);
		expect(asked()).toHaveLength(1);
	});

	it('of all pages: each element once, and no more than the limit', async () => {
		plantMany();
		const all = await call({ ...list, answer: 'elements' });
		const ids = all.records.map((one) => (one as { id: string }).id);
		expect([ids.length, new Set(ids).size]).toEqual([8, 8]);
		expect(asked()).toHaveLength(3);
		const some = await call({ ...list, answer: 'elements', mostElements: 3 });
		expect(some.records).toHaveLength(3);
		expect(asked()).toHaveLength(4);
	});

	it('from a bookmark', async () => {
		plantMany();
		const [first] = (await call(list)).records as Array<{ bookmark: string }>;
		const query = { page_size: 3, bookmark: first.bookmark };
		const rest = await call({ ...list, query, answer: 'elements' });
		expect(rest.records).toHaveLength(5);
	});

	it.each(['bookmark-loop', 'bookmark-circle'] as const)('that does not end: %s', async (fault) => {
		plantMany();
		on.simulator.addFault({ fault, match: { operationId: 'campaigns/list' } });
		await expect(call({ ...list, answer: 'elements' })).rejects.toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('does not end'),
		});
	});

	it('of what is no list: says to take the answer as it is', async () => {
		await expect(call({ path: A, answer: 'elements' })).rejects.toMatchObject({
			kind: 'invalid',
			hint: expect.stringContaining('As It Is'),
		});
	});
});

it('sends a list in the query as parameters of one name', async () => {
	const query = { entity_statuses: ['ARCHIVED', 'PAUSED'], order: 'DESCENDING' };
	const { records } = await call({ path: `${A}/campaigns`, query, answer: 'elements' });
	expect(records).toMatchObject([{ id: SEED.campaigns.archived }]);
	expect(on.simulator.ledger()[0].query).toEqual(query);
});

it.each(['POST', 'PATCH', 'DELETE'] as const)('%s needs its switch', async (method) => {
	await expect(call({ method, path: `${A}/campaigns`, body: [] })).rejects.toMatchObject({
		kind: 'invalid',
		field: 'May Change Something',
	});
	expect(asked()).toEqual([]);
});

it('creates with POST what the body says', async () => {
	const { records, warnings } = await call(creation);
	expect(records).toMatchObject([{ items: [{ data: { name: 'Raw', status: 'PAUSED' } }] }]);
	expect(warnings).toEqual([]);
});

it('an answer of 200 with refused elements warns of them', async () => {
	const path = `${A}/campaigns`;
	const body = [{ id: '123', ad_account_id: SEED.adAccountId, status: 'PAUSED' }];
	const { warnings } = await call({ method: 'PATCH', path, body, unsafe: true });
	expect(warnings).toEqual([expect.stringMatching(/refused 1 of 1 elements/)]);
});

describe('when Pinterest fails', () => {
	const failOnce = (fault: '500' | 'done-500' | '429', operationId: string) =>
		on.simulator.addFault({ fault, match: { operationId }, count: 1 });

	it.each(['500', '429'] as const)('GET is tried again after %s', async (fault) => {
		failOnce(fault, 'ad_accounts/get');
		expect((await call({ path: A })).records).toHaveLength(1);
		expect(asked()).toHaveLength(2);
	});

	it('POST is not: it may have been done', async () => {
		failOnce('done-500', 'campaigns/create');
		await expect(call(creation)).rejects.toMatchObject({ kind: 'outcome-unknown' });
		expect(asked()).toEqual([`POST /v5${A}/campaigns`]);
	});

	it('POST is tried again where it certainly was not done', async () => {
		failOnce('429', 'campaigns/create');
		const { records } = await callApi(patientContext(on.simulator), creation);
		expect(records).toHaveLength(1);
		expect(asked()).toHaveLength(2);
	});

	it('PATCH, which sets something to a value, is tried again', async () => {
		failOnce('done-500', 'campaigns/update');
		const path = `${A}/campaigns`;
		const id = SEED.campaigns.running;
		const body = [{ id, ad_account_id: SEED.adAccountId, name: 'New' }];
		await call({ method: 'PATCH', path, body, unsafe: true });
		expect(asked()).toEqual([`PATCH /v5${path}`, `PATCH /v5${path}`]);
	});
});

it('says in Pinterest’s words why a call is refused', async () => {
	await expect(call({ path: `${A}/campaigns/123` })).rejects.toMatchObject({
		kind: 'not-found',
		message: expect.stringMatching(/^Could not call GET .*\/campaigns\/123: not found \(/),
	});
});
