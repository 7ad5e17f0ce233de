import { z } from 'zod';
import type { WorkerContext } from '../../context';
import { id, optional, parseInput, limit } from '../../input';
import { Accounts } from '../../connection/adAccountOf';
import { choice, flag } from '../../values/choice';
import { simplified } from './nearNames';
import {
	fetchInterest,
	OPTION_TYPES,
	targetingOptions,
	type OptionType,
	type TargetingOption,
} from './targetingOptions';

/** Something to target by, and under which key of the targeting spec its ID goes. */
export interface FoundOption extends TargetingOption {
	readonly type: OptionType;
	readonly targeting_key: string;
	/** Of an interest whose details were asked for: 1 is the top. */
	readonly level?: number | null;
	readonly child_ids?: readonly string[];
	readonly parent_id?: string;
}

const TYPES = Object.keys(OPTION_TYPES) as [OptionType, ...OptionType[]];

const findInput = z
	.object({
		adAccountId: optional(id),
		optionType: choice(TYPES),
		/** Upper and lower case alike. */
		nameContains: optional(z.string()),
		/** Interests only: those right below this one. */
		parentInterestId: optional(id),
		/** Interests only: with level and children, for which each is read by itself. */
		includeDetails: optional(flag),
		/** At most so many; left out: all. */
		limit: optional(limit),
	})
	.strict();

/**
 * What Pinterest offers to target by, in its order. Postal codes are not listed by Pinterest.
 * Operations `targeting_options/get`, `interest_targeting_options/get`.
 * @param input `{ optionType (interests, locations, regions, locales, devices, ages, genders,
 * audiences), nameContains?, parentInterestId?, includeDetails?, limit?, adAccountId? (audiences) }`
 */
export async function findTargetingOptions(
	context: WorkerContext,
	input: unknown,
): Promise<FoundOption[]> {
	const wanted = parseInput(findInput, input);
	const { optionType: type, nameContains, limit, parentInterestId: parentId } = wanted;
	const ofInterests = type === 'interests';
	const account =
		type === 'audiences' ? await new Accounts(context).find(wanted.adAccountId) : undefined;
	const all = await targetingOptions(context, type, account?.id);
	const below =
		ofInterests && parentId !== undefined ? await childrenOf(context, parentId, all) : all;
	const part = simplified(nameContains ?? '');
	const fitting = below.filter(
		({ id: own, name }) => simplified(name).includes(part) || own === nameContains?.trim(),
	);
	const parent = ofInterests && parentId !== undefined ? { parent_id: parentId } : {};
	const found: FoundOption[] = [];
	for (const option of fitting.slice(0, limit)) {
		const details =
			ofInterests && wanted.includeDetails === true
				? await fetchInterest(context, option.id)
				: undefined;
		found.push({
			...option,
			type,
			targeting_key: OPTION_TYPES[type],
			...(details ? { level: details.level, child_ids: details.child_ids } : {}),
			...parent,
		});
	}
	return found;
}

/** One request for the parent; a child that the list does not name is asked for by itself. */
async function childrenOf(
	context: WorkerContext,
	parentId: string,
	all: readonly TargetingOption[],
): Promise<TargetingOption[]> {
	const names = new Map(all.map(({ id: own, name }) => [own, name]));
	const { child_ids } = await fetchInterest(context, parentId);
	const children: TargetingOption[] = [];
	for (const child of child_ids) {
		const name = names.get(child) ?? (await fetchInterest(context, child)).name;
		children.push({ id: child, name });
	}
	return children;
}
