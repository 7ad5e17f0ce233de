import { AD, AD_GROUP, CAMPAIGN, PROMOTION, type EntityKind } from '../entities';
import type { Method } from '../ports';

/** A request that would change something. */
export interface Write {
	readonly method: Method;
	/** Below the base address, without its query. */
	readonly path: string;
	readonly body?: unknown;
}

/** An amount as a body has it: in micro-currency, none at all, or something that is no amount. */
export type WrittenAmount = number | 'none' | 'unreadable';

/** What an amount is held against. The budget of an ad group is one of the first two, as its type says. */
export type AmountKind = 'daily' | 'lifetime' | 'bid';

/** The fields of amounts and what goes with them, as they are compared: small letters and digits only. */
export const BUDGET = 'budgetinmicrocurrency';
export const BUDGET_TYPE = 'budgettype';
/** A change of a campaign's that becomes the budget of each of its ad groups. */
export const DEFAULT_BUDGET = 'defaultadgroupbudgetinmicrocurrency';

/** By the name of the field, which of the limits its amount is held against, and what people call it. */
export const AMOUNTS: Readonly<Record<string, { kind: AmountKind | 'byType'; label: string }>> = {
	dailyspendcap: { kind: 'daily', label: 'Daily Spend Cap' },
	lifetimespendcap: { kind: 'lifetime', label: 'Lifetime Spend Cap' },
	[BUDGET]: { kind: 'byType', label: 'Budget' },
	[DEFAULT_BUDGET]: { kind: 'daily', label: 'Default Ad Group Budget' },
	bidinmicrocurrency: { kind: 'bid', label: 'Bid' },
	bid: { kind: 'bid', label: 'Bid' },
};

/** One amount in an element of a body. */
export interface SpendingAmount {
	/** One of {@link AMOUNTS}. */
	readonly name: string;
	readonly amount: WrittenAmount;
	/** Of an ad group's budget: DAILY, LIFETIME or another word; left out where the body does not say. */
	readonly type?: string;
}

/** One of the things that a write creates or changes, and what of it may cost money. */
export interface GuardedElement {
	/** Its place in the body's list. */
	readonly index: number;
	/** Left out: it is none of the levels of a campaign. */
	readonly kind?: EntityKind;
	readonly isNew: boolean;
	/** Of what is changed. */
	readonly id?: string;
	readonly amounts: readonly SpendingAmount[];
	/** The type of budget that it gets, where it says so. */
	readonly budgetType?: string;
	/** Whether it is switched on by it. */
	readonly starts: boolean;
	/** Whether it has a bid multiplied by more than one. */
	readonly multipliesBids: boolean;
	/** Whether it commits to spending outside of what the limits are about. */
	readonly isOrder: boolean;
}

const LEVELS: readonly EntityKind[] = [CAMPAIGN, AD_GROUP, AD, PROMOTION];

/** By the last part of a path, or a name in the body of a bulk request. */
const KIND_OF: Readonly<Record<string, EntityKind>> = {
	...Object.fromEntries(LEVELS.map((kind) => [compared(kind.path), kind])),
	// Bulk requests call them so.
	productgroups: PROMOTION,
};

/**
 * Writes that cannot spend anything: audiences, conversions, forms, labels, what is read with a POST. What is not among
 * them is looked at, also where nobody knows it.
 */
const UNGUARDED = [
	/^\/ad_accounts$/,
	/^\/ad_accounts\/\d+\/(?:audiences|customer_lists|lead_forms|leads|msot|promotions|reports|templates)(?:\/|$)/,
	/^\/ad_accounts\/\d+\/(?:ad_previews|bid_floor|conversion_tags|events|labels|leads_export|mmm_reports|sandbox|targeting_templates)$/,
	/^\/ad_accounts\/\d+\/(?:ad_groups\/audience_sizing|ads_credit\/redeem|bulk\/download)$/,
	/^\/(?:boards|business_access|businesses|catalogs|integrations|media|notifications|pins|user_account)(?:\/|$)/,
];

/** What of a write may cost money; nothing where it cannot. */
export function guardedElements({ method, path, body }: Write): GuardedElement[] {
	if (method === 'GET' || UNGUARDED.some((pattern) => pattern.test(path))) return [];
	const sent = asSent(body);
	const parts = partsOf(path);
	const isNew = method === 'POST';
	const [, , last = '', inPath] = parts;
	if (last === 'bulk') return bulkElements(sent);
	const kind = KIND_OF[last];
	if (kind !== undefined) return elementsIn(sent, { kind, isNew, inPath });
	const isOrder = parts.includes('ssio');
	return elementsIn(sent, { isNew, isOrder });
}

/** The ad account of a path. */
export function adAccountOf(path: string): string | undefined {
	const [first, id = ''] = partsOf(path);
	return first === compared('ad_accounts') && /^\d+$/.test(id) ? id : undefined;
}

/** The parts of a path, in whatever spelling it came. */
function partsOf(path: string): string[] {
	return path
		.split('/')
		.slice(1)
		.map((part) => compared(decoded(part)));
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** Exactly what goes out as JSON, whatever made it. */
const asSent = (body: unknown): unknown =>
	body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown);

interface Of {
	readonly kind?: EntityKind;
	readonly isNew: boolean;
	readonly isOrder?: boolean;
	/** The ID that the path names. */
	readonly inPath?: string;
}

/** A bulk request has lists of what is to be created and of what is to be changed. */
function bulkElements(body: unknown): GuardedElement[] {
	return entriesOf(body).flatMap(([verb, lists]) =>
		entriesOf(lists).flatMap(([name, list]) =>
			elementsIn(list, { kind: KIND_OF[name], isNew: verb !== 'update' }),
		),
	);
}

/** The elements of a list, however deep; of one parent where that holds the list. */
function elementsIn(body: unknown, of: Of): GuardedElement[] {
	const elements: GuardedElement[] = [];
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) {
			for (const one of value) visit(one);
			return;
		}
		const inner = of.kind?.listedIn === undefined ? [] : listIn(value, of.kind.listedIn);
		if (inner.length > 0) for (const one of inner) visit(one);
		else elements.push(elementOf(value, elements.length, of));
	};
	visit(body);
	return elements;
}

const listIn = (value: unknown, name: string): unknown[] =>
	entriesOf(value)
		.filter(([key]) => key === compared(name))
		.map(([, list]) => list);

function elementOf(
	value: unknown,
	index: number,
	{ kind, isNew, isOrder = false, inPath }: Of,
): GuardedElement {
	const found = new Found();
	found.look(value);
	const own = entriesOf(value);
	const ids = own.filter(([name]) => name === 'id').map(([, id]) => plain(id));
	const [id = inPath] = ids;
	// What is created without a status is ACTIVE at Pinterest.
	const isOnByDefault = isNew && kind !== undefined && !own.some(([name]) => name === 'status');
	return {
		...{ index, kind, isNew, isOrder },
		...(isNew || id === undefined ? {} : { id }),
		amounts: found.amounts,
		...(found.types.length > 0 ? { budgetType: found.types[0] } : {}),
		starts: isOnByDefault || found.statuses.some((status) => !OFF.includes(status)),
		multipliesBids: found.multipliesBids,
	};
}

/** What leaves something off. Whatever else a status says, it may switch on. */
const OFF = ['PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'];

/** What is found in an element, in whatever depth and spelling. */
class Found {
	readonly amounts: SpendingAmount[] = [];
	readonly types: string[] = [];
	readonly statuses: string[] = [];
	multipliesBids = false;

	look(value: unknown): void {
		if (Array.isArray(value)) for (const one of value) this.look(one);
		const entries = entriesOf(value);
		const types = entries.filter(([name]) => name === BUDGET_TYPE).map(([, type]) => word(type));
		this.types.push(...types);
		for (const [name, inner] of entries) {
			if (Object.hasOwn(AMOUNTS, name)) {
				// Said twice and differently, it may be either.
				const type = types.length > 1 ? 'unclear' : types[0];
				const amount = amountOf(inner);
				this.amounts.push({ name, amount, ...(type === undefined ? {} : { type }) });
			}
			if (name === 'status') this.statuses.push(word(inner));
			if (/multipliers?$/.test(name)) this.multipliesBids ||= exceedsOne(inner);
			this.look(inner);
		}
	}
}

/** Pinterest says 0 or null for "none". A number that has lost digits is none that can be relied on. */
export function amountOf(value: unknown): WrittenAmount {
	if (value === null || value === undefined || value === 0 || value === '' || value === '0') {
		return 'none';
	}
	const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
	return Number.isSafeInteger(number) && (number as number) > 0 ? (number as number) : 'unreadable';
}

function exceedsOne(value: unknown): boolean {
	if (typeof value === 'object') return entriesOf(value).some(([, inner]) => exceedsOne(inner));
	const number = typeof value === 'string' ? Number(value) : value;
	return typeof number !== 'boolean' && !(typeof number === 'number' && number <= 1);
}

/** By names as they are compared. */
const entriesOf = (value: unknown): Array<[string, unknown]> =>
	typeof value === 'object' && value !== null
		? Object.entries(value).map(([name, inner]) => [compared(name), inner])
		: [];

/** `daily_spend_cap`, `dailySpendCap` and `Daily-Spend-Cap` are the same. */
/** A name as it is compared, in whatever spelling it came: small letters and digits only. */
export function compared(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const plain = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const word = (value: unknown): string => plain(value).toUpperCase();
