import { at, automation, byId, pinterestAds } from '../../builder/index.mts';
import { refusedToken } from '../refusedToken.mts';

/** The launch of what was read and claimed, and what came of it. */

const FORM = (field: string) => `={{ $('Read the form').first().json.${field} }}`;

/**
 * For version 1.1 of the node, whose preview says what will be done only where it does it, too.
 * @param claim the name of the node that gave the ad account and its ceiling
 */
export const launchOf = (claim: string) => {
	const CLAIM = (field: string) => `={{ $('${claim}').first().json.${field} }}`;
	return {
		adAccountId: byId(CLAIM('ad_account_id')),
		name: FORM('campaign_name'),
		objective: FORM('objective'),
		amountUnit: 'accountCurrency',
		budget: FORM('daily_budget'),
		bid: FORM('bid'),
		billableEvent: FORM('billable_event'),
		locations: FORM('countries'),
		audienceIncludeIds: "={{ $('Audience record').first().json.pinterest_audience_id ?? '' }}",
		keywords: FORM('keywords'),
		promotes: FORM('promotes'),
		pinId: byId(FORM('pin_id')),
		morePinIds: FORM('more_pin_ids'),
		productGroupId: byId(FORM('product_group_id')),
		moreProductGroupIds: FORM('more_product_group_ids'),
		status: FORM('status'),
		options: {
			adGroupName: FORM('ad_group_name'),
			dailySpendCap: FORM('daily_budget'),
			creativeType: FORM('creative_type'),
			adName: FORM('ad_name'),
			destinationUrl: FORM('destination_url'),
			maxDailyBudget: CLAIM('max_daily_budget'),
			waitUntilListed: true,
		},
	};
};

export const launch = {
	...pinterestAds(
		'Launch',
		at(12, 0),
		'campaign',
		'launch',
		{ ...launchOf('Ask for the name'), simplify: false },
		{ onError: 'continueErrorOutput', id: 'launch-it' },
	),
	typeVersion: 1.1,
};

export const refusal = refusedToken(13, -3);

export const whatCameOfIt = automation('What came of it', at(13, 0), 'endLaunch');

export const END = (field: string) => `={{ $('What came of it').first().json.${field} }}`;
