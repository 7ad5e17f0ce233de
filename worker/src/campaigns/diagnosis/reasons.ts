const ADS_MANAGER = 'in Pinterest Ads Manager';
const CATALOGS = 'on Pinterest, under Catalogs';
const SWITCH_ON =
	'Set its status to ACTIVE when it should run, here or in Ads Manager: this package creates everything PAUSED.';
const BROADEN =
	'Broaden the targeting: add interest categories, or expand the geographic targeting.';
const POLICIES =
	'Check that the promoted Pin follows Pinterest’s ad policies (no misleading claims, no before/after images for health products), correct the Pin or its landing page, and create a new ad.';

/** What to do about each reason, in the terms of the troubleshooting chapter "Campaign Not Delivering". */
export const REASON_HINTS = {
	paused: SWITCH_ON,
	archived: 'Archiving cannot be undone. Create a new one in its place.',
	draft: `Publish the draft ${ADS_MANAGER}.`,
	advertiser_disabled: `Pinterest has switched the advertiser off. Look at the messages and the billing of the ad account ${ADS_MANAGER}.`,
	not_started: 'Wait for the start, or set an earlier Start Time.',
	completed: 'Set a later End Time, or create a new one.',
	spend_cap_reached: `Compare spend and cap ${ADS_MANAGER}, and raise the cap or budget if it should go on.`,
	outside_campaign_window:
		'Give the ad group times within those of the campaign, or change the campaign’s.',
	window_cut: 'Nothing has to change if that is what you want: the campaign’s times win.',
	no_ad_groups: 'Create an ad group in this campaign, and an ad in it.',
	no_ads: 'Create an ad in this ad group.',
	no_product_groups:
		'Promote a product group of the catalog in this ad group (Product Group: Promote, or a launch with product groups).',
	feed_failed: `Look at the feed ${CATALOGS}: what it says is wrong, and whether its address and sign-in still work. Until it is read again, ads show the products as they were.`,
	feed_items_wrong: `Correct these products in the feed; ${CATALOGS} and the item issues of the feed say what is wrong with each.`,
	no_budget: 'Set a budget. Pinterest has no minimum, but below $5 a day delivery is often slow.',
	low_budget:
		'Raise the budget: Pinterest has no minimum spend, but budgets below $5 a day often deliver slowly.',
	bid_missing: 'Set a bid, or choose the bid strategy AUTOMATIC_BID.',
	bid_below_floor: 'Raise the bid to the floor or above, or let Pinterest bid (AUTOMATIC_BID).',
	in_review: 'Pinterest reviews every new or changed ad; wait until it is approved.',
	rejected: POLICIES,
	review_unclear: `Look at the ad’s status ${ADS_MANAGER}.`,
	pin_gone: 'The ad cannot run without its Pin. Create a new ad with a Pin that exists.',
	pin_not_readable:
		'Check that the Pin still exists and belongs to the business that owns the ad account. A Pin on a secret board is shown only to its owner and admins.',
	pin_not_owned:
		'Ads promote Pins of the business that owns the ad account. Check that the Pin is meant.',
	audience_not_ready: 'Wait until the audience is READY, or include another one.',
	audience_too_small:
		'An audience needs at least 100 people with Pinterest accounts. Add more records to it, or include another one.',
	audience_gone: 'Take the audience out of the ad group, or include another one.',
	narrow_targeting: BROADEN,
	many_narrowing_keys: BROADEN,
	not_checked: `Look at it ${ADS_MANAGER}.`,
} as const;

/** What can hold delivery back, or keep us from seeing it. */
export type Reason = keyof typeof REASON_HINTS;
