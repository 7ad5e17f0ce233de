import { limitsAmounts, isLimited, readLimits } from '../../../worker/src/spending/limits.ts';
import { AMOUNTS } from '../../../worker/src/spending/guardedWrites.ts';
import * as adGroup from '../../../worker/src/campaigns/adGroup/adGroupFields.ts';
import * as campaign from '../../../worker/src/campaigns/campaign/campaignFields.ts';
import type { PinterestAdsError } from '../../../worker/src/index.ts';

describe('the limits of a connection', () => {
	it.each([
		['50', 'USD', 50_000_000],
		['50.01', 'USD', 50_010_000],
		[' 0.29 ', 'EUR', 290_000],
		['5000', 'JPY', 5_000_000_000],
		['1.500', 'KWD', 1_500_000],
		[49.99, 'USD', 49_990_000],
		['9007199.254740', 'IDR', 9_007_199_254_740],
	])('are read to the digit: %j in %s', (highestDailyBudget, currency, daily) => {
		expect(readLimits({ highestDailyBudget }, currency).daily).toBe(daily);
	});

	it.each([
		['1.500', 'USD', /can be read as 1.5 or as 1500/],
		['1.500', undefined, /can be read as 1.5 or as 1500/],
		['50,00', 'USD', /must be an amount in digits.*write 50.00/],
		['$50', 'USD', /must be an amount/],
		['fifty', 'USD', /must be an amount/],
		['0', 'USD', /must be more than 0/],
		['-5', 'USD', /must be more than 0/],
		['50000000', 'USD', /a limit is not in micro-currency/],
		['0.0000001', 'USD', /more than 6 decimals/],
	])('are never taken for none where they cannot be read: %j in %s', (given, currency, said) => {
		const read = () => readLimits({ highestDailyBudget: given }, currency);
		expect(read).toThrow(said);
		expect(read).toThrow(
			expect.objectContaining({
				message: expect.stringMatching(/^Highest Daily Budget: .* Nothing that could spend money/),
				action: 'correct-the-limit',
				field: 'Highest Daily Budget',
			} satisfies Partial<Record<keyof PinterestAdsError, unknown>>),
		);
	});

	it.each([
		['20', 20_000_000n],
		['12.5', 12_500_000n],
		['0', 0n],
		[7, 7_000_000n],
	])('have a percentage: %j', (largestIncrease, increase) => {
		expect(readLimits({ largestIncrease }, 'USD').increase).toBe(increase);
	});

	it.each(['20%', '-1', 'much', '1.500', '1.2345678'])('or say that %j is none', (given) => {
		expect(() => readLimits({ largestIncrease: given }, 'USD')).toThrow(
			/^Largest Budget Increase: must be a number of percent/,
		);
	});

	it.each<[unknown, boolean]>([
		[undefined, true],
		[true, true],
		['true', true],
		[false, false],
		['false', false],
		['', true],
	])('have a switch: %j', (maySwitchOn, read) => {
		expect(readLimits({ maySwitchOn: maySwitchOn as boolean }, 'USD').maySwitchOn).toBe(read);
	});

	it('refuse a switch that is neither on nor off', () => {
		expect(() => readLimits({ maySwitchOn: 'perhaps' }, 'USD')).toThrow(/^May Switch On: must be/);
	});

	it('are none where all of it is empty', () => {
		const empty = {
			highestDailyBudget: '',
			highestBid: ' ',
			largestIncrease: '',
			maySwitchOn: true,
		};
		expect([isLimited(undefined), isLimited({}), isLimited(empty)]).toEqual([false, false, false]);
		expect([isLimited({ maySwitchOn: false }), isLimited({ largestIncrease: '0' })]).toEqual([
			true,
			true,
		]);
		expect([limitsAmounts(empty), limitsAmounts({ highestBid: '2' })]).toEqual([false, true]);
	});
});

it('an amount is called in a refusal as its field is called', () => {
	const labels = Object.fromEntries(
		Object.entries(AMOUNTS).map(([name, { label }]) => [name, label]),
	);
	expect(labels).toMatchObject({
		dailyspendcap: campaign.CREATE_FIELDS.dailySpendCap.label,
		lifetimespendcap: campaign.CREATE_FIELDS.lifetimeSpendCap.label,
		budgetinmicrocurrency: adGroup.CREATE_FIELDS.budget.label,
		bidinmicrocurrency: adGroup.CREATE_FIELDS.bid.label,
	});
});
