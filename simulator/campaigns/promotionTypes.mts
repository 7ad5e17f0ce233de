import { breach, refused } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { AdEntity, Body } from '../world/world.mts';
import { isGiven } from './adEntities.mts';

/**
 * What campaigns are for, by Pinterest's guide to its simpler objectives
 * (https://developers.pinterest.com/docs/work-with-ads/try-out-campaign-objective-type-simplification/): which
 * `intended_promotion_type` an objective takes, the first where none is given.
 */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
	AWARENESS: ['STANDARD_AD'],
	CONSIDERATION: ['STANDARD_AD', 'CATALOG'],
	WEB_CONVERSION: ['LEGACY', 'STANDARD_AD'],
	SALES: ['STANDARD_AD', 'CATALOG'],
	LEADS: ['STANDARD_AD', 'CATALOG'],
	CATALOG_SALES: ['LEGACY'],
	VIDEO_COMPLETION: ['STANDARD_AD'],
	APP_INSTALL: ['STANDARD_AD'],
	// Not in the guide, but in schema `IntendedPromotionType` of newer descriptions.
	CTV_CONSIDERATION: ['STANDARD_AD'],
};

/** Of the guide: "Creation disabled". */
const ENDS_AT = Date.UTC(2027, 1, 1);
const ENDING = ['WEB_CONVERSION', 'CATALOG_SALES'];

/** As campaigns show it; of an objective that the guide does not name, nothing is shown. */
export function promotionType({ objective_type, intended_promotion_type }: Body): Body {
	const taken = TAKEN[String(objective_type)];
	if (intended_promotion_type !== undefined) return { intended_promotion_type };
	return taken === undefined ? {} : { intended_promotion_type: taken[0] };
}

/** What a campaign that is created, or given an objective, may not have. */
export function requireOpenObjective(sim: Simulation, objective: unknown): void {
	if (!ENDING.includes(String(objective)) || sim.clock.now() < ENDS_AT) return;
	throw refused(
		`The objective ${String(objective)} is deprecated: creating campaigns with it is disabled.`,
	);
}

/** @param held what the campaign is already: then it need not be a defect of the client */
export function requirePromotionType(change: Body, held?: Body): void {
	const { objective_type, intended_promotion_type } = { ...held, ...change };
	const taken = TAKEN[String(objective_type)];
	if (!isGiven(intended_promotion_type) || taken === undefined) return;
	if (taken.includes(String(intended_promotion_type))) return;
	const fail = held ? refused : breach;
	throw fail(
		`intended_promotion_type ${String(intended_promotion_type)} is not supported for ${String(objective_type)}: ${taken.join(', ')}.`,
	);
}

const typeOf = (campaign: AdEntity | undefined) =>
	promotionType(campaign?.fields ?? {}).intended_promotion_type;

/** CATALOG "for creating product group promotions", STANDARD_AD "for ads derived from Pins". */
export function requirePins(campaign: AdEntity | undefined): void {
	if (typeOf(campaign) !== 'CATALOG') return;
	throw refused('Ads cannot be created in a campaign whose intended_promotion_type is CATALOG.');
}

export function requireCatalog(campaign: AdEntity | undefined): void {
	const objective = String(campaign?.fields.objective_type);
	if (objective === 'CATALOG_SALES') return;
	const type = typeOf(campaign);
	if (TAKEN[objective]?.includes('CATALOG') && (type === 'CATALOG' || !isGiven(type))) return;
	const why = isGiven(type) ? ` (intended_promotion_type ${String(type)})` : '';
	throw refused(`Campaigns with the objective ${objective} cannot promote product groups${why}.`);
}
