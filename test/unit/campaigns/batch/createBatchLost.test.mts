import { CAMPAIGN, type Fields } from '../../../../worker/src/entities.ts';
import fc from 'fast-check';
import { createAll } from '../../../../worker/src/campaigns/batch/createBatch.ts';
import type { HttpRequest, HttpResponse } from '../../../../worker/src/ports.ts';
import { fakeContext, fault, json } from '../../client/fakePorts.mts';

/** What becomes of a batch where an answer, or the look that follows, is lost or odd. */

const ACCOUNT = '549755885175';
const OTHER_ACCOUNT = '549755885176';

interface Held {
	readonly at: number;
	readonly adAccountId: string;
	readonly body: Fields;
}

interface Behaviour {
	/** How long lists do not show what was created. */
	lagMs?: number;
	/** What becomes of the nth create request: done, done and then lost, lost before it was done. */
	create?(n: number, request: HttpRequest): 'done' | 'lost after' | 'lost before' | Error;
	/** In place of the nth list, given what is listed. */
	list?(n: number, items: readonly Fields[]): HttpResponse | Error | undefined;
}

/** An API in memory whose lists may lag. */
function laggingApi({ lagMs = 0, create = () => 'done', list }: Behaviour = {}) {
	const held: Held[] = [];
	let creates = 0;
	let lists = 0;
	const fake = fakeContext([
		(request) => (request.method === 'GET' ? listed(request) : created(request)),
	]);
	const now = () => fake.context.clock.now();
	const accountOf = ({ path }: HttpRequest) => path.split('/')[2];

	function listed(request: HttpRequest): HttpResponse | Error {
		const items = held
			.filter(({ at, adAccountId }) => now() - at >= lagMs && adAccountId === accountOf(request))
			.map(({ body }) => body);
		return list?.(lists++, items) ?? json({ items, bookmark: null });
	}

	function created(request: HttpRequest): HttpResponse | Error {
		const strike = create(creates++, request);
		if (strike instanceof Error) return strike;
		if (strike === 'lost before') return json({ code: 0, message: 'No.' }, 500);
		const made = (request.body as Fields[]).map((fields) => {
			const body = {
				...fields,
				id: String(626735565838000000n + BigInt(held.length)),
				created_time: Math.floor(now() / 1000),
			};
			held.push({ at: now(), adAccountId: accountOf(request), body });
			return body;
		});
		if (strike === 'lost after') return fault('no-answer');
		return json({ items: made.map((data) => ({ data, exceptions: [] })) });
	}

	const posts = () => fake.requests.filter(({ method }) => method === 'POST');
	return { ...fake, held, posts, namesHeld: () => held.map(({ body }) => String(body.name)) };
}

const order = (name: string, status = 'PAUSED', adAccountId = ACCOUNT) => ({
	adAccountId,
	body: { name, status },
});
const orders = (count: number) => Array.from({ length: count }, (_, n) => order(`Campaign ${n}`));

const NONSENSE: Array<[string, HttpResponse]> = [
	['no list at all', json({ items: 'junk' })],
	['an object as items', json({ items: { 0: {} } })],
	['only null', json({ items: [null] })],
	['elements without IDs', json({ items: [{ name: 'x' }, { id: {} }] })],
	['text', json('<html>')],
	['a number', json(7)],
	['an array', json([])],
];

describe('one odd answer costs only its own elements', () => {
	it.each(NONSENSE)(
		'30 of 40 stand, and a look at %s has not shown that the rest do not',
		async (_what, nonsense) => {
			const api = laggingApi({
				create: (n) => (n === 1 ? 'lost after' : 'done'),
				list: () => nonsense,
			});
			const outcomes = await createAll(api.context, CAMPAIGN, orders(40));
			expect(outcomes.slice(0, 30).every(({ ok }) => ok)).toBe(true);
			expect(outcomes.slice(30)).toMatchObject(
				Array.from({ length: 10 }, () => ({ ok: false, error: { kind: 'outcome-unknown' } })),
			);
			expect(api.posts()).toHaveLength(2);
		},
	);

	it('a defect in one request costs no other request its outcomes', async () => {
		const defect = new TypeError('x is not a function');
		const api = laggingApi({
			create: (n) => (n === 1 ? defect : 'done'),
			list: () => new RangeError('nor is this'),
		});
		const outcomes = await createAll(api.context, CAMPAIGN, orders(70));
		expect(outcomes.map(({ ok }) => ok)).toEqual(orders(70).map((_, n) => n < 30 || n >= 60));
	});

	it('nor another ad account', async () => {
		const api = laggingApi({
			create: (_n, { path }) => (path.includes(OTHER_ACCOUNT) ? 'lost after' : 'done'),
			list: () => json({ items: 'junk' }),
		});
		const mixed = [order('a'), order('b', 'PAUSED', OTHER_ACCOUNT), order('c')];
		const outcomes = await createAll(api.context, CAMPAIGN, mixed);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
	});

	it('what is listed beside junk is found, and only the others stay unknown', async () => {
		const api = laggingApi({
			create: () => 'lost after',
			list: (_n, items) => json({ items: [null, items[0], 'junk'] }),
		});
		const outcomes = await createAll(api.context, CAMPAIGN, orders(2));
		expect(outcomes).toMatchObject([
			{ ok: true, record: { recovered: true } },
			{ ok: false, error: { kind: 'outcome-unknown' } },
		]);
		expect(api.posts()).toHaveLength(1);
	});
});

it('goes on looking after a look that failed', async () => {
	const api = laggingApi({
		create: (n) => (n === 0 ? 'lost after' : 'done'),
		list: (n) => (n < 4 ? json({ items: 'junk' }) : undefined),
	});
	const outcomes = await createAll(api.context, CAMPAIGN, orders(2));
	expect(outcomes.map((one) => one.ok && one.record.recovered)).toEqual([true, true]);
	expect(api.posts()).toHaveLength(1);
});

it('looks once for everything of an ad account that was lost, not once for each request', async () => {
	const api = laggingApi({ lagMs: 60_000, create: () => 'lost after' });
	const outcomes = await createAll(api.context, CAMPAIGN, orders(95));
	expect(outcomes.every((one) => one.ok && one.record.recovered)).toBe(true);
	expect(api.posts()).toHaveLength(4);
	expect(api.sleeps.reduce((sum, ms) => sum + ms)).toBe(66_000);
});

it('does not take an older one of the same name for its result, however long it looks', async () => {
	const api = laggingApi({ lagMs: 60_000, create: (n) => (n === 0 ? 'lost before' : 'done') });
	const old = { id: '5', name: 'Spring', status: 'PAUSED' };
	const elevenMinutesAgo = Math.floor(api.context.clock.now() / 1000) - 11 * 60;
	api.held.push({
		at: 0,
		adAccountId: ACCOUNT,
		body: { ...old, created_time: elevenMinutesAgo },
	});
	const [outcome] = await createAll(api.context, CAMPAIGN, [order('Spring')]);
	expect(outcome).toMatchObject({ ok: true, record: { recovered: false } });
	expect(outcome.ok && outcome.record.entity.id).not.toBe('5');
});

it('says of an ACTIVE one what to look for and when it was sent, and sends it once', async () => {
	const api = laggingApi({ create: () => 'lost before' });
	const [active, paused] = await createAll(api.context, CAMPAIGN, [
		order('Live', 'ACTIVE'),
		order('Quiet'),
	]);
	expect(active).toMatchObject({
		ok: false,
		error: {
			kind: 'outcome-unknown',
			message:
				'It is not known whether the campaign “Live” was created: the answer was lost, and it is not listed after a minute of looking (status ACTIVE, sent 2026-11-24 00:00:00 UTC)',
			hint: expect.stringMatching(
				/^Look in Ads Manager, ad account 549755885175, for the campaign “Live”\. .*spend money at once.*run this item again/,
			),
		},
	});
	expect(paused).toMatchObject({ ok: false, error: { kind: 'outcome-unknown' } });
	const sent = api.posts().map(({ body }) => (body as Fields[]).map(({ name }) => name));
	expect(sent).toEqual([['Live', 'Quiet'], ['Quiet'], ['Quiet'], ['Quiet']]);
});

const strikes = fc.array(fc.constantFrom('done', 'lost after', 'lost before'), { maxLength: 6 });

it('never makes two of anything while lists lag by up to a minute', async () => {
	await fc.assert(
		fc.asyncProperty(
			strikes,
			fc.integer({ min: 0, max: 62_000 }),
			fc.array(fc.boolean(), { minLength: 1, maxLength: 65 }),
			async (whatHappens, lagMs, active) => {
				const api = laggingApi({
					lagMs,
					create: (n) => (whatHappens[n] ?? 'done') as 'done' | 'lost after' | 'lost before',
				});
				const wanted = active.map((isOn, n) => order(`${n}`, isOn ? 'ACTIVE' : 'PAUSED'));
				const outcomes = await createAll(api.context, CAMPAIGN, wanted);
				const names = api.namesHeld();
				expect(new Set(names).size).toBe(names.length);
				outcomes.forEach((outcome, n) => {
					if (outcome.ok) expect(outcome.record.entity.name).toBe(`${n}`);
					else expect(outcome.error.kind).toBe('outcome-unknown');
					expect(names.includes(`${n}`)).toBe(outcome.ok);
				});
			},
		),
		{ numRuns: 150 },
	);
});
