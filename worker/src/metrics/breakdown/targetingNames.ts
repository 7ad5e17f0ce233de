import { PinterestAdsError } from '../../client/errors';
import { targetingOptions, type OptionType } from '../../campaigns/targeting/targetingOptions';
import type { WorkerContext } from '../../context';
import type { MetricsRow } from '../rows/metricsRows';

/** Where the names of a type's values are listed; those of the other types are their own names. */
const LISTS: Readonly<Record<string, OptionType>> = {
	APPTYPE: 'devices',
	AUDIENCE_INCLUDE: 'audiences',
	COUNTRY: 'locations',
	GENDER: 'genders',
	GEO: 'regions',
	LOCATION: 'locations',
	PINNER_INTEREST: 'interests',
	REGION: 'regions',
	TARGETED_INTEREST: 'interests',
};

/**
 * Fills in what values of a breakdown are called: one request for each list that is needed. A value
 * that no list names is its own name, unless it is an id.
 * @returns what to be said where a list could not be had: numbers without names are better than none
 */
export async function nameTargetingValues(
	context: WorkerContext,
	adAccountId: string,
	rows: readonly MetricsRow[],
): Promise<string[]> {
	const warnings: string[] = [];
	const types = new Set(rows.map(({ targeting_type: type }) => type));
	const names = new Map<OptionType, ReadonlyMap<string, string>>();
	for (const list of new Set([...types].flatMap((type) => LISTS[String(type)] ?? []))) {
		const options = await targetingOptions(context, list, adAccountId).catch(reason);
		if (options instanceof PinterestAdsError) {
			warnings.push(`The names of ${list} are missing. ${options.message}`);
		} else {
			names.set(list, new Map(options.map(({ id, name }) => [id, name])));
		}
	}
	for (const row of rows) {
		const { targeting_type: type, targeting_value: value } = row;
		if (typeof value !== 'string') continue;
		const listed = names.get(LISTS[String(type)])?.get(value);
		row.targeting_name = listed ?? (/^\d+$/.test(value) ? null : value);
	}
	return warnings;
}

/** Why a list could not be had. A defect, or the end of the execution, is not to be gone on from. */
function reason(error: unknown): PinterestAdsError {
	if (error instanceof PinterestAdsError && error.kind !== 'cancelled') return error;
	throw error;
}
