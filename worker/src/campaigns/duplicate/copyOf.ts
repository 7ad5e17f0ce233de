import { plainText } from '../../client/readers';
import { AD, AD_GROUP, CAMPAIGN, PROMOTION, type Entity, type EntityKind } from '../../entities';
import { maySellFromCatalog, promotedBy } from '../campaign/promotes';
import { objectiveToCreate } from '../campaign/successors';
import type { NewKeyword } from '../keyword/keywordInput';
import { compared } from '../../values/names';
import { MATCH_TYPES } from '../keyword/matchTypes';
import type { AskedAdGroup, LaunchInput } from '../launch/input/launchInput';
import { lostOf } from './accountedFields';
import { distinctNames } from './copiedNames';
import { copyAdGroup, type CampaignAbove } from './copyAdGroup';
import { copyAds, copyPromotions } from './copyAds';
import { copyCampaign } from './copyCampaign';
import type { CopyOptions } from './copyOptions';
import type { DuplicateInput } from './duplicateFields';
import { partOf, type Findings, type Part } from './notCarried';
import type { Source, SourceAdGroup } from './readSource';

/** What of a campaign is copied, by its status. */
export class Selection {
	private readonly statuses: readonly string[];
	private readonly rejectedAds: boolean;
	private readonly useSuccessor: DuplicateInput['useSuccessor'];

	constructor(
		{ statuses = [], rejectedAds = false, useSuccessor }: DuplicateInput,
		campaign: Entity,
	) {
		this.useSuccessor = useSuccessor;
		const usual = ['ACTIVE', 'PAUSED', ...(campaign.status === 'ARCHIVED' ? ['ARCHIVED'] : [])];
		this.statuses = statuses.length > 0 ? statuses : usual;
		this.rejectedAds = rejectedAds;
	}

	has({ status }: Entity): boolean {
		return this.statuses.includes(plainText(status));
	}

	/** The source without what is left out, which is named. */
	of(source: Source, findings: Findings, now: number): Source {
		const kept = <T extends Entity>(noun: string, entities: readonly T[]) =>
			entities.filter((entity) => this.keeps(noun, entity, findings));
		const groups = source.adGroups.filter(({ entity }) => this.keeps('ad group', entity, findings));
		return ofOneKind(
			{
				...source,
				adGroups: groups.map((group) => ({
					...group,
					ads: kept('ad', group.ads).filter((ad) => this.keepsReviewed(ad, findings)),
					promotions: kept('product group promotion', group.promotions),
				})),
			},
			this.useSuccessor,
			now,
			findings,
		);
	}

	private keeps(noun: string, entity: Entity, findings: Findings): boolean {
		if (this.has(entity)) return true;
		const name = entity.name ?? entity.catalog_product_group_name;
		findings.leaveOut(
			partOf(noun, entity.id, name),
			noun,
			`it is ${plainText(entity.status)}`,
			'Choose its status in Of Status, if it is to be copied.',
		);
		return false;
	}

	private keepsReviewed(ad: Entity, findings: Findings): boolean {
		if (ad.review_status !== 'REJECTED') return true;
		const part = partOf('ad', ad.id, ad.name);
		if (this.rejectedAds) {
			findings.warn('Pinterest has rejected the original of {of}, and may reject the copy.', part);
			return true;
		}
		const reasons = [ad.rejected_reasons].flat().map(plainText).filter(Boolean).join(', ');
		findings.leaveOut(
			part,
			'ad',
			`Pinterest has rejected it${reasons === '' ? '' : ` (${reasons})`}`,
			'Put right what was rejected and create the ad anew, or switch Rejected Ads on to have the copy looked at.',
		);
		return false;
	}
}

/**
 * The objectives that may be for Pins or for a catalog are, in a new campaign, for one of them: of an older campaign that has
 * both, the copy has what the campaign says that it is for, or else the Pins; where a successor takes the place of CATALOG_SALES,
 * the product groups.
 */
function ofOneKind(
	source: Source,
	useSuccessor: DuplicateInput['useSuccessor'],
	now: number,
	findings: Findings,
): Source {
	const { campaign, adGroups } = source;
	const asked = plainText(campaign.objective_type);
	const created = objectiveToCreate({ requested: asked, sentAs: asked }, useSuccessor, now);
	const { objective } = created;
	const type = created.promotionType ?? campaign.intended_promotion_type;
	const isEither = promotedBy(objective) === undefined && maySellFromCatalog(objective);
	const ads = adGroups.flatMap((group) => group.ads);
	const promotions = adGroups.flatMap((group) => group.promotions);
	if (!isEither || ads.length === 0 || promotions.length === 0) return source;
	const why = `a new campaign with the objective ${objective} is for Pins or for a catalog, and this one has both`;
	const again = (levels: string) =>
		`Copy the campaign once more under another Name, with Copy set to ${levels}.`;
	const part = partOf('campaign', campaign.id, campaign.name);
	if (type === 'CATALOG') {
		for (const ad of ads)
			findings.leaveOut(partOf('ad', ad.id, ad.name), 'ad', why, again('Without Product Groups'));
		findings.warn(`The copy of the {of} is for its product groups alone: ${why}.`, part);
		return { ...source, adGroups: adGroups.map((group) => ({ ...group, ads: [] })) };
	}
	for (const one of promotions) {
		const promotion = partOf(PROMOTION.noun, one.id, one.catalog_product_group_name);
		findings.leaveOut(promotion, 'promotion', why, again('Without Ads'));
	}
	findings.warn(`The copy of the {of} is for its Pins alone: ${why}.`, part);
	return { ...source, adGroups: adGroups.map((group) => ({ ...group, promotions: [] })) };
}

/**
 * What a launch is asked for to make the copy. Everything in it is PAUSED.
 * @param source what is copied of it, see {@link Selection}
 * @throws PinterestAdsError `invalid` for what has to be given anew
 */
export function copyOf(
	source: Source,
	{ waitUntilListed = false }: DuplicateInput,
	options: CopyOptions,
): Omit<LaunchInput, 'adAccountId'> {
	const { campaign, adGroups } = source;
	const { findings } = options;
	const whole = partOf('campaign', campaign.id, campaign.name);
	const copy = copyCampaign(campaign, options);
	nameLost(CAMPAIGN, [campaign], findings);
	nameLost(
		AD_GROUP,
		adGroups.map(({ entity }) => entity),
		findings,
	);
	const above = {
		objective: copy.asked.input?.objective.sentAs ?? '',
		isBudgetOptimized: campaign.is_campaign_budget_optimization === true,
		window: copy.window,
	};
	const names = distinctNames(adGroups.map(({ entity }) => plainText(entity.name)));
	return {
		...{ status: 'PAUSED', waitUntilListed, ceiling: {}, takesPinsAnywhere: true, isCopy: true },
		campaign: { ...copy.asked, keywords: copyKeywords(source.keywords, whole, findings) },
		adGroups: adGroups.flatMap((group, n) => adGroupOf(group, names[n], above, options)),
	};
}

function adGroupOf(
	{ entity, ads, promotions, keywords }: SourceAdGroup,
	name: string,
	above: CampaignAbove,
	options: CopyOptions,
): AskedAdGroup[] {
	const { findings } = options;
	const part = partOf('ad group', entity.id, entity.name);
	const prepared = copyAdGroup(entity, name, above, options);
	if (prepared === undefined) return [];
	if (compared(name) !== compared(plainText(entity.name))) {
		const why = 'another ad group of the campaign has the same name, and copies are found by it';
		findings.leaveOut(part, 'name', why, `Nothing: it is called “${name}” in the copy.`);
	}
	nameLost(AD, ads, findings);
	nameLost(PROMOTION, promotions, findings);
	const where = partOf('Ad group', entity.id, name).called;
	return [
		{
			...{ where, prepared },
			keywords: copyKeywords(keywords, part, findings),
			ads: copyAds(ads, options).map((body) => ({
				where: `${where}, ad of Pin ${plainText(body.pin_id)}`,
				prepared: body,
			})),
			promotions: copyPromotions(promotions, options).map((body) => ({
				where: `${where}, product group ${plainText(body.catalog_product_group_id)}`,
				prepared: body,
			})),
		},
	];
}

function copyKeywords(keywords: readonly Entity[], part: Part, findings: Findings): NewKeyword[] {
	return keywords.flatMap(({ value, match_type }) => {
		const keyword = { value: plainText(value), match_type: plainText(match_type) };
		if (isKnown(keyword)) return [keyword];
		findings.leaveOut(
			part,
			`keyword “${keyword.value}”`,
			`its match type ${keyword.match_type} is not one that can be added`,
			'Add it with another match type.',
		);
		return [];
	});
}

const isKnown = (keyword: {
	readonly match_type: string;
	readonly value: string;
}): keyword is NewKeyword => Object.hasOwn(MATCH_TYPES, keyword.match_type);

/** What no create takes is not lost without a word. */
function nameLost(kind: EntityKind, entities: readonly Entity[], findings: Findings): void {
	for (const entity of entities) {
		const part = partOf(kind.noun, entity.id, entity.name);
		const { notTaken, unknown } = lostOf(kind.path, entity);
		for (const name of notTaken) {
			const why = 'Pinterest takes it for nothing that is created through its API';
			findings.leaveOut(part, name, why, 'Set it in Ads Manager, if the copy is to have it.');
		}
		if (unknown.length > 0) {
			const why = 'these fields of Pinterest’s are newer than this version';
			findings.leaveOut(part, unknown.join(', '), why, 'See in Ads Manager whether they matter.');
		}
	}
}
