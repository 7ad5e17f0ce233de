/**
 * What campaigns promote: Pins, each in an ad, or product groups of a catalog. It follows from the objective, and
 * where that may be for either, from what the campaign was made for.
 */
export type Promoted = 'pins' | 'productGroups';

/** What a campaign may be made for: `intended_promotion_type` of the API, as far as it is sent. */
export const PROMOTION_TYPES = {
	STANDARD_AD: {
		label: 'Standard Ads',
		description: 'Pins, each in an ad. It is what Pinterest takes where nothing is said.',
	},
	CATALOG: { label: 'Catalog', description: 'Product groups of a catalog' },
} as const;
export type PromotionType = keyof typeof PROMOTION_TYPES;

/**
 * Which of them each objective takes, by `objective_type` of the API; the first one where none is named. The table of
 * Pinterest's guide "campaign objective type simplification". LEGACY stands for the objectives that end on 1 February
 * 2027, and means what the objective always was for: it is Pinterest's own default for them, and never sent. An
 * objective that is not here may be for anything.
 */
export const TAKEN_TYPES: Readonly<Record<string, ReadonlyArray<PromotionType | 'LEGACY'>>> = {
	AWARENESS: ['STANDARD_AD'],
	CONSIDERATION: ['STANDARD_AD', 'CATALOG'],
	VIDEO_COMPLETION: ['STANDARD_AD'],
	SALES: ['STANDARD_AD', 'CATALOG'],
	LEADS: ['STANDARD_AD', 'CATALOG'],
	APP_INSTALL: ['STANDARD_AD'],
	// The guide leaves it out; schema IntendedPromotionType of the newer descriptions has CATALOG for few only.
	CTV_CONSIDERATION: ['STANDARD_AD'],
	WEB_CONVERSION: ['LEGACY'],
	CATALOG_SALES: ['LEGACY'],
};

const PROMOTED: Readonly<Record<PromotionType, Promoted>> = {
	STANDARD_AD: 'pins',
	CATALOG: 'productGroups',
};
const LEGACY: Readonly<Record<string, Promoted>> = {
	WEB_CONVERSION: 'pins',
	CATALOG_SALES: 'productGroups',
};

const takenBy = (objective: string | undefined) =>
	objective !== undefined && Object.hasOwn(TAKEN_TYPES, objective) ? TAKEN_TYPES[objective] : [];

/** Whether the API wants to be told what its campaigns are for. */
export const maySayWhat = (objective: string): boolean => !takenBy(objective).includes('LEGACY');

/**
 * The one thing that a campaign promotes; undefined where it may be either.
 * @param type `intended_promotion_type`, where it is known; else it goes by the objective alone
 */
export function promotedBy(objective: string | undefined, type?: string): Promoted | undefined {
	if (type !== undefined && Object.hasOwn(PROMOTED, type)) return PROMOTED[type as PromotionType];
	if (objective !== undefined && Object.hasOwn(LEGACY, objective)) return LEGACY[objective];
	const taken = takenBy(objective);
	return taken.length === 1 ? PROMOTED[taken[0] as PromotionType] : undefined;
}

/** Whether its campaigns may sell from a catalog. Of objectives that nobody knows it is not said. */
export function maySellFromCatalog(objective: string | undefined, type?: string): boolean {
	const only = promotedBy(objective, type);
	return only === undefined ? takenBy(objective).includes('CATALOG') : only === 'productGroups';
}

/** Why an objective cannot be for what a campaign is asked to be for; undefined where it can. */
export function judgePromotionType(type: PromotionType, objective: string): string | undefined {
	const only = promotedBy(objective);
	if (only === undefined || only === PROMOTED[type]) return undefined;
	return type === 'CATALOG'
		? `cannot be CATALOG: ${objective} campaigns promote Pins. Choose the objective SALES, LEADS or CONSIDERATION, or leave it out`
		: `cannot be STANDARD_AD: ${objective} campaigns sell from a catalog. Choose the objective SALES, LEADS or CONSIDERATION, or leave it out`;
}

/**
 * Why a campaign cannot promote something; undefined where it can, or where nobody knows.
 * @param type `intended_promotion_type`, where it is known
 * @returns completes the name of a field: "Pin: …"
 */
export function judgePromoted(
	what: Promoted,
	objective: string | undefined,
	type?: string,
): string | undefined {
	const only = promotedBy(objective, type);
	if (only === undefined || only === what) return undefined;
	if (promotedBy(objective) === undefined) {
		return what === 'productGroups'
			? `the ${objective} campaign is for standard ads: it promotes Pins, not the product groups of a catalog; take a campaign that is for a catalog`
			: `the ${objective} campaign is for a catalog: it promotes its product groups, not Pins; take a campaign that is for standard ads`;
	}
	return what === 'productGroups'
		? `${objective} campaigns promote Pins, not the product groups of a catalog; take a campaign with the objective CATALOG_SALES (or SHOPPING), or with SALES, LEADS or CONSIDERATION for a catalog`
		: `${objective} campaigns sell from a catalog: they promote its product groups, not Pins; give product groups, or choose another objective`;
}
