import { AD, AD_GROUP, type Fields } from '../../../../worker/src/entities.ts';
import { updateAll } from '../../../../worker/src/campaigns/batch/updateBatch.ts';
import type { HttpRequest } from '../../../../worker/src/ports.ts';
import { fakeContext, fault, json, type Answer } from '../../client/fakePorts.mts';

const ACCOUNT = '549755885175';
const OTHER_ACCOUNT = '549755885176';

type Sent = Fields & { readonly id: string };

const order = (id: string, more: Fields = {}, adAccountId = ACCOUNT) => ({
	adAccountId,
	body: { id, ...more },
});
const orders = (count: number) => Array.from({ length: count }, (_, n) => order(`${n + 1}`));

const done = ({ body }: HttpRequest) =>
	json({ items: (body as Sent[]).map((data) => ({ data, exceptions: [] })) });

/** @param answers in order; after them everything is done */
async function run(all: ReturnType<typeof orders>, answers: Answer[] = [], kind = AD_GROUP) {
	const { context, requests, sleeps } = fakeContext([...answers, done]);
	const outcomes = await updateAll(context, kind, all);
	const results = outcomes.map((outcome) =>
		outcome.ok
			? outcome.record.id
			: { kind: outcome.error.kind, code: outcome.error.code, message: outcome.error.message },
	);
	return { results, requests, sleeps, sent: requests.map(({ body }) => body as Sent[]) };
}

it('changes 100 ad groups with four requests and answers in order', async () => {
	const { results, requests, sent } = await run(orders(100));
	expect(sent.map(({ length }) => length)).toEqual([30, 30, 30, 10]);
	expect(requests.every(({ method }) => method === 'PATCH')).toBe(true);
	expect(requests[0].path).toBe(`/ad_accounts/${ACCOUNT}/ad_groups`);
	expect(results).toEqual(orders(100).map(({ body }) => body.id));
});

it('asks each ad account for its own', async () => {
	const mixed = [order('1'), order('2', {}, OTHER_ACCOUNT), order('3')];
	const { results, requests } = await run(mixed);
	expect(requests.map(({ path }) => path)).toEqual([
		`/ad_accounts/${ACCOUNT}/ad_groups`,
		`/ad_accounts/${OTHER_ACCOUNT}/ad_groups`,
	]);
	expect(results).toEqual(['1', '2', '3']);
});

it('makes two changes of one entity one after another, in their order', async () => {
	const { results, sent } = await run([
		order('1', { name: 'first' }),
		order('2'),
		order('1', { name: 'second' }),
	]);
	expect(sent).toEqual([[{ id: '1', name: 'first' }, { id: '2' }], [{ id: '1', name: 'second' }]]);
	expect(results).toEqual(['1', '2', '1']);
});

describe('what the answer says of an element', () => {
	it('is that element’s, whatever the order', async () => {
		const { results, requests } = await run(orders(3), [
			json({ items: ['3', '1', '2'].map((id) => ({ data: { id } })) }),
		]);
		expect(results).toEqual(['1', '2', '3']);
		expect(requests).toHaveLength(1);
	});

	it.each([
		['a list', [{ code: 2384, message: 'The budget is too low.' }]],
		['an object', { code: 2384, message: 'The budget is too low.' }],
	])('may be an exception in %s', async (_shape, exceptions) => {
		const { results } = await run(orders(2), [
			json({ items: [{ data: { id: '1' } }, { exceptions }] }),
		]);
		expect(results).toEqual([
			'1',
			{
				kind: 'invalid',
				code: 2384,
				message: 'Could not update the ad group 2: Pinterest refused it (The budget is too low.)',
			},
		]);
	});

	it('is asked for again where it says nothing', async () => {
		const { results, sent, sleeps } = await run(orders(3), [
			json({ items: [{ data: { id: '2' } }] }),
		]);
		expect(results).toEqual(['1', '2', '3']);
		expect(sent.map((bodies) => bodies.map(({ id }) => id))).toEqual([
			['1', '2', '3'],
			['1', '3'],
		]);
		expect(sleeps).toEqual([1000]);
	});

	it('is never taken from another entity', async () => {
		const stray = json({ items: [{ data: { id: '9' } }] });
		const { results, requests } = await run([order('1')], [stray, stray, stray, stray]);
		expect(results).toMatchObject([{ kind: 'unavailable' }]);
		expect(requests).toHaveLength(4);
	});
});

it('repeats a request whose answer is lost', async () => {
	const { results, sent } = await run(orders(2), [fault('no-answer'), json({}, 500)]);
	expect(results).toEqual(['1', '2']);
	expect(sent).toHaveLength(3);
	expect(sent[2]).toEqual(sent[0]);
});

it.each([400, 404])('halves a request that is refused as a whole with %d', async (status) => {
	const refuseFive = (request: HttpRequest) =>
		(request.body as Sent[]).some(({ id }) => id === '5')
			? json({ code: 50, message: 'Ad not found.' }, status)
			: done(request);
	const all = orders(8);
	const { results } = await run(
		all,
		Array.from({ length: 20 }, () => refuseFive),
		AD,
	);
	expect(results).toEqual(
		all.map(({ body: { id } }) =>
			id === '5' ? expect.objectContaining({ kind: 'not-found', code: 50 }) : id,
		),
	);
});

it('a defect in one request costs no other request its outcomes', async () => {
	const { results } = await run(orders(35), [new TypeError('x is not a function')]);
	expect(results.slice(0, 30)).toMatchObject(
		Array.from({ length: 30 }, () => ({ kind: 'unavailable' })),
	);
	expect(results.slice(30)).toEqual(['31', '32', '33', '34', '35']);
});
