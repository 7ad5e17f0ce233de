import { byModel } from '../../builder/index.mts';

/** What a model says of a change that it asks for: the same words in every template that lets it. */

const ACCOUNT = byModel(
	'ad_account_id',
	'ID of the ad account. Leave empty for the connected one.',
	{
		otherwise: '',
	},
);

const perhaps = (key: string, description: string) => byModel(key, description, { otherwise: '' });

export const launchArguments = {
	campaign_name: byModel('campaign_name', 'What the campaign is called'),
	objective: byModel('objective', 'AWARENESS, CONSIDERATION, VIDEO_VIEW or CATALOG_SALES'),
	daily_budget: byModel('daily_budget', 'Most that it may spend a day, in currency, e.g. 20.00'),
	bid: perhaps('bid', 'Bid for one click or view, in currency, e.g. 1.50'),
	countries: byModel('countries', 'Where the ads are shown, two letters each, with commas: US, CA'),
	pin_ids: perhaps('pin_ids', 'IDs of the Pins to show as ads, with commas'),
	destination_url: perhaps('destination_url', 'Where a click leads. Empty: the link of the Pin.'),
	keywords: perhaps('keywords', 'Keywords with commas. Empty: none.'),
	audience: perhaps('audience', 'Name of a synced audience. Empty: everybody.'),
	ad_account_id: ACCOUNT,
};

export const updateArguments = {
	campaign_id: byModel('campaign_id', 'ID of the campaign, from list_campaigns'),
	status: perhaps('status', 'PAUSED to pause it. Empty: stays as it is.'),
	name: perhaps('name', 'Its new name. Empty: stays as it is.'),
	daily_spend_cap: perhaps('daily_spend_cap', 'Most that it may spend a day. Empty: as it is.'),
	ad_account_id: ACCOUNT,
};

export const updateAdGroupArguments = {
	ad_group_id: byModel('ad_group_id', 'ID of the ad group, from list_ad_groups'),
	status: updateArguments.status,
	name: updateArguments.name,
	budget: perhaps('budget', 'Its budget in currency, of the kind it has. Empty: as it is.'),
	bid: perhaps('bid', 'Its bid in currency. Empty: as it is.'),
	ad_account_id: ACCOUNT,
};
