import { PinterestAdsError } from '../client/errors';
import { plainWords } from '../inputProblems';
import { readDecimal } from '../values/amount';
import { implausiblyMuch, readAmount, type AmountUse } from '../values/money';
import { SPENDING_FIELDS } from './spendingFields';
import type { LimitName, SpendingPolicy } from './spendingPolicy';

/** A policy that has been read. Amounts in micro-currency; undefined: no limit. */
export interface Limits {
	readonly daily?: number;
	readonly lifetime?: number;
	readonly bid?: number;
	/** In millionths of a percent. */
	readonly increase?: bigint;
	readonly maySwitchOn: boolean;
}

const isEmpty = (given: unknown) =>
	given === undefined || given === null || (typeof given === 'string' && given.trim() === '');

/** Whether any limit is about amounts, so that the currency has to be known. */
export const limitsAmounts = (policy: SpendingPolicy): boolean =>
	[
		...[policy.highestDailyBudget, policy.highestLifetimeBudget],
		...[policy.highestBid, policy.largestIncrease],
	].some((given) => !isEmpty(given));

/** Whether there is any limit at all. */
export const isLimited = (policy: SpendingPolicy | undefined): policy is SpendingPolicy =>
	policy !== undefined &&
	(limitsAmounts(policy) || (!isEmpty(policy.maySwitchOn) && policy.maySwitchOn !== true));

/**
 * @param currency ISO 4217 of the ad account, where Pinterest says it
 * @throws PinterestAdsError `invalid` for a limit that cannot be read: it must not be taken for none
 */
export function readLimits(policy: SpendingPolicy, currency: string | undefined): Limits {
	const amount = (name: LimitName, use: AmountUse) => {
		const given = policy[name];
		if (isEmpty(given)) return undefined;
		const read = readAmount(given, { unit: 'accountCurrency', use, currency });
		if ('problem' in read) throw unreadable(name, read.problem);
		if (implausiblyMuch(read.micro, { use, currency }) === undefined) return read.micro;
		throw unreadable(name, `is more than a ${use} can be; a limit is not in micro-currency`);
	};
	return {
		daily: amount('highestDailyBudget', 'budget'),
		lifetime: amount('highestLifetimeBudget', 'budget'),
		bid: amount('highestBid', 'bid'),
		increase: readPercent(policy.largestIncrease),
		maySwitchOn: readSwitch(policy.maySwitchOn),
	};
}

const DECIMALS = 6;

function readPercent(given: SpendingPolicy['largestIncrease']): bigint | undefined {
	if (isEmpty(given)) return undefined;
	const read = readDecimal(given);
	if (
		read.kind !== 'amount' ||
		read.decimal.isNegative ||
		read.decimal.fraction.length > DECIMALS
	) {
		throw unreadable(
			'largestIncrease',
			'must be a number of percent in digits, such as 20 or 12.5',
		);
	}
	const { whole, fraction } = read.decimal;
	return BigInt(`${whole}${fraction.padEnd(DECIMALS, '0')}`);
}

function readSwitch(given: SpendingPolicy['maySwitchOn']): boolean {
	if (isEmpty(given)) return true;
	const read = SPENDING_FIELDS.maySwitchOn.schema.safeParse(given, { errorMap: plainWords });
	if (read.success) return read.data;
	throw unreadable('maySwitchOn', 'must be true or false');
}

function unreadable(name: LimitName, problem: string): PinterestAdsError {
	const { label } = SPENDING_FIELDS[name];
	return new PinterestAdsError(
		'invalid',
		`${label}: ${problem}. Nothing that could spend money is sent as long as this limit cannot be read`,
		{ field: label, action: 'correct-the-limit', details: { limit: name } },
	);
}
