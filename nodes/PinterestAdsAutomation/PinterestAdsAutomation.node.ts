import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runOperation } from '../PinterestAds/runner';
import { findOperation, operationProperties } from './operations';

/**
 * What workflows decide with, apart from the node that asks Pinterest: whenever a workflow runs, n8n goes through
 * all properties of the type of each of its nodes, and of these nodes there are many.
 */
export class PinterestAdsAutomation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pinterest Ads Automation',
		name: 'pinterestAdsAutomation',
		icon: {
			light: 'file:../../icons/pinterestAds.svg',
			dark: 'file:../../icons/pinterestAds.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description:
			'Decide what a Pinterest Ads workflow does next: what is due, who has claimed it, what follows a failure',
		defaults: { name: 'Pinterest Ads Automation' },
		// n8n's lint wants to see it, and nothing is no tool: it decides for workflows, not for agents.
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: operationProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = findOperation(this.getNodeParameter('operation', 0) as string);
		return await runOperation(this, operation);
	}
}
