import { givenAs, type Answer } from '../../../nodes/PinterestAds/output/answer.ts';
import { inCurrency } from '../../../worker/src/index.ts';

const ANSWER: Answer = {
	simplified: ['name', 'status', 'budget', 'budget_micro', 'id', 'campaign_id'],
	others: ['type'],
	amounts: { budget_micro: 'budget' },
};

/** As Pinterest sends it: IDs first. */
const RECORD = {
	...{ id: '7', campaign_id: '3', type: 'adgroup', budget_micro: 12_340_000 },
	...{ extra_ids: ['1'], status: 'ACTIVE', name: 'Sofas' },
};

describe('an answer', () => {
	it('has the fields that are looked for first, then the others, then its IDs', () => {
		expect(Object.entries(givenAs(ANSWER, 'raw')(RECORD))).toEqual([
			...[
				['name', 'Sofas'],
				['status', 'ACTIVE'],
				['budget', 12.34],
				['budget_micro', 12_340_000],
				['type', 'adgroup'],
			],
			...[
				['id', '7'],
				['campaign_id', '3'],
				['extra_ids', ['1']],
			],
		]);
	});

	it('has what is declared where it is simplified, without what is not there', () => {
		const record = { status: 'ACTIVE', id: '7', budget_micro: 1, type: 'adgroup', name: 'Sofas' };
		expect(Object.keys(givenAs(ANSWER, 'simplified')(record))).toEqual([
			...['name', 'status', 'budget', 'budget_micro', 'id'],
		]);
	});

	it('has the chosen fields in their order, and its ID', () => {
		expect(givenAs(ANSWER, ['status', 'name', 'nothing'])(RECORD)).toEqual({
			...{ status: 'ACTIVE', name: 'Sofas', id: '7' },
		});
	});

	it('keeps its warnings however little is asked for, unless there are none', () => {
		const warned = { ...RECORD, warnings: ['The bid is low.'] };
		const quiet = { ...RECORD, warnings: [] };
		expect(givenAs(ANSWER, 'simplified')(warned)).toMatchObject({ warnings: ['The bid is low.'] });
		expect(givenAs(ANSWER, 'simplified')(quiet)).toMatchObject({ warnings: [] });
		expect(givenAs(ANSWER, ['name'])(warned)).toMatchObject({ warnings: ['The bid is low.'] });
		expect(givenAs(ANSWER, ['name'])(quiet)).not.toHaveProperty('warnings');
		expect(givenAs(ANSWER, ['warnings'])(quiet)).toEqual({ warnings: [], id: '7' });
	});

	it('has ten fields at most where it is simplified: of many, the last that are neither IDs nor warnings go', () => {
		const many = Array.from({ length: 12 }, (_, n) => `field${n}`);
		const record = Object.fromEntries([...many, 'id', 'warnings'].map((name) => [name, [name]]));
		const give = givenAs({ simplified: [...many, 'id'] }, 'simplified');
		expect(Object.keys(give(record))).toEqual([...many.slice(0, 8), 'warnings', 'id']);
	});

	it('leaves out only what is not looked for where somebody has chosen what it holds', () => {
		const give = givenAs({ first: ['name'], leftOut: ['type', 'extra_ids'] }, 'simplified');
		expect(Object.keys(give(RECORD))).toEqual([
			...['name', 'budget_micro', 'status', 'id', 'campaign_id'],
		]);
	});

	it('has at its top what is lifted from within, and orders what is within', () => {
		const give = givenAs(
			{
				simplified: ['name', 'budget', 'id'],
				lifted: { name: ['campaign', 'name'], budget_micro: ['campaign', 'budget_micro'] },
				amounts: { budget_micro: 'budget' },
				within: { campaign: ANSWER, groups: ANSWER },
			},
			'raw',
		);
		const given = give({ id: '7', campaign: RECORD, groups: [RECORD, { id: '8' }], none: null });
		expect(given).toMatchObject({ name: 'Sofas', budget: 12.34, id: '7', none: null });
		expect(Object.keys(given.campaign as object)[0]).toBe('name');
		expect(given.groups).toMatchObject([{ budget: 12.34 }, { id: '8' }]);
	});

	it('keeps an amount in currency that is there already', () => {
		const record = { budget: 5, budget_micro: 12_340_000 };
		expect(givenAs(ANSWER, 'raw')(record)).toEqual({ budget: 5, budget_micro: 12_340_000 });
	});

	it('is made of records that are not all alike', () => {
		const give = givenAs(ANSWER, 'simplified');
		expect([RECORD, { name: 'Lamps' }, RECORD].map((one) => Object.keys(give(one)).length)).toEqual(
			[6, 1, 6],
		);
	});
});

describe('micro-currency in currency', () => {
	it.each([
		[50_000_000, 50],
		[1, 0.000001],
		[1_100_000, 1.1],
		[2_010_000, 2.01],
		[0, 0],
		['20000000', 20],
		[9_007_199_254_740_991, Number('9007199254.740991')],
	])('%p is %p exactly', (micro, amount) => {
		expect(inCurrency(micro)).toBe(amount);
	});

	it.each([null, undefined, '', 'ten', -5, 1.5, Number.NaN, {}, [5]])('is null of %p', (odd) => {
		expect(inCurrency(odd)).toBeNull();
	});
});
