import type { INodeProperties } from 'n8n-workflow';
import { watchedChangesInput } from '../../worker/src';
import { propertyOf, type Shown } from '../PinterestAds/form/property';

const onChanges = { triggerOn: ['changes'] };

/** A field of what is watched, which the node asks for only where it watches. */
function watched(name: keyof typeof watchedChangesInput.fields, shown?: Shown): INodeProperties {
	const property = propertyOf(name, watchedChangesInput.fields[name], shown);
	const show = { ...onChanges, ...property.displayOptions?.show };
	return { ...property, displayOptions: { show } };
}

export const changeProperties: INodeProperties[] = [
	watched('adAccountId'),
	watched('changes', {
		starts: ['ad_rejected', 'audience_ready', 'audience_too_small', 'campaign_stopped'],
		description: 'What starts the workflow. Each change starts it once.',
	}),
	watched('dailySpendLimit', {
		isRequired: true,
		description: 'More than this on one day (UTC), over the whole ad account, starts the workflow',
	}),
	watched('amountUnit'),
	watched('campaignIds'),
	{
		displayName: 'Check Every (Minutes)',
		name: 'checkEvery',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 15,
		description: 'How often Pinterest is asked',
		displayOptions: { show: onChanges },
	},
];
