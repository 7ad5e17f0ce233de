import type { IDataObject } from 'n8n-workflow';
import {
	idsListed,
	launchInput,
	PROMOTE_PRODUCT_GROUPS,
	type IdOf,
} from '../../../../../worker/src';
import type { FieldReader } from '../../../fieldReader';
import { withoutEmpty } from '../../../form/reading';
import { goalForm, targetingForm } from './adGroupForm';
import {
	AD_OPTIONS,
	CAMPAIGN_OPTIONS,
	CAPS,
	LAUNCH_OPTIONS,
	PROMOTION_OPTIONS,
} from './launchOptions';

/** A launch as it was filled in, by the names of its fields. */
export function readLaunch(fields: FieldReader): IDataObject {
	const options = {
		...withoutEmpty(launchInput.fields, fields.collection('options'), fields.version),
		// Since version 1.1 of the node they have places of their own.
		...fields.pick(...OF_BOTH),
	};
	const campaign = readCampaign(fields, options);
	return {
		...fields.pick('adAccountId', 'amountUnit', 'status'),
		...only(options, LAUNCH_OPTIONS),
		// A node that was saved before product groups could be launched goes on as it was.
		...(fields.version === 1 ? { takesPinsAnywhere: true } : {}),
		campaign,
		...readAdGroups(fields, options, campaign),
	};
}

/** Start and end are both levels': a launch that runs from one day to another is meant as a whole. */
const OF_BOTH = ['startTime', 'endTime'];
const OF_CAMPAIGN = [...CAMPAIGN_OPTIONS, ...CAPS];
const OF_OTHERS = [
	...OF_CAMPAIGN.filter((name) => !OF_BOTH.includes(name)),
	...LAUNCH_OPTIONS,
	'adGroupName',
];

/** A campaign that is chosen is taken as it is: what is its own does not apply. */
function readCampaign(fields: FieldReader, options: IDataObject): IDataObject {
	if (fields.value('campaignChoice') === 'id') return fields.pick('campaignId');
	const { objective, ...picked } = fields.pick('name', 'objective', 'useSuccessor', ...CAPS);
	const kind = objective === 'custom' ? fields.pick('customObjective') : { objective };
	const spreads = fields.value('budgetType') === 'CBO_ADGROUP';
	return {
		...picked,
		...kind,
		...only(options, [...OF_CAMPAIGN, ...OF_BOTH]),
		...(spreads ? { isCampaignBudgetOptimization: true } : {}),
	};
}

function readAdGroups(
	fields: FieldReader,
	options: IDataObject,
	campaign: IDataObject,
): IDataObject {
	switch (fields.value('adGroupsFrom')) {
		case 'json':
			return {
				...except(options, [...OF_OTHERS, ...OF_BOTH]),
				// Also where it is empty, so that it is missed and not what the other form would need.
				adGroups: fields.value('adGroups') as string,
				flatNames: ['campaign'],
			};
		case 'list':
			return { adGroups: readList(fields, options), flatNames: ['campaign'] };
		default:
			// Messages name the fields of the one ad group as the form does.
			return {
				adGroups: [readAdGroup(fields, options, campaign.name)],
				flatNames: ['campaign', 'adGroups'],
			};
	}
}

/** One ad group, with an ad for every Pin, or a promotion for every product group. */
function readAdGroup(
	fields: FieldReader,
	options: IDataObject,
	campaignName: IDataObject['name'],
): IDataObject {
	const { adGroupName = options.adGroupName ?? campaignName, ...picked } = fields.pick(
		...['adGroupName', 'budget', 'bid', 'billableEvent', 'budgetType', 'creativeType'],
	);
	const { creativeType, ...own } = picked;
	const ofAds = creativeType === undefined ? options : { creativeType, ...options };
	return {
		name: adGroupName,
		...own,
		...targetingForm.read(fields),
		...ofAdGroups(options),
		...goalForm.read(fields),
		...(isOfCatalog(fields)
			? {
					productGroups: promotionsOf(
						pickedIds(fields, 'productGroupId', 'moreProductGroupIds', 'catalogProductGroup'),
						options,
					),
				}
			: { ads: adsOf(pickedIds(fields, 'pinId', 'morePinIds', 'pin'), ofAds) }),
	};
}

/** There is no choice where the objective leaves none. */
function isOfCatalog(fields: FieldReader): boolean {
	const promotes = fields.value('promotes');
	return promotes === 'productGroups' || (promotes === '' && isCatalogs(fields));
}

const isCatalogs = (fields: FieldReader) =>
	PROMOTE_PRODUCT_GROUPS.includes(fields.text('objective'));

/** Several, each with what it promotes; the options hold for all of them. */
function readList(fields: FieldReader, options: IDataObject): IDataObject[] {
	const list = fields.value('adGroupList');
	if (!Array.isArray(list)) return [];
	return (list as IDataObject[]).map((one) => {
		const { adGroupName, pinIds, productGroupIds, ...entry } = one;
		const { conversionEvent, conversionTagId, ...own } = entry;
		const goal = { optimizationGoal: { conversionEvent, conversionTagId } };
		return {
			...fields.pick('budgetType'),
			...ofAdGroups(options),
			...own,
			name: adGroupName,
			...(conversionEvent === undefined ? {} : goal),
			...(productGroupIds === undefined
				? { ads: adsOf(listed(pinIds, 'pin'), options) }
				: { productGroups: promotionsOf(listed(productGroupIds, 'catalogProductGroup'), options) }),
		};
	});
}

const ofAdGroups = (options: IDataObject) =>
	except(options, [...OF_OTHERS, ...AD_OPTIONS, ...PROMOTION_OPTIONS]);

function adsOf(pinIds: readonly IDataObject[string][], options: IDataObject): IDataObject[] {
	const { adName, ...ofAds } = only(options, AD_OPTIONS);
	return pinIds.map((pinId) => ({ ...ofAds, name: adName, pinId }));
}

const promotionsOf = (ids: readonly IDataObject[string][], options: IDataObject): IDataObject[] =>
	ids.map((productGroupId) => ({ ...only(options, PROMOTION_OPTIONS), productGroupId }));

/** The first comes from the picker, the others from a list. */
function pickedIds(fields: FieldReader, first: string, more: string, of: IdOf) {
	const { [first]: one, [more]: others } = fields.pick(first, more);
	return [...listed(one === undefined ? [] : [one], of), ...listed(others, of)];
}

/** IDs as a text that lists them, or as an expression's array. What is not text is for the worker to judge. */
function listed(list: unknown = [], of: IdOf): IDataObject[string][] {
	const ids = typeof list === 'string' ? idsListed(list, of) : [list].flat();
	return ids
		.map((id) => (typeof id === 'string' ? id.trim() : id))
		.filter((id) => id !== '' && id !== undefined && id !== null) as IDataObject[string][];
}

const only = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
const except = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
