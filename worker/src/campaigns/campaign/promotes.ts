/**
 * What campaigns promote: Pins, each in an ad, or product groups of a catalog. By Pinterest's guide to its
 * simpler objectives (`intended_promotion_type` of each): an objective that is not here may be for either.
 */
export type Promoted = 'pins' | 'productGroups';

/** By `objective_type` of the API. */
const ONLY: Readonly<Record<string, Promoted>> = {
	AWARENESS: 'pins',
	VIDEO_COMPLETION: 'pins',
	APP_INSTALL: 'pins',
	WEB_CONVERSION: 'pins',
	CATALOG_SALES: 'productGroups',
};

/** The one thing that campaigns of the objective promote; undefined where it may be either. */
export const promotedBy = (objective: string | undefined): Promoted | undefined =>
	objective !== undefined && Object.hasOwn(ONLY, objective) ? ONLY[objective] : undefined;

/** Whether its campaigns may sell from a catalog. */
export const maySellFromCatalog = (objective: string | undefined): boolean =>
	promotedBy(objective) === 'productGroups' || EITHER.includes(String(objective));

/** Those of which Pinterest says so. */
const EITHER = ['CONSIDERATION', 'SALES', 'LEADS'];

/**
 * Why campaigns of an objective cannot promote something; undefined where they can, or where nobody knows.
 * @returns completes the name of a field: "Pin: …"
 */
export function judgePromoted(what: Promoted, objective: string | undefined): string | undefined {
	const only = promotedBy(objective);
	if (only === undefined || only === what) return undefined;
	return what === 'productGroups'
		? `${objective} campaigns promote Pins, not the product groups of a catalog; take a campaign with the objective CATALOG_SALES (or SHOPPING), or with SALES, LEADS or CONSIDERATION for a catalog`
		: `${objective} campaigns sell from a catalog: they promote its product groups, not Pins; give product groups, or choose another objective`;
}
