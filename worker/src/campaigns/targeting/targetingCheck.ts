import { fetchAudience } from '../../audiences/accountAudiences';
import { isAnswer } from '../../client/errorKinds';
import type { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { labelOf } from '../../fields/labels';
import { firstOf, MOST_NAMED, refusalOf } from '../../input';
import { attempt } from '../../outcome';
import { groupedBy } from '../../values/grouping';
import { nearest, simplified } from './nearNames';
import type { RuleProblem } from '../adGroup/adGroupRules';
import { TARGETING_FIELDS } from './targetingFields';
import type { TargetingSpec } from './targetingSpec';
import { fetchInterest, targetingOptions, type TargetingOption } from './targetingOptions';

/** Targeting as an input gives it: a spec, and interests that are still names. */
export interface WantedTargeting {
	readonly targeting: TargetingSpec;
	/** Names or IDs. */
	readonly interests?: readonly string[];
}

const NEAR_NAMES = 3;

/**
 * Looks up what targeting refers to. Names have to be resolved, so that an unknown one, or a failing
 * lookup, is an error; of IDs only those that are certainly unknown are refused, else Pinterest judges.
 * Each list is asked for once per context, however many inputs there are.
 */
export async function checkedTargeting(
	context: WorkerContext,
	adAccountId: string,
	{ targeting, interests = [] }: WantedTargeting,
): Promise<TargetingSpec> {
	const isId = (one: string) => /^\d+$/.test(one);
	const problems: RuleProblem[] = [];
	const ids = new Set([...(targeting.INTEREST ?? []), ...interests.filter(isId)]);
	const names = interests.filter((one) => !isId(one));
	if (names.length > 0) {
		const options = await targetingOptions(context, 'interests');
		const byName = groupedBy(options, (option) => simplified(option.name));
		for (const name of names) {
			const same = byName.get(simplified(name)) ?? [];
			if (same.length === 1) ids.add(same[0].id);
			else problems.push({ field: 'interests', message: notOne(name, same, options, problems) });
		}
	}
	const unknown = await unknownInterests(context, [...ids]);
	if (unknown.length > 0) {
		const message = `Pinterest knows no interest ${firstOf(unknown)}`;
		problems.push({ field: 'interests', message });
	}
	problems.push(...(await unknownAudiences(context, adAccountId, targeting)));
	if (problems.length > 0) throw refusal(problems);
	return ids.size === 0 ? targeting : { ...targeting, INTEREST: [...ids] };
}

const refusal = (problems: readonly RuleProblem[]): PinterestAdsError =>
	refusalOf(
		problems.map(({ field, message }) => ({ path: [field], message })),
		{
			kind: 'not-found',
			action: 'look-up-targeting',
			labelOf: (path) => labelOf(TARGETING_FIELDS, path),
		},
	);

function notOne(
	name: string,
	same: readonly TargetingOption[],
	options: readonly TargetingOption[],
	before: readonly RuleProblem[],
): string {
	// Only the first are named; what the others are like would be looked for in vain.
	if (before.length >= MOST_NAMED) return `Pinterest has no interest “${name}”`;
	const list = (some: readonly TargetingOption[]) =>
		some.map((option) => `“${option.name}” (${option.id})`).join(', ');
	if (same.length > 1) {
		return `Pinterest has several interests “${name}”: take the ID of one of ${list(same)}`;
	}
	const near = nearest(name, options, NEAR_NAMES);
	return near.length === 0
		? `Pinterest has no interest “${name}”`
		: `Pinterest has no interest “${name}”; did you mean ${list(near)}?`;
}

async function unknownInterests(context: WorkerContext, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const options = await attempt(targetingOptions(context, 'interests'));
	if (!options.ok) return said(context, 'interests', options.error);
	const listed = new Set(options.record.map(({ id }) => id));
	return await certainlyMissing(
		ids.filter((id) => !listed.has(id)),
		async (id) => await fetchInterest(context, id),
	);
}

async function unknownAudiences(
	context: WorkerContext,
	adAccountId: string,
	{ AUDIENCE_INCLUDE = [], AUDIENCE_EXCLUDE = [] }: TargetingSpec,
): Promise<RuleProblem[]> {
	const ids = [...new Set([...AUDIENCE_INCLUDE, ...AUDIENCE_EXCLUDE])];
	if (ids.length === 0) return [];
	const options = await attempt(targetingOptions(context, 'audiences', adAccountId));
	if (!options.ok) {
		said(context, 'audiences', options.error);
		return [];
	}
	const listed = new Set(options.record.map(({ id }) => id));
	const scope = { context, adAccountId };
	const missing = await certainlyMissing(
		ids.filter((id) => !listed.has(id)),
		async (id) => await fetchAudience(scope, id),
	);
	const isMissing = new Set(missing);
	const problem = (field: string, some: readonly string[]): RuleProblem[] => {
		const unknown = some.filter((id) => isMissing.has(id));
		if (unknown.length === 0) return [];
		const message = `there is no audience ${firstOf(unknown)} in the ad account ${adAccountId}; it is the ID of the audience that is needed, not the one of its customer list`;
		return [{ field, message }];
	};
	return [
		...problem('audienceIncludeIds', AUDIENCE_INCLUDE),
		...problem('audienceExcludeIds', AUDIENCE_EXCLUDE),
	];
}

/** What is not listed may still exist: it has to be asked for by its ID. */
async function certainlyMissing(
	ids: readonly string[],
	fetch: (id: string) => Promise<unknown>,
): Promise<string[]> {
	const missing: string[] = [];
	for (const id of ids) {
		const fetched = await attempt(fetch(id));
		if (fetched.ok) continue;
		if (!isAnswer(fetched.error.kind)) break;
		missing.push(id);
		// Enough to refuse it, and to be named.
		if (missing.length >= MOST_NAMED) break;
	}
	return missing;
}

function said(context: WorkerContext, what: string, { kind }: PinterestAdsError): [] {
	context.logger.warn(`Pinterest: could not look up the ${what} of the targeting`, { kind });
	return [];
}
