import {
	guardedElements,
	type GuardedElement,
} from '../../../worker/src/spending/guardedWrites.ts';
import type { Method } from '../../../worker/src/ports.ts';

const A = '/ad_accounts/549755885175';
const of = (method: Method, path: string, body?: unknown): GuardedElement[] =>
	guardedElements({ method, path, body });
/** What may cost money, without what does not. */
const costs = (elements: readonly GuardedElement[]) =>
	elements.map(({ amounts, starts }) => ({ amounts, starts }));

const cap = (amount: unknown) => ({ name: 'dailyspendcap', amount });

describe('what a write may cost', () => {
	it.each<[string, string, unknown]>([
		['a list', `${A}/campaigns`, [{ id: '1', daily_spend_cap: 75_000_000 }]],
		['one object', `${A}/campaigns`, { id: '1', daily_spend_cap: 75_000_000 }],
		['a list in a list', `${A}/campaigns`, [[{ id: '1', daily_spend_cap: 75_000_000 }]]],
		['an amount as text', `${A}/campaigns`, [{ id: '1', daily_spend_cap: '75000000' }]],
		['a name in another spelling', `${A}/campaigns`, [{ id: '1', dailySpendCap: 75_000_000 }]],
		['a name in capitals', `${A}/campaigns`, [{ id: '1', DAILY_SPEND_CAP: 75_000_000 }]],
		['an object in an object', `${A}/campaigns`, [{ id: '1', data: { daily_spend_cap: 75e6 } }]],
		['a path in capitals', `${A}/Campaigns`, [{ id: '1', daily_spend_cap: 75_000_000 }]],
		['a path by its codes', `${A}/c%61mpaigns`, [{ id: '1', daily_spend_cap: 75_000_000 }]],
		['a path that nobody knows', `${A}/campaign_budgets`, { daily_spend_cap: 75_000_000 }],
		['a bulk request', `${A}/bulk/upsert`, { update: { campaigns: [{ daily_spend_cap: 75e6 }] } }],
	])('is found in %s', (_what, path, body) => {
		const method = path.includes('bulk') ? 'POST' : 'PATCH';
		expect(costs(of(method, path, body))).toEqual([{ amounts: [cap(75_000_000)], starts: false }]);
	});

	it.each<[unknown, unknown]>([
		[null, 'none'],
		[0, 'none'],
		['', 'none'],
		[75.5, 'unreadable'],
		[-1, 'unreadable'],
		['7.5e7', 'unreadable'],
		['75.000.000', 'unreadable'],
		[[75_000_000], 'unreadable'],
		[{ value: 75_000_000 }, 'unreadable'],
		[true, 'unreadable'],
		[1e300, 'unreadable'],
		['99999999999999999999', 'unreadable'],
	])('with %j as an amount: %s', (given, amount) => {
		const [{ amounts }] = of('PATCH', `${A}/campaigns`, [{ id: '1', daily_spend_cap: given }]);
		expect(amounts).toEqual([cap(amount)]);
	});

	it('is what goes out as JSON, whatever the object says of itself', () => {
		const sly = { id: '1', toJSON: () => ({ id: '1', daily_spend_cap: 75_000_000 }) };
		expect(of('PATCH', `${A}/campaigns`, [sly])[0].amounts).toEqual([cap(75_000_000)]);
	});

	it('of an ad group goes by the type that stands beside the budget', () => {
		const budget = { budget_in_micro_currency: 5_000_000 };
		const [daily, lifetime, unclear] = of('POST', `${A}/ad_groups`, [
			budget,
			{ ...budget, budget_type: 'lifetime' },
			{ ...budget, budget_type: 'DAILY', budgetType: 'LIFETIME' },
		]);
		expect([daily, lifetime, unclear].map(({ amounts }) => amounts[0].type)).toEqual([
			undefined,
			'LIFETIME',
			'unclear',
		]);
	});

	it('of promoted product groups is found below their ad group', () => {
		const inner = [
			{ id: '1', bid_in_micro_currency: 5_000_000 },
			{ id: '2', status: 'ACTIVE' },
		];
		const body = { ad_group_id: '8', product_group_promotion: inner };
		expect(costs(of('PATCH', `${A}/product_group_promotions`, body))).toEqual([
			{ amounts: [{ name: 'bidinmicrocurrency', amount: 5_000_000 }], starts: false },
			{ amounts: [], starts: true },
		]);
	});
});

describe('what is switched on by a write', () => {
	it.each(['campaigns', 'ad_groups', 'ads', 'product_group_promotions'])(
		'is what is created among %s without a status, since Pinterest makes it ACTIVE',
		(level) => {
			expect(of('POST', `${A}/${level}`, [{ name: 'One' }])[0].starts).toBe(true);
			expect(of('PATCH', `${A}/${level}`, [{ id: '1', name: 'One' }])[0].starts).toBe(false);
		},
	);

	it.each([
		['ACTIVE', true],
		[' active ', true],
		['Enabled', true],
		[1, true],
		[null, true],
		['PAUSED', false],
		['paused', false],
		['ARCHIVED', false],
		['DRAFT', false],
		['DELETED_DRAFT', false],
	])('with the status %j: %s', (status, starts) => {
		for (const method of ['POST', 'PATCH'] as const) {
			expect(of(method, `${A}/ads`, [{ id: '1', status }])[0].starts).toBe(starts);
		}
	});

	it('is also what a bulk request creates', () => {
		const body = { create: { ads: [{ name: 'One' }, { name: 'Two', status: 'PAUSED' }] } };
		expect(of('POST', `${A}/bulk/upsert`, body).map(({ starts }) => starts)).toEqual([true, false]);
	});
});

describe('nothing is looked into', () => {
	it.each<[Method, string]>([
		['GET', `${A}/campaigns`],
		['POST', `${A}/events`],
		['POST', `${A}/ad_groups/audience_sizing`],
		['POST', `${A}/bid_floor`],
		['POST', `${A}/customer_lists`],
		['PATCH', `${A}/customer_lists/123`],
		['PATCH', `${A}/audiences/123`],
		['POST', `${A}/conversion_tags`],
		['PATCH', '/catalogs/feeds/123'],
		['POST', '/pins'],
	])('of %s %s', (method, path) => {
		expect(of(method, path, [{ status: 'ACTIVE', daily_spend_cap: 1 }])).toEqual([]);
	});

	it('but of everything that only looks like it', () => {
		expect(of('POST', `${A}/Events`, { daily_spend_cap: 1 })).toHaveLength(1);
		expect(of('POST', `${A}/events/more`, { daily_spend_cap: 1 })).toHaveLength(1);
	});
});

it('a bid that is multiplied is found, in whatever depth', () => {
	const multiplied = (value: unknown) =>
		of('PATCH', `${A}/campaigns`, [
			{ id: '1', bid_options: { placement_multipliers: { SEARCH: value } } },
		])[0].multipliesBids;
	expect([1, 0.5, 0, null].map(multiplied)).toEqual([false, false, false, false]);
	expect([1.01, '2', 'many', [3]].map(multiplied)).toEqual([true, true, true, true]);
});
