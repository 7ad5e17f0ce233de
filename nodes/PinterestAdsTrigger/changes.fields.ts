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
	watched('monthlyBudget', {
		isRequired: true,
		description:
			'The workflow is started when the ad account is heading for more than this in a month of the calendar (UTC)',
	}),
	watched('costPerConversionLimit', {
		isRequired: true,
		description:
			'More than this for a conversion starts the workflow, and more than this spent for none',
	}),
	watched('countedConversions'),
	watched('amountUnit'),
	watched('roasLimit', {
		description:
			'Less than this starts the workflow: value of checkouts per unit of spend, so that 2 is 2.00 for each 1.00 spent',
	}),
	watched('performanceOf'),
	watched('performanceDays'),
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
