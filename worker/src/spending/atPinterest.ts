import { isAnswer } from '../client/errorKinds';
import type { Query } from '../client/query';
import {
	idField,
	idOf,
	isObject,
	objectOf,
	textField,
	theOne,
	type Reader,
} from '../client/readers';
import type { EntityKind, Fields } from '../entities';
import { attempt } from '../outcome';
import { chunksOf, groupedBy } from '../values/grouping';

/** How what there is is asked for. */
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

/** Something of a campaign's levels that exists. */
export interface ExistingRef {
	readonly kind: EntityKind;
	readonly id: string;
}

/** So many IDs a filter takes. */
const IDS_A_LIST = 250;
const IS_ID = /^\d{1,32}$/;

/** What there is at Pinterest, as a run has first seen it: each thing is asked for once. */
export class AtPinterest {
	private readonly ask: Ask;
	private readonly currencies = new Map<string, Promise<string | undefined>>();
	private readonly seen = new Map<string, Fields>();

	constructor(ask: Ask) {
		this.ask = ask;
	}

	/** Something that is known already. What was seen first stays. */
	learn(kind: EntityKind, adAccountId: string, entity: Fields): void {
		const id = idOf(entity.id);
		const key = keyOf(kind, adAccountId, id ?? '');
		if (id !== undefined && !this.seen.has(key)) this.seen.set(key, entity);
	}

	learnCurrency(adAccountId: string, currency: string | undefined): void {
		this.currencies.set(adAccountId, Promise.resolve(currency));
	}

	/** ISO 4217; undefined where Pinterest does not say. @throws PinterestAdsError where it cannot be read */
	async currencyOf(adAccountId: string): Promise<string | undefined> {
		const known = this.currencies.get(adAccountId) ?? this.readCurrency(adAccountId);
		this.currencies.set(adAccountId, known);
		return await known;
	}

	/** As far as it has been looked up or learnt. */
	seenOf(adAccountId: string, { kind, id }: ExistingRef): Fields | undefined {
		return this.seen.get(keyOf(kind, adAccountId, id));
	}

	/** Reads what has not been seen yet, many with one request. @throws PinterestAdsError where it cannot be read */
	async lookUp(adAccountId: string, wanted: readonly ExistingRef[]): Promise<void> {
		const unseen = wanted.filter(
			(one) => IS_ID.test(one.id) && this.seenOf(adAccountId, one) === undefined,
		);
		for (const [, group] of groupedBy(unseen, ({ kind }) => kind.path)) {
			const [{ kind }] = group;
			const ids = [...new Set(group.map(({ id }) => id))];
			for (const some of chunksOf(ids, IDS_A_LIST)) await this.lookUpSome(kind, adAccountId, some);
		}
	}

	/** One thing of another kind, by its path. */
	async read(path: string, doing: string): Promise<Fields> {
		return await this.ask.get({ path, category: 'ads_read', doing }, readFields);
	}

	private async readCurrency(adAccountId: string): Promise<string | undefined> {
		const path = `/ad_accounts/${adAccountId}`;
		const doing = `read the ad account ${adAccountId}, whose currency amounts are in`;
		const read = theOne('ad account', adAccountId, readAccount);
		const asked = await attempt(this.ask.get({ path, category: 'ads_read', doing }, read));
		if (asked.ok) return asked.record.currency ?? undefined;
		// The next one may find the network back.
		this.currencies.delete(adAccountId);
		throw asked.error;
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
		const listed = this.ask.list({ path, query, category, doing }, kind.read);
		for await (const one of listed) this.learn(kind, adAccountId, one);
		// What was created just now may not be listed yet.
		for (const id of ids) {
			if (this.seenOf(adAccountId, { kind, id }) !== undefined) continue;
			const read = theOne(kind.noun, id, kind.read);
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

const keyOf = (kind: EntityKind, adAccountId: string, id: string) =>
	`${adAccountId}/${kind.path}/${id}`;

const readAccount = objectOf<{ readonly id?: string | null; readonly currency?: string | null }>(
	'an ad account',
	{ id: idField, currency: textField },
);

const readFields: Reader<Fields> = (value) => (isObject(value) ? value : {});
