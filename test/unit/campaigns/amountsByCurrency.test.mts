import {
	createAdGroups,
	createCampaigns,
	launchCampaigns,
	updateAdGroups,
	updateCampaigns,
} from '../../../worker/src/campaigns/index.ts';
import { AD_GROUP, adAccountId, api, CAMPAIGN, errorOf, recordOf } from './adsInMemory.mts';

const inUnits = (cap: unknown) => ({
	...CAMPAIGN,
	amountUnit: 'accountCurrency',
	dailySpendCap: cap,
});

describe('an ad account whose currency Pinterest leaves empty', () => {
	const first = { name: 'Spring', objective: 'CONSIDERATION' };

	it('is one whose currency is not known', async () => {
		const { record } = await recordOf(createCampaigns, first, { currency: null });
		expect(record).not.toHaveProperty('currency');
		expect((await recordOf(createCampaigns, first)).record).toHaveProperty('currency', 'USD');
	});

	it('has no default for a budget', async () => {
		const { adAccountId: own, ...input } = AD_GROUP;
		expect(own).toBe(adAccountId);
		const { message } = await errorOf(createAdGroups, input, { currency: null });
		expect(message).toContain('there is no default for the ad account’s currency');
	});
});

describe('an amount in account currency', () => {
	it.each([
		['KWD', '1.500', 1_500_000],
		['BHD', '1.500', 1_500_000],
		['OMR', '12.345', 12_345_000],
		['JOD', '5.000', 5_000_000],
		['TND', '1.299', 1_299_000],
		['USD', '1500.00', 1_500_000_000],
		['EUR', 1.299, 1_299_000],
		['JPY', '750', 750_000_000],
		['JPY', '1', 1_000_000],
		['IDR', '75000', 75_000_000_000],
	])('in %s is %p, as it is written', async (currency, cap, micro) => {
		const { sent } = await recordOf(createCampaigns, inUnits(cap), { currency });
		expect(sent.daily_spend_cap).toBe(micro);
	});

	it.each([
		['USD', '1.500', 'can be read as 1.5 or as 1500'],
		['EUR', '1.299', 'can be read as 1.299 or as 1299'],
		['EUR', '12.345', 'can be read as 12.345 or as 12345'],
		['EUR', '5.000', 'can be read as 5 or as 5000'],
		['JPY', '5.000', 'can be read as 5 or as 5000'],
		['EUR', '1.299,00', 'write 1299.00'],
		['JPY', '0.5', '0.5 JPY is less than a budget can be'],
		['KRW', 0.5, '0.5 KRW is less than a budget can be'],
		['IDR', '0.75', '0.75 IDR is less than a budget can be'],
	])('in %s of %p is refused with what it can mean', async (currency, cap, message) => {
		const error = await errorOf(createCampaigns, inUnits(cap), { currency });
		expect(error).toMatchObject({ kind: 'invalid', field: 'Daily Spend Cap' });
		expect(error.message).toContain(message);
	});

	it('says both readings of half a yen', async () => {
		const error = await errorOf(createCampaigns, inUnits('0.5'), { currency: 'JPY' });
		expect(error.message).toBe(
			'Daily Spend Cap: 0.5 JPY is less than a budget can be, and the same number read as micro-currency (0.0000005 JPY) is less still. The least that is taken is 1 JPY, given as 1',
		);
	});
});

describe('an amount in micro-currency that is misspelt', () => {
	it.each<[string, RegExp]>([
		['5,000,000', /thousands separator; write 5000000$/],
		['5 000 000', /; write 5000000$/],
		['5.000.000', /; write 5000000$/],
		['$5', /separator\. 5 in micro-currency is only .* Did you mean 5\.00 /],
		['5,50', /separator\. An amount in micro-currency has no decimals\. Did you mean 5\.50 /],
		['1,500', /separator\. 1500 in micro-currency is only .* Did you mean 1,500\.00 /],
		['5 million', /separator$/],
	])('%s is told what would be taken', async (dailySpendCap, message) => {
		const error = await errorOf(createCampaigns, { ...CAMPAIGN, dailySpendCap });
		expect(error).toMatchObject({ kind: 'invalid', field: 'Daily Spend Cap' });
		expect(error.message).toMatch(message);
	});
});

describe('an amount in micro-currency', () => {
	it.each([
		['JPY', '500000', 'Did you mean 500,000 JPY?'],
		['KRW', '5000000', 'is only 5.00 KRW'],
		['IDR', '5000000', 'is only 5.00 IDR'],
	])('that is next to nothing in %s is refused (%s)', async (currency, cap, message) => {
		const error = await errorOf(createCampaigns, { ...CAMPAIGN, dailySpendCap: cap }, { currency });
		expect(error.message).toContain(message);
	});

	it('is judged the same in an update, a bid as well', async () => {
		const yen = () => api({ currency: 'JPY' }).context;
		const outcomes = [
			...(await updateCampaigns(yen(), [{ adAccountId, campaignId: '7', dailySpendCap: 500000 }])),
			...(await updateAdGroups(yen(), [{ adAccountId, adGroupId: '8', bid: '500000' }])),
			...(await launchCampaigns(yen(), [
				{ ...CAMPAIGN, ...AD_GROUP, campaignId: undefined, pinIds: '1', budget: '500000' },
			])),
		];
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({
				ok: false,
				error: { message: expect.stringContaining('500000 in micro-currency is only 0.50 JPY') },
			});
		}
	});
});

describe('the default budget and bid of an ad group', () => {
	it.each([
		['USD', 5_000_000, 2_000_000],
		['EUR', 5_000_000, 2_000_000],
		['JPY', 750_000_000, 300_000_000],
		['KRW', 6_000_000_000, 2_400_000_000],
		['IDR', 75_000_000_000, 30_000_000_000],
		['KWD', 1_500_000, 600_000],
	])('are about 5 and 2 US dollars in %s', async (currency, budget, bid) => {
		const { sent, record } = await recordOf(createAdGroups, AD_GROUP, { currency });
		expect(sent).toMatchObject({ budget_in_micro_currency: budget, bid_in_micro_currency: bid });
		expect(record.currency).toBe(currency);
	});

	it('are told where the currency is another, also of an ad account that is named', async () => {
		const { record } = await recordOf(createAdGroups, AD_GROUP, { currency: 'JPY' });
		expect(record.warnings).toEqual([
			'Budget was left empty: it is 750 JPY, about what 5 US dollars are. Set one that fits.',
			'Bid was left empty: it is 300 JPY, about what 2 US dollars are. Set one that fits.',
		]);
	});

	it('are not guessed for a currency of which nothing is known', async () => {
		const error = await errorOf(createAdGroups, AD_GROUP, { currency: 'XTS' });
		expect(error).toMatchObject({ kind: 'invalid', field: 'Budget' });
		expect(error.message).toContain('there is no default for XTS, so give a budget');
	});

	it('cost no request where they are not wanted', async () => {
		const fake = api({ campaign: { is_campaign_budget_optimization: true } });
		await createAdGroups(fake.context, [{ ...AD_GROUP, bidStrategy: 'AUTOMATIC_BID' }]);
		expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	it('are the same in a launch', async () => {
		const fake = api({ currency: 'JPY' });
		const [outcome] = await launchCampaigns(fake.context, [
			{ ...CAMPAIGN, ...AD_GROUP, campaignId: undefined, pinIds: '813744226420795884' },
		]);
		if (!outcome.ok) throw outcome.error;
		expect(outcome.record.warnings).toContain(
			'Budget was left empty: it is 750 JPY, about what 5 US dollars are. Set one that fits.',
		);
	});
});
