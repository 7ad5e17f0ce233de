import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { toNodeError, toPinterestError } from '../PinterestAds/nodeErrors';
import { listSearch } from '../PinterestAds/methods/listSearch';
import { authenticationField } from '../PinterestAds/form/authentication';
import { changeProperties } from './changes.fields';
import { runSchedule } from './runSchedule';
import { scheduleProperties } from './schedule.fields';
import { watchChanges } from './watchChanges';

export class PinterestAdsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pinterest Ads Trigger',
		name: 'pinterestAdsTrigger',
		icon: {
			light: 'file:../../icons/pinterestAds.svg',
			dark: 'file:../../icons/pinterestAds.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["triggerOn"] === "changes" ? "changes" : "schedule: " + $parameter["schedule"] }}',
		description:
			'Starts the workflow on the Pinterest Ads schedules, in UTC, or when something changes at Pinterest',
		defaults: { name: 'Pinterest Ads Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'pinterestAdsOAuth2Api',
				required: true,
				displayOptions: { show: { triggerOn: ['changes'], authentication: ['oAuth2'] } },
			},
			{
				name: 'pinterestAdsApi',
				required: true,
				displayOptions: { show: { triggerOn: ['changes'], authentication: ['accessToken'] } },
			},
		],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'triggerOn',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Changes',
						value: 'changes',
						description:
							'What happens at Pinterest: reviews, audiences, delivery, spend, the token',
					},
					{
						name: 'Schedule',
						value: 'schedule',
						description: 'A time of day, in UTC. Needs no credential.',
					},
				],
				default: 'schedule',
			},
			...scheduleProperties,
			// Always there: n8n's editor hides each field that the display of this one depends on.
			authenticationField,
			...changeProperties,
		],
	};

	methods = { listSearch };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		try {
			return this.getNodeParameter('triggerOn') === 'changes'
				? watchChanges(this)
				: runSchedule(this);
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error));
		}
	}
}
