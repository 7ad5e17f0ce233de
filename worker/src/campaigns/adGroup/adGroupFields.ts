import { z } from 'zod';
import { clearOf } from '../../fields/clearing';
import { required, sentBy, type Choice } from '../../fields/field';
import { amount, amountUnit, choice, flag, forPrograms, idOf, number } from '../../fields/kinds';
import type { BidStrategy, BillableEvent } from '../campaign/objectiveRules';
import {
	adAccountId,
	changedStatus,
	endTime,
	nameOf,
	startTime,
	status,
	trackingUrls,
} from '../fields';
import { TARGETING_FIELDS } from '../targeting/targetingFields';
import { frequencyGoal, lifetimeFrequencyCap } from './frequency';
import { optimizationGoal } from './optimizationGoal';

/** The fields of an ad group's input. */

const name = nameOf('the ad group', 'Retargeting US');

const billableEvent = choice({
	label: 'Billable Event',
	description: 'What you pay for',
	choices: {
		CLICKTHROUGH: { label: 'Click-Through', description: 'Pay for clicks' },
		IMPRESSION: { label: 'Impression', description: 'Pay for views of the ad' },
		VIDEO_V_50_MRC: {
			label: 'Video View (MRC)',
			description: 'Pay for video views of 2 seconds with half of the video in sight',
		},
	} satisfies Record<BillableEvent, Choice>,
	sentAs: 'billable_event',
});

export const autoTargetingEnabled = flag({
	label: 'Automatic Targeting',
	description:
		'Whether Pinterest may also show the ads to people outside your targeting who are likely to respond (Performance+ targeting). Pinterest switches it on unless you say otherwise.',
	preset: true,
	sentAs: 'auto_targeting_enabled',
});

export const placementGroup = choice({
	label: 'Placement',
	description: 'Where on Pinterest the ads are shown',
	choices: { ALL: 'All', SEARCH: 'Search', BROWSE: 'Browse', OTHER: 'Other' },
	sentAs: 'placement_group',
});

/** What a new ad group and a changed one have alike (schema `AdGroupCommon`). */
const shared = {
	budget: amount({
		label: 'Budget',
		description:
			'A day, unless the budget type says otherwise. Empty means about 5 US dollars in the account’s currency. Leave empty under campaign budget optimization.',
		example: '5000000',
		sentAs: 'budget_in_micro_currency',
	}),
	budgetType: choice({
		label: 'Budget Type',
		description: 'What the budget is for',
		choices: {
			DAILY: 'Daily',
			LIFETIME: { label: 'Lifetime', description: 'Needs an end time' },
			CBO_ADGROUP: {
				label: 'Campaign Budget Optimization',
				description: 'The campaign spreads its own budget',
			},
		},
		sentAs: 'budget_type',
	}),
	bid: amount({
		label: 'Bid',
		description:
			'The bid for one billable event. Empty means about 2 US dollars in the account’s currency, or no bid where Pinterest bids by itself.',
		example: '2000000',
		use: 'bid',
		sentAs: 'bid_in_micro_currency',
		cleared: null,
	}),
	bidStrategy: choice({
		label: 'Bid Strategy',
		description: 'How the bid is used',
		choices: {
			AUTOMATIC_BID: { label: 'Automatic', description: 'Pinterest bids by itself' },
			MAX_BID: { label: 'Maximum Bid', description: 'Never more than the bid' },
			TARGET_AVG: { label: 'Target Average', description: 'The bid on average' },
		} satisfies Record<BidStrategy, Choice>,
		preset: 'MAX_BID',
		sentAs: 'bid_strategy_type',
	}),
	bidMultiplier: number({
		label: 'Bid Multiplier',
		description:
			'A factor from 0.1 to 10 for the bids that Pinterest makes by itself. Needs the bid strategy Automatic.',
		...{ least: 0.1, most: 10, must: 'must be a number from 0.1 to 10' },
		preset: 1,
		sentAs: 'bid_multiplier',
		cleared: 0,
	}),
	startTime,
	endTime,
	autoTargetingEnabled,
	pacing: choice({
		label: 'Pacing',
		description: 'How evenly the budget is spent',
		choices: { STANDARD: 'Standard', ACCELERATED: 'Accelerated' },
		sentAs: 'pacing_delivery_type',
	}),
	placementGroup,
	optimizationGoal,
	lifetimeFrequencyCap,
	frequencyGoal,
	isCreativeOptimization: flag({
		label: 'Creative Optimization',
		description:
			'Whether Pinterest turns your product Pins into ads of other formats, such as collections',
		sentAs: 'is_creative_optimization',
	}),
	promotionId: idOf('other', {
		label: 'Promotion ID',
		description: 'The promotion that the ads show',
		sentAs: 'promotion_id',
		cleared: null,
	}),
	promotionLevel: choice({
		label: 'Promotion Level',
		description: 'What the promotion applies to',
		choices: { NONE: 'None', ITEM: 'Item', AD_GROUP: 'Ad Group' },
		preset: 'ITEM',
		sentAs: 'promotion_application_level',
	}),
	targetingTemplateId: sentBy(
		idOf('other', {
			label: 'Targeting Template ID',
			description:
				'A targeting template of the ad account, instead of targeting fields, Automatic Targeting, Placement and Tracking URLs: leave these empty',
			sentAs: 'targeting_template_ids',
			cleared: ['0'],
		}),
		(id) => [id],
	),
	// Pinterest wants an empty object, and not null as of campaigns.
	trackingUrls: { ...trackingUrls, cleared: {} },
};

export const CREATE_FIELDS = {
	adAccountId,
	campaignId: required(
		idOf('campaign', {
			label: 'Campaign',
			description: 'The campaign that the ad group belongs to',
			sentAs: 'campaign_id',
		}),
	),
	name: required(name),
	amountUnit,
	billableEvent: required(billableEvent),
	...shared,
	...TARGETING_FIELDS,
	status,
};

/** A field of a create that an update cannot have: refused by name rather than left out without a word. */
const elsewhere = (label: string, message: string) =>
	forPrograms<undefined>(
		{ label, description: 'Of a new ad group only' },
		z.undefined({ invalid_type_error: message }),
	);

const changed = {
	status: changedStatus,
	name: { ...name, description: 'Its new name' },
	amountUnit,
	...shared,
	budget: {
		...shared.budget,
		description: 'Its new budget, a day or for its lifetime as it was.',
	},
	budgetType: {
		...shared.budgetType,
		description: 'What the budget is for. Only a draft can change it.',
	},
	bid: { ...shared.bid, description: 'Its new bid for one billable event.' },
	billableEvent: {
		...billableEvent,
		description: 'What the bid pays for. Only a draft can change it.',
	},
	// What is given takes the place of what the ad group has of the same key.
	...TARGETING_FIELDS,
	locations: {
		...TARGETING_FIELDS.locations,
		description:
			'Countries (two letters) or US metro codes that take the place of its present ones',
	},
	audienceIncludeIds: {
		...TARGETING_FIELDS.audienceIncludeIds,
		description: 'IDs of audiences that take the place of those it is shown to now',
	},
	audienceExcludeIds: {
		...TARGETING_FIELDS.audienceExcludeIds,
		description: 'IDs of audiences that take the place of those it is not shown to now',
	},
	targeting: {
		...TARGETING_FIELDS.targeting,
		description:
			'Targeting by Pinterest’s own keys. A key that is given takes the place of its present value, an empty list takes it away, all others stay as they are.',
	},
	keywords: elsewhere(
		TARGETING_FIELDS.keywords.label,
		'are not part of an ad group’s update: add and archive them as keywords of their own',
	),
	keywordMatchType: elsewhere(
		TARGETING_FIELDS.keywordMatchType.label,
		'belongs to keywords, which are added by themselves',
	),
};

export const UPDATE_FIELDS = {
	adAccountId,
	adGroupId: required(
		idOf('adGroup', { label: 'Ad Group', description: 'The ad group to change', sentAs: 'id' }),
	),
	...changed,
	clear: clearOf(changed),
};
