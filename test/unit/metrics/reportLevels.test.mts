import { breakdownLevel } from '../../../worker/src/metrics/breakdown/targetingBreakdown.ts';
import { LEVEL } from '../../../worker/src/metrics/levels.ts';
import {
	reportFilters,
	reportRow,
	typesWithoutReport,
} from '../../../worker/src/metrics/reportJob/reportLevels.ts';
import {
	BROKEN_DOWN,
	isReportType,
	TYPES_OF,
} from '../../../worker/src/metrics/breakdown/targetingTypes.ts';

const ACCOUNT = '549755885175';
const campaigns = breakdownLevel({ of: 'campaign', types: ['GENDER'] });
const account = breakdownLevel({ of: 'account', types: ['GENDER'] });
const numbers = { DATE: '2026-01-02', SPEND_IN_MICRO_DOLLAR: 5 };
const part = { TARGETING_TYPE: 'GENDER', TARGETING_VALUE: 'female' };

describe('a row of a breakdown’s report', () => {
	const whole = { CAMPAIGN_ID: '7', ...numbers, ...part };

	it.each([
		['with type and value as columns', whole],
		['without its ID', { ...numbers, ...part }],
		[
			'as the synchronous answers have it',
			{
				targeting_type: 'GENDER',
				targeting_value: 'female',
				metrics: { CAMPAIGN_ID: '7', ...numbers },
			},
		],
		[
			'with columns in lower case',
			{ targeting_type: 'GENDER', targeting_value: 'female', ...numbers },
		],
	])('is read %s', (_, row) => {
		expect(reportRow(campaigns, ACCOUNT, { key: '7', row })).toEqual(whole);
	});

	it('is not the key’s where it says itself whose it is', () => {
		const row = reportRow(campaigns, ACCOUNT, { key: 'female', row: whole });
		expect(row).toEqual(whole);
	});

	it('is the ad account’s, whatever the key', () => {
		const row = reportRow(account, ACCOUNT, { key: 'GENDER', row: { ...numbers, ...part } });
		expect(row).toEqual({ AD_ACCOUNT_ID: ACCOUNT, ...numbers, ...part });
	});

	it.each([
		['type', { ...numbers, TARGETING_VALUE: 'female' }],
		['value', { ...numbers, TARGETING_TYPE: 'GENDER' }],
		['either', numbers],
	])('is refused without its %s', (_, row) => {
		expect(() => reportRow(campaigns, ACCOUNT, { key: '7', row })).toThrow(
			'does not say which targeting its rows are about',
		);
	});
});

it('leaves a row of another report as it is, with the key as its ID', () => {
	const { productGroup } = LEVEL;
	expect(reportRow(productGroup, ACCOUNT, { key: '9', row: numbers })).toEqual({
		...numbers,
		PRODUCT_GROUP_ID: '9',
	});
	const own = { ...numbers, PRODUCT_GROUP_ID: '8' };
	expect(reportRow(productGroup, ACCOUNT, { key: '9', row: own })).toBe(own);
});

it.each([
	['account', 'ADVERTISER_TARGETING'],
	['campaign', 'CAMPAIGN_TARGETING'],
	['adGroup', 'AD_GROUP_TARGETING'],
	['ad', 'PIN_PROMOTION_TARGETING'],
] as const)('asks for 5 types at once of %s', (of, level) => {
	const types = TYPES_OF[of].types.filter(isReportType).slice(0, 6);
	expect(reportFilters(breakdownLevel({ of, types: types.slice(0, 5) }))).toHaveLength(1);
	expect(reportFilters(breakdownLevel({ of, types }))).toEqual([
		expect.objectContaining({ level, targeting_types: types.slice(0, 5) }),
		expect.objectContaining({ level, targeting_types: types.slice(5) }),
	]);
});

it('knows which types reports do not', () => {
	const missing = BROKEN_DOWN.map((of) =>
		typesWithoutReport(breakdownLevel({ of, types: TYPES_OF[of].types })),
	);
	expect(missing).toEqual([[], ['CREATIVE_TYPE'], [], ['QUIZ_RESULT']]);
});
