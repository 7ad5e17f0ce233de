import fc from 'fast-check';
import type { Entity } from '../../../worker/src/entities.ts';
import { absentOf, MOST } from '../../../worker/src/changes/absent.ts';
import { compareLooks, type LastSeen } from '../../../worker/src/changes/findChanges.ts';
import { CHANGES, readWanted, type HeldToken } from '../../../worker/src/changes/index.ts';
import type { Observed } from '../../../worker/src/changes/observe.ts';
import { untyped } from '../../untyped.mts';

const AT = Date.UTC(2026, 10, 25, 9);
const DAY = 24 * 60 * 60 * 1000;
const NEVER: HeldToken = { renewable: false };

const wanted = readWanted({
	changes: CHANGES.map(({ id }) => id),
	...{ dailySpendLimit: '100', monthlyBudget: '1000', costPerConversionLimit: '20', roasLimit: 2 },
	amountUnit: 'accountCurrency',
});

const look: Observed = { adAccountId: '1', at: AT, currency: 'USD' };
const nothing: LastSeen = compareLooks(wanted, undefined, everything({}), NEVER).seen;

function everything(states: {
	audiences?: Record<string, string>;
	ads?: Record<string, string>;
	campaigns?: Record<string, boolean>;
	spend?: number;
}): Observed {
	const entries = <T,>(map: Record<string, T> = {}) => Object.entries(map);
	return {
		...look,
		audiences: entries(states.audiences).map(([id, status]) => ({
			...{ id, name: `Audience ${id}`, status, status_explanation: 'Said so.' },
		})) as unknown as Observed['audiences'],
		ads: entries(states.ads).map(([id, review_status]) => ({ id, review_status }) as Entity),
		campaigns: entries(states.campaigns).map(([id, canDeliver]) => ({
			id,
			name: null,
			canDeliver,
		})),
		spend: [
			{ date: '2026-11-24', micro: 0 },
			{ date: '2026-11-25', micro: states.spend ?? 0 },
		],
	};
}

const told = (seen: LastSeen | undefined, observed: Observed, token = NEVER) =>
	compareLooks(wanted, seen, observed, token).events.map(({ event }) => [
		event.change,
		event.id,
		event.before,
		event.after,
	]);

const ids = fc.constantFrom('549755885111', '549755885112', '549755885113', '549755885114');
const worlds = fc
	.record({
		audiences: fc.dictionary(ids, fc.constantFrom('INITIALIZING', 'READY', 'TOO_SMALL')),
		ads: fc.dictionary(ids, fc.constantFrom('PENDING', 'APPROVED', 'REJECTED', 'OTHER')),
		campaigns: fc.dictionary(ids, fc.boolean()),
		spend: fc.constantFrom(0, 99_999_999, 100_000_000, 100_000_001, 250_000_000),
	})
	.map(everything);

it('tells nothing at the first look', () => {
	fc.assert(fc.property(worlds, (world) => expect(told(undefined, world)).toEqual([])));
});

it('tells nothing where nothing has changed', () => {
	fc.assert(
		fc.property(worlds, worlds, (first, second) => {
			const { seen } = compareLooks(
				wanted,
				compareLooks(wanted, undefined, first, NEVER).seen,
				second,
				NEVER,
			);
			expect(told(seen, second)).toEqual([]);
			expect(compareLooks(wanted, seen, second, NEVER).seen).toEqual(seen);
		}),
	);
});

it('tells the same under the same keys, in whatever order Pinterest lists it, and each key once', () => {
	const keysOf = (seen: LastSeen, world: Observed) =>
		compareLooks(wanted, seen, world, NEVER).events.map(({ key }) => key);
	fc.assert(
		fc.property(worlds, worlds, (first, second) => {
			const { seen } = compareLooks(wanted, undefined, first, NEVER);
			const keys = keysOf(seen, second);
			expect(new Set(keys).size).toBe(keys.length);
			const turned: Observed = {
				...second,
				...{ ads: second.ads?.toReversed(), campaigns: second.campaigns?.toReversed() },
				audiences: second.audiences?.toReversed(),
			};
			expect(keysOf(seen, turned).sort()).toEqual(keys.sort());
			const text = (world: Observed) =>
				JSON.stringify(compareLooks(wanted, seen, world, NEVER).seen);
			expect(text(turned)).toBe(text(second));
		}),
	);
});

it('loses nothing where what it remembers has been through JSON', () => {
	fc.assert(
		fc.property(worlds, worlds, (first, second) => {
			const { seen } = compareLooks(wanted, undefined, first, NEVER);
			expect(told(JSON.parse(JSON.stringify(seen)) as LastSeen, second)).toEqual(
				told(seen, second),
			);
		}),
	);
});

it('tells of an audience that was made since the last look', () => {
	expect(told(nothing, everything({ audiences: { 11: 'INITIALIZING', 12: 'READY' } }))).toEqual([
		['audience_ready', '12', null, 'READY'],
	]);
});

it('tells of an audience that changes between the two states, and back', () => {
	const ready = compareLooks(
		wanted,
		undefined,
		everything({ audiences: { 11: 'READY' } }),
		NEVER,
	).seen;
	const small = everything({ audiences: { 11: 'TOO_SMALL' } });
	expect(told(ready, small)).toEqual([['audience_too_small', '11', 'READY', 'TOO_SMALL']]);
	const { seen } = compareLooks(wanted, ready, small, NEVER);
	expect(told(seen, everything({ audiences: { 11: 'READY' } }))).toEqual([
		['audience_ready', '11', 'TOO_SMALL', 'READY'],
	]);
});

it('says why an ad was rejected, and what to do', () => {
	const ad = {
		id: '11',
		name: 'Shelf',
		review_status: 'REJECTED',
		rejected_reasons: ['CLICKBAIT'],
	};
	const [{ event }] = compareLooks(wanted, nothing, { ...look, ads: [ad] }, NEVER).events;
	expect(event).toEqual({
		change: 'ad_rejected',
		what: 'Ad “Shelf” was rejected by Pinterest: clickbait (CLICKBAIT).',
		hint: expect.stringContaining('ad policies'),
		...{ level: 'ad', id: '11', name: 'Shelf', before: null, after: 'REJECTED' },
		ad_account_id: '1',
		observed_at: '2026-11-25T09:00:00.000Z',
	});
});

it('tells of a campaign that no longer delivers, also of one that is gone', () => {
	const both = everything({ campaigns: { 11: true, 12: true, 13: false } });
	const { seen } = compareLooks(wanted, nothing, both, NEVER);
	expect(told(seen, everything({ campaigns: { 11: false, 13: false } }))).toEqual([
		['campaign_stopped', '11', 'delivering', 'gone'],
		['campaign_stopped', '12', 'delivering', 'gone'],
	]);
});

it('tells of a day’s spend once, and again under another limit', () => {
	const over = everything({ spend: 150_000_000 });
	expect(told(nothing, everything({ spend: 100_000_000 }))).toEqual([]);
	const { events, seen } = compareLooks(wanted, nothing, over, NEVER);
	expect(events.map(({ event }) => event)).toEqual([
		expect.objectContaining({
			change: 'spend_over_limit',
			what: 'The ad account has spent 150.00 USD on 2026-11-25 (UTC), more than the limit of 100.00 USD.',
			after: 150_000_000,
			limit_micro: 100_000_000,
			currency: 'USD',
			date: '2026-11-25',
		}),
	]);
	const dip = compareLooks(wanted, seen, everything({ spend: 1 }), NEVER).seen;
	expect(told(dip, over)).toEqual([]);
	const lower = readWanted({ changes: ['spend_over_limit'], dailySpendLimit: '50000000' });
	expect(compareLooks(lower, seen, over, NEVER).events).toHaveLength(1);
});

it('tells once of a token that only a person can replace, also at the first look', () => {
	const ending = { renewable: false, expiresAt: AT + 6 * DAY };
	const { events, seen } = compareLooks(wanted, undefined, everything({}), ending);
	expect(events.map(({ event }) => [event.change, event.after])).toEqual([
		['token_expiring', '2026-12-01T09:00:00.000Z'],
	]);
	expect(told(seen, everything({}), ending)).toEqual([]);
	const renewed = { renewable: true, expiresAt: AT + 1, refreshExpiresAt: AT + 60 * DAY };
	expect(told(undefined, everything({}), renewed)).toEqual([]);
	expect(told(undefined, everything({}), { ...renewed, refreshExpiresAt: AT + DAY })).toHaveLength(
		1,
	);
});

it('begins anew with another ad account, and for ads and campaigns with other campaigns', () => {
	const { seen } = compareLooks(wanted, nothing, everything({ campaigns: { 11: true } }), NEVER);
	const stopped = everything({ campaigns: { 11: false }, audiences: { 12: 'READY' } });
	expect(told(seen, { ...stopped, adAccountId: '2' })).toEqual([]);
	const narrowed = { ...wanted, campaignIds: ['12'] };
	expect(
		compareLooks(narrowed, seen, stopped, NEVER).events.map(({ event }) => event.change),
	).toEqual(['audience_ready']);
});

it('tells nothing of what a list leaves out, nor when it is there again as it was', () => {
	const states = { audiences: { 11: 'READY' }, ads: { 21: 'APPROVED', 22: 'REJECTED' } };
	const { seen } = compareLooks(wanted, nothing, everything(states), NEVER);
	const gone = everything({ ads: { 22: 'REJECTED' } });
	expect(told(seen, gone)).toEqual([]);
	const { seen: later } = compareLooks(wanted, seen, gone, NEVER);
	expect(told(later, everything(states))).toEqual([]);
	expect(told(later, everything({ ...states, ads: { 21: 'REJECTED' } }))).toEqual([
		['ad_rejected', '21', 'APPROVED', 'REJECTED'],
	]);
});

it('forgets the oldest of what is no longer listed before it remembers too much', () => {
	const listed = new Set(Array.from({ length: MOST - 2 }, (_, n) => `1${n}`));
	const before = ['9', '500', '70', '600'].map((id) => [id, 'APPROVED'] as const);
	expect(absentOf(before, listed).map(([id]) => id)).toEqual(['600', '500']);
});

it('leaves out what is not wanted, without forgetting it', () => {
	const ready = readWanted({ changes: ['audience_ready'] });
	const { events, seen } = compareLooks(
		ready,
		nothing,
		everything({ audiences: { 11: 'TOO_SMALL' } }),
		NEVER,
	);
	expect(events).toEqual([]);
	expect(seen.audiences).toEqual({ 11: 'TOO_SMALL' });
});

it.each([
	[{ changes: [] }, 'Changes: choose at least one change'],
	[{ changes: ['spend_over_limit'] }, 'Daily Spend Limit: is missing'],
	[
		{ changes: ['spend_over_limit'], dailySpendLimit: '100' },
		'Daily Spend Limit: 100 in micro-currency is only 0.0001',
	],
	[{ changes: ['ad_rejected'], campaignIds: 'x' }, 'Campaign IDs 1.: must be an ID'],
])('refuses %j', (input, message) => {
	expect(() => readWanted(untyped(input))).toThrow(message);
});
