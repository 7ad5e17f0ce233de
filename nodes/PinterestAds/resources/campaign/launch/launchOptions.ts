import type { INodeProperties } from 'n8n-workflow';
import { BID_BY_THEMSELVES, launchInput, PROMOTE_PRODUCT_GROUPS } from '../../../../../worker/src';
import { OPTIONS } from '../../../form/layout';
import { byDisplayName, propertyOf } from '../../../form/property';
import { inVersion1, sinceVersion1_1 } from '../../../form/versions';
import { create as createAd } from '../../ad/create.operation';
import { create as createAdGroup } from '../../adGroup/create.operation';
import { promote as promoteProductGroup } from '../../productGroup/promote.operation';
import { create as createCampaign } from '../create.operation';
import {
	fieldsNamed,
	fieldsOf,
	hiddenFor,
	inside,
	namesOf,
	optionsOf,
	shownFor,
	shownOnlyFor,
	without,
} from './formParts';

/** What a launch has under "Options": those of four creates, each once, and the launch's own. */

const { fields } = launchInput;
const own = (name: keyof typeof fields) => propertyOf(name, fields[name]);

/** Tracking addresses are the ad group's, and what the campaign is for follows from what is launched. */
const ofCampaign = without(['trackingUrls', 'intendedPromotionType'], optionsOf(createCampaign));
export const CAMPAIGN_OPTIONS = namesOf(ofCampaign);

/** Start and end are the campaign's as well as the ad group's; an ad's name is not the campaign's. */
const ofAdGroup = without(CAMPAIGN_OPTIONS, optionsOf(createAdGroup));
const ofParents = [...CAMPAIGN_OPTIONS, ...namesOf(ofAdGroup)];

const ofAd = without(ofParents, optionsOf(createAd)).map((property) =>
	property.name === 'name' ? own('adName') : property,
);
const creativeType = sinceVersion1_1(fieldsOf(createAd, 'creativeType'));
export const AD_OPTIONS = namesOf([...ofAd, ...creativeType]);

/** Those that are no ad's: what both have is given by ad groups as JSON, or follows by itself. */
const ofPromotion = without(
	[...ofParents, ...AD_OPTIONS, 'bid', 'amountUnit'],
	optionsOf(promoteProductGroup),
);
export const PROMOTION_OPTIONS = namesOf(ofPromotion);

/** Those of the launch as a whole. */
const ofLaunch = [own('maxDailyBudget'), own('maxLifetimeBudget'), own('waitUntilListed')];
export const LAUNCH_OPTIONS = namesOf(ofLaunch);

const OPTIMIZED = inside({ budgetType: ['CBO_ADGROUP'] });

/** A cap beside budgets of ad groups is rare; where the campaign spreads its cap, it is asked for above. */
const caps = sinceVersion1_1(
	hiddenFor(OPTIMIZED, fieldsOf(createCampaign, 'dailySpendCap', 'lifetimeSpendCap')),
);
export const CAPS = namesOf(caps);

/** Since version 1.1 of the node asked for above. */
const ASKED_ABOVE = ['budgetType', 'isCampaignBudgetOptimization'];
/** Only where the campaign spreads its budget. */
const FLEXIBLE = ['isFlexibleDailyBudgets'];
/** Nothing to choose where Pinterest bids by itself. */
const BIDS = ['bidStrategy'];
const ofBoth = [...ofCampaign, ...ofAdGroup];

const OF_CATALOG = inside({ promotes: ['productGroups'] });
const ONLY_OF_CATALOG = inside({ objective: [...PROMOTE_PRODUCT_GROUPS] });
const ofAnyAd = [...ofAd, ...creativeType];

/** A campaign that is chosen is taken as it is, and has no options of its own. */
const ofNewCampaign = shownFor(inside({ campaignChoice: ['name'] }), ofCampaign);

/** With ad groups that are described in fields. */
export const OPTIONS_OF_FIELDS = [
	...without([...ASKED_ABOVE, ...FLEXIBLE, ...BIDS], ofBoth),
	...inVersion1(fieldsNamed([...ASKED_ABOVE, ...FLEXIBLE, ...BIDS], ofBoth)),
	...sinceVersion1_1(shownFor(OPTIMIZED, fieldsNamed(FLEXIBLE, ofBoth))),
	...sinceVersion1_1(
		hiddenFor(inside({ objective: [...BID_BY_THEMSELVES] }), fieldsNamed(BIDS, ofBoth)),
	),
	...inVersion1(hiddenFor(OF_CATALOG, ofAnyAd)),
	...sinceVersion1_1(hiddenFor({ ...OF_CATALOG, ...ONLY_OF_CATALOG }, ofAnyAd)),
	...shownFor(OF_CATALOG, ofPromotion),
	...sinceVersion1_1(shownOnlyFor('/objective', PROMOTE_PRODUCT_GROUPS, ofPromotion)),
	...sinceVersion1_1(shownFor(inside({ adGroupsFrom: ['fields'] }), [own('adGroupName')])),
	...caps,
	...ofLaunch,
];

/** With ad groups as JSON, which has their own. */
export const OPTIONS_OF_JSON = [
	...ofNewCampaign,
	...shownFor(inside({ campaignChoice: ['name'] }), caps),
	...ofLaunch,
];

export const options = (
	adGroupsFrom: string[],
	of: readonly INodeProperties[],
): INodeProperties => ({
	...OPTIONS,
	type: 'collection',
	default: {},
	displayOptions: { show: { adGroupsFrom } },
	options: [...of].sort(byDisplayName),
});
