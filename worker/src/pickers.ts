import type { WorkerContext } from './context';
import { findTargetingOptions } from './campaigns/targeting/findTargeting';
import { clientOf, unreadableAnswer } from './client/client';
import type { RateCategory } from './client/rateLimits';
import { objectOf, ownId, textField } from './client/readers';
import { shortened } from './client/redact';
import { listColumns, type ListedColumn } from './metrics/columns/columnList';
import { adAccountIdFor, chosenAdAccountId } from './connection/adAccounts';

/** What a user picks from a list instead of typing an id. */
export type PickerKind =
	'campaign' | 'adGroup' | 'ad' | 'audience' | 'customerList' | 'conversionTag' | 'pin';

/** Something to pick. */
export interface Choice {
	readonly id: string;
	readonly name: string;
}

/** A page of what there is to pick. */
export interface ChoicePage {
	readonly choices: Choice[];
	/** Where the next page begins; missing on the last one. */
	readonly bookmark?: string;
}

interface Source {
	/** Below the ad account, or at the top for what belongs to the user. */
	readonly path: string;
	readonly ofAccount: boolean;
	readonly category: RateCategory;
	readonly noun: string;
	/** Pinterest gives everything at once and takes no page size. */
	readonly isWhole?: boolean;
	nameOf(item: Item): string | null | undefined;
}

interface Item {
	readonly id: string;
	readonly name?: string | null;
	/** Of a Pin. */
	readonly title?: string | null;
	readonly description?: string | null;
	readonly alt_text?: string | null;
}

const readItem = objectOf<Item>('an element', {
	...{ id: ownId, name: textField },
	...{ title: textField, description: textField, alt_text: textField },
});

const named = (item: Item) => item.name;

const SOURCES: Record<PickerKind, Source> = {
	campaign: {
		path: '/campaigns',
		ofAccount: true,
		category: 'ads_read',
		noun: 'campaigns',
		nameOf: named,
	},
	adGroup: {
		path: '/ad_groups',
		ofAccount: true,
		category: 'ads_read',
		noun: 'ad groups',
		nameOf: named,
	},
	ad: { path: '/ads', ofAccount: true, category: 'ads_read', noun: 'ads', nameOf: named },
	audience: {
		path: '/audiences',
		ofAccount: true,
		category: 'ads_read',
		noun: 'audiences',
		nameOf: named,
	},
	customerList: {
		path: '/customer_lists',
		ofAccount: true,
		category: 'ads_read',
		noun: 'customer lists',
		nameOf: named,
	},
	conversionTag: {
		path: '/conversion_tags',
		ofAccount: true,
		category: 'ads_read',
		noun: 'conversion tags',
		isWhole: true,
		nameOf: named,
	},
	pin: {
		path: '/pins',
		ofAccount: false,
		category: 'org_read',
		noun: 'Pins',
		// A Pin often has no title; what it says then is the next best name.
		nameOf: (pin) => pin.title || pin.description || pin.alt_text,
	},
};

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
	const source = SOURCES[kind];
	const path = source.ofAccount
		? `/ad_accounts/${await adAccountIdFor(context, input.adAccountId)}${source.path}`
		: source.path;
	// The account's owner may be somebody else than the user, and only the owner's Pins can be promoted.
	const owner = source.ofAccount
		? {}
		: { ad_account_id: chosenAdAccountId(context, input.adAccountId) };
	const wanted = input.filter?.trim().toLowerCase() ?? '';
	const choices: Choice[] = [];
	let bookmark: string | undefined;
	const call = { path, category: source.category, doing: `list the ${source.noun}` };
	const paging = source.isWhole ? {} : { page_size: 100, ...owner };
	let looked = 0;
	for await (const page of clientOf(context).pages(call, readItem, paging, input.bookmark)) {
		for (const item of page.items) {
			// A Pin's description may be a whole story.
			const name = shortened(source.nameOf(item) || 'Untitled', LONGEST_NAME);
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
): Promise<Array<Choice & { readonly definition: string | null }>> {
	const called = ({ name, displayName }: ListedColumn) =>
		displayName === null ? name : `${displayName} (${name})`;
	return (await listColumns(context))
		.map((column) => ({ id: column.name, name: called(column), definition: column.definition }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
