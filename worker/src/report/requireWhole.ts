import { PinterestAdsError } from '../client/errors';
import type { LevelName } from '../metrics/levels';

/**
 * What is added up must not be there twice.
 * @param what of which the error speaks: `a report is`
 * @throws PinterestAdsError `invalid` for a breakdown, the parts of which are the same numbers again
 */
export function requireWhole<T extends { readonly level: LevelName }>(asked: T, what: string): T {
	if (asked.level !== 'keyword' && asked.level !== 'targeting') return asked;
	throw new PinterestAdsError(
		'invalid',
		`Output: ${what} made of ad accounts, campaigns, ad groups, ads or product groups.`,
		{ field: 'Output', hint: 'Choose another level, or the rows instead.' },
	);
}
