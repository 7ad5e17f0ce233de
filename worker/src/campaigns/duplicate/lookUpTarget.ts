import { audiencesOf, type Audience } from '../../audiences/accountAudiences';
import { groupsOf } from '../../catalogs/ownersCatalogs';
import type { AdAccount } from '../../connection/adAccounts';
import type { WorkerContext } from '../../context';
import { tagsOf, type Tag } from '../../conversionTags/accountTags';
import { attempt } from '../../outcome';
import { compared } from '../../values/names';
import { groupedBy } from '../../values/grouping';
import { lookUpPins } from '../ad/pinCheck';
import type { Known } from '../parents';
import type { IdsInSource } from './idsInSource';

/** What an ID of the original is in the ad account of the copy. */
export type Match =
	/** `said`: what should be known of one that is not the original's. */
	| { readonly id: string; readonly said?: string }
	/** Why there is none, and what can be done. */
	| { readonly why: string; readonly whatToDo: string };

/** What can be found, or said in place of it, by the ID that the original has. */
export interface Target {
	audience(id: string): Match;
	conversionTag(id: string): Match;
	pin(id: string): Match;
	productGroup(id: string): Match;
	/** Lead forms, order lines, targeting templates, promotions: they are one ad account's. */
	ofAccount(id: string): Match;
	/** What an audience is called, for messages. */
	audienceName(id: string): string;
}

const itself = (id: string): Match => ({ id });

/** By what the user has said: nothing else is looked at then. */
function replacedBy(replaceIds: Readonly<Record<string, string>>, id: string): Match | undefined {
	if (!Object.hasOwn(replaceIds, id)) return undefined;
	if (replaceIds[id] !== '') return { id: replaceIds[id] };
	return { why: 'Replace IDs leaves it out', whatToDo: 'Nothing.' };
}

const orReplace = (id: string) => `name another in Replace IDs ({"${id}": "…"})`;

/** In the ad account of the original everything is what it is. */
export function sameAccount(replaceIds: Readonly<Record<string, string>>): Target {
	const find = (id: string) => replacedBy(replaceIds, id) ?? itself(id);
	return {
		...{ audience: find, conversionTag: find, pin: find, productGroup: find, ofAccount: find },
		audienceName: (id) => `audience ${id}`,
	};
}

interface Accounts {
	readonly from: AdAccount;
	readonly into: AdAccount;
}

/**
 * Looks for what the original names in another ad account: audiences there by their ID (one may be shared) or their name,
 * the conversion tag by its ID, its name, or as the only one, and, where the accounts have different
 * owners, Pins and product groups. Nothing is asked for that the original does not have. Operations
 * `audiences/list`, `conversion_tags/list`, `pins/get`, `catalogs_product_groups/list`.
 * @throws PinterestAdsError where a list cannot be read: what a copy would lack then is not known
 */
export async function otherAccount(
	context: WorkerContext,
	{ from, into }: Accounts,
	ids: IdsInSource,
	replaceIds: Readonly<Record<string, string>>,
): Promise<Target> {
	const open = (some: ReadonlySet<string>) =>
		[...some].filter((id) => !Object.hasOwn(replaceIds, id));
	const where = `the ad account ${into.id}`;
	const audiences = await audienceMatches(context, { from, into }, open(ids.audiences));
	const tags = await tagMatches(context, { from, into }, open(ids.conversionTags));
	const isOneOwner = haveOneOwner(from, into);
	const pins = await lookUpPins(
		context,
		isOneOwner ? [] : open(ids.pins).map((id) => ({ adAccountId: into.id, id })),
	);
	const groups = isOneOwner
		? undefined
		: await productGroupsIn(context, into.id, open(ids.productGroups));
	const or = (find: (id: string) => Match) => (id: string) =>
		replacedBy(replaceIds, id) ?? find(id);
	return {
		audience: or((id) => audiences.match(id)),
		conversionTag: or(tags),
		pin: or((id) =>
			isOneOwner ? itself(id) : pinMatch(id, pins({ adAccountId: into.id, id }), where),
		),
		productGroup: or((id) => {
			if (groups === undefined || groups.has(id)) return itself(id);
			const why = `the catalogs of the owner of ${where} do not have it`;
			return { why, whatToDo: `Make one like it there, and ${orReplace(id)}.` };
		}),
		ofAccount: or((id) => ({
			why: `it is only in the ad account ${from.id}`,
			whatToDo: `Make one like it in ${where}, and ${orReplace(id)}.`,
		})),
		audienceName: audiences.called,
	};
}

/** By Pinterest's ID of the owner; where it does not say, they are taken to be two. */
function haveOneOwner({ owner: one }: AdAccount, { owner: other }: AdAccount): boolean {
	const [a, b] = [one?.id ?? one?.username, other?.id ?? other?.username];
	return a !== undefined && a === b;
}

async function collected<T>(listed: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const one of listed) found.push(one);
	return found;
}

async function audienceMatches(
	context: WorkerContext,
	{ from, into }: Accounts,
	ids: readonly string[],
) {
	const inAccount = async (adAccountId: string) =>
		ids.length === 0 ? [] : await collected(audiencesOf({ context, adAccountId }));
	const originals = new Map((await inAccount(from.id)).map((one) => [one.id, one]));
	const there = await inAccount(into.id);
	const byId = new Map(there.map((one) => [one.id, one]));
	const byName = groupedBy(there.filter(hasName), ({ name }) => compared(name));
	const called = (id: string) => {
		const { name } = originals.get(id) ?? byId.get(id) ?? {};
		return name ? `audience “${name}” (${id})` : `audience ${id}`;
	};
	const match = (id: string): Match => {
		if (byId.has(id)) return itself(id);
		const name = originals.get(id)?.name;
		const alike = name ? (byName.get(compared(name)) ?? []) : [];
		if (alike.length === 1) {
			const said = `{of} uses the audience “${name}” of the ad account ${into.id} (${alike[0].id}), which is another one than the original’s (${id}): see that it holds the same people.`;
			return { id: alike[0].id, said };
		}
		const why =
			alike.length > 1
				? `the ad account ${into.id} has ${alike.length} audiences of this name`
				: `the ad account ${into.id} has no audience of this ID or name`;
		return { why, whatToDo: `Share the audience with it or make one there, or ${orReplace(id)}.` };
	};
	return { match, called };
}

const hasName = (audience: Audience): audience is Audience & { readonly name: string } =>
	typeof audience.name === 'string' && audience.name !== '';

async function tagMatches(
	context: WorkerContext,
	{ from, into }: Accounts,
	ids: readonly string[],
): Promise<(id: string) => Match> {
	const there = ids.length === 0 ? [] : await collected(tagsOf(context, into.id));
	const isOpen = ids.some((id) => !there.some((tag) => tag.id === id)) && there.length > 1;
	// Only to be recognised by its name among several.
	const originals = isOpen ? await collected(tagsOf(context, from.id)) : [];
	return (id) => {
		if (there.some((tag) => tag.id === id)) return itself(id);
		const name = originals.find((tag) => tag.id === id)?.name;
		const alike = there.filter((tag) => name && tag.name && compared(tag.name) === compared(name));
		const [only, ...others] = there.length === 1 ? there : alike;
		if (only !== undefined && others.length === 0) return { id: only.id, said: ofTag(only, id) };
		if (there.length === 0) {
			return {
				why: `the ad account ${into.id} has no conversion tag`,
				whatToDo: 'Create one there (Conversion Tag: Create), and put it on the site.',
			};
		}
		const list = there.map((tag) => `${tag.name ?? 'without a name'}: ${tag.id}`).join('; ');
		return {
			why: `the ad account ${into.id} has ${there.length} conversion tags (${list}), and which one is meant is not clear`,
			whatToDo: `Name it in Replace IDs ({"${id}": "…"}).`,
		};
	};
}

const ofTag = (tag: Tag, original: string) =>
	`{of} optimizes for conversions that the tag “${tag.name ?? ''}” (${tag.id}) of the other ad account reports, in place of the tag ${original}.`;

function pinMatch(id: string, known: Known, where: string): Match {
	const whatToDo = `Save a Pin like it as the owner of ${where}, and ${orReplace(id)}.`;
	if (known.state === 'missing') return { why: `the owner of ${where} cannot see it`, whatToDo };
	// What could not be looked at is Pinterest's to judge.
	if (known.state === 'unknown' || known.entity.is_owner !== false) return itself(id);
	return { why: `it does not belong to the owner of ${where}`, whatToDo };
}

/** @returns undefined where they cannot be asked for (without catalogs:read): Pinterest judges then */
async function productGroupsIn(
	context: WorkerContext,
	adAccountId: string,
	ids: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
	if (ids.length === 0) return new Set();
	const listed = await attempt(collected(groupsOf(context, adAccountId)));
	if (listed.ok) return new Set(listed.record.map(({ id }) => id));
	if (listed.error.kind !== 'token-scope') throw listed.error;
	context.logger.warn('Pinterest: could not look up the product groups of a copy', {
		kind: listed.error.kind,
	});
	return undefined;
}
