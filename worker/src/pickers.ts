import type { WorkerContext } from './context';
import { clientOf } from './client/client';
import type { RateCategory } from './client/rateLimits';
import { adAccountIdFor } from './connection/adAccounts';

/** What a user picks from a list instead of typing an id. */
export type PickerKind = 'campaign' | 'adGroup' | 'ad' | 'audience' | 'customerList' | 'pin';

export interface Choice {
	readonly id: string;
	readonly name: string;
}

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
	nameOf(item: Record<string, unknown>): unknown;
}

const named = (item: Record<string, unknown>) => item.name;

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
	const wanted = input.filter?.trim().toLowerCase() ?? '';
	const choices: Choice[] = [];
	let bookmark = input.bookmark;
	for (let page = 0; page < PAGES_A_SEARCH; page++) {
		const answer = await clientOf(context).call<{
			items?: Array<Record<string, unknown>> | null;
			bookmark?: string | null;
		}>({
			method: 'GET',
			path,
			query: { page_size: 100, bookmark },
			category: source.category,
			doing: `list the ${source.noun}`,
		});
		for (const item of answer.items ?? []) {
			const id = String(item.id);
			const name = String(source.nameOf(item) || `${source.noun} ${id}`);
			if (name.toLowerCase().includes(wanted) || id === wanted) choices.push({ id, name });
		}
		bookmark = answer.bookmark || undefined;
		if (bookmark === undefined || (choices.length > 0 && wanted === '')) break;
	}
	return { choices, bookmark };
}
