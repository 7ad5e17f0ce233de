import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { toNodeError, toPinterestError } from '../PinterestAds/nodeErrors';
import { listSearch } from '../PinterestAds/methods/listSearch';
import { authenticationField } from '../PinterestAds/form/authentication';
import { changeProperties } from './changes.fields';
import { address } from './conversions/address';
import { CONVERSION, conversionProperties } from './conversions/fields';
import { checkWhoMayCall } from './conversions/publishing';
import { receiveCall } from './conversions/receiveCall';
import { testSecret } from './conversions/testSecret';
import { runSchedule } from './runSchedule';
import { scheduleProperties } from './schedule.fields';
import { watchChanges } from './watchChanges';

/** Where no credential of Pinterest is asked for. */
const ASKS_NOTHING = { triggerOn: ['schedule'], answerWhen: ['received', 'written'] };

const NO_ADDRESS = '={{ $parameter["triggerOn"] !== "conversion" }}';

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
			'={{ { changes: "changes", conversion: "conversion: " + $parameter["caller"] }[$parameter["triggerOn"]] || "schedule: " + $parameter["schedule"] }}',
		description:
			'Starts the workflow on the Pinterest Ads schedules, in UTC, when something changes at Pinterest, or when a conversion comes in',
		defaults: { name: 'Pinterest Ads Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'pinterestAdsOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] }, hide: ASKS_NOTHING },
			},
			{
				name: 'pinterestAdsApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] }, hide: ASKS_NOTHING },
			},
			{
				// Its name is written out: n8n's lint looks for it.
				name: 'pinterestAdsWebhookApi',
				required: true,
				testedBy: 'testSecret',
				displayOptions: {
					show: { triggerOn: [CONVERSION] },
					hide: { whoMayCall: ['anybody'] },
				},
			},
		],
		webhooks: [
			{
				name: 'default',
				...address,
				responseMode: 'responseNode',
				isFullPath: true,
				ndvHideUrl: NO_ADDRESS,
				// The form has no room for two.
				ndvHideMethod: true,
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
							'What happens at Pinterest: reviews, audiences, delivery, spend, its results, the token',
					},
					{
						name: 'Conversion',
						value: CONVERSION,
						description: 'Your site or shop tells what was bought',
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
			...conversionProperties,
		],
	};

	methods = { listSearch, credentialTest: { testSecret } };

	// Written out, since n8n's lint looks for the three. Nothing is registered anywhere.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkWhoMayCall(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		try {
			const triggerOn = this.getNodeParameter('triggerOn');
			// Conversions come in by the webhook.
			if (triggerOn === CONVERSION) return {};
			return triggerOn === 'changes' ? watchChanges(this) : runSchedule(this);
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error));
		}
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this);
	}
}
