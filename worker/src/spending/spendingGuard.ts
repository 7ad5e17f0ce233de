import { PinterestAdsError } from '../client/errors';
import type { Fields } from '../entities';
import type { AtPinterest } from './atPinterest';
import { adAccountOf, guardedElements, type GuardedElement, type Write } from './guardedWrites';
import { isSpending, judgeElement, needsPresent } from './judgeSpending';
import { isLimited, limitsAmounts, readLimits, type Limits } from './limits';
import type { SpendingPolicy } from './spendingPolicy';

/** Why an element of a write may not be sent. */
export interface Refusal {
	/** Its place in the body's list. */
	readonly index: number;
	readonly error: PinterestAdsError;
}

/**
 * Keeps a connection within its limits. What a write means is found out from its path and body, so that it is all the
 * same who sends it. An increase is measured from what there was when this run first looked: two steps of it are one.
 */
export class SpendingGuard {
	private readonly policy: SpendingPolicy;
	private readonly atPinterest: AtPinterest;

	private constructor(policy: SpendingPolicy, atPinterest: AtPinterest) {
		this.policy = policy;
		this.atPinterest = atPinterest;
	}

	/** Nothing where there is no limit. */
	static of(
		policy: SpendingPolicy | undefined,
		atPinterest: AtPinterest,
	): SpendingGuard | undefined {
		return isLimited(policy) ? new SpendingGuard(policy, atPinterest) : undefined;
	}

	/**
	 * Of the elements of a write, those that may not be sent.
	 * @throws PinterestAdsError where something cannot be read that the limits depend on
	 */
	async refusals(write: Write): Promise<Refusal[]> {
		const spending = guardedElements(write).filter(isSpending);
		if (spending.length === 0) return [];
		const adAccountId = adAccountOf(write.path);
		const currency = await this.currencyOf(adAccountId);
		const limits = readLimits(this.policy, currency);
		if (adAccountId !== undefined) await this.lookUp(adAccountId, spending, limits);
		return spending.flatMap((element): Refusal[] => {
			const { index } = element;
			const present = this.presentOf(adAccountId, element);
			const isUnseen = present === undefined && needsPresent(element, limits);
			const error = isUnseen
				? notSeen(element)
				: judgeElement(element, { limits, currency, present });
			return error === undefined ? [] : [{ index, error }];
		});
	}

	/** Only where a limit is about amounts. */
	private async currencyOf(adAccountId: string | undefined): Promise<string | undefined> {
		if (adAccountId === undefined || !limitsAmounts(this.policy)) return undefined;
		return await this.atPinterest.currencyOf(adAccountId);
	}

	private presentOf(adAccountId = '', { kind, id }: GuardedElement): Fields | undefined {
		if (kind === undefined || id === undefined) return undefined;
		return this.atPinterest.seenOf(adAccountId, { kind, id });
	}

	/** Reads what is to be changed, where it matters. */
	private async lookUp(
		adAccountId: string,
		elements: readonly GuardedElement[],
		limits: Limits,
	): Promise<void> {
		const needed = elements.filter((one) => needsPresent(one, limits));
		const references = needed.flatMap(({ kind, id }) =>
			kind === undefined || id === undefined ? [] : [{ kind, id }],
		);
		await this.atPinterest.lookUp(adAccountId, references);
	}
}

/** It is not known how much it would be raised, or what would be switched on. */
function notSeen({ kind, id }: GuardedElement): PinterestAdsError {
	const what = kind?.noun ?? 'element';
	return new PinterestAdsError(
		'not-found',
		id === undefined
			? `The ${what} to change has no ID that can be read, so its change cannot be held against the spending limits of this connection`
			: `There is no ${what} ${id} in the ad account, so its change cannot be held against the spending limits of this connection`,
	);
}
