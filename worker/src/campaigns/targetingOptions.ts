import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import { isFields } from './adEntities';

/** What Pinterest offers to target by: the types of its list by the words of the form. */
export const OPTION_TYPES = {
	interests: 'INTEREST',
	locations: 'LOCATION',
	regions: 'GEO',
	locales: 'LOCALE',
	devices: 'APPTYPE',
	ages: 'AGE_BUCKET',
	genders: 'GENDER',
	audiences: 'AUDIENCE_INCLUDE',
} as const;

export type OptionType = keyof typeof OPTION_TYPES;

/** One value of a targeting spec, and what it is called. */
export interface TargetingOption {
	readonly id: string;
	readonly name: string;
}

/** An interest with its place in Pinterest's tree. */
export interface Interest extends TargetingOption {
	/** 1 is the top. */
	readonly level: number | null;
	readonly child_ids: readonly string[];
}

const known = new WeakMap<WorkerContext, Map<string, Promise<TargetingOption[]>>>();

/**
 * All options of a type, in Pinterest's order; asked for once per context. Operation
 * `targeting_options/get`. @param adAccountId whose audiences; the other types are the same for all
 */
export async function targetingOptions(
	context: WorkerContext,
	type: OptionType,
	adAccountId?: string,
): Promise<TargetingOption[]> {
	const lists = known.get(context) ?? new Map<string, Promise<TargetingOption[]>>();
	known.set(context, lists);
	const account = type === 'audiences' ? adAccountId : undefined;
	const key = `${type}/${account ?? ''}`;
	const pending = lists.get(key) ?? fetchOptions(context, type, account);
	lists.set(key, pending);
	try {
		return await pending;
	} finally {
		// A failure must not stay: the next item may find the network back.
		pending.catch(() => lists.delete(key));
	}
}

async function fetchOptions(
	context: WorkerContext,
	type: OptionType,
	adAccountId: string | undefined,
): Promise<TargetingOption[]> {
	const doing = `list the ${type} to target by`;
	const answer = await clientOf(context).call<unknown>({
		method: 'GET',
		path: `/resources/targeting/${OPTION_TYPES[type]}`,
		query: { ad_account_id: adAccountId },
		category: 'ads_read',
		doing,
	});
	if (!Array.isArray(answer)) {
		throw new PinterestAdsError(
			'unavailable',
			`Could not ${doing}: Pinterest’s answer holds no list.`,
		);
	}
	// It is a list of objects, of which each holds names by ID.
	const pairs = answer.filter(isFields).flatMap((names) => Object.entries(names));
	return pairs.map(([id, name]) => ({ id, name: String(name) }));
}

/** Operation `interest_targeting_options/get`. */
export async function fetchInterest(context: WorkerContext, id: string): Promise<Interest> {
	const answer = await clientOf(context).call<Record<string, unknown>>({
		method: 'GET',
		path: `/resources/targeting/interests/${id}`,
		category: 'ads_read',
		doing: `read the interest ${id}`,
	});
	const { name, level, child_interests } = answer;
	return {
		id: String(answer.id ?? id),
		name: String(name ?? ''),
		level: typeof level === 'number' ? level : null,
		child_ids: Array.isArray(child_interests) ? child_interests.map(String) : [],
	};
}
