import type { WorkerContext } from '../../context';
import { adAccountId } from '../../connection/adAccountField';
import { Accounts } from '../../connection/adAccountOf';
import { required, type AppliesWhen, type Choice } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { choice, flag, idOf, limit, text } from '../../fields/kinds';
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

const TYPES = {
	interests: 'Interest',
	locations: { label: 'Location', description: 'Countries and US metro areas' },
	regions: { label: 'Region', description: 'Postal codes need no list' },
	locales: 'Language',
	devices: 'Device',
	ages: 'Age',
	genders: 'Gender',
	audiences: { label: 'Audience', description: 'Those of the ad account' },
} satisfies Readonly<Record<OptionType, string | Choice>>;

const OF_INTERESTS: AppliesWhen = { optionType: ['interests'] };

const FIND_FIELDS = {
	/** For audiences. */
	adAccountId,
	optionType: required(choice({ label: 'Type', description: 'What to find', choices: TYPES })),
	/** Upper and lower case alike. */
	nameContains: text({
		label: 'Name Contains',
		description: 'Only options whose name contains this text. Empty means all.',
		example: 'garden',
	}),
	parentInterestId: idOf('interest', {
		label: 'Parent Interest',
		description: 'Only the interests right below this one. Empty means all.',
		example: '935249274030',
		appliesWhen: OF_INTERESTS,
	}),
	includeDetails: flag({
		label: 'Include Details',
		description:
			'Whether to get the level and the children of each interest as well, which is one request for each',
		appliesWhen: OF_INTERESTS,
	}),
	limit,
};

/** The input of `findTargetingOptions`. */
export const findTargetingOptionsInput = inputOf(FIND_FIELDS);
/** What `findTargetingOptions` takes. */
export type TargetingOptionFilters = GivenTo<typeof findTargetingOptionsInput>;

/**
 * What Pinterest offers to target by, in its order. Postal codes are not listed by Pinterest.
 * Operations `targeting_options/get`, `interest_targeting_options/get`.
 */
export async function findTargetingOptions(
	context: WorkerContext,
	filters: TargetingOptionFilters,
): Promise<FoundOption[]> {
	const wanted = readInput(findTargetingOptionsInput, filters);
	const { optionType: type, nameContains, parentInterestId: parentId } = wanted;
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
	for (const option of fitting.slice(0, wanted.limit)) {
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
