import { ratioParts, sumOf, type SumOf } from '../../../worker/src/metrics/columns/columns.ts';
import { ASYNC_COLUMNS, SYNC_COLUMNS } from './describedColumns.mts';

const EVERY = [...new Set([...SYNC_COLUMNS, ...ASYNC_COLUMNS])];
const those = (kind: SumOf, names = EVERY) => names.filter((name) => sumOf(name) === kind);

describe('of all columns of the description', () => {
	it('these are people who must not be counted twice', () => {
		expect(those('unique')).toEqual([
			'TOTAL_IMPRESSION_USER',
			'TOTAL_IMPRESSION_FREQUENCY',
			'VIDEO_15SEC_UNIQUE_VIEWS_1',
			'VIDEO_15SEC_UNIQUE_VIEWS_2',
			'TOTAL_VIDEO_15SEC_UNIQUE_VIEWS',
		]);
	});

	it('these describe', () => {
		const ofOneKind = /_(?:ID|NAME|STATUS)$/;
		const ids = EVERY.filter((name) => ofOneKind.test(name));
		expect(ids.map(sumOf)).toEqual(ids.map(() => 'describes'));
		expect(those('describes', SYNC_COLUMNS).filter((name) => !ofOneKind.test(name))).toEqual([
			'CAMPAIGN_BRAND_LABEL',
			'CAMPAIGN_OBJECTIVE_TYPE',
			'AD_GROUP_BUDGET_TYPE',
			'AD_GROUP_BUDGET_IN_LOCAL_CURRENCY',
			'AD_GROUP_BID_MULTIPLIER',
			'CAMPAIGN_LIFETIME_SPEND_CAP',
			'AD_GROUP_OPTIMIZATION',
			'CAMPAIGN_DAILY_SPEND_CAP',
			'CAMPAIGN_BUDGET_OPTIMIZATION',
			'IS_PREMIERE_CAMPAIGN',
			'PRODUCT_GROUP_AD_IMAGE_TAG',
			'PRODUCT_GROUP_AD_VIDEO_TAG',
			'VIDEO_LENGTH',
		]);
	});

	it('these are ratios', () => {
		const byEnding = /_(?:RATE|ROAS|COST_PER_ACTION)$/;
		const ratios = EVERY.filter((name) => byEnding.test(name));
		expect(ratios.map(sumOf)).toEqual(ratios.map(() => 'ratio'));
		expect(those('ratio', SYNC_COLUMNS).filter((name) => !byEnding.test(name))).toEqual([
			'CPC_IN_MICRO_DOLLAR',
			'ECPC_IN_MICRO_DOLLAR',
			'ECPC_IN_DOLLAR',
			'CTR',
			'ECTR',
			'OUTBOUND_CTR_1',
			'ECPE_IN_DOLLAR',
			'ECPM_IN_MICRO_DOLLAR',
			'CTR_2',
			'CPM_IN_MICRO_DOLLAR',
			'CPM_IN_DOLLAR',
			'COST_PER_OUTBOUND_CLICK_IN_DOLLAR',
			'COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1',
			'ECPV_IN_DOLLAR',
			'ECPCV_IN_DOLLAR',
			'ECPCV_P95_IN_DOLLAR',
			'TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND',
			'COST_PER_LEAD',
			'SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION',
		]);
	});

	it('a ratio is made of columns that add up and that the same endpoint gives', () => {
		const made = SYNC_COLUMNS.filter((name) => ratioParts(name) !== undefined);
		expect(made).toHaveLength(24);
		expect(made.map(sumOf)).toEqual(made.map(() => 'ratio'));
		for (const name of made) {
			const { over, under } = ratioParts(name) ?? { over: '', under: '' };
			for (const part of [over, under]) {
				expect([name, part, SYNC_COLUMNS.includes(part), sumOf(part)]).toEqual([
					name,
					part,
					true,
					'sum',
				]);
			}
		}
		expect(EVERY.filter((name) => ratioParts(name) && !SYNC_COLUMNS.includes(name))).toEqual([]);
	});
});

it.each<[string, SumOf]>([
	['SPEND_IN_MICRO_DOLLAR', 'sum'],
	['TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR', 'sum'],
	['TOTAL_NEW_KIND_OF_CONVERSION', 'sum'],
	['TOTAL_REACH', 'unique'],
	['TOTAL_NEW_CONVERSION_RATE', 'ratio'],
	['NEW_COLUMN', 'unique'],
	['toString', 'unique'],
])('takes %s for %s', (name, expected) => {
	expect(sumOf(name)).toBe(expected);
});

it.each([
	['ECTR', 7, 336, 0.020833333333333332],
	['ECPM_IN_MICRO_DOLLAR', 12_000_000, 4000, 3_000_000],
	['ECPC_IN_DOLLAR', 12_000_000, 10, 1.2],
	['CHECKOUT_ROAS', 30_000_000, 12_000_000, 2.5],
])('makes %s of %d and %d', (name, over, under, expected) => {
	const parts = ratioParts(name);
	expect((over / under) * (parts?.factor ?? Number.NaN)).toBeCloseTo(expected, 12);
});

it('makes no ratio of what has no parts', () => {
	expect(['SPEND_IN_DOLLAR', 'TOTAL_REPIN_RATE', 'toString'].map(ratioParts)).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});
