import { AD, CAMPAIGN, type EntityKind, type Fields } from '../../../../worker/src/entities.ts';
import { createAll } from '../../../../worker/src/campaigns/batch/createBatch.ts';
import type { HttpRequest, HttpResponse } from '../../../../worker/src/ports.ts';
import { fakeContext, fault, json } from '../../client/fakePorts.mts';

const ACCOUNT = '549755885175';
const OTHER_ACCOUNT = '549755885176';

/** What happens to one create request. */
type Strike =
	| 'done'
	| 'lost after it was done'
	| 'lost before'
	| 'half done, then lost'
	| 'garbled'
	| 'refused'
	| { readonly items: (made: Fields[]) => unknown };

/** An API in memory: it keeps what it creates, and lists it. */
function fakeApi(strikes: Strike[] = []) {
	const held: Array<Fields & { id: string; created_time: number }> = [];
	let lists = 0;
	let failLists = false;
	const { context, requests, sleeps } = fakeContext([
		(request) => (request.method === 'GET' ? list() : create(request)),
	]);

	function list() {
		lists += 1;
		return failLists
			? json({ code: 1, message: 'No.' }, 403)
			: json({ items: held, bookmark: null });
	}

	function keep(body: Fields) {
		const entity = {
			...body,
			id: String(626735565838000000n + BigInt(held.length)),
			created_time: Math.floor(context.clock.now() / 1000),
		};
		held.push(entity);
		return entity;
	}

	function create({ body }: HttpRequest): HttpResponse | Error {
		const strike = strikes.shift() ?? 'done';
		const bodies = body as Fields[];
		// As where one element makes Pinterest refuse the whole request.
		if (strike === 'refused' && bodies.some(({ name }) => name === 'bad')) {
			return json({ code: 1, message: 'Bad element.' }, 400);
		}
		if (strike === 'lost before') return fault('no-answer');
		const done = strike === 'half done, then lost' ? bodies.slice(0, bodies.length / 2) : bodies;
		const made = done.map(keep);
		if (strike === 'lost after it was done' || strike === 'half done, then lost') {
			return fault('no-answer');
		}
		if (strike === 'garbled') return { ...json({}), body: '<html>' };
		const items =
			typeof strike === 'object'
				? strike.items(made)
				: made.map((data) => ({ data, exceptions: [] }));
		return json({ items });
	}

	return {
		context,
		sleeps,
		held,
		posts: () => requests.filter(({ method }) => method === 'POST'),
		lists: () => lists,
		failLists: () => (failLists = true),
		addOld: (body: Fields, ageMs: number) => {
			held.push({
				...body,
				id: String(held.length + 1),
				created_time: Math.floor((context.clock.now() - ageMs) / 1000),
			});
		},
	};
}

const orders = (names: string[], adAccountId = ACCOUNT) =>
	names.map((name) => ({ adAccountId, body: { name, status: 'PAUSED' } }));

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
		expect(api.held).toHaveLength(1);
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
		expect(api.held).toHaveLength(4);
	});

	it('gives each of several of one name its own', async () => {
		const api = fakeApi(['half done, then lost']);
		const outcomes = await createAll(api.context, CAMPAIGN, orders(['a', 'a', 'a', 'a']));
		const ids = outcomes.map((outcome) => outcome.ok && outcome.record.entity.id);
		expect(new Set(ids).size).toBe(4);
		expect(api.held).toHaveLength(4);
	});

	it('is not taken for an older one of the same name', async () => {
		const api = fakeApi(['lost before']);
		api.addOld({ name: 'a' }, 11 * 60_000);
		expect(await run(api, orders(['a']))).toEqual([{ name: 'a', recovered: false }]);
		expect(api.held).toHaveLength(2);
	});

	it('is not taken for what another input of the run has created', async () => {
		const api = fakeApi(['done', 'lost before']);
		const results = await run(api, orders([...names(29), 'same', 'same']));
		expect(results.slice(29)).toEqual([
			{ name: 'same', recovered: false },
			{ name: 'same', recovered: false },
		]);
		expect(api.held.filter(({ name }) => name === 'same')).toHaveLength(2);
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
		expect(api.held).toHaveLength(0);
	});

	it('tells an ad without a name by its Pin', async () => {
		const api = fakeApi(['lost after it was done']);
		const ad = (pin_id: string, name?: string) => ({
			adAccountId: ACCOUNT,
			body: { ad_group_id: '9', pin_id, ...(name && { name }) },
		});
		const outcomes = await createAll(api.context, AD, [ad('1'), ad('1', 'named'), ad('2')]);
		expect(outcomes.map((outcome) => outcome.ok && outcome.record.entity)).toMatchObject([
			{ pin_id: '1', id: api.held[0].id },
			{ pin_id: '1', name: 'named', id: api.held[1].id },
			{ pin_id: '2', id: api.held[2].id },
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
		expect(api.held).toHaveLength(3);
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
	expect(api.held).toHaveLength(7);
});
