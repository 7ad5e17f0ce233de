import type { IDataObject } from 'n8n-workflow';
import { launchCampaigns } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { readGoal } from '../adGroup/optimizationGoal.fields';
import { readTargeting } from '../adGroup/targeting.fields';
import { CAMPAIGN_OPTIONS, launchFields } from './launch.fields';

export const launch = operation({
	name: 'Launch',
	value: 'launch',
	action: 'Launch a campaign',
	done: repeatable('campaign', 'launched', 'creates nothing twice'),
	description:
		'Create campaign, ad groups, keywords and ads in one step; run again, it completes what is missing',
	properties: launchFields,
	read: (fields) => {
		const isList = fields.value('adGroupsFrom') === 'json';
		const isChosen = fields.value('campaignChoice') === 'id';
		return {
			...fields.pick('adAccountId', 'amountUnit', 'status'),
			...(isChosen ? fields.pick('campaignId') : readCampaign(fields)),
			// Also where it is empty, so that it is missed and not what the other form would need.
			...(isList ? { adGroups: fields.value('adGroups') as string } : readAdGroup(fields)),
			...readOptions(fields, isChosen),
			...(isList ? {} : readGoal(fields)),
		};
	},
	run: async ({ context }, inputs) => await launchCampaigns(context, inputs),
});

function readCampaign(fields: FieldReader): IDataObject {
	const { objective, ...picked } = fields.pick(
		'name',
		'objective',
		'dailySpendCap',
		'lifetimeSpendCap',
	);
	const kind = objective === 'custom' ? fields.pick('customObjective') : { objective };
	return { ...picked, ...kind };
}

/** The first Pin comes from the picker, the others from a list, which may also be an expression's array. */
function readAdGroup(fields: FieldReader): IDataObject {
	const {
		pinId,
		morePinIds = [],
		...picked
	} = fields.pick(
		...['adGroupName', 'budget', 'bid', 'billableEvent', 'creativeType'],
		...['pinId', 'morePinIds'],
	);
	const more = typeof morePinIds === 'string' ? morePinIds.split(/[,\n]/) : [morePinIds].flat();
	// What is no text is for the worker to judge.
	const pinIds = [pinId, ...more]
		.map((id) => (typeof id === 'string' ? id.trim() : id))
		.filter((id) => id !== '' && id !== undefined && id !== null) as IDataObject['pinIds'];
	return { ...picked, ...readTargeting(fields), pinIds };
}

/** A campaign that is chosen is taken as it is: what is its own does not apply. */
function readOptions(fields: FieldReader, isChosen: boolean): IDataObject {
	const options = fields.collection('options');
	if (!isChosen) return options;
	const isOfAdGroupToo = (name: string) => ['startTime', 'endTime'].includes(name);
	return Object.fromEntries(
		Object.entries(options).filter(
			([name]) => !CAMPAIGN_OPTIONS.includes(name) || isOfAdGroupToo(name),
		),
	);
}
