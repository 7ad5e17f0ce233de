import type { WorkerContext } from './context';
import { goalTags } from './campaigns/adGroup/goalTags';
import { findTargetingOptions } from './campaigns/targeting/findTargeting';
import { clientOf, unreadableAnswer } from './client/client';
import { listColumns, type ListedColumn } from './metrics/columns/columnList';
import { shortened } from './values/shortened';
import { adAccountIdFor, chosenAdAccountId } from './connection/adAccountOf';
import { KINDS, nameOf, readNames, type KindName, type ListedKind } from './entities';
import { listPath } from './entityLists';

/** What a user picks from a list instead of typing an id. */
export type PickerKind = Extract<
	KindName,
	| 'campaign'
	| 'adGroup'
	| 'ad'
	| 'audience'
	| 'customerList'
	| 'conversionTag'
	| 'leadForm'
	| 'pin'
	| 'catalog'
	| 'catalogProductGroup'
>;

/** Something to pick. */
export interface PickerChoice {
	readonly id: string;
	readonly name: string;
	/** What to know before it is picked, in a few words. */
	readonly note?: string;
}

/** A page of what there is to pick. */
export interface ChoicePage {
	readonly choices: PickerChoice[];
	/** Where the next page begins; missing on the last one. */
	readonly bookmark?: string;
}

/** Pages to look through for a search term before the user is asked to go on. */
const PAGES_A_SEARCH = 4;

/**
 * One page of a picker's list, only names that contain `filter` (upper and lower case alike). Pinterest
 * cannot search by name, so the pages are filtered here.
 */
export async function choicesFor(
	context: WorkerContext,
	kind: PickerKind,
	input: { adAccountId?: string; filter?: string; bookmark?: string } = {},
): Promise<ChoicePage> {
	const listed: ListedKind = KINDS[kind];
	const { isOfUser, isWhole, category = 'ads_read', plural } = listed;
	// Catalogs are those of the owner of the ad account, as promoting them has it.
	const isOfUserAlone = isOfUser && category !== 'catalogs_read';
	const accountId = isOfUserAlone
		? chosenAdAccountId(context, input.adAccountId)
		: await adAccountIdFor(context, input.adAccountId);
	// The account's owner may be somebody else than the user, and only the owner's Pins can be promoted.
	const owner = isOfUser ? { ad_account_id: accountId } : {};
	const wanted = input.filter?.trim().toLowerCase() ?? '';
	const choices: PickerChoice[] = [];
	let bookmark: string | undefined;
	const call = { path: listPath(listed, accountId ?? ''), category, doing: `list the ${plural}` };
	const paging = isWhole ? {} : { page_size: 100, ...owner };
	let looked = 0;
	const pages = clientOf(context).pages(call, readNames(listed), paging, input.bookmark);
	for await (const page of pages) {
		for (const item of page.items) {
			// A Pin's description may be a whole story.
			const name = shortened(nameOf(listed, item) ?? 'Untitled', LONGEST_NAME);
			if (name.toLowerCase().includes(wanted) || item.id === wanted) {
				choices.push({ id: item.id, name });
			}
		}
		if (page.odd) throw unreadableAnswer(call.doing, page.odd.message);
		looked++;
		bookmark = page.bookmark;
		if (looked >= PAGES_A_SEARCH || (choices.length > 0 && wanted === '')) break;
	}
	return { choices, bookmark };
}

const LONGEST_NAME = 80;

/**
 * The conversion tags of an ad account for a goal: those that may be optimized for first, and beside each of them
 * whether it may, and why not. Where Pinterest does not say which may, they are listed without that.
 * @param input what the goal is about, as far as it is known: without an event, or with one that nobody knows, it
 * is told what each tag is ready for
 */
export async function goalTagChoices(
	context: WorkerContext,
	input: { adAccountId?: string; conversionEvent?: string; filter?: string } = {},
): Promise<ChoicePage> {
	const adAccountId = await adAccountIdFor(context, input.adAccountId);
	const wanted = input.filter?.trim().toLowerCase() ?? '';
	const all = await goalTags(context, adAccountId, input.conversionEvent);
	const found = all.filter(
		({ tag: { id, name } }) => (name ?? '').toLowerCase().includes(wanted) || id === wanted,
	);
	const choices = found.map(({ tag, note }) => ({
		...{ id: tag.id, name: shortened(tag.name ?? 'Untitled', LONGEST_NAME) },
		...(note === undefined ? {} : { note }),
	}));
	return { choices };
}

/** Choices of a page that is cut here, since Pinterest gives all interests at once. */
const INTERESTS_A_PAGE = 100;

/** Interests whose names contain `filter`, by {@link findTargetingOptions}. */
export async function interestChoices(
	context: WorkerContext,
	{ filter = '', bookmark = '0' }: { filter?: string; bookmark?: string } = {},
): Promise<ChoicePage> {
	const from = Number(bookmark);
	const all = await findTargetingOptions(context, {
		optionType: 'interests',
		nameContains: filter,
	});
	const next = from + INTERESTS_A_PAGE;
	return {
		choices: all.slice(from, next).map(({ id, name }) => ({ id, name })),
		bookmark: next < all.length ? String(next) : undefined,
	};
}

/** Columns of metrics, called as in Ads Manager where Pinterest says how, sorted by that. */
export async function columnChoices(
	context: WorkerContext,
): Promise<Array<PickerChoice & { readonly definition: string | null }>> {
	const called = ({ name, displayName }: ListedColumn) =>
		displayName === null ? name : `${displayName} (${name})`;
	return (await listColumns(context))
		.map((column) => ({ id: column.name, name: called(column), definition: column.definition }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
