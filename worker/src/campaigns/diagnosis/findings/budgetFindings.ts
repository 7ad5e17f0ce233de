import type { Entity } from '../../../entities';
import { unitsPerDollar } from '../../../values/currencies';
import { formatMicro } from '../../../values/money';
import { needsBid, type BidStrategy, type BillableEvent } from '../../campaign/objectiveRules';
import { called, finding, microOf, secondsOf, type Finding, type Subject } from '../finding';

/** Reference, "Campaign Not Delivering": budgets below $5 a day often deliver slowly. */
const SLOW_DOLLARS_A_DAY = 5;
const DAY_SECONDS = 86_400;

const isSpread = (campaign: Entity) => campaign.is_campaign_budget_optimization === true;

/** The campaign's caps; under budget optimization they are its budget. */
export function capFindings(subject: Subject, campaign: Entity, currency?: string): Finding[] {
	const daily = microOf(campaign, 'daily_spend_cap');
	const lifetime = microOf(campaign, 'lifetime_spend_cap');
	if (isSpread(campaign) && daily === undefined && lifetime === undefined) {
		const message = `${called(subject)} spreads its budget over its ad groups, but has no spend cap.`;
		return [finding(subject, 'blocks', 'no_budget', message)];
	}
	return [
		...low(subject, 'daily spend cap', daily, currency),
		...lowLifetime(subject, 'lifetime spend cap', lifetime, campaign, currency),
	];
}

/** The ad group's own budget, where it has one at all. */
export function budgetFindings(
	subject: Subject,
	adGroup: Entity,
	campaign: Entity,
	currency?: string,
): Finding[] {
	if (isSpread(campaign) || adGroup.budget_type === 'CBO_ADGROUP') return [];
	const budget = microOf(adGroup, 'budget_in_micro_currency');
	if (budget === undefined) {
		return [finding(subject, 'blocks', 'no_budget', `${called(subject)} has no budget.`)];
	}
	return adGroup.budget_type === 'LIFETIME'
		? lowLifetime(subject, 'lifetime budget', budget, adGroup, currency)
		: low(subject, 'daily budget', budget, currency);
}

export function bidFindings(subject: Subject, adGroup: Entity, campaign: Entity): Finding[] {
	const { billable_event, bid_strategy_type } = adGroup;
	const isMissing =
		microOf(adGroup, 'bid_in_micro_currency') === undefined &&
		needsBid(
			String(campaign.objective_type),
			billable_event as BillableEvent,
			(bid_strategy_type ?? undefined) as BidStrategy | undefined,
		);
	if (!isMissing) return [];
	const message = `${called(subject)} has no bid, which ${String(campaign.objective_type)} campaigns paid by ${String(billable_event)} need.`;
	return [finding(subject, 'blocks', 'bid_missing', message)];
}

const slowMicro = (currency?: string) =>
	BigInt(SLOW_DOLLARS_A_DAY * unitsPerDollar(currency)) * 1_000_000n;

function low(
	subject: Subject,
	what: string,
	micro: number | undefined,
	currency?: string,
): Finding[] {
	if (micro === undefined || BigInt(micro) >= slowMicro(currency)) return [];
	const message = `${called(subject)}: the ${what} of ${formatMicro(micro, currency)} is below ${worth(currency)} a day.`;
	return [finding(subject, 'slows', 'low_budget', message)];
}

/** What is meant for the whole time, by the day; without an end, as if it were for one. */
function lowLifetime(
	subject: Subject,
	what: string,
	micro: number | undefined,
	entity: Entity,
	currency?: string,
): Finding[] {
	if (micro === undefined) return [];
	const end = secondsOf(entity, 'end_time');
	const created = typeof entity.created_time === 'number' ? entity.created_time : undefined;
	const start = secondsOf(entity, 'start_time') ?? created;
	const days =
		start === undefined || end === undefined
			? 1
			: Math.max(1, Math.ceil((end - start) / DAY_SECONDS));
	const daily = BigInt(micro) / BigInt(days);
	if (daily >= slowMicro(currency)) return [];
	const message = `${called(subject)}: the ${what} of ${formatMicro(micro, currency)} is ${formatMicro(daily, currency)} a day over ${days} ${days === 1 ? 'day' : 'days'}, below ${worth(currency)} a day.`;
	return [finding(subject, 'slows', 'low_budget', message)];
}

/** $5, and what stands for it where the unit of the currency is worth less. */
function worth(currency?: string): string {
	if (currency === 'USD') return '$5';
	return `${formatMicro(slowMicro(currency), currency)} (about $5)`;
}
