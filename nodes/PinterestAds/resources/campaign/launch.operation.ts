import type { IDataObject } from 'n8n-workflow';
import { idsListed, launchCampaigns, launchInput, type NewLaunch } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { goalForm, targetingForm } from './adGroupForm';
import { AD_OPTIONS, CAMPAIGN_OPTIONS, LAUNCH_OPTIONS, launchFields } from './launch.fields';

export const launch = operation({
	name: 'Launch',
	value: 'launch',
	action: 'Launch a campaign',
	done: repeatable('campaign', 'launched', 'creates nothing twice'),
	description:
		'Create campaign, ad groups, keywords and ads in one step; run again, it completes what is missing',
	properties: launchFields,
	fields: launchInput.fields,
	read: (fields): NewLaunch => {
		const options = fields.collection('options');
		const isList = fields.value('adGroupsFrom') === 'json';
		const campaign = readCampaign(fields, options);
		const level = isList ? readList(fields, options) : readAdGroup(fields, options, campaign.name);
		const given = {
			...fields.pick('adAccountId', 'amountUnit', 'status'),
			...only(options, LAUNCH_OPTIONS),
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

/** One ad group, with an ad for every Pin. Messages name its fields as this form does. */
function readAdGroup(
	fields: FieldReader,
	options: IDataObject,
	campaignName: IDataObject['name'],
): IDataObject {
	const { adGroupName: name = campaignName, ...picked } = fields.pick(
		...['adGroupName', 'budget', 'bid', 'billableEvent'],
	);
	const { adName, ...ofAds } = only(options, AD_OPTIONS);
	const ad = { ...fields.pick('creativeType'), ...ofAds, name: adName };
	const group = {
		name,
		...picked,
		...targetingForm.read(fields),
		...except(options, [...OF_OTHERS, ...AD_OPTIONS]),
		...goalForm.read(fields),
		ads: readPinIds(fields).map((pinId) => ({ ...ad, pinId })),
	};
	return { adGroups: [group], flatNames: ['campaign', 'adGroups'] };
}

/** The first Pin comes from the picker, the others from a list, which may also be an expression's array. */
function readPinIds(fields: FieldReader): IDataObject[string][] {
	const { pinId, morePinIds = [] } = fields.pick('pinId', 'morePinIds');
	const more = typeof morePinIds === 'string' ? idsListed(morePinIds, 'pin') : [morePinIds].flat();
	// What is not text is for the worker to judge.
	return [pinId, ...more]
		.map((id) => (typeof id === 'string' ? id.trim() : id))
		.filter((id) => id !== '' && id !== undefined && id !== null) as IDataObject[string][];
}

const only = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
const except = (options: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
