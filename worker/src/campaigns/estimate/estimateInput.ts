import { required } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { z } from 'zod';
import { CREATE_FIELDS as AD } from '../ad/adFields';
import { CREATE_FIELDS as AD_GROUP } from '../adGroup/adGroupFields';
import { CREATE_FIELDS as CAMPAIGN } from '../campaign/campaignFields';
import { readObjective } from '../campaign/objectives';
import { adAccountId } from '../fields';
import { readKeywords } from '../keyword/keywordInput';
import { mergedTargeting, requireTargetingRules } from '../targeting/targeting';
import { TARGETING_FIELDS } from '../targeting/targetingFields';

const campaign = {
	objective: CAMPAIGN.objective,
	customObjective: CAMPAIGN.customObjective,
	dailySpendCap: CAMPAIGN.dailySpendCap,
	lifetimeSpendCap: CAMPAIGN.lifetimeSpendCap,
	isCampaignBudgetOptimization: CAMPAIGN.isCampaignBudgetOptimization,
};

const adGroup = {
	amountUnit: AD_GROUP.amountUnit,
	billableEvent: required(AD_GROUP.billableEvent),
	budget: AD_GROUP.budget,
	budgetType: AD_GROUP.budgetType,
	bid: AD_GROUP.bid,
	bidStrategy: AD_GROUP.bidStrategy,
	startTime: AD_GROUP.startTime,
	endTime: AD_GROUP.endTime,
	autoTargetingEnabled: AD_GROUP.autoTargetingEnabled,
	placementGroup: AD_GROUP.placementGroup,
	optimizationGoal: AD_GROUP.optimizationGoal,
	...TARGETING_FIELDS,
};

/** What a launch takes of a campaign and one ad group, as far as it decides what they reach and cost. */
export const ESTIMATE_FIELDS = {
	adAccountId,
	...campaign,
	...adGroup,
	creativeType: AD.creativeType,
};

/** The input of `estimateCampaign`. */
export const estimateCampaignInput = inputOf(ESTIMATE_FIELDS, (input, check) => {
	const objective = readObjective(input.objective, input.customObjective);
	if ('problem' in objective) {
		check.addIssue({ code: 'custom', path: [objective.field], message: objective.problem });
	}
	const targeting = mergedTargeting(input);
	requireTargetingRules(targeting, check);
	const keywords = readKeywords(input.keywords ?? [], input.keywordMatchType, 'adGroup', check);
	const { creativeType, ...rest } = input;
	return {
		...rest,
		objective: 'chosen' in objective ? objective.chosen : z.NEVER,
		/** Left out: what the Pin will be. */
		creativeType: creativeType === 'AUTOMATIC' ? undefined : creativeType,
		targeting,
		keywords,
	};
});

/** What `estimateCampaign` takes. @interface */
export type CampaignToEstimate = GivenTo<typeof estimateCampaignInput>;
export type EstimateInput = ReadFrom<typeof estimateCampaignInput>;
