import { z } from 'zod';
import { amount, amountUnit } from '../../../fields/amounts';
import { notRequired, type Field, type Fields, type GivenBy } from '../../../fields/field';
import { flag, forPrograms, idOf, idsOf, text } from '../../../fields/kinds';
import { anyText } from '../../../fields/textReaders';
import { optional } from '../../../input';
import { CREATE_FIELDS as AD } from '../../ad/adFields';
import { CREATE_FIELDS as AD_GROUP } from '../../adGroup/adGroupFields';
import { CREATE_FIELDS as CAMPAIGN } from '../../campaign/campaignFields';
import { CREATE_FIELDS as PROMOTION } from '../../productGroup/promotionFields';
import { adAccountId, status } from '../../fields';
import { without } from './launchParts';

/** The fields of a launch: those of four creates, which are the launch's own, and what it is all for. */

/** A part has the fields of its create, but for those that the launch, or the part that it is in, has for it. */
function partOf<F extends Fields, N extends Extract<keyof F, string>>(
	fields: F,
	...others: readonly N[]
): Omit<F, N> {
	return without(fields, others) as unknown as Omit<F, N>;
}

const AS_IT_IS = 'Of one that exists: with nothing else given it is taken as it is.';

export const CAMPAIGN_FIELDS = {
	campaignId: idOf('campaign', {
		label: 'Campaign',
		description: 'The campaign that the ad groups are added to',
	}),
	...partOf(CAMPAIGN, 'adAccountId', 'status'),
	name: notRequired(CAMPAIGN.name),
};

export const AD_FIELDS = {
	adId: idOf('ad', { label: 'Ad', description: AS_IT_IS }),
	...partOf(AD, 'adAccountId', 'status', 'adGroupId'),
	pinId: notRequired(AD.pinId),
};

export const AD_GROUP_FIELDS = {
	adGroupId: idOf('adGroup', { label: 'Ad Group', description: AS_IT_IS }),
	...partOf(AD_GROUP, 'adAccountId', 'status', 'campaignId'),
	name: notRequired(AD_GROUP.name),
	billableEvent: notRequired(AD_GROUP.billableEvent),
};

export const PROMOTION_FIELDS = {
	productGroupPromotionId: idOf('productGroupPromotion', {
		label: 'Promotion',
		description: AS_IT_IS,
	}),
	...partOf(PROMOTION, 'adAccountId', 'status', 'adGroupId'),
	productGroupId: notRequired(PROMOTION.productGroupId),
};

/** What is read part by part; see launchInput.ts. */
const parts = <F extends Fields>(
	label: string,
	description: string,
	fields: F,
	example?: string,
) => ({
	...forPrograms<unknown>({ label, description, example }, optional(anyText)),
	kind: 'json' as const,
	fields,
});

/** An ad group with its ads, or with what it promotes of a catalog. */
export type LaunchedAdGroup = GivenBy<typeof AD_GROUP_FIELDS> &
	(
		| {
				readonly ads: ReadonlyArray<GivenBy<typeof AD_FIELDS>> | string;
				readonly productGroups?: LaunchedProductGroups;
		  }
		| { readonly ads?: null; readonly productGroups: LaunchedProductGroups }
	);
type LaunchedProductGroups = ReadonlyArray<GivenBy<typeof PROMOTION_FIELDS>> | string | null;

const adGroups = parts(
	'Ad Groups',
	'A list of ad groups, each with the fields of a new ad group, its keywords, and its ads with the fields of a new ad. With adGroupId or adId in it, what exists is used. Where the objective sells from a catalog, productGroups take the place of ads.',
	{
		...AD_GROUP_FIELDS,
		ads: parts('Ads', 'The ads of the ad group, each with the fields of a new ad', AD_FIELDS),
		productGroups: parts(
			'Product Groups',
			'What the ad group promotes of a catalog, each with the fields of a promotion; instead of ads, where the objective sells from a catalog',
			PROMOTION_FIELDS,
		),
	},
	'[\n  {\n    "name": "US",\n    "billableEvent": "CLICKTHROUGH",\n    "budget": "5000000",\n    "bid": "2000000",\n    "locations": "US",\n    "keywords": "sofa, [leather sofa]",\n    "ads": [{ "pinId": "" }]\n  }\n]',
);

/** How far a launch may go: for forms that others fill in, whoever builds the workflow says it. */
export const CEILING_FIELDS = {
	maxDailyBudget: amount({
		label: 'Max Daily Budget',
		description:
			'A launch that could spend more a day is refused before anything is created. In the unit of the other amounts. Empty means no limit.',
		example: '50000000',
	}),
	maxLifetimeBudget: amount({
		label: 'Max Lifetime Budget',
		description:
			'A launch with a higher lifetime budget or lifetime cap is refused before anything is created. If only Max Daily Budget is set, every lifetime budget is.',
		example: '500000000',
	}),
};

/** What is the launch's own. */
const OWN_FIELDS = {
	adAccountId,
	status: {
		...status,
		description:
			'Whether everything is switched on once all of it exists. It is created paused in any case.',
	},
	amountUnit,
	waitUntilListed: flag({
		label: 'Wait Until Listed',
		description:
			'Whether to end only once Pinterest’s lists show all that was created, or after about a minute. Then the same launch can be run again at once.',
	}),
	/** What a node of version 1 may still do. */
	takesPinsAnywhere: forPrograms<boolean>(
		{
			label: 'Pins Anywhere',
			description:
				'Whether Pins are only warned about where the objective sells from a catalog, as before product groups could be launched',
		},
		z.boolean(),
	),
	...CEILING_FIELDS,
};

/** What only the flat form has: one ad group beside the campaign, and an ad for each Pin. */
const FLAT_FIELDS = {
	adGroupName: text({
		label: 'Ad Group Name',
		description: 'Empty means the name of the campaign',
		example: 'Retargeting US',
	}),
	adName: { ...AD.name, label: 'Ad Name' },
	pinIds: idsOf('pin', {
		label: 'Pin',
		description: 'Each of these Pins becomes an ad of its own',
		example: '813744226420795884, 813744226420795885',
	}),
	productGroupIds: idsOf('catalogProductGroup', {
		label: 'Product Group',
		description:
			'Each of these product groups of a catalog is promoted, instead of Pins, where the objective sells from a catalog',
		example: '4680099996745002, 4680099996745003',
	}),
};

/** All of them, as messages name them. A name that several parts have means the same in each. */
export const LAUNCH_FIELDS = {
	...PROMOTION_FIELDS,
	...AD_FIELDS,
	...AD_GROUP_FIELDS,
	...CAMPAIGN_FIELDS,
	...FLAT_FIELDS,
	...OWN_FIELDS,
	campaign: parts('Campaign', 'The campaign, with the fields of a new one', CAMPAIGN_FIELDS),
	adGroups,
} satisfies Record<string, Field>;

type Own = GivenBy<typeof OWN_FIELDS> & {
	/** The levels whose fields messages are to name as the flat form does. */
	readonly flatNames?: ReadonlyArray<'campaign' | 'adGroups'>;
};
type LaunchedCampaign = GivenBy<typeof CAMPAIGN_FIELDS>;
type FlatAdGroup = Omit<GivenBy<typeof AD_GROUP_FIELDS>, 'name'> &
	Omit<GivenBy<typeof AD_FIELDS>, 'pinId' | 'name'> &
	Omit<
		GivenBy<typeof PROMOTION_FIELDS>,
		'productGroupId' | keyof typeof AD_FIELDS | keyof typeof AD_GROUP_FIELDS
	> &
	GivenBy<typeof FLAT_FIELDS>;

/**
 * What `launchCampaign` takes: the campaign as an object, or its fields beside the launch's own; and a list of ad
 * groups with their ads or product groups, or the fields of one ad group with its Pins or product groups.
 */
export type NewLaunch = Own &
	({ readonly campaign: LaunchedCampaign | string } | LaunchedCampaign) &
	({ readonly adGroups: readonly LaunchedAdGroup[] | string } | FlatAdGroup);
