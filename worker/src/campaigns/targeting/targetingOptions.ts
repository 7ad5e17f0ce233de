import { clientOf } from '../../client/client';
import {
	idField,
	isObject,
	listField,
	arrayOf,
	numberField,
	objectOf,
	textField,
	theOne,
	Unreadable,
} from '../../client/readers';
import type { WorkerContext } from '../../context';
import type { Interest as AnyInterest } from '../../pinterest/types';

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
	const options = await clientOf(context).call(
		{
			method: 'GET',
			path: `/resources/targeting/${OPTION_TYPES[type]}`,
			query: { ad_account_id: adAccountId },
			category: 'ads_read',
			doing: `list the ${type} to target by`,
		},
		arrayOf(readOptions),
	);
	return options.flat();
}

/** Each element of the list is an object that holds names by ID. What has no name is called by its ID. */
function readOptions(value: unknown): TargetingOption[] {
	if (!isObject(value)) throw new Unreadable('an option that is not an object');
	return Object.entries(value).map(([id, name]) => {
		if (typeof name !== 'string' && name !== null) throw new Unreadable('an option without a name');
		return { id, name: name ?? id };
	});
}

const readInterest = objectOf<AnyInterest>('an interest', {
	...{ id: idField, name: textField, level: numberField },
	child_interests: listField(idField, 'not a list of IDs'),
});

/** Operation `interest_targeting_options/get`. */
export async function fetchInterest(context: WorkerContext, id: string): Promise<Interest> {
	const interest = await clientOf(context).call(
		{
			method: 'GET',
			path: `/resources/targeting/interests/${id}`,
			category: 'ads_read',
			doing: `read the interest ${id}`,
		},
		theOne('interest', id, readInterest),
	);
	return {
		id: interest.id ?? id,
		name: interest.name ?? '',
		level: interest.level ?? null,
		child_ids: interest.child_interests ?? [],
	};
}
