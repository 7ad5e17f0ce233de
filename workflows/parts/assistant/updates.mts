import { byId } from '../../builder/index.mts';

/** What of a change that was asked for goes into the nodes that preview it and do it. */

/** @param value the expression that has a field of what *Ask for an Update* gave as `update` */
export const campaignChange = (value: (field: string) => string) => ({
	adAccountId: byId(value('ad_account_id')),
	campaignId: byId(value('campaign_id')),
	status: value('status'),
	name: value('name'),
	amountUnit: 'accountCurrency',
	dailySpendCap: value('daily_spend_cap'),
});

export const adGroupChange = (value: (field: string) => string) => ({
	adAccountId: byId(value('ad_account_id')),
	adGroupId: byId(value('ad_group_id')),
	status: value('status'),
	name: value('name'),
	amountUnit: 'accountCurrency',
	budget: value('budget'),
	bid: value('bid'),
});
