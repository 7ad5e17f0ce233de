import { AD, CAMPAIGN, type EntityKind } from '../../../../worker/src/entities.ts';
import { createAll } from '../../../../worker/src/campaigns/batch/createBatch.ts';
import { fault, json } from '../../client/fakePorts.mts';
import { ACCOUNT, createsInMemory, order, OTHER_ACCOUNT, type Strike } from './createsInMemory.mts';

/** The strikes in order; a request that is lost before it is done never gets through. */
function fakeApi(strikes: Strike[] = []) {
	let failLists = false;
	const fake = createsInMemory({
		create() {
			const strike = strikes.shift() ?? 'done';
			return strike === 'lost before' ? fault('no-answer') : strike;
		},
		list: () => (failLists ? json({ code: 1, message: 'No.' }, 403) : undefined),
	});
	return { ...fake, failLists: () => (failLists = true) };
}

const orders = (names: string[], adAccountId: string = ACCOUNT) =>
	names.map((name) => order(name, 'PAUSED', adAccountId));

async function run(
	api: ReturnType<typeof fakeApi>,
	all: ReturnType<typeof orders>,
	kind: EntityKind = CAMPAIGN,
) {
	const outcomes = await createAll(api.context, kind, all);
	return outcomes.map((outcome) =>
		outcome.ok
			? { name: outcome.record.entity.name, recovered: outcome.record.recovered }
			: { kind: outcome.error.kind, hint: outcome.error.hint },
	);
}

const names = (count: number) => Array.from({ length: count }, (_, n) => `Campaign ${n}`);
const sizes = (api: ReturnType<typeof fakeApi>) =>
	api.posts().map(({ body }) => (body as unknown[]).length);

it('sends 65 in three requests and answers in order', async () => {
	const api = fakeApi();
	const results = await run(api, orders(names(65)));
	expect(sizes(api)).toEqual([30, 30, 5]);
	expect(results.map(({ name }) => name)).toEqual(names(65));
	expect(api.lists()).toBe(0);
});

it('groups by ad account and keeps the order of the inputs', async () => {
	const api = fakeApi();
	const mixed = names(6).flatMap((name, n) => orders([name], n % 2 ? OTHER_ACCOUNT : ACCOUNT));
	const results = await run(api, mixed);
	expect(api.posts().map(({ path }) => path)).toEqual([
		`/ad_accounts/${ACCOUNT}/campaigns`,
		`/ad_accounts/${OTHER_ACCOUNT}/campaigns`,
	]);
	expect(results.map(({ name }) => name)).toEqual(names(6));
});

describe('a create whose answer is lost', () => {
	it.each(['lost after it was done', 'garbled'] as const)(
		'is found instead of repeated: %s',
		async (strike) => {
			const api = fakeApi([strike]);
			expect(await run(api, orders(['a', 'b']))).toEqual([
				{ name: 'a', recovered: true },
				{ name: 'b', recovered: true },
			]);
			expect(api.posts()).toHaveLength(1);
			expect(api.sleeps).toEqual([2000]);
		},
	);

	it('is repeated where it was not done', async () => {
		const api = fakeApi(['lost before', 'lost before', 'lost before']);
		expect(await run(api, orders(['a']))).toEqual([{ name: 'a', recovered: false }]);
		expect(api.names()).toHaveLength(1);
		// Five looks over a minute before each repetition.
		expect(api.lists()).toBe(15);
		expect(api.sleeps.reduce((sum, ms) => sum + ms)).toBe(3 * 66_000);
	});

	it('is repeated only for what is missing', async () => {
		const api = fakeApi(['half done, then lost']);
		expect(await run(api, orders(names(4)))).toEqual([
			{ name: 'Campaign 0', recovered: true },
			{ name: 'Campaign 1', recovered: true },
			{ name: 'Campaign 2', recovered: false },
			{ name: 'Campaign 3', recovered: false },
		]);
		expect(api.names()).toHaveLength(4);
	});

	it('gives each of several of one name its own', async () => {
		const api = fakeApi(['half done, then lost']);
		const outcomes = await createAll(api.context, CAMPAIGN, orders(['a', 'a', 'a', 'a']));
		const ids = outcomes.map((outcome) => outcome.ok && outcome.record.entity.id);
		expect(new Set(ids).size).toBe(4);
		expect(api.names()).toHaveLength(4);
	});

	it('is not taken for an older one of the same name', async () => {
		const api = fakeApi(['lost before']);
		api.addOld('5', 'a', 11 * 60_000);
		expect(await run(api, orders(['a']))).toEqual([{ name: 'a', recovered: false }]);
		expect(api.names()).toHaveLength(2);
	});

	it('is not taken for what another input of the run has created', async () => {
		const api = fakeApi(['done', 'lost before']);
		const results = await run(api, orders([...names(29), 'same', 'same']));
		expect(results.slice(29)).toEqual([
			{ name: 'same', recovered: false },
			{ name: 'same', recovered: false },
		]);
		expect(api.names().filter((name) => name === 'same')).toHaveLength(2);
	});

	it('stays unknown where it cannot be looked up, and says what to look for', async () => {
		const api = fakeApi(['lost after it was done']);
		api.failLists();
		const [result] = await run(api, orders(['Spring']));
		expect(result).toEqual({
			kind: 'outcome-unknown',
			hint: `Look in Ads Manager, ad account ${ACCOUNT}, for the campaign “Spring”. Run it again only if it is not there, so that nothing is created twice.`,
		});
		expect(api.posts()).toHaveLength(1);
	});

	it('is given up after three repetitions', async () => {
		const api = fakeApi(Array.from({ length: 9 }, () => 'lost before' as const));
		expect(await run(api, orders(['a']))).toMatchObject([{ kind: 'outcome-unknown' }]);
		expect(api.posts()).toHaveLength(4);
		expect(api.names()).toHaveLength(0);
	});

	it('tells an ad without a name by its Pin', async () => {
		const api = fakeApi(['lost after it was done']);
		const ad = (pin_id: string, name?: string) => ({
			adAccountId: ACCOUNT,
			body: { ad_group_id: '9', pin_id, creative_type: 'REGULAR', ...(name && { name }) },
		});
		const outcomes = await createAll(api.context, AD, [ad('1'), ad('1', 'named'), ad('2')]);
		const ids = [...api.ads.keys()];
		expect(outcomes.map((outcome) => outcome.ok && outcome.record.entity)).toMatchObject([
			{ pin_id: '1', id: ids[0] },
			{ pin_id: '1', name: 'named', id: ids[1] },
			{ pin_id: '2', id: ids[2] },
		]);
	});
});

describe('an answer of fewer items than were sent', () => {
	it('loses nobody’s campaign and creates none twice', async () => {
		const api = fakeApi([{ items: (made) => [{ data: made[2] }, { data: made[0] }] }]);
		expect(await run(api, orders(['a', 'b', 'c']))).toEqual([
			{ name: 'a', recovered: false },
			{ name: 'b', recovered: true },
			{ name: 'c', recovered: false },
		]);
		expect(api.names()).toHaveLength(3);
	});

	it('leaves open what may stand under another name', async () => {
		const api = fakeApi([{ items: ([first]) => [{ data: { ...first, name: 'renamed' } }] }]);
		expect(await run(api, orders(['a', 'b']))).toMatchObject([
			{ kind: 'outcome-unknown' },
			{ kind: 'outcome-unknown' },
		]);
		expect(api.posts()).toHaveLength(1);
	});
});

it('halves a request that is refused as a whole, so that only the bad element fails', async () => {
	const api = fakeApi(Array.from({ length: 20 }, () => 'refused' as const));
	const wanted = names(8);
	wanted[5] = 'bad';
	const results = await run(api, orders(wanted));
	expect(
		results.map((result, n) => ('name' in result ? result.name === wanted[n] : result.kind)),
	).toEqual([true, true, true, true, true, 'invalid', true, true]);
	expect(api.names()).toHaveLength(7);
});
