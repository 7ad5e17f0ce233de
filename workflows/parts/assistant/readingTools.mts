import { at, byId, byModel, pinterestTool } from '../../builder/index.mts';

/**
 * What a model may read at Pinterest. Names and descriptions are for models: what it gives, when to use it, and in
 * which words to ask. Answers are simplified. None of them gives people's data: contacts, leads and the
 * identifiers of conversions have no tool.
 */

const ACCOUNT = byId(
	byModel('ad_account_id', 'ID of the ad account. Leave empty for the first in list_ad_accounts.', {
		otherwise: '',
	}),
);

const limit = byModel('limit', 'How many at most, 1 to 100', { type: 'number', otherwise: 25 });

const nameContains = byModel('name_contains', 'Only names that contain this text. Empty: all.', {
	otherwise: '',
});

const campaigns = byModel('campaign_ids', 'Only of these campaigns, IDs with commas. Empty: all.', {
	otherwise: '',
});

/** @param row of the first of them on the canvas; six to a row */
export const readingTools = (row: number) => {
	const place = (n: number) => at(n % 6, row + 2.5 * Math.floor(n / 6));
	return [
		pinterestTool(
			'list_ad_accounts',
			place(0),
			'adAccount',
			'getMany',
			'List the Pinterest ad accounts that are connected: name, currency, country, ID. Use it first if the person may have more than one.',
			{ limit },
		),
		pinterestTool(
			'list_campaigns',
			place(1),
			'campaign',
			'getMany',
			'List campaigns: name, status (ACTIVE, PAUSED, ARCHIVED), objective, spend caps in currency, ID. Use it to find the ID of a campaign by its name. It has no figures: those are in get_metrics.',
			{
				adAccountId: ACCOUNT,
				limit,
				filters: {
					nameContains,
					statuses: byModel('statuses', 'Which statuses, with commas: ACTIVE, PAUSED, ARCHIVED', {
						otherwise: 'ACTIVE, PAUSED',
					}),
				},
			},
		),
		pinterestTool(
			'diagnose_campaign',
			place(2),
			'campaign',
			'get',
			'Get one campaign and what holds its delivery back: statuses, budget, schedule, audience size, reviews, rejected ads, each with what to do. Use it when somebody asks why a campaign does not deliver or spends little.',
			{
				adAccountId: ACCOUNT,
				campaignId: byId(byModel('campaign_id', 'ID of the campaign, from list_campaigns')),
				diagnose: true,
			},
		),
		pinterestTool(
			'list_ad_groups',
			place(3),
			'adGroup',
			'getMany',
			'List ad groups: name, status, budget, bid, currency, ID, campaign ID.',
			{ adAccountId: ACCOUNT, limit, filters: { campaignIds: campaigns, nameContains } },
		),
		pinterestTool(
			'list_ads',
			place(4),
			'ad',
			'getMany',
			'List ads: name, status, what the review found, link, Pin ID, ad group ID.',
			{ adAccountId: ACCOUNT, limit, filters: { campaignIds: campaigns, nameContains } },
		),
		pinterestTool(
			'get_metrics',
			place(5),
			'metrics',
			'get',
			'Get figures: spend, impressions, clicks, conversions and their value, in the currency of the ad account, one row for each campaign (or ad group, ad, or the whole account) and span of time. With granularity TOTAL one row covers the whole period: use that unless somebody asks for a development. Sum up rows yourself; never add up ratios.',
			{
				adAccountId: ACCOUNT,
				level: byModel('level', 'What a row is about: account, campaign, adGroup or ad', {
					otherwise: 'campaign',
				}),
				ids: byModel('ids', 'Only these, IDs of that level with commas. Empty: all.', {
					otherwise: '',
				}),
				period: byModel(
					'period',
					'today, yesterday, last7days, last14days, last30days, last60days, last90days, thisWeek, lastWeek, thisMonth or lastMonth',
					{ otherwise: 'last7days' },
				),
				granularity: byModel('granularity', 'TOTAL, DAY, WEEK or MONTH', { otherwise: 'TOTAL' }),
			},
		),
		pinterestTool(
			'list_audiences',
			place(6),
			'audience',
			'getMany',
			'List audiences: name, status with an explanation, size, type, ID. It never gives the people in them.',
			{ adAccountId: ACCOUNT, limit },
		),
		pinterestTool(
			'get_audience_insights',
			place(7),
			'audience',
			'getInsights',
			'Get what the audience of the account is interested in, and its ages, genders, devices and countries, as shares of a whole, compared with everybody on Pinterest.',
			{ adAccountId: ACCOUNT },
		),
		pinterestTool(
			'research_keywords',
			place(8),
			'keyword',
			'research',
			'Find keywords for ads with how often people search for them. find is suggested (begins with the terms), related (is about the same), trends (searched for most in a region) or given (only the figures of the terms).',
			{
				adAccountId: ACCOUNT,
				find: byModel('find', 'suggested, related, trends or given', { otherwise: 'suggested' }),
				terms: byModel('terms', 'Terms to begin with, with commas. Of trends they may be empty.', {
					otherwise: '',
				}),
				country: byModel('country', 'Where searches are counted, two letters', {
					otherwise: 'US',
				}),
			},
		),
	];
};
