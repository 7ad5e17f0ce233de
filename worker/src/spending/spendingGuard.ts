import { isAnswer } from '../client/errorKinds';
import { PinterestAdsError } from '../client/errors';
import { isObject, objectOf, textField, theOne, type Reader } from '../client/readers';
import type { Query } from '../client/query';
import type { Entity, EntityKind, Fields } from '../entities';
import { attempt } from '../outcome';
import { chunksOf, groupedBy } from '../values/grouping';
import { adAccountOf, guardedElements, type GuardedElement, type Write } from './guardedWrites';
import { isSpending, judgeElement, needsPresent } from './judgeSpending';
import { limitsAmounts, isLimited, readLimits, type Limits } from './limits';
import type { SpendingPolicy } from './spendingPolicy';

/** How the guard reads what it has to know. */
export interface Ask {
	get<T>(call: Reading, read: Reader<T>): Promise<T>;
	list<T>(call: Reading, read: Reader<T>): AsyncIterable<T>;
}

interface Reading {
	readonly path: string;
	readonly query?: Query;
	readonly category: 'ads_read';
	readonly doing: string;
}

/** Why an element of a write may not be sent. */
export interface Refusal {
	/** Its place in the body's list. */
	readonly index: number;
	readonly error: PinterestAdsError;
}

/** So many IDs a filter takes. */
const IDS_A_LIST = 250;

/**
 * Keeps a connection within its limits. What a write means is found out from its path and body, so that it is all the
 * same who sends it. An increase is measured from what there was when this run first looked: two steps of it are one.
 */
export class SpendingGuard {
	private readonly policy: SpendingPolicy;
	private readonly ask: Ask;
	private readonly currencies = new Map<string, Promise<string | undefined>>();
	/** What was there first, by ad account, level and ID. */
	private readonly first = new Map<string, Fields>();

	private constructor(policy: SpendingPolicy, ask: Ask) {
		this.policy = policy;
		this.ask = ask;
	}

	/** Nothing where there is no limit. */
	static of(policy: SpendingPolicy | undefined, ask: Ask): SpendingGuard | undefined {
		return isLimited(policy) ? new SpendingGuard(policy, ask) : undefined;
	}

	/** Spares a request: something that is known already, as it is at Pinterest or was sent. */
	learn(kind: EntityKind, adAccountId: string, entity: Fields): void {
		const key = keyOf(kind, adAccountId, String(entity.id));
		if (!this.first.has(key)) this.first.set(key, entity);
	}

	/** The same for the currency of an ad account. */
	learnCurrency(adAccountId: string, currency: string | undefined): void {
		this.currencies.set(adAccountId, Promise.resolve(currency));
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

	/** Asked for once; only where a limit is about amounts. */
	private async currencyOf(adAccountId: string | undefined): Promise<string | undefined> {
		if (adAccountId === undefined || !limitsAmounts(this.policy)) return undefined;
		const known = this.currencies.get(adAccountId) ?? this.readCurrency(adAccountId);
		this.currencies.set(adAccountId, known);
		return await known;
	}

	private async readCurrency(adAccountId: string): Promise<string | undefined> {
		const path = `/ad_accounts/${adAccountId}`;
		const doing = `read the ad account ${adAccountId}, whose currency the spending limits are in`;
		const read = theOne('ad account', adAccountId, readAccount);
		const asked = await attempt(this.ask.get({ path, category: 'ads_read', doing }, read));
		if (asked.ok) return asked.record.currency ?? undefined;
		// The next one may find the network back.
		this.currencies.delete(adAccountId);
		throw asked.error;
	}

	private presentOf(adAccountId = '', { kind, id }: GuardedElement): Fields | undefined {
		if (kind === undefined || id === undefined) return undefined;
		return this.first.get(keyOf(kind, adAccountId, id));
	}

	/** Reads what is to be changed, where it matters and is not known yet. */
	private async lookUp(
		adAccountId: string,
		elements: readonly GuardedElement[],
		limits: Limits,
	): Promise<void> {
		const unseen = elements.filter(
			(one) => needsPresent(one, limits) && this.presentOf(adAccountId, one) === undefined,
		);
		for (const [, group] of groupedBy(unseen, ({ kind }) => kind?.path ?? '')) {
			const [{ kind }] = group;
			if (kind === undefined) continue;
			const ids = [
				...new Set(group.flatMap(({ id }) => (id !== undefined && IS_ID.test(id) ? [id] : []))),
			];
			for (const some of chunksOf(ids, IDS_A_LIST)) await this.lookUpSome(kind, adAccountId, some);
		}
	}

	private async lookUpSome(
		kind: EntityKind,
		adAccountId: string,
		ids: readonly string[],
	): Promise<void> {
		const path = `/ad_accounts/${adAccountId}/${kind.path}`;
		const category = 'ads_read';
		const query = { [kind.idsFilter]: ids, entity_statuses: kind.statuses };
		const doing = `read the ${kind.plural} that are to be changed`;
		const listed = this.ask.list({ path, query, category, doing }, readFields);
		for await (const one of listed) this.learn(kind, adAccountId, one);
		// What was created just now may not be listed yet.
		for (const id of ids) {
			if (this.first.has(keyOf(kind, adAccountId, id))) continue;
			const read = theOne(kind.noun, id, readFields as Reader<Entity>);
			const call = {
				path: `${path}/${id}`,
				category,
				doing: `read the ${kind.noun} ${id}`,
			} as const;
			const asked = await attempt(this.ask.get(call, read));
			if (asked.ok) this.learn(kind, adAccountId, { ...asked.record, id });
			else if (!isAnswer(asked.error.kind)) throw asked.error;
		}
	}
}

const IS_ID = /^\d{1,32}$/;

const keyOf = (kind: EntityKind, adAccountId: string, id: string) =>
	`${adAccountId}/${kind.path}/${id}`;

const readAccount = objectOf<{ readonly id?: string | null; readonly currency?: string | null }>(
	'an ad account',
	{
		currency: textField,
	},
);

const readFields: Reader<Fields> = (value) => (isObject(value) ? value : {});

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
