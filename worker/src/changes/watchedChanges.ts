import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { type Amount } from '../fields/amounts';
import { required, withDefault, type Choice, type ReadBy } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { amount, amountUnit, choice, choices, idsOf, number } from '../fields/kinds';
import { CHANGES, type ChangeKind } from './changeKinds';

const OVER_LIMIT = 'spend_over_limit' satisfies ChangeKind;
const OVER_BUDGET = 'spend_over_budget' satisfies ChangeKind;
const COST_ROSE = 'cost_per_conversion_rose' satisfies ChangeKind;
const ROAS_FELL = 'roas_fell' satisfies ChangeKind;

const campaignIds = idsOf('campaign', {
	label: 'Campaign IDs',
	description:
		'Watch only these campaigns and their ads, by their IDs, separated by commas; up to 100. Left empty: all.',
	example: '549755885175, 549755885176',
	appliesWhen: {
		changes: ['ad_approved', 'ad_rejected', 'campaign_stopped', COST_ROSE, ROAS_FELL],
	},
	isFilter: true,
});

const WATCH_FIELDS = {
	adAccountId,
	changes: required(
		choices({
			label: 'Changes',
			description: 'What is told. Each change is told once.',
			choices: Object.fromEntries(
				CHANGES.map(({ id, name, what }) => [id, { label: name, description: what }]),
			) as Record<ChangeKind, Choice>,
		}),
	),
	dailySpendLimit: amount({
		label: 'Daily Spend Limit',
		description: 'More than this on one day (UTC), over the whole ad account, is told',
		example: '100000000',
		appliesWhen: { changes: [OVER_LIMIT] },
	}),
	monthlyBudget: amount({
		label: 'Monthly Budget',
		description:
			'Told is when the ad account is heading for more than this in a month of the calendar (UTC)',
		example: '3000000000',
		appliesWhen: { changes: [OVER_BUDGET] },
	}),
	costPerConversionLimit: amount({
		label: 'Cost per Conversion Limit',
		description: 'More than this for a conversion is told, and more than this spent for none',
		example: '20000000',
		use: 'bid',
		appliesWhen: { changes: [COST_ROSE] },
	}),
	amountUnit: {
		...amountUnit,
		description: 'The unit of the limits',
		appliesWhen: { changes: [OVER_LIMIT, OVER_BUDGET, COST_ROSE] },
	},
	countedConversions: withDefault(
		choice({
			label: 'Conversions Counted',
			description: 'What the cost is divided by',
			choices: {
				all: { label: 'All Conversions', description: 'Page visits among them' },
				checkouts: { label: 'Checkouts' },
				leads: { label: 'Leads' },
				signups: { label: 'Sign-Ups' },
			},
			appliesWhen: { changes: [COST_ROSE] },
		}),
		'checkouts',
	),
	roasLimit: number({
		label: 'ROAS Limit',
		description:
			'Less than this is told: value of checkouts per unit of spend, so that 2 is 2.00 for each 1.00 spent',
		least: 0.01,
		preset: 2,
		appliesWhen: { changes: [ROAS_FELL] },
	}),
	performanceOf: withDefault(
		choice({
			label: 'Judge',
			description: 'Whose cost per conversion and ROAS are compared with their limits',
			choices: {
				campaign: { label: 'Each Campaign' },
				account: { label: 'The Whole Ad Account' },
			},
			appliesWhen: { changes: [COST_ROSE, ROAS_FELL] },
		}),
		'campaign',
	),
	performanceDays: withDefault(
		number({
			label: 'Over the Last Days',
			description: 'How many whole days before today (UTC) the two are worked out of',
			...{ least: 1, most: 60, isWhole: true },
			appliesWhen: { changes: [COST_ROSE, ROAS_FELL] },
		}),
		7,
	),
	campaignIds: {
		...campaignIds,
		schema: campaignIds.schema.pipe(z.array(z.string()).max(100, 'must hold at most 100 IDs')),
	},
};

/** What a change cannot be told without. */
const LIMITS = [
	[OVER_LIMIT, 'dailySpendLimit'],
	[OVER_BUDGET, 'monthlyBudget'],
	[COST_ROSE, 'costPerConversionLimit'],
	[ROAS_FELL, 'roasLimit'],
] as const;
type Limits = Pick<ReadBy<typeof WATCH_FIELDS>, (typeof LIMITS)[number][1]>;

/** The input of `readWanted`. */
export const watchedChangesInput = inputOf(
	WATCH_FIELDS,
	({ changes, campaignIds: ids, ...input }, check): WatchedChanges => {
		const refuse = (field: string, message: string) =>
			check.addIssue({ code: 'custom', path: [field], message });
		if (changes.length === 0) refuse('changes', 'choose at least one change');
		const limits = Object.fromEntries(
			LIMITS.map(([change, field]) => {
				const isWatched = changes.includes(change);
				if (isWatched && input[field] === undefined) refuse(field, 'is missing');
				return [field, isWatched ? input[field] : undefined];
			}),
		) as Limits;
		const campaignIds = ids?.length ? ids.sort() : undefined;
		const isPerformance = changes.includes(COST_ROSE) || changes.includes(ROAS_FELL);
		return {
			adAccountId: input.adAccountId,
			changes: new Set(changes),
			...(campaignIds && { campaignIds }),
			...(limits.dailySpendLimit && { limit: limits.dailySpendLimit }),
			...(limits.monthlyBudget && { budget: limits.monthlyBudget }),
			...(isPerformance && {
				performance: {
					cost: limits.costPerConversionLimit,
					roas: limits.roasLimit,
					of: input.performanceOf,
					days: input.performanceDays,
					counted: input.countedConversions,
					campaignIds,
				},
			}),
		};
	},
	{ ignoresOthers: true },
);
/** What `readWanted` takes. @interface */
export type ChangesToWatch = GivenTo<typeof watchedChangesInput>;

/** Which changes are told, and above which limit. */
export interface WatchedChanges {
	readonly adAccountId?: string;
	readonly changes: ReadonlySet<ChangeKind>;
	readonly campaignIds?: readonly string[];
	readonly limit?: Amount;
	/** Of a month. */
	readonly budget?: Amount;
	readonly performance?: WatchedPerformance;
}

/** What cost per conversion and ROAS are compared with, and what they are worked out of. */
export interface WatchedPerformance {
	readonly cost?: Amount;
	readonly roas?: number;
	readonly of: 'campaign' | 'account';
	readonly days: number;
	readonly counted: 'all' | 'checkouts' | 'leads' | 'signups';
	readonly campaignIds?: readonly string[];
}

/**
 * Reads what is to be watched.
 * @throws PinterestAdsError `invalid` that names each bad field
 */
export const readWanted = (input: ChangesToWatch): WatchedChanges =>
	readInput(watchedChangesInput, input);
