import fc from 'fast-check';
import { addUp, notAddable, withParts } from '../../../worker/src/metrics/rows/windowTotals.ts';

const ID = 'CAMPAIGN_ID';
const total = (columns: string[], ...rows: object[]) =>
	addUp(
		rows.map((row) => ({ [ID]: '1', ...row })),
		[ID],
		columns,
	)[0];

it('adds up amounts exactly, in whatever order and however cut', () => {
	const micro = fc.integer({ min: 0, max: 10_000_000_000 });
	fc.assert(
		fc.property(fc.array(micro, { minLength: 1, maxLength: 30 }), (amounts) => {
			const sum = amounts.reduce((one, other) => one + other, 0);
			const rows = amounts.map((amount) => ({
				SPEND_IN_MICRO_DOLLAR: amount,
				SPEND_IN_DOLLAR: amount / 1_000_000,
			}));
			expect(total(['SPEND_IN_MICRO_DOLLAR', 'SPEND_IN_DOLLAR'], ...rows)).toEqual({
				[ID]: '1',
				SPEND_IN_MICRO_DOLLAR: sum,
				SPEND_IN_DOLLAR: sum / 1_000_000,
			});
		}),
	);
});

it('works ratios out from their parts, and leaves the parts out', () => {
	const columns = ['CHECKOUT_ROAS', 'CPM_IN_DOLLAR', 'ECPM_IN_MICRO_DOLLAR'];
	expect(withParts(columns)).toEqual([
		...columns,
		'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
		'SPEND_IN_MICRO_DOLLAR',
		'IMPRESSION_1',
		'TOTAL_IMPRESSION',
	]);
	const parts = {
		SPEND_IN_MICRO_DOLLAR: 1_000_000,
		IMPRESSION_1: 100,
		TOTAL_IMPRESSION: 400,
		TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: 2_000_000,
	};
	const other = { ...parts, SPEND_IN_MICRO_DOLLAR: 3_000_000, IMPRESSION_1: 300, CHECKOUT_ROAS: 9 };
	expect(total(columns, parts, other)).toEqual({
		[ID]: '1',
		CHECKOUT_ROAS: 1,
		CPM_IN_DOLLAR: 10,
		ECPM_IN_MICRO_DOLLAR: 5_000_000,
	});
});

it('has no ratio without its parts, and no sum of nothing', () => {
	expect(total(['CHECKOUT_ROAS', 'TOTAL_LEAD'], { SPEND_IN_MICRO_DOLLAR: 0 })).toEqual({
		[ID]: '1',
		CHECKOUT_ROAS: null,
		TOTAL_LEAD: null,
	});
});

it('does not add up people, and keeps what describes', () => {
	const columns = ['TOTAL_IMPRESSION_USER', 'CAMPAIGN_NAME', 'TOTAL_IMPRESSION'];
	const row = { TOTAL_IMPRESSION_USER: 5, CAMPAIGN_NAME: 'Spring', TOTAL_IMPRESSION: 7 };
	expect(total(columns, row, row)).toEqual({
		[ID]: '1',
		TOTAL_IMPRESSION_USER: null,
		CAMPAIGN_NAME: 'Spring',
		TOTAL_IMPRESSION: 14,
	});
	expect(notAddable(columns)).toEqual(['TOTAL_IMPRESSION_USER']);
});

it('keeps entities apart', () => {
	const rows = ['1', '2', '1'].map((id) => ({ [ID]: id, TOTAL_IMPRESSION: 1 }));
	expect(addUp(rows, [ID], ['TOTAL_IMPRESSION'])).toEqual([
		{ [ID]: '1', TOTAL_IMPRESSION: 2 },
		{ [ID]: '2', TOTAL_IMPRESSION: 1 },
	]);
});
