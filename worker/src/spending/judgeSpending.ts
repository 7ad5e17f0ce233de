import { PinterestAdsError } from '../client/errors';
import { CAMPAIGN, type Fields } from '../entities';
import { formatMicro } from '../values/money';
import {
	amountOf,
	AMOUNTS,
	BUDGET,
	DEFAULT_BUDGET,
	type AmountKind,
	type GuardedElement,
	type SpendingAmount,
	type WrittenAmount,
} from './guardedWrites';
import type { Limits } from './limits';
import { SPENDING_FIELDS } from './spendingFields';
import type { LimitName } from './spendingPolicy';

/** Which limit an amount is held against. */
const LIMIT_OF = {
	daily: 'highestDailyBudget',
	lifetime: 'highestLifetimeBudget',
	bid: 'highestBid',
} as const satisfies Readonly<Record<AmountKind, LimitName>>;

const SPAN = { daily: ' a day', lifetime: ' over its lifetime', bid: '' } as const;

/** What an element can be judged by. */
export interface Known {
	readonly limits: Limits;
	/** ISO 4217 of the ad account, where Pinterest says it. */
	readonly currency?: string;
	/** What is changed, as it was before; only where {@link needsPresent} asks for it. */
	readonly present?: Fields;
}

/** Whether an element can cost money at all, so that it has to be judged. */
export const isSpending = (element: GuardedElement): boolean =>
	element.starts ||
	element.isOrder ||
	element.multipliesBids ||
	element.amounts.length > 0 ||
	element.budgetType !== undefined;

/** Whether it depends on what the element is now. */
export function needsPresent(element: GuardedElement, limits: Limits): boolean {
	const { isNew, kind, starts, amounts, budgetType } = element;
	if (isNew || kind === undefined) return false;
	const { daily, lifetime, bid, increase } = limits;
	const hasBudgetLimit = daily !== undefined || lifetime !== undefined;
	const budgets = amounts.filter(({ name }) => AMOUNTS[name].kind !== 'bid');
	if (starts && hasAmounts(kind.path)) return hasBudgetLimit || bid !== undefined;
	if (increase !== undefined && budgets.length > 0) return true;
	if (budgetType !== undefined && !amounts.some(isBudget)) {
		return hasBudgetLimit || increase !== undefined;
	}
	// Without its type an ad group's budget is a daily or a lifetime one, as it is at Pinterest.
	return hasBudgetLimit && daily !== lifetime && amounts.some((one) => isBudget(one) && !one.type);
}

const isBudget = ({ name }: SpendingAmount) => name === BUDGET;

/** Ads have no amounts of their own. */
const hasAmounts = (path: string) => path !== 'ads';

/**
 * Why an element of a write may not be sent; undefined where it may. The first reason counts.
 * @returns PinterestAdsError `invalid` whose message names the field, both amounts and the limit
 */
export function judgeElement(element: GuardedElement, known: Known): PinterestAdsError | undefined {
	const { limits } = known;
	if (element.starts && !limits.maySwitchOn) {
		return refusal('Status', 'maySwitchOn', 'this connection may not switch anything on');
	}
	if (element.isOrder) return judgeOrder(limits);
	if (element.multipliesBids && limits.bid !== undefined) {
		const message =
			'a bid that is multiplied by more than 1 may exceed what this connection allows';
		return refusal('Bid Multiplier', 'highestBid', message);
	}
	for (const amount of amountsAfter(element, known)) {
		const problem = overLimit(amount, known) ?? tooLargeAStep(amount, element, known);
		if (problem) return problem;
	}
	return undefined;
}

/** What insertion orders commit to is in none of the units of the limits. */
function judgeOrder({ daily, lifetime, maySwitchOn }: Limits): PinterestAdsError | undefined {
	const limit =
		lifetime !== undefined
			? 'highestLifetimeBudget'
			: daily !== undefined
				? 'highestDailyBudget'
				: maySwitchOn
					? undefined
					: 'maySwitchOn';
	const message = 'an insertion order cannot be held against what this connection allows';
	return limit && refusal('Insertion Order', limit, message);
}

/** An amount as it will be. */
interface Judged extends SpendingAmount {
	readonly kinds: readonly AmountKind[];
	/** Whether it is at Pinterest already and stays as it is. */
	readonly isPresent?: boolean;
}

/** The amounts of the element once it is sent: those that are given, and those that a change switches on. */
function amountsAfter(element: GuardedElement, { present }: Known): Judged[] {
	const { amounts, budgetType, kind, starts } = element;
	const typeNow = typeof present?.budget_type === 'string' ? present.budget_type : undefined;
	const given = amounts.map((one) => ({ ...one, kinds: kindsOf(one, budgetType ?? typeNow) }));
	if (present === undefined || kind === undefined) return given;
	const isNamed = (name: string) => amounts.some((one) => one.name === name);
	const held = Object.entries(PRESENT)
		.filter(([name]) => !isNamed(name))
		.filter(([name]) => starts || (name === BUDGET && budgetType !== undefined))
		.map(([name, field]): Judged => {
			const one = { name, amount: amountOf(present[field]) };
			return { ...one, kinds: kindsOf(one, budgetType ?? typeNow), isPresent: true };
		});
	return [...given, ...held];
}

/** The fields of what is at Pinterest, by the names of {@link AMOUNTS}. */
const PRESENT: Readonly<Record<string, string>> = {
	dailyspendcap: 'daily_spend_cap',
	lifetimespendcap: 'lifetime_spend_cap',
	[BUDGET]: 'budget_in_micro_currency',
	bidinmicrocurrency: 'bid_in_micro_currency',
};

/** Of an ad group's budget: daily unless its type says otherwise, and both where that is no word that is known. */
function kindsOf({ name, type }: SpendingAmount, otherwise?: string): readonly AmountKind[] {
	const { kind } = AMOUNTS[name];
	if (kind !== 'byType') return [kind];
	const said = type ?? otherwise ?? 'DAILY';
	if (said === 'DAILY') return ['daily'];
	return said === 'LIFETIME' ? ['lifetime'] : ['daily', 'lifetime'];
}

function overLimit(
	{ name, amount, kinds, isPresent }: Judged,
	{ limits, currency }: Known,
): PinterestAdsError | undefined {
	if (amount === 'none') return undefined;
	const { label } = AMOUNTS[name];
	const { daily, lifetime } = limits;
	for (const kind of kinds) {
		const most = limits[kind];
		const limit = LIMIT_OF[kind];
		if (most === undefined) {
			// With one of them set, what is of the other kind would go around it.
			const other = kind === 'daily' ? lifetime : kind === 'lifetime' ? daily : undefined;
			if (other === undefined) continue;
			const set = SPENDING_FIELDS[LIMIT_OF[kind === 'daily' ? 'lifetime' : 'daily']].label;
			const message = `this connection allows no ${kind} budget: it has a ${set}, and no ${SPENDING_FIELDS[limit].label}`;
			return refusal(label, limit, message);
		}
		if (amount !== 'unreadable' && amount <= most) continue;
		const named = `${formatMicro(most, currency)} that this connection allows (${SPENDING_FIELDS[limit].label})`;
		const whose = isPresent ? 'as it is at Pinterest, ' : '';
		return refusal(
			label,
			limit,
			amount === 'unreadable'
				? `${whose}it cannot be read as an amount in micro-currency, and so not held against the ${named}`
				: `${whose}${formatMicro(amount, currency)}${SPAN[kind]} is more than the ${named}`,
		);
	}
	return undefined;
}

/** The limit of a step counts for budgets and caps that are changed. */
function tooLargeAStep(
	{ name, amount, kinds, isPresent }: Judged,
	{ isNew, kind, budgetType }: GuardedElement,
	{ limits: { increase }, currency, present }: Known,
): PinterestAdsError | undefined {
	const { label, kind: limitKind } = AMOUNTS[name];
	if (increase === undefined || isNew || limitKind === 'bid' || present === undefined) {
		return undefined;
	}
	const changesType = isPresent === true && name === BUDGET && budgetType !== undefined;
	if (isPresent && !changesType) return undefined;
	const refuse = (message: string) => refusal(label, 'largestIncrease', message);
	const allowed = `this connection allows at once (${SPENDING_FIELDS.largestIncrease.label})`;
	if (name === DEFAULT_BUDGET) {
		return refuse(
			`it changes budgets that cannot be compared with the ${percent(increase)} that ${allowed}`,
		);
	}
	const before = amountOf(present[PRESENT[name]]);
	if (before === 'none') {
		// A cap where there was none only takes away. A budget would be one more.
		if (kind === CAMPAIGN || amount === 'none') return undefined;
		return refuse(
			`there was none before to compare with the ${percent(increase)} more that ${allowed}`,
		);
	}
	if (amount === 'none') {
		return refuse(
			`to take ${said(before, currency)} away would leave no limit, which is more than the ${percent(increase)} that ${allowed}`,
		);
	}
	if (
		name === BUDGET &&
		kinds.join() !== kindsOf({ name, amount: before }, textOf(present.budget_type)).join()
	) {
		return refuse(
			`a daily budget that becomes a lifetime budget, or the other way round, cannot be compared with the ${percent(increase)} more that ${allowed}`,
		);
	}
	if (amount !== 'unreadable' && before !== 'unreadable') {
		const most = BigInt(before) * (WHOLE + increase);
		if (BigInt(amount) * WHOLE <= most) return undefined;
		const step = percentMore(before, amount);
		return refuse(
			`from ${said(before, currency)} to ${said(amount, currency)} is ${step} more, and ${percent(increase)} is what ${allowed}`,
		);
	}
	return refuse(
		`the amounts cannot be compared with the ${percent(increase)} more that ${allowed}`,
	);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const said = (amount: WrittenAmount, currency: string | undefined) =>
	typeof amount === 'number' ? formatMicro(amount, currency) : 'what there is';

const MILLION = 1_000_000n;
/** A hundred percent, in the unit of the limit. */
const WHOLE = 100n * MILLION;

/** "20%", "12.5%" */
function percent(millionths: bigint): string {
	const fraction = String(millionths % MILLION)
		.padStart(6, '0')
		.replace(/(?<!0)0+$/, '');
	return `${millionths / MILLION}${fraction === '' ? '' : `.${fraction}`}%`;
}

/** To a tenth of a percent, and never rounded down: so it is always more than what is allowed. */
function percentMore(before: number, after: number): string {
	const tenths = (BigInt(after - before) * 1000n + BigInt(before) - 1n) / BigInt(before);
	return percent(tenths * 100_000n);
}

function refusal(field: string, limit: LimitName, message: string): PinterestAdsError {
	return new PinterestAdsError('invalid', `${field}: ${message}`, {
		field,
		action: 'raise-the-limit',
		details: { limit },
	});
}
