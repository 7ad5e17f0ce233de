import fc from 'fast-check';
import {
	compareBudget,
	paceOf,
	type MonthPace,
} from '../../../worker/src/changes/figures/budgetChanges.ts';
import {
	comparePerformance,
	costLimit,
	roasLimit,
	type Performance,
	type PerformanceLimit,
	type PerformanceScope,
	type SeenPerformance,
} from '../../../worker/src/changes/figures/performanceChanges.ts';
import { readWanted } from '../../../worker/src/changes/index.ts';

const AT = Date.UTC(2026, 10, 11, 9);
const look = { adAccountId: '1', at: AT, currency: 'USD' };
const UNIT = 1_000_000;

/** So much on each day from one to another of November 2026, or October by a number below 1. */
const days = (from: number, to: number, units: number) =>
	Array.from({ length: to - from + 1 }, (_, n) => ({
		date: new Date(Date.UTC(2026, 10, from + n)).toISOString().slice(0, 10),
		micro: units * UNIT,
	}));

describe('where a month’s spend is heading', () => {
	it('is what is spent, and what a day costs lately for the days that are left', () => {
		// Ten whole days, half of today, 19 days to come.
		const pace = paceOf([...days(1, 10, 50), ...days(11, 11, 20)], AT);
		expect(pace).toEqual({
			...{ month: '2026-11', from: '2026-11-01', to: '2026-11-30' },
			...{ spentMicro: 520 * UNIT, dailyMicro: 50 * UNIT, expectedMicro: 30 * 50 * UNIT },
		});
	});

	it('follows the last seven days where budgets were changed, and the month before on its first', () => {
		const raised = paceOf([...days(1, 3, 10), ...days(4, 10, 100)], AT);
		expect(raised).toMatchObject({
			dailyMicro: 100 * UNIT,
			expectedMicro: (730 + 20 * 100) * UNIT,
		});
		const first = paceOf(days(-6, 0, 40), Date.UTC(2026, 10, 1, 1));
		expect(first).toMatchObject({ spentMicro: 0, expectedMicro: 30 * 40 * UNIT });
	});

	it('takes what began two days ago for as fast as it is', () => {
		expect(paceOf(days(9, 10, 70), AT)).toMatchObject({ dailyMicro: 70 * UNIT });
		expect(paceOf(days(11, 11, 5), AT)).toMatchObject({ dailyMicro: 5 * UNIT });
		expect(paceOf([], AT)).toMatchObject({ spentMicro: 0, expectedMicro: 0 });
	});

	it('is not less than what is spent, and more with every day that is dearer', () => {
		const spends = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 11, maxLength: 11 });
		fc.assert(
			fc.property(spends, fc.integer({ min: 0, max: 10 }), (micros, place) => {
				const of = (all: readonly number[]) =>
					paceOf(
						days(1, 11, 0).map(({ date }, n) => ({ date, micro: all[n] })),
						AT,
					).expectedMicro;
				const sum = micros.reduce((a, b) => a + b, 0);
				expect(of(micros)).toBeGreaterThanOrEqual(sum);
				const all = micros.map((micro) => micro + 1);
				const dearer = all.map((micro, n) => (n === place ? micro + 1e9 : micro));
				expect(of(dearer)).toBeGreaterThanOrEqual(of(all));
			}),
		);
	});
});

describe('spend heading over budget', () => {
	const pace: MonthPace = paceOf(days(1, 10, 50), AT);
	const told = (seen: Parameters<typeof compareBudget>[1], budget: number, of = pace) =>
		compareBudget(look, seen, of, budget * UNIT);

	it('is told at the first look, once a month, and again for another budget or month', () => {
		const first = told(undefined, 1400);
		expect(first.events.map(({ event }) => [event.change, event.before, event.after])).toEqual([
			['spend_over_budget', 500 * UNIT, 1500 * UNIT],
		]);
		expect(told(first.seen, 1400).events).toEqual([]);
		expect(told(first.seen, 1499).events).toHaveLength(1);
		const december = { ...pace, month: '2026-12' };
		expect(told(first.seen, 1400, december).events).toHaveLength(1);
		expect(told(undefined, 1500).events).toEqual([]);
	});

	it('stays told where the pace falls and rises again', () => {
		const { seen } = told(undefined, 1400);
		const slower = told(seen, 1400, { ...pace, expectedMicro: 900 * UNIT });
		expect(slower.events).toEqual([]);
		expect(told(slower.seen, 1400).events).toEqual([]);
	});

	it('says how much is spent, how fast, and where that leads', () => {
		const [{ event }] = told(undefined, 1400).events;
		expect(event).toMatchObject({
			what: 'The ad account is heading for 1,500.00 USD in 2026-11 (UTC), more than the budget of 1,400.00 USD: it has spent 500.00 USD so far, lately 50.00 USD a day.',
			...{ level: 'ad_account', id: '1', start_date: '2026-11-01', end_date: '2026-11-30' },
			...{ limit_micro: 1400 * UNIT, currency: 'USD' },
		});
		const [{ event: over }] = told(undefined, 400).events;
		expect(over.what).toBe(
			'The ad account has spent 500.00 USD in 2026-11 (UTC) so far, more than the budget of 400.00 USD for the month.',
		);
	});
});

const SCOPE: PerformanceScope = {
	...{ level: 'campaign', days: 7, counted: 'checkout' },
	...{ from: '2026-11-04', to: '2026-11-10' },
};

const campaign = (
	id: string,
	spend: number,
	conversions: number,
	value = 0,
	daysOfSpend = 7,
): Performance => ({
	...{ id, name: `Campaign ${id}`, daysOfSpend, conversions },
	...{ spendMicro: Math.round(spend * UNIT), valueMicro: Math.round(value * UNIT) },
});

/** Looks one after the other, and what each tells. */
function looks(
	limit: PerformanceLimit,
	worlds: ReadonlyArray<readonly Performance[]>,
	scope = SCOPE,
) {
	let seen: SeenPerformance | undefined;
	return worlds.map((world) => {
		const result = comparePerformance(look, seen, world, limit, scope);
		seen = JSON.parse(JSON.stringify(result.seen)) as SeenPerformance;
		return result.events.map(({ event }) => [event.id, event.before, event.after]);
	});
}

describe('cost per conversion', () => {
	const limit = costLimit(20 * UNIT);

	it('is told when it has risen over the limit, once, with what it was', () => {
		expect(
			looks(limit, [
				[campaign('1', 100, 10), campaign('2', 100, 10)],
				[campaign('1', 210, 10), campaign('2', 100, 10)],
				[campaign('1', 220, 10), campaign('2', 201, 10)],
			]),
		).toEqual([[], [['1', 10 * UNIT, 21 * UNIT]], [['2', 10 * UNIT, 20_100_000]]]);
	});

	it('is told of money spent for nothing, once that is more than one may cost', () => {
		expect(
			looks(limit, [[campaign('1', 100, 10)], [campaign('1', 20, 0)], [campaign('1', 21, 0)]]),
		).toEqual([[], [], [['1', 10 * UNIT, null]]]);
	});

	it('is told of a campaign that is new, after three days of spend', () => {
		expect(
			looks(limit, [
				[],
				[campaign('1', 50, 1, 0, 1)],
				[campaign('1', 100, 2, 0, 2)],
				[campaign('1', 150, 3, 0, 3)],
			]),
		).toEqual([[], [], [], [['1', null, 50 * UNIT]]]);
		const yesterday = { ...SCOPE, days: 1 };
		expect(looks(limit, [[], [campaign('1', 50, 1, 0, 1)]], yesterday)).toEqual([
			[],
			[['1', null, 50 * UNIT]],
		]);
	});

	it('is told once where it goes up and down about the limit, and again once it was clearly lower', () => {
		const at = (cost: number) => [campaign('1', cost * 10, 10)];
		const told = looks(limit, [at(15), at(21), at(19.5), at(21), at(17.9), at(21)]);
		expect(told.map((events) => events.length)).toEqual([0, 1, 0, 0, 0, 1]);
	});

	it('is remembered while a campaign spends nothing', () => {
		const told = looks(limit, [[campaign('1', 210, 10)], [], [campaign('1', 210, 10)]]);
		expect(told).toEqual([[], [], []]);
		const was = looks(limit, [[campaign('1', 100, 10)], [], [campaign('1', 210, 10)]]);
		expect(was[2]).toEqual([['1', 10 * UNIT, 21 * UNIT]]);
	});

	it('is looked at for the first time under another limit, or over other days', () => {
		const { seen } = comparePerformance(look, undefined, [campaign('1', 100, 10)], limit, SCOPE);
		const now = [campaign('1', 310, 10)];
		for (const [other, scope] of [
			[costLimit(30 * UNIT), SCOPE],
			[limit, { ...SCOPE, days: 14 }],
			[limit, { ...SCOPE, counted: 'lead' }],
		] as const) {
			expect(comparePerformance(look, seen, now, other, scope).events).toEqual([]);
		}
		expect(comparePerformance(look, seen, now, limit, SCOPE).events).toHaveLength(1);
	});

	it('says what was paid for how many, of which days, and that some may still come in', () => {
		const seen = comparePerformance(look, undefined, [campaign('1', 1, 1)], limit, SCOPE).seen;
		const eventOf = (one: Performance) =>
			comparePerformance(look, seen, [one], limit, SCOPE).events[0].event;
		expect(eventOf(campaign('1', 241, 10))).toMatchObject({
			change: 'cost_per_conversion_rose',
			what: 'Campaign “Campaign 1” has paid 24.10 USD per checkout from 2026-11-04 to 2026-11-10 (UTC), more than the limit of 20.00 USD: 241.00 USD for 10.',
			hint: expect.stringContaining('some may still come in'),
			...{ level: 'campaign', id: '1', name: 'Campaign 1', limit_micro: 20 * UNIT },
			...{ start_date: '2026-11-04', end_date: '2026-11-10', currency: 'USD' },
		});
		expect(eventOf(campaign('1', 241, 0)).what).toBe(
			'Campaign “Campaign 1” has spent 241.00 USD from 2026-11-04 to 2026-11-10 (UTC) without a checkout. The limit for one is 20.00 USD.',
		);
	});
});

describe('ROAS', () => {
	const limit = roasLimit(2);

	it('is told when it has fallen below the limit, and again once it was clearly higher', () => {
		const at = (roas: number) => [campaign('1', 100, 1, roas * 100)];
		const told = looks(limit, [at(3), at(1.99), at(2.1), at(1.5), at(2.2), at(0)]);
		expect(told).toEqual([[], [['1', 3, 1.99]], [], [], [], [['1', 2.2, 0]]]);
	});

	it('is not judged of what spends nothing', () => {
		expect(looks(limit, [[], [campaign('1', 0, 5, 0)]])).toEqual([[], []]);
	});

	it('says what came of what was spent', () => {
		const scope = { ...SCOPE, level: 'ad_account' } as const;
		const { seen } = comparePerformance(look, undefined, [campaign('1', 1, 1, 9)], limit, scope);
		const [{ event }] = comparePerformance(
			...[look, seen, [campaign('1', 100, 5, 150)], limit, scope],
		).events;
		expect(event).toMatchObject({
			change: 'roas_fell',
			what: 'The ad account has a ROAS of 1.50 from 2026-11-04 to 2026-11-10 (UTC), less than the limit of 2: checkouts worth 150.00 USD for 100.00 USD.',
			...{ level: 'ad_account', limit: 2, before: 9, after: 1.5 },
		});
		expect(event).not.toHaveProperty('limit_micro');
	});
});

it('tells nothing of figures at the first look, nor where nothing has changed', () => {
	const some = fc.array(
		fc.record({
			id: fc.constantFrom('11', '12', '13'),
			spend: fc.integer({ min: 0, max: 500 }),
			conversions: fc.integer({ min: 0, max: 20 }),
			value: fc.integer({ min: 0, max: 1000 }),
			daysOfSpend: fc.integer({ min: 0, max: 7 }),
		}),
		{ maxLength: 3 },
	);
	const worlds = some.map((all) =>
		all.map((one) => campaign(one.id, one.spend, one.conversions, one.value, one.daysOfSpend)),
	);
	fc.assert(
		fc.property(worlds, worlds, (first, second) => {
			for (const limit of [costLimit(20 * UNIT), roasLimit(2)]) {
				const unique = [first, second].map((world) => [
					...new Map(world.map((one) => [one.id, one])).values(),
				]);
				const [atFirst, , again] = looks(limit, [unique[0], unique[1], unique[1]]);
				expect(atFirst).toEqual([]);
				expect(again).toEqual([]);
			}
		}),
	);
});

describe('what is to be watched', () => {
	it.each([
		['spend_over_budget', /Monthly Budget: is missing/],
		['cost_per_conversion_rose', /Cost per Conversion Limit: is missing/],
		['roas_fell', /ROAS Limit: is missing/],
		['spend_over_limit', /Daily Spend Limit: is missing/],
	] as const)('of %s needs its limit', (changes, message) => {
		expect(() => readWanted({ changes })).toThrow(message);
	});

	it('takes limits only of what is watched', () => {
		const limits = {
			monthlyBudget: '3000000000',
			costPerConversionLimit: '20000000',
			roasLimit: 2,
		};
		expect(readWanted({ changes: 'token_expiring', ...limits })).toEqual({
			changes: new Set(['token_expiring']),
			adAccountId: undefined,
		});
		const wanted = readWanted({
			changes: ['cost_per_conversion_rose', 'spend_over_budget'],
			...limits,
			campaignIds: ['626735565839', '626735565838'],
		});
		expect(wanted).toMatchObject({
			budget: { micro: 3_000_000_000 },
			performance: {
				...{ cost: { micro: 20_000_000 }, roas: undefined, of: 'campaign', days: 7 },
				...{ counted: 'checkouts', campaignIds: ['626735565838', '626735565839'] },
			},
		});
	});

	it.each([
		[{ changes: 'roas_fell', roasLimit: 0 }, /ROAS Limit/],
		[{ changes: 'roas_fell', roasLimit: 2, performanceDays: 0 }, /Over the Last Days/],
	] as const)('refuses %j', (input, message) => {
		expect(() => readWanted(input)).toThrow(message);
	});
});
