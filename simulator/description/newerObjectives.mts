type Node = Record<string, unknown>;

interface Schema extends Node {
	properties?: Record<string, unknown>;
	enum?: string[];
	allOf?: Schema[];
}

/** Enumeration `ObjectiveType`: the clients that others generate of descriptions from 5.28 on. */
const OBJECTIVES = ['SALES', 'LEADS', 'APP_INSTALL', 'CTV_CONSIDERATION'];

/**
 * Schema `IntendedPromotionType` of the same, and its place in campaigns; also in
 * https://developers.pinterest.com/docs/work-with-ads/try-out-campaign-objective-type-simplification/
 */
const PROMOTION_TYPE = { type: 'string', enum: ['STANDARD_AD', 'CATALOG', 'LEGACY'] };
const CAMPAIGNS: Readonly<Record<string, Node>> = {
	CampaignCreateRequest: PROMOTION_TYPE,
	CampaignUpdateRequest: PROMOTION_TYPE,
	// Of campaigns that are older than the field nothing is stated: they are answered with null.
	CampaignResponse: { ...PROMOTION_TYPE, nullable: true, enum: [...PROMOTION_TYPE.enum, null] },
};

/**
 * The description with the objectives that are newer than 5.23, and with what a campaign is for. What it states already
 * stays; the given one stays as it is.
 */
export function withNewerObjectives(document: Node): Node {
	const copy = structuredClone(document);
	const { schemas = {} } = (copy.components ?? {}) as { schemas?: Record<string, Schema> };
	const objectives = schemas.ObjectiveType?.enum;
	if (objectives) objectives.push(...OBJECTIVES.filter((one) => !objectives.includes(one)));
	for (const [name, fact] of Object.entries(CAMPAIGNS)) {
		const parts = schemas[name]?.allOf ?? [];
		if (parts.some((part) => part.properties?.intended_promotion_type)) continue;
		const own = parts.find((part) => part.properties);
		if (own?.properties) own.properties.intended_promotion_type = fact;
	}
	return copy;
}
