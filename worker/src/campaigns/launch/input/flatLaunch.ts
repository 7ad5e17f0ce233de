import { MOST_IN_A_LIST } from '../../../input';
import { idsListed, type IdOf } from '../../../values/address';
import {
	AD_FIELDS as OF_ADS,
	AD_GROUP_FIELDS as OF_AD_GROUPS,
	CAMPAIGN_FIELDS as OF_CAMPAIGNS,
	PROMOTION_FIELDS as OF_PROMOTIONS,
} from './launchFields';
import { asObject, isEmpty, KEYWORD_FIELDS, pick, without, type Given } from './launchParts';

/** Fields of more than one level that the flat form has for one of them only. */
const NOT_THE_CAMPAIGNS = ['amountUnit', 'trackingUrls'];
const NOT_THE_ADS = ['pinId', 'name', 'trackingUrls'];

const CAMPAIGN_FIELDS = Object.keys(OF_CAMPAIGNS).filter(
	(name) => !NOT_THE_CAMPAIGNS.includes(name),
);
const AD_FIELDS = Object.keys(OF_ADS).filter((name) => !NOT_THE_ADS.includes(name));
/** The bid is the ad group's. */
const PROMOTION_FIELDS = Object.keys(OF_PROMOTIONS).filter(
	(name) => name !== 'productGroupId' && !Object.hasOwn(OF_AD_GROUPS, name),
);
/** A launch that runs from one day to another is meant with both its levels. */
const OF_BOTH = ['startTime', 'endTime'];

/**
 * A launch as `{ campaign, adGroups }`. What is flat (the campaign, or one ad group with a list of Pins, or both)
 * becomes its level, which `flatNames` then lists.
 */
export function nestedLaunch(given: Given): Given {
	const { amountUnit, flatNames, campaign, adGroups, ...flat } = given;
	const isFlatCampaign = isEmpty(campaign);
	const rest = isFlatCampaign ? without(flat, CAMPAIGN_FIELDS) : flat;
	const isList =
		!isEmpty(adGroups) ||
		('adGroups' in given &&
			!isAnyGiven(rest, ['pinIds', 'productGroupIds', 'billableEvent', 'adGroupId']));
	const whole = isFlatCampaign ? flatCampaign(flat) : campaign;
	const names = [
		...(Array.isArray(flatNames) ? (flatNames as unknown[]) : []),
		...(isFlatCampaign ? ['campaign'] : []),
		...(isList ? [] : ['adGroups']),
	];
	if (isList) return { amountUnit, flatNames: names, campaign: whole, adGroups, ...rest };
	const group = flatAdGroup({ ...pick(flat, OF_BOTH), ...rest }, asObject(whole)?.name);
	return { amountUnit, flatNames: names, campaign: whole, adGroups: [group] };
}

/** With an id alone it is taken as it is: then the times are the ad group's only. */
function flatCampaign(flat: Given): Given {
	const isGivenById = !isEmpty(flat.campaignId) && isEmpty(flat.name);
	const fields = pick(flat, CAMPAIGN_FIELDS);
	return isGivenById ? without(fields, OF_BOTH) : fields;
}

/** One ad group, and an ad for every Pin, or a promotion for every product group. */
function flatAdGroup(
	{ adGroupName, adName, pinIds, productGroupIds, ...flat }: Given,
	campaignName: unknown,
): Given {
	const fields = without(flat, [...AD_FIELDS, ...PROMOTION_FIELDS]);
	const isNew =
		isEmpty(fields.adGroupId) || Object.keys(without(fields, KEYWORD_FIELDS)).length > 1;
	const name = isEmpty(adGroupName) && isNew ? campaignName : adGroupName;
	const ad = { ...pick(flat, AD_FIELDS), ...(isEmpty(adName) ? {} : { name: adName }) };
	const whole = { ...fields, ...(isEmpty(name) ? {} : { name }) };
	const groups = idsIn(productGroupIds, 'catalogProductGroup');
	if (isEmpty(groups) || isEmptyList(groups)) {
		const given = pick(flat, PROMOTION_ONLY);
		return { ...whole, ...given, ads: eachOf(idsIn(pinIds, 'pin'), (pinId) => ({ ...ad, pinId })) };
	}
	// An automatic one is what follows from the other fields. What is an ad's alone is refused by its name.
	const given: Given = { ...pick(flat, PROMOTION_FIELDS), ...ad };
	const { creativeType, ...promotion } = given;
	const type = creativeType === 'AUTOMATIC' ? {} : { creativeType };
	const pins = idsIn(pinIds, 'pin');
	const hasPins = !isEmpty(pins) && !isEmptyList(pins);
	const productGroups = eachOf(groups, (productGroupId) => ({
		...(hasPins ? pick(promotion, PROMOTION_FIELDS) : promotion),
		...type,
		productGroupId,
	}));
	return {
		...whole,
		...(hasPins ? { ads: eachOf(pins, (pinId) => ({ ...ad, pinId })) } : {}),
		productGroups,
	};
}

/** What no ad has. */
const PROMOTION_ONLY = PROMOTION_FIELDS.filter((name) => !AD_FIELDS.includes(name));

/** What is not a list, or is too long, is refused where its elements are read. */
const eachOf = (ids: unknown, make: (id: unknown) => Given): unknown =>
	Array.isArray(ids) && ids.length <= MOST_IN_A_LIST ? ids.map(make) : ids;

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

const isAnyGiven = (given: Given, names: readonly string[]) =>
	names.some((name) => !isEmpty(given[name]));

/** IDs out of a list, a text that lists them, or a single one; anything else stays. */
function idsIn(value: unknown, of: IdOf): unknown {
	if (typeof value === 'number') return [value];
	if (typeof value === 'string') return idsListed(value, of);
	if (!Array.isArray(value)) return value;
	return value.flatMap((one: unknown) =>
		typeof one === 'string' && one.trim() !== '' ? idsListed(one, of) : [one],
	);
}
