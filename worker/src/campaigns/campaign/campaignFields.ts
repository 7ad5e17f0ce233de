import { clearOf } from '../../fields/clearing';
import { required, withDefault } from '../../fields/field';
import { amount, amountUnit, choice, flag, idOf, text } from '../../fields/kinds';
import { anyText } from '../../fields/textReaders';
import {
	adAccountId,
	changedStatus,
	endTime,
	nameOf,
	startTime,
	status,
	trackingUrls,
} from '../fields';
import { END_IN_2027, PROMOTE_EITHER } from './objectiveForms';
import { CUSTOM, OBJECTIVES } from './objectives';
import { PROMOTION_TYPES } from './promotes';
import { SUCCESSION } from './successors';

/** The fields of a campaign's input. */

const objective = {
	...choice({
		label: 'Objective',
		description: 'What Pinterest optimizes delivery for',
		choices: {
			...OBJECTIVES,
			[CUSTOM]: {
				label: 'Custom',
				description: 'Name any other objective that Pinterest offers you',
			},
		},
		preset: 'CONSIDERATION',
	}),
	// Which one is meant is read together with the custom one.
	schema: anyText,
};

const intendedPromotionType = choice({
	label: 'Promotes',
	description:
		'What the campaign is for. Left out, it is standard ads, or what a launch puts into it.',
	choices: PROMOTION_TYPES,
	sentAs: 'intended_promotion_type',
	appliesWhen: { objective: PROMOTE_EITHER },
});

const name = nameOf('the campaign', 'Spring Sale 2026');

/** What a new campaign and a changed one have alike (schema `CampaignCreateCommon`). */
const shared = {
	dailySpendCap: amount({
		label: 'Daily Spend Cap',
		description:
			'The most to spend a day. In micro-currency $50 is 50000000. Set this or the lifetime cap, not both.',
		example: '50000000',
		sentAs: 'daily_spend_cap',
		cleared: null,
	}),
	lifetimeSpendCap: amount({
		label: 'Lifetime Spend Cap',
		description:
			'The most to spend over the campaign’s lifetime. Set this or the daily cap, not both.',
		example: '500000000',
		sentAs: 'lifetime_spend_cap',
		cleared: null,
	}),
	startTime,
	endTime,
	isCampaignBudgetOptimization: flag({
		label: 'Campaign Budget Optimization',
		description:
			'Whether Pinterest spreads the campaign’s cap over its ad groups. Ad groups then have no budget of their own.',
		sentAs: 'is_campaign_budget_optimization',
	}),
	isFlexibleDailyBudgets: flag({
		label: 'Flexible Daily Budgets',
		description:
			'Whether Pinterest may spend more on some days and less on others (Performance+ budgets). Needs campaign budget optimization and a daily spend cap.',
		sentAs: 'is_flexible_daily_budgets',
	}),
	isPerformancePlus: flag({
		label: 'Performance+',
		description: 'Whether Pinterest automates targeting and creative choice for the campaign',
		sentAs: 'is_performance_plus',
	}),
	trackingUrls,
	orderLineId: idOf('other', {
		label: 'Order Line ID',
		description: 'The line of your insertion order that the invoice shall name',
		example: '549755885175',
		sentAs: 'order_line_id',
		cleared: null,
	}),
};

export const CREATE_FIELDS = {
	adAccountId,
	name: required(name),
	objective,
	customObjective: text({
		label: 'Custom Objective',
		description: 'The objective as Pinterest’s API names it',
		example: 'CTV_CONSIDERATION',
		appliesWhen: { objective: [CUSTOM] },
	}),
	useSuccessor: withDefault(
		choice({
			label: 'Use the Successor',
			description:
				'When the objective that takes its place is created instead: SALES, or LEADS where the optimization goal is not a sale. Pinterest creates no campaigns with Web Conversion, Catalog Sales and Shopping from 1 February 2027 on.',
			choices: SUCCESSION,
			appliesWhen: { objective: END_IN_2027 },
		}),
		'automatic',
	),
	amountUnit,
	...shared,
	intendedPromotionType,
	status,
};

const changed = {
	status: changedStatus,
	name: { ...name, description: 'Its new name' },
	amountUnit,
	...shared,
	dailySpendCap: {
		...shared.dailySpendCap,
		description:
			'The most to spend a day. Where the campaign has a lifetime cap, take that one away with Clear.',
	},
	lifetimeSpendCap: {
		...shared.lifetimeSpendCap,
		description:
			'The most to spend over the campaign’s lifetime. Where the campaign has a daily cap, take that one away with Clear.',
	},
	defaultAdGroupBudget: amount({
		label: 'Default Ad Group Budget',
		description:
			'The daily budget for each ad group, when you switch campaign budget optimization off',
		example: '5000000',
		sentAs: 'default_ad_group_budget_in_micro_currency',
	}),
	isPerformancePlus: {
		...shared.isPerformancePlus,
		description:
			'Whether Pinterest automates targeting and creative choice. Only a draft can change it.',
	},
	objective: {
		...objective,
		description: 'What Pinterest optimizes delivery for. Only a draft can change it.',
	},
	customObjective: text({
		label: 'Custom Objective',
		description: 'An objective as Pinterest’s API names it. Only a draft can change it.',
		example: 'CTV_CONSIDERATION',
	}),
	intendedPromotionType: {
		...intendedPromotionType,
		description: 'What the campaign is for: standard ads or a catalog. Only a draft can change it.',
		appliesWhen: undefined,
	},
};

export const UPDATE_FIELDS = {
	adAccountId,
	campaignId: required(
		idOf('campaign', { label: 'Campaign', description: 'The campaign to change', sentAs: 'id' }),
	),
	...changed,
	clear: clearOf(changed),
};
