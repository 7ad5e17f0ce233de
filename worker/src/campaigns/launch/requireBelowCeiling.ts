import { PinterestAdsError } from '../../client/errors';
import { amountOf } from '../../spending/guardedWrites';
import { formatMicro } from '../../values/money';
import { CEILING_LABELS, type CeilingKind } from './input/ceilingInput';
import { plannedOf } from './judgeLaunch';
import type { Launch } from './launch';
import { fieldOf } from './findExisting';

const SPAN = { daily: 'a day', lifetime: 'over its lifetime' } as const;

/**
 * Ends launches that could spend more than their ceiling, before anything is created or switched on. What
 * counts are the amounts as they are at Pinterest or would be sent, defaults included, whichever way
 * they were written. What cannot be held against the ceiling is over it.
 */
export function requireBelowCeiling(launches: readonly Launch[]): void {
	for (const launch of launches) {
		const { daily, lifetime } = launch.ceiling;
		if (launch.error || (daily === undefined && lifetime === undefined)) continue;
		const problem = firstProblem(launch);
		if (problem === undefined) continue;
		const { field, message, kind } = problem;
		launch.fail(
			new PinterestAdsError('invalid', `${field}: ${message}`, {
				field,
				hint: `Ask for less, or have the owner of this launch ${launch.ceiling[kind] === undefined ? 'set' : 'raise'} ${CEILING_LABELS[kind]}.`,
				details: { over_ceiling: kind },
			}),
		);
	}
}

interface Problem {
	readonly field: string;
	readonly message: string;
	readonly kind: CeilingKind;
}

/** An amount of a launch: undefined where there is none. */
interface Allowed {
	readonly field: string;
	readonly kind: CeilingKind;
	readonly micro?: number;
}

function firstProblem(launch: Launch): Problem | undefined {
	const caps = capsOf(launch);
	const budgets = launch.adGroups.flatMap((group) => budgetOf(group));
	for (const allowed of [...caps, ...budgets]) {
		const problem = overCeiling(launch, allowed);
		if (problem) return problem;
	}
	const capped = caps.filter(({ micro }) => micro !== undefined).map(({ kind }) => kind);
	if (capped.length === 0) {
		const problem = unlimited(launch, budgets);
		if (problem) return problem;
	}
	return togetherOver(
		launch,
		budgets.filter(({ kind }) => !capped.includes(kind)),
	);
}

function capsOf({ campaign }: Launch): Allowed[] {
	const planned = plannedOf(campaign);
	const field = (name: string) => fieldOf(campaign.asked.where, name);
	return [
		{ field: field('dailySpendCap'), kind: 'daily', micro: amountIn(planned.daily_spend_cap) },
		{
			field: field('lifetimeSpendCap'),
			kind: 'lifetime',
			micro: amountIn(planned.lifetime_spend_cap),
		},
	];
}

function budgetOf(group: Launch['adGroups'][number]): Allowed {
	const { budget_in_micro_currency: budget, budget_type: type } = plannedOf(group);
	return {
		field: fieldOf(group.asked.where, 'budget'),
		kind: type === 'LIFETIME' ? 'lifetime' : 'daily',
		micro: amountIn(budget),
	};
}

/** What is not an amount is more than any ceiling. */
function amountIn(value: unknown): number | undefined {
	const amount = amountOf(value);
	if (amount === 'none') return undefined;
	return amount === 'unreadable' ? Infinity : amount;
}

function overCeiling(
	{ ceiling, account }: Launch,
	{ field, kind, micro }: Allowed,
): Problem | undefined {
	if (micro === undefined) return undefined;
	const most = ceiling[kind];
	if (most === undefined) {
		return { field, kind, message: `no ceiling is set for what is spent ${SPAN[kind]}` };
	}
	if (micro <= most) return undefined;
	const ofCeiling = `the ceiling of this launch, ${formatMicro(most, account.currency)} ${SPAN[kind]}`;
	const message = Number.isFinite(micro)
		? `${formatMicro(micro, account.currency)} ${SPAN[kind]} is over ${ofCeiling}`
		: `the amount at Pinterest cannot be read, and so not held against ${ofCeiling}`;
	return { field, kind, message };
}

/** Without a cap of the campaign, an ad group that has no budget of its own has no limit at all. */
function unlimited({ ceiling }: Launch, budgets: readonly Allowed[]): Problem | undefined {
	const open = budgets.find(({ micro }) => micro === undefined);
	const kind = ceiling.daily === undefined ? 'lifetime' : 'daily';
	return open && { field: open.field, kind, message: 'there is none, and no cap of the campaign' };
}

/** Without a cap of the same kind, ad groups may spend all their budgets at the same time. */
function togetherOver(launch: Launch, budgets: readonly Allowed[]): Problem | undefined {
	for (const kind of ['daily', 'lifetime'] as const) {
		const alike = budgets.filter((budget) => budget.kind === kind);
		if (alike.length < 2) continue;
		const micro = alike.reduce((sum, one) => sum + (one.micro ?? 0), 0);
		const problem = overCeiling(launch, { field: alike[0].field, kind, micro });
		if (problem) {
			return { ...problem, message: `of all ${alike.length} ad groups, ${problem.message}` };
		}
	}
	return undefined;
}
