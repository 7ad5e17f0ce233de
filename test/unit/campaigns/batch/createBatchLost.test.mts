import { CAMPAIGN, type Fields } from '../../../../worker/src/entities.ts';
import fc from 'fast-check';
import { createAll } from '../../../../worker/src/campaigns/batch/createBatch.ts';
import type { HttpResponse } from '../../../../worker/src/ports.ts';
import { json } from '../../client/fakePorts.mts';
import { createsInMemory, order, OTHER_ACCOUNT, type Strike } from './createsInMemory.mts';

/** What becomes of a batch where an answer, or the look that follows, is lost or odd. */

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
			const api = createsInMemory({
				create: (n) => (n === 1 ? 'lost after it was done' : 'done'),
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
		const api = createsInMemory({
			create: (n) => (n === 1 ? defect : 'done'),
			list: () => new RangeError('nor is this'),
		});
		const outcomes = await createAll(api.context, CAMPAIGN, orders(70));
		expect(outcomes.map(({ ok }) => ok)).toEqual(orders(70).map((_, n) => n < 30 || n >= 60));
	});

	it('nor another ad account', async () => {
		const api = createsInMemory({
			create: (_n, { path }) => (path.includes(OTHER_ACCOUNT) ? 'lost after it was done' : 'done'),
			list: () => json({ items: 'junk' }),
		});
		const mixed = [order('a'), order('b', 'PAUSED', OTHER_ACCOUNT), order('c')];
		const outcomes = await createAll(api.context, CAMPAIGN, mixed);
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
	});

	it('what is listed beside junk is found, and only the others stay unknown', async () => {
		const api = createsInMemory({
			create: () => 'lost after it was done',
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
	const api = createsInMemory({
		create: (n) => (n === 0 ? 'lost after it was done' : 'done'),
		list: (n) => (n < 4 ? json({ items: 'junk' }) : undefined),
	});
	const outcomes = await createAll(api.context, CAMPAIGN, orders(2));
	expect(outcomes.map((one) => one.ok && one.record.recovered)).toEqual([true, true]);
	expect(api.posts()).toHaveLength(1);
});

it('looks once for everything of an ad account that was lost, not once for each request', async () => {
	const api = createsInMemory({ lagMs: 60_000, create: () => 'lost after it was done' });
	const outcomes = await createAll(api.context, CAMPAIGN, orders(95));
	expect(outcomes.every((one) => one.ok && one.record.recovered)).toBe(true);
	expect(api.posts()).toHaveLength(4);
	expect(api.sleeps.reduce((sum, ms) => sum + ms)).toBe(66_000);
});

it('does not take an older one of the same name for its result, however long it looks', async () => {
	const api = createsInMemory({ lagMs: 60_000, create: (n) => (n === 0 ? 'lost before' : 'done') });
	api.addOld('5', 'Spring', 11 * 60_000);
	const [outcome] = await createAll(api.context, CAMPAIGN, [order('Spring')]);
	expect(outcome).toMatchObject({ ok: true, record: { recovered: false } });
	expect(outcome.ok && outcome.record.entity.id).not.toBe('5');
});

it('says of an ACTIVE one what to look for and when it was sent, and sends it once', async () => {
	const api = createsInMemory({ create: () => 'lost before' });
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

const strikes = fc.array(fc.constantFrom<Strike>('done', 'lost after it was done', 'lost before'), {
	maxLength: 6,
});

it('never makes two of anything while lists lag by up to a minute', async () => {
	await fc.assert(
		fc.asyncProperty(
			strikes,
			fc.integer({ min: 0, max: 62_000 }),
			fc.array(fc.boolean(), { minLength: 1, maxLength: 65 }),
			async (whatHappens, lagMs, active) => {
				const api = createsInMemory({
					lagMs,
					create: (n) => whatHappens[n] ?? 'done',
				});
				const wanted = active.map((isOn, n) => order(`${n}`, isOn ? 'ACTIVE' : 'PAUSED'));
				const outcomes = await createAll(api.context, CAMPAIGN, wanted);
				const names = api.names();
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
