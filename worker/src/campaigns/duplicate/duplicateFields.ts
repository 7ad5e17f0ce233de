import { z } from 'zod';
import { required, withDefault } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { amount, amountUnit, choice, choices, flag, idOf, json, number } from '../../fields/kinds';
import { CREATE_FIELDS } from '../campaign/campaignFields';
import { adAccountId, endTime, nameOf, startTime } from '../fields';
import { LAUNCH_FIELDS } from '../launch/input/launchFields';

/** What says which campaign is copied, where to, and what is to be different. */

const digits = z.string().regex(/^\d{1,32}$/, 'must be IDs, in digits and quotes');

/** By the ID of the original; '' leaves it out. */
const replaced = z.record(digits, z.union([digits, z.literal('')]), {
	invalid_type_error: 'must be an object such as {"2542620905475": "2542620905476"}',
});

export const DUPLICATE_FIELDS = {
	adAccountId: { ...adAccountId, description: 'The ad account that the campaign is in' },
	campaignId: required(
		idOf('campaign', {
			label: 'Campaign',
			description: 'The campaign to copy, whatever its status is',
		}),
	),
	intoAdAccountId: idOf('adAccount', {
		label: 'Into Ad Account',
		description: 'The ad account that the copy is made in. Empty means the one of the original.',
		example: '549755885176',
	}),
	name: {
		...nameOf('the copy', 'Spring Sale 2027'),
		description:
			'The name of the copy. Empty means the original’s with “(copy)” after it. Run again, the copy of this name is found and completed; another name makes another copy.',
	},
	levels: withDefault(
		choice({
			label: 'Copy',
			description: 'How much of the campaign is copied',
			choices: {
				everything: {
					label: 'Everything',
					description: 'Ad groups, targeting, keywords, ads and promoted product groups',
				},
				ads: {
					label: 'Without Product Groups',
					description: 'Ad groups, targeting, keywords and ads',
				},
				productGroups: {
					label: 'Without Ads',
					description: 'Ad groups, targeting, keywords and promoted product groups',
				},
				adGroups: {
					label: 'Campaign and Ad Groups',
					description: 'With targeting and keywords, without ads and product groups',
				},
				campaign: { label: 'Campaign Only', description: 'With its negative keywords' },
			},
		}),
		'everything',
	),
	useSuccessor: {
		...CREATE_FIELDS.useSuccessor,
		description:
			'When a copy of a Web Conversion, Catalog Sales or Shopping campaign gets the objective that takes its place: SALES, or LEADS where the optimization goal is not a sale. Pinterest creates no campaigns with these from 1 February 2027 on.',
		appliesWhen: undefined,
	},
	startTime: {
		...startTime,
		description:
			'When the copy starts, in place of what the campaign and its ad groups have. Empty keeps what is still to come; what is past is left out.',
	},
	endTime: {
		...endTime,
		description:
			'When the copy ends, in place of what the campaign and its ad groups have. Empty keeps what is still to come; what is past is left out. Needed where a lifetime budget’s end is past.',
	},
	amountUnit,
	dailySpendCap: amount({
		label: 'Daily Spend Cap',
		description: 'Of the copy, in place of the original’s daily or lifetime cap',
		example: '50000000',
	}),
	lifetimeSpendCap: amount({
		label: 'Lifetime Spend Cap',
		description: 'Of the copy, in place of the original’s daily or lifetime cap',
		example: '500000000',
	}),
	adGroupBudget: amount({
		label: 'Ad Group Budget',
		description: 'For each ad group that has a budget of its own, in place of that',
		example: '5000000',
	}),
	bid: amount({
		label: 'Bid',
		description: 'For each ad group that has a bid of its own, in place of that',
		example: '2000000',
		use: 'bid',
	}),
	amountFactor: number({
		label: 'Amount Factor',
		description:
			'Multiplies every amount of the original that is not given anew. Needed where the other ad account has another currency (0.92 from US dollars to euros, say); in the same one it makes budgets larger or smaller.',
		...{ least: 0.000001, most: 1_000_000 },
		must: 'must be a number above 0, up to 1,000,000',
		preset: 1,
	}),
	statuses: choices({
		label: 'Of Status',
		description:
			'Which ad groups, ads and product groups are copied, by their own status. Empty means active and paused ones; of an archived campaign, archived ones as well.',
		choices: { ACTIVE: 'Active', PAUSED: 'Paused', ARCHIVED: 'Archived', DRAFT: 'Draft' },
		isFilter: true,
	}),
	rejectedAds: flag({
		label: 'Rejected Ads',
		description:
			'Whether ads that Pinterest has rejected are copied as well. It looks at each copy anew, and may reject it again.',
		preset: true,
	}),
	keywords: withDefault(
		flag({
			label: 'Keywords',
			description: 'Whether the keywords of the campaign and its ad groups are copied',
		}),
		true,
	),
	replaceIds: json<Readonly<Record<string, string>>, Record<string, string>>(
		{
			label: 'Replace IDs',
			description:
				'By the ID that the original has, the one that the copy gets: of audiences, conversion tags, Pins, product groups, lead forms, order lines, targeting templates and promotions. An empty text leaves it out.',
			example: '{\n  "2542620905475": "2542620905476"\n}',
		},
		replaced,
	),
	waitUntilListed: {
		...LAUNCH_FIELDS.waitUntilListed,
		description:
			'Whether to end only once Pinterest’s lists show all that was created, or after about a minute. Then the same copy can be run again at once, and is found.',
	},
};

/** The input of `duplicateCampaign`. */
export const duplicateCampaignInput = inputOf(DUPLICATE_FIELDS, (input, check) => {
	if (input.dailySpendCap !== undefined && input.lifetimeSpendCap !== undefined) {
		const message = 'cannot be set together with Lifetime Spend Cap; leave one of the two empty';
		check.addIssue({ code: 'custom', path: ['dailySpendCap'], message });
	}
	return input;
});

/** What `duplicateCampaign` takes. @interface */
export type CampaignToDuplicate = GivenTo<typeof duplicateCampaignInput>;
export type DuplicateInput = ReadFrom<typeof duplicateCampaignInput>;
