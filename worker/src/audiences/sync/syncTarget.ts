import { PinterestAdsError } from '../../client/errors';
import {
	customerListIdOf,
	fetchAudience,
	ownAudiencesOf,
	type Audience,
} from '../accountAudiences';
import { sameName } from '../../values/names';
import { oldest } from '../../values/oldest';
import { attempt } from '../../outcome';
import {
	customerListsOf,
	getCustomerList,
	type AccountScope,
	type CustomerList,
} from './customerLists';
import type { ListType } from '../listTypes';

/** What a sync is about, as its caller knows it. */
export interface WantedTarget {
	/** Left out: nothing is looked for by name. */
	readonly name?: string;
	readonly audienceId?: string;
	readonly customerListId?: string;
	readonly listType: ListType;
}

/** What is there at Pinterest already. Neither: both are to be created. */
export interface SyncTarget {
	readonly listId?: string;
	/** The list itself, where it was seen. An audience may still name a list that is gone. */
	readonly list?: CustomerList;
	/** An audience that is made of the list. Missing: there is none in the ad account. */
	readonly audience?: Audience;
}

/**
 * Finds the list and the audience that a sync has to extend:
 * 1. by the audience's id, then by the list's, as the caller has them stored;
 * 2. else the audience of that name that is made of a customer list;
 * 3. else the customer list of that name.
 * Of several, those that belong together and then the oldest, so that every run takes the same.
 * @param gone ids of lists that turned out not to exist any more
 * @throws PinterestAdsError `invalid` for an audience that is made of something else, or a list of
 * another type
 */
export async function findSyncTarget(
	scope: AccountScope,
	wanted: WantedTarget,
	gone: ReadonlySet<string>,
	warn: (message: string) => void,
): Promise<SyncTarget> {
	return (
		(await byAudienceId(scope, wanted, gone, warn)) ??
		(await byListId(scope, wanted, gone, warn)) ??
		(await byName(scope, wanted, gone, warn))
	);
}

/**
 * The same, but the list is known to be there, which costs one more request where only its audience
 * is known.
 * @returns also `asNamed`: whether it is what the caller's ids name, where there are any
 */
export async function findLiveTarget(
	scope: AccountScope,
	wanted: WantedTarget,
	warn: (message: string) => void,
): Promise<SyncTarget & { readonly asNamed: boolean }> {
	const { audienceId, customerListId } = wanted;
	const gone = new Set<string>();
	for (;;) {
		const target = await findSyncTarget(scope, wanted, gone, warn);
		const { listId, audience } = target;
		const asNamed =
			(audienceId === undefined && customerListId === undefined) ||
			(audienceId !== undefined && audience?.id === audienceId) ||
			(customerListId !== undefined && listId === customerListId);
		if (listId === undefined || target.list) return { ...target, asNamed };
		const list = await unlessGone(getCustomerList(scope, listId));
		if (list) return { ...target, list, asNamed };
		warn(`The customer list ${listId} no longer exists at Pinterest.`);
		gone.add(listId);
	}
}

/** The audience that is made of a list, the oldest of several. */
export async function audienceOfList(
	scope: AccountScope,
	listId: string,
): Promise<Audience | undefined> {
	return oldest((await listAudiences(scope)).filter((one) => customerListIdOf(one) === listId));
}

/** The customer list of a name, the oldest of several. */
export async function listOfName(
	scope: AccountScope,
	name: string,
): Promise<CustomerList | undefined> {
	return oldest(await listsNamed(scope, name));
}

async function byAudienceId(
	scope: AccountScope,
	{ audienceId, customerListId, name }: WantedTarget,
	gone: ReadonlySet<string>,
	warn: (message: string) => void,
): Promise<SyncTarget | undefined> {
	if (audienceId === undefined) return undefined;
	const audience = await unlessGone(fetchAudience(scope, audienceId));
	if (audience === undefined) {
		warn(`The audience ${audienceId} no longer exists at Pinterest${byNameNow(name)}.`);
		return undefined;
	}
	if (audience.audience_type && audience.audience_type !== 'CUSTOMER_LIST') {
		throw new PinterestAdsError(
			'invalid',
			`The audience ${audienceId} is of the type ${audience.audience_type}, so no records can be added to it.`,
			{
				field: 'Audience',
				hint: 'Choose an audience that is made of a Customer List, or leave Audience empty to have one created.',
			},
		);
	}
	const listId = customerListIdOf(audience);
	if (listId === undefined) {
		warn(`The audience ${audienceId} names no customer list${byNameNow(name)}.`);
		return undefined;
	}
	if (gone.has(listId)) return undefined;
	if (customerListId !== undefined && customerListId !== listId) {
		warn(
			`The audience ${audienceId} is made of the customer list ${listId}, not of ${customerListId}; the records go to ${listId}.`,
		);
	}
	return { listId, audience };
}

async function byListId(
	scope: AccountScope,
	{ customerListId, listType, name }: WantedTarget,
	gone: ReadonlySet<string>,
	warn: (message: string) => void,
): Promise<SyncTarget | undefined> {
	if (customerListId === undefined || gone.has(customerListId)) return undefined;
	const list = await unlessGone(getCustomerList(scope, customerListId));
	if (list === undefined) {
		warn(`The customer list ${customerListId} no longer exists at Pinterest${byNameNow(name)}.`);
		return undefined;
	}
	checkType(list, listType);
	const audience = await audienceOfList(scope, customerListId);
	return { listId: customerListId, list, audience };
}

async function byName(
	scope: AccountScope,
	{ name, listType }: WantedTarget,
	gone: ReadonlySet<string>,
	warn: (message: string) => void,
): Promise<SyncTarget> {
	if (name === undefined) return {};
	const all = await listAudiences(scope);
	const ofLists = all.filter((one) => !gone.has(customerListIdOf(one)!));
	const namesakes = ofLists.filter((one) => sameName(one.name, name));
	const audience = oldest(namesakes);
	if (audience) {
		if (namesakes.length > 1)
			warn(severalOfAName('audiences', namesakes.length, name, audience.id));
		return { listId: customerListIdOf(audience), audience };
	}

	const lists = await listsNamed(scope, name);
	// A list that seemed gone and is found again still has its audience.
	const inUse = new Set(all.map(customerListIdOf));
	const list = oldest(lists.filter(({ id }) => inUse.has(id))) ?? oldest(lists);
	if (list === undefined) return {};
	checkType(list, listType);
	if (lists.length > 1) warn(severalOfAName('customer lists', lists.length, name, list.id));
	const itsAudience = oldest(all.filter((one) => customerListIdOf(one) === list.id));
	return { listId: list.id, list, audience: itsAudience };
}

/** Only what has to be remembered: an account may have thousands of audiences. */
async function listAudiences(scope: AccountScope): Promise<Audience[]> {
	const found: Audience[] = [];
	for await (const audience of ownAudiencesOf(scope)) {
		if (customerListIdOf(audience) !== undefined) found.push(audience);
	}
	return found;
}

async function listsNamed(scope: AccountScope, name: string): Promise<CustomerList[]> {
	const found: CustomerList[] = [];
	for await (const list of customerListsOf(scope)) {
		if (sameName(list.name, name)) found.push({ ...list, id: String(list.id) });
	}
	return found;
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
	const outcome = await attempt(call);
	if (outcome.ok) return outcome.record;
	if (outcome.error.kind === 'not-found') return undefined;
	throw outcome.error;
}

function checkType(list: CustomerList, wanted: ListType): void {
	if (!list.list_type || list.list_type === wanted) return;
	throw new PinterestAdsError(
		'invalid',
		`The customer list ${list.id} is of the type ${list.list_type}, but the records are of the type ${wanted}.`,
		{
			field: 'List Type',
			hint: `Set the list type to ${list.list_type}, or give the ${wanted} records another audience name.`,
		},
	);
}

const byNameNow = (name: string | undefined) =>
	name === undefined ? '' : '; it is looked for by its name';

const severalOfAName = (things: string, count: number, name: string, id: string) =>
	`${count} ${things} are called "${name}"; the oldest (${id}) is used. Give the audience's ID to choose another.`;
