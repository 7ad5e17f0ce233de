import type { IDataObject } from 'n8n-workflow';
import {
	idsListed,
	launchCampaigns,
	launchInput,
	type IdOf,
	type NewLaunch,
} from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { LAUNCH } from '../../output/campaignAnswers';
import { goalForm, targetingForm } from './adGroupForm';
import {
	AD_OPTIONS,
	CAMPAIGN_OPTIONS,
	LAUNCH_OPTIONS,
	launchFields,
	PROMOTION_OPTIONS,
} from './launch.fields';

export const launch = operation({
	name: 'Launch',
	value: 'launch',
	action: 'Launch a campaign',
	done: repeatable('campaign', 'launched', 'creates nothing twice'),
	description:
		'Create campaign, ad groups, keywords and ads (or product groups) in one step; run again, it completes what is missing',
	answer: LAUNCH,
	properties: launchFields,
	fields: launchInput.fields,
	read: (fields, functions): NewLaunch => {
		const options = fields.collection('options');
		const isList = fields.value('adGroupsFrom') === 'json';
		const campaign = readCampaign(fields, options);
		const level = isList ? readList(fields, options) : readAdGroup(fields, options, campaign.name);
		const given = {
			...fields.pick('adAccountId', 'amountUnit', 'status'),
			...only(options, LAUNCH_OPTIONS),
			// A node that was saved before product groups could be launched goes on as it was.
			...(functions.getNode().typeVersion < 1.1 ? { takesPinsAnywhere: true } : {}),
			campaign,
			...level,
		};
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		return given as unknown as NewLaunch;
	},
	run: async ({ context }, inputs) => await launchCampaigns(context, inputs),
});

/** Start and end are both levels': a launch that runs from one day to another is meant as a whole. */
const OF_BOTH = ['startTime', 'endTime'];
const OF_OTHERS = [
	...CAMPAIGN_OPTIONS.filter((name) => !OF_BOTH.includes(name)),
	...LAUNCH_OPTIONS,
];

/** A campaign that is chosen is taken as it is: what is its own does not apply. */
function readCampaign(fields: FieldReader, options: IDataObject): IDataObject {
	if (fields.value('campaignChoice') === 'id') return fields.pick('campaignId');
	const { objective, ...picked } = fields.pick(
		'name',
		'objective',
		'dailySpendCap',
		'lifetimeSpendCap',
	);
	const kind = objective === 'custom' ? fields.pick('customObjective') : { objective };
	return { ...picked, ...kind, ...only(options, CAMPAIGN_OPTIONS) };
}

/** Also where it is empty, so that it is missed and not what the other form would need. */
const readList = (fields: FieldReader, options: IDataObject): IDataObject => ({
	...except(options, [...OF_OTHERS, ...OF_BOTH]),
	adGroups: fields.value('adGroups') as string,
	flatNames: ['campaign'],
});

/** One ad group, with an ad for every Pin, or a promotion for every product group. Messages name its fields as this form does. */
function readAdGroup(
	fields: FieldReader,
	options: IDataObject,
	campaignName: IDataObject['name'],
): IDataObject {
	const { adGroupName: name = campaignName, ...picked } = fields.pick(
		...['adGroupName', 'budget', 'bid', 'billableEvent'],
	);
	const group = {
		name,
		...picked,
		...targetingForm.read(fields),
		...except(options, [...OF_OTHERS, ...AD_OPTIONS, ...PROMOTION_OPTIONS]),
		...goalForm.read(fields),
		...(fields.value('promotes') === 'productGroups'
			? { productGroups: readPromotions(fields, options) }
			: { ads: readAds(fields, options) }),
	};
	return { adGroups: [group], flatNames: ['campaign', 'adGroups'] };
}

function readAds(fields: FieldReader, options: IDataObject): IDataObject[] {
	const { adName, ...ofAds } = only(options, AD_OPTIONS);
	const ad = { ...fields.pick('creativeType'), ...ofAds, name: adName };
	const ids = readIds(fields, { first: 'pinId', more: 'morePinIds', of: 'pin' });
	return ids.map((pinId) => ({ ...ad, pinId }));
}

function readPromotions(fields: FieldReader, options: IDataObject): IDataObject[] {
	const [first, more] = ['productGroupId', 'moreProductGroupIds'];
	const ids = readIds(fields, { first, more, of: 'catalogProductGroup' });
	return ids.map((productGroupId) => ({ ...only(options, PROMOTION_OPTIONS), productGroupId }));
}

/** The first comes from the picker, the others from a list, which may also be an expression's array. */
function readIds(
	fields: FieldReader,
	{ first, more, of }: { readonly first: string; readonly more: string; readonly of: IdOf },
): IDataObject[string][] {
	const { [first]: one, [more]: list = [] } = fields.pick(first, more);
	const others = typeof list === 'string' ? idsListed(list, of) : [list].flat();
	// What is not text is for the worker to judge.
	return [one, ...others]
		.map((id) => (typeof id === 'string' ? id.trim() : id))
		.filter((id) => id !== '' && id !== undefined && id !== null) as IDataObject[string][];
}

const only = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
const except = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
