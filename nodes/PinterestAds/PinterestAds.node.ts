import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { NEWEST_VERSION, VERSIONS } from './form/versions';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { authenticationField } from './form/authentication';
import {
	findOperation,
	localOperations,
	operationProperties,
	resourceOptions,
} from './resources/registry';
import { runOperation } from './runner';

export class PinterestAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pinterest Ads',
		name: 'pinterestAds',
		icon: {
			light: 'file:../../icons/pinterestAds.svg',
			dark: 'file:../../icons/pinterestAds.dark.svg',
		},
		group: ['transform'],
		version: VERSIONS,
		defaultVersion: NEWEST_VERSION,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Sync audiences as Customer Lists, create campaigns, send conversions and read metrics on Pinterest',
		defaults: { name: 'Pinterest Ads' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'pinterestAdsOAuth2Api',
				required: true,
				displayOptions: {
					show: { authentication: ['oAuth2'] },
					hide: { operation: localOperations },
				},
			},
			{
				name: 'pinterestAdsApi',
				required: true,
				displayOptions: {
					show: { authentication: ['accessToken'] },
					hide: { operation: localOperations },
				},
			},
		],
		properties: [
			{ ...authenticationField, displayOptions: { hide: { operation: localOperations } } },
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resourceOptions,
				default: 'campaign',
			},
			...operationProperties,
		],
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = findOperation(
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		return await runOperation(this, operation);
	}
}
