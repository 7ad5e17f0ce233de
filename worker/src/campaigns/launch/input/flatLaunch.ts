import { MOST_IN_A_LIST } from '../../../input';
import { idsListed } from '../../../values/address';
import { AD_FIELDS as OF_ADS, CAMPAIGN_FIELDS as OF_CAMPAIGNS } from './launchFields';
import { asObject, isEmpty, KEYWORD_FIELDS, pick, without, type Given } from './launchParts';

/** Fields of more than one level that the flat form has for one of them only. */
const NOT_THE_CAMPAIGNS = ['amountUnit', 'trackingUrls'];
const NOT_THE_ADS = ['pinId', 'name', 'trackingUrls'];

const CAMPAIGN_FIELDS = Object.keys(OF_CAMPAIGNS).filter(
	(name) => !NOT_THE_CAMPAIGNS.includes(name),
);
const AD_FIELDS = Object.keys(OF_ADS).filter((name) => !NOT_THE_ADS.includes(name));
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
		('adGroups' in given && !isAnyGiven(rest, ['pinIds', 'billableEvent', 'adGroupId']));
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

/** One ad group, and an ad for every Pin. */
function flatAdGroup(
	{ adGroupName, adName, pinIds, ...flat }: Given,
	campaignName: unknown,
): Given {
	const fields = without(flat, AD_FIELDS);
	const isNew =
		isEmpty(fields.adGroupId) || Object.keys(without(fields, KEYWORD_FIELDS)).length > 1;
	const name = isEmpty(adGroupName) && isNew ? campaignName : adGroupName;
	const ad = { ...pick(flat, AD_FIELDS), ...(isEmpty(adName) ? {} : { name: adName }) };
	const pins = pinsIn(pinIds);
	const isTooLong = Array.isArray(pins) && pins.length > MOST_IN_A_LIST;
	// What is not a list of Pins, or is too long, is refused where ads are read.
	const ads = Array.isArray(pins) && !isTooLong ? pins.map((pinId) => ({ ...ad, pinId })) : pins;
	return { ...fields, ...(isEmpty(name) ? {} : { name }), ads };
}

const isAnyGiven = (given: Given, names: readonly string[]) =>
	names.some((name) => !isEmpty(given[name]));

/** Pins out of a list, a text that lists them, or a single one; anything else stays. */
function pinsIn(value: unknown): unknown {
	if (typeof value === 'number') return [value];
	if (typeof value === 'string') return idsListed(value, 'pin');
	if (!Array.isArray(value)) return value;
	return value.flatMap((one: unknown) =>
		typeof one === 'string' && one.trim() !== '' ? idsListed(one, 'pin') : [one],
	);
}
