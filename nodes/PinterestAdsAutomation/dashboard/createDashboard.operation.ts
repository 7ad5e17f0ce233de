import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	createDashboard as create,
	createDashboardInput,
	formKey,
	type AskedCampaign,
	type DashboardInput,
	type DashboardRequest,
	type DashboardTables,
} from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import type { FieldReader } from '../../PinterestAds/fieldReader';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { firstOfNode, rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { failureIn } from '../contacts/failed';
import { nodeNamed, objectIn, together } from '../contacts/fields';
import { nodeName } from '../nodeName';
import { n8nWords } from './n8nWords';
import { secretOf } from './secret';
import { dashboardWorkflows } from './shipped';

const nodes: INodeProperties[] = [
	nodeName(
		'requestFrom',
		'Request From',
		'What is wanted',
		'that has read the request of the browser',
	),
	nodeName(
		'connectionFrom',
		'Connection From',
		'Connection',
		'that gives the row of pinterest_connection',
	),
	nodeName(
		'audiencesFrom',
		'Audiences From',
		'Audiences',
		'that gives the rows of pinterest_audiences, in the order of their IDs',
	),
	nodeName(
		'metricsFrom',
		'Metrics From',
		'Metrics',
		'that gives the rows of pinterest_metrics, in the order of their IDs',
	),
	nodeName(
		'conversionsFrom',
		'Conversions From',
		'Conversions of the last day',
		'that gives the newest rows of pinterest_conversions of the last 24 hours',
	),
	nodeName(
		'unsentFrom',
		'Unsent From',
		'Conversions not sent',
		'that gives the newest rows of pinterest_conversions that were not sent',
	),
	nodeName('errorsFrom', 'Errors From', 'Errors', 'that gives the newest rows of pinterest_errors'),
	nodeName(
		'workflowsFrom',
		'Workflows From',
		'Workflows of n8n',
		'that gives the workflows of this n8n; switched off, nothing is said about them',
	),
	nodeName(
		'diagnosisFrom',
		'Diagnosis From',
		'Ask Pinterest',
		'that gives the campaign that was asked about, with its diagnosis',
	),
];

const { properties, fields, read } = formOf(createDashboardInput.fields, {
	first: ['monthlyBudget', ...nodes],
});

export const createDashboard = operation<DashboardInput>({
	name: 'Create Dashboard',
	value: 'createDashboard',
	action: 'Create the dashboard',
	description:
		'Make the page of the dashboard out of the rows of the tables. It loads nothing, runs nothing, and asks Pinterest for nothing.',
	personalInput: true,
	local: true,
	properties,
	fields,
	plan: (fieldsOf, itemCount, functions) => together(itemCount, inputOf(fieldsOf(0), functions)),
	run: async (_, inputs) => await eachOutcome(inputs, async (input) => create(input)),
});

function inputOf(fields: FieldReader, functions: IExecuteFunctions): DashboardInput {
	const itemOf = (field: string) => firstOfNode(functions, nodeNamed(fields, field))?.json;
	const request = itemOf('requestFrom') as unknown as DashboardRequest;
	const now = n8nClock.now();
	return {
		...{ now, period: request.period, formKey: formKey(secretOf(functions), now) },
		words: n8nWords,
		tables: tablesOf(fields, functions),
		workflows: dashboardWorkflows(workflowsIn(fields, functions)),
		...(request.pressed && { pressed: request.pressed }),
		...(request.campaign_id && {
			asked: askedCampaign(request.campaign_id, itemOf('diagnosisFrom')),
		}),
		settings: read(fields),
	};
}

function tablesOf(fields: FieldReader, functions: IExecuteFunctions): DashboardTables {
	const rowsOf = (field: string) =>
		rowsIn(rowsOfNode(functions, nodeNamed(fields, field))) as never;
	const connection = rowsOf('connectionFrom') as IDataObject[] | null;
	return {
		connection: connection === null ? null : ((connection[0] ?? {}) as never),
		audiences: rowsOf('audiencesFrom'),
		metrics: rowsOf('metricsFrom'),
		conversions: rowsOf('conversionsFrom'),
		unsent: rowsOf('unsentFrom'),
		errors: rowsOf('errorsFrom'),
	};
}

/** A Data Table node gives its error for a table that it cannot read, and an empty item for one without rows. */
function rowsIn(items: readonly IDataObject[]): readonly IDataObject[] | null {
	const [first] = items;
	if (items.length === 1 && first.id === undefined) return first.error === undefined ? [] : null;
	return items;
}

/** Switched off, the node hands on what it was given: none of that has nodes. */
function workflowsIn(fields: FieldReader, functions: IExecuteFunctions) {
	const items = rowsOfNode(functions, nodeNamed(fields, 'workflowsFrom'));
	const found = items.filter(({ nodes }) => Array.isArray(nodes));
	return found.length === 0 ? undefined : found;
}

function askedCampaign(campaignId: string, item: IDataObject | undefined): AskedCampaign {
	if (item === undefined) return { campaignId, error: 'It was not asked.' };
	const failure = failureIn(item);
	if (failure) {
		const { error, hint = '' } = failure;
		return { campaignId, error: `${error} ${hint}`.trim() };
	}
	const { summary, findings } = objectIn(item.diagnosis) as unknown as AskedCampaign;
	const name = typeof item.name === 'string' ? item.name : null;
	return { campaignId, name, summary, findings };
}
